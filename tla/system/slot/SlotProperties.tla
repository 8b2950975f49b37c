--------------------------- MODULE SlotProperties ---------------------------
(***************************************************************************)
(* What must hold of a slot, whatever the rules that bring it about.       *)
(* Nothing here asks for a refusal or for L1's own count of a quorum.      *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/system/slot/bug that violates it.                                   *)
(***************************************************************************)
EXTENDS Slot

Outcomes == INSTANCE NodeOutcomes
OwnOf(p) == Outcomes!OwnOf(p.transactions, p.forced)

-----------------------------------------------------------------------------
\* Quorums, counted from the signatures that there are.

MembersOf(n) == Elements(CommitteeOf(n))
IsQuorum(who, n) == 3 * Cardinality(who \cap MembersOf(n)) > 2 * Cardinality(MembersOf(n))
AttestedBy(p) == {m \in Honest : p \in attested[m]}

\* q: the least number that is a quorum.
LeastQuorum(n) ==
    CHOOSE q \in 1..Cardinality(MembersOf(n)) :
        3 * q > 2 * Cardinality(MembersOf(n)) /\ 3 * (q - 1) <= 2 * Cardinality(MembersOf(n))

\* Two quorums of q among k share 2q - k members: fewer of them lie.
FewLie(n) ==
    Cardinality(Byzantine \cap MembersOf(n)) < 2 * LeastQuorum(n) - Cardinality(MembersOf(n))

\* What has a quorum as L1 sees it. Nothing that no honest member attested has one, as
\* long as the Byzantine members are none themselves.
EverAttested == UNION {attested[m] : m \in Honest}
WithQuorum(n) == {p \in EverAttested : p.slot = n /\ IsQuorum(Signers(p), n)}

Blocks == Elements(chain)
Loses(m) == crashed.node = m /\ crashed.store = "lost"

-----------------------------------------------------------------------------
\* Invariants.

\* BUILD-24: every node has the phase and the slot of L1.
ClocksAgree ==
    /\ \A m \in Honest : attester[m].slot = slot /\ attester[m].phase = phase
    /\ \A m \in HonestProposers : proposer[m].slot = slot /\ proposer[m].phase = phase

\* A node has one store and one follower (TX-1, FOLLOW-1), whatever the role.
RolesShareTheirNode ==
    \A m \in HonestProposers :
        /\ proposer[m].held = attester[m].held
        /\ proposer[m].view = attester[m].view
        /\ proposer[m].signsFrom = attester[m].signsFrom

\* ATTEST-10, ATTEST-7: one per slot, across crashes.
HonestMembersSignOnce ==
    \A m \in Honest : \A p, r \in attested[m] : p.slot = r.slot => p = r

\* BUILD-6, BUILD-5: one per slot, across crashes.
HonestProposersOfferOnce ==
    \A m \in HonestProposers : \A p, r \in offered[m] : p.slot = r.slot => p = r

\* ATTEST-10, PROPOSE-10, PROPOSE-11: what has a quorum is the only one of its slot.
OneQuorumPerSlot ==
    \A n \in Slots : FewLie(n) => Cardinality(WithQuorum(n)) <= 1

\* TX-1: what is held came with a proof that is right.
HeldWasProven ==
    \A m \in Honest : \A t \in Elements(attester[m].held) \ Elements(InitialHeld) : m \in Reached[t]

\* ATTEST-6, MESSAGE-7: nobody speaks for an honest proposer.
SignedWasOffered ==
    \A m \in Honest : \A p \in attested[m] :
        ProposerOf(p.slot) \in HonestProposers => p \in offered[ProposerOf(p.slot)]

\* ATTEST-14: of a quorum, those that are honest and have their store hold all that no
\* queue answers for.
QuorumsAreHeld ==
    \A n \in Slots : \A p \in WithQuorum(n) :
        IsQuorum({m \in AttestedBy(p) : OwnOf(p) \subseteq Elements(attester[m].held) \/ Loses(m)}
                     \cup Byzantine,
                 n)

\* PROPOSE-10, PROPOSE-11: L1 takes what a quorum signed, of members that did.
TakenHasQuorum ==
    \A b \in Blocks :
        /\ IsQuorum(b.signers, b.proposal.slot)
        /\ b.signers \subseteq AttestedBy(b.proposal) \cup Byzantine

\* PROPOSE-5, PROPOSE-6, PROPOSE-12: one block per slot, each on the one before it.
ChainIsOne ==
    \A i \in DOMAIN chain :
        LET parent == TipOf(SubSeq(chain, 1, i - 1)) IN
        /\ chain[i].proposal.parent = parent
        /\ chain[i].proposal.slot > parent.slot

\* PROPOSE-7: for an honest proposer nobody else hands in a block.
TakenWasSubmitted ==
    \A b \in Blocks : ProposerOf(b.proposal.slot) \in HonestProposers => b \in submitted

\* BUILD-18, BUILD-19: an honest proposer publishes what it proposed.
SubmittedWasOffered == \A b \in submitted : b.proposal \in offered[b.caller]

\* BUILD-20, BUILD-21: with a quorum of signatures.
SubmittedHasQuorum ==
    \A b \in submitted :
        IsQuorum(b.signers \cap (AttestedBy(b.proposal) \cup Byzantine), b.proposal.slot)

\* BUILD-22: once, unless its store is lost.
SubmittedOnce == \A b, c \in submitted : b.caller = c.caller /\ b.proposal.slot = c.proposal.slot => b = c

-----------------------------------------------------------------------------
\* Steps: what an honest member attests now.

New(m) == attested'[m] \ attested[m]

\* ATTEST-18: a root that it computed.
SignedRootsAreComputed ==
    [][\A m \in Honest : \A p \in New(m) :
        Outcomes!IsOutcome(p.root, p.parent.root, p.transactions)]_slotVariables

\* ATTEST-14, ATTEST-12: of transactions that it holds, or that are the front of the
\* queue that it knows.
SignedWasHeld ==
    [][\A m \in Honest : \A p \in New(m) :
        /\ OwnOf(p) \subseteq Elements(attester[m].held)
        /\ Outcomes!TakesTheFront(p.transactions, p.forced, attester[m].view.queue)]_slotVariables

\* ATTEST-3, ATTEST-4: in its slot, before the phase in which it is published.
SignedInTime ==
    [][\A m \in Honest : \A p \in New(m) :
        p.slot = slot /\ phase \in {"build", "attest"}]_slotVariables

\* PROPOSE-3, PROPOSE-12: L1 takes blocks in their slot, and takes none back.
ChainGrowsInTime ==
    [][chain' # chain =>
        /\ Len(chain') = Len(chain) + 1
        /\ SubSeq(chain', 1, Len(chain)) = chain
        /\ chain'[Len(chain')].proposal.slot = slot]_slotVariables
=============================================================================
