------------------------- MODULE FallbackProperties -------------------------
(***************************************************************************)
(* What must hold of the chain with and without a committee, whatever the  *)
(* rules that bring it about.  Nothing here asks for a refusal of a role.  *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has models in   *)
(* tla/system/fallback/bug that violate it, one for every conjunct.        *)
(***************************************************************************)
EXTENDS Fallback

Outcomes == INSTANCE NodeOutcomes

-----------------------------------------------------------------------------
\* The chain, block by block.

IsSession == mode.entered # -1
NoSession == mode.entered = -1

IsQuorum(who) == 3 * Cardinality(who \cap Elements(Members)) > 2 * Len(Members)

RECURSIVE ForcedIn(_)
ForcedIn(blocks) ==
    IF blocks = <<>> THEN <<>>
    ELSE Head(blocks).header.forced \o ForcedIn(Tail(blocks))

IsPrefix(q, of) == Len(q) <= Len(of) /\ SubSeq(of, 1, Len(q)) = q

Epoch == slot \div SlotsPerEpoch
IsDue(entries) == entries # <<>> /\ entries[1].includedByEpoch <= Epoch

-----------------------------------------------------------------------------
\* What L1 has against a fallback block, by name; what it does is L1Chain's.

Against(b) ==
    LET p == b.block
        left == SubSeq(WaitingEntries, p.forced + 1, Len(WaitingEntries))
    IN UNION {
    Require(IsSession, "FallbackNotActive"),                                  \* FALLBACK-9
    Require(p.slot <= slot, "SlotInFuture"),                                  \* FALLBACK-12
    Require(p.parent = TipOf(ProvenLedger), "ParentNotTip"),                  \* FALLBACK-11
    Require(p.slot > TipOf(ProvenLedger).slot, "SlotTaken"),                  \* PROPOSE-6
    Require(p.forced <= Len(Waiting), "ForcedBeyondQueue"),                   \* QUEUE-4
    Require(Outcomes!TakesTheFront(p.transactions, p.forced, Waiting), "ForcedHashMismatch"),  \* QUEUE-5
    Require(IsDue(left) => p.forced = Len(p.transactions), "ForcedTransactionsDue"),  \* QUEUE-6
    Require(IsDue(left) => p.forced >= ForcedMinimum, "ForcedBelowMinimum"),  \* QUEUE-7
    Require(b.isProven, "ProofInvalid") }                                     \* FALLBACK-13

\* What is told of L1 by a node that read it just now.
Truth == [
    follows  |-> "level",
    tip      |-> TipOf(ledger),
    alarm    |-> FALSE,
    fallback |-> IsSession,
    queue    |-> Waiting ]

IsLevel(m) == ReportOf(follower[m]).follows = "level"
\* L1 took nothing since, and the view is not too old.
Knows(m) == m \in fresh /\ slot - follower[m].view.time <= MaxViewAge

\* In a session that it knows something waits, and what the node has begun stands elsewhere.
IsOn(b, tip) == b # NoBuilding /\ b.parent = tip
MissesItsTip(m) ==
    LET view == builder[m].view IN
    /\ IsLevel(m)
    /\ view.fallback
    /\ view.tip.slot < slot
    /\ view.queue # <<>>
    /\ ~IsOn(builder[m].building, view.tip)
    /\ ~IsOn(builder[m].proven, view.tip)

-----------------------------------------------------------------------------
\* Invariants.

\* BUILD-24, FOLLOW-7: every role has the slot of L1.
ClocksAgree ==
    /\ \A m \in Nodes : follower[m].slot = slot /\ builder[m].slot = slot
    /\ \A m \in HonestSeats : proposer[m].slot = slot

\* FOLLOW-1: the roles of a node are told what its follower reports.
RolesShareTheirFollower ==
    /\ \A m \in Nodes : builder[m].view = ReportOf(follower[m])
    /\ \A m \in HonestSeats : proposer[m].view = ReportOf(follower[m])

\* PROPOSE-10, PROPOSE-11, FALLBACK-13: every block was attested by a quorum or came with its
\* proof.
BlocksAreAttestedOrProven ==
    \A i \in DOMAIN ledger : IsQuorum(ledger[i].signers) \/ ledger[i].isProven

\* PROPOSE-5, PROPOSE-6, FALLBACK-11, FALLBACK-12: each on the one before it, later, and not
\* of the future.
ChainIsOne ==
    \A i \in DOMAIN ledger :
        LET header == ledger[i].header
            parent == TipOf(SubSeq(ledger, 1, i - 1))
        IN /\ header.parent = parent
           /\ header.slot > parent.slot
           /\ header.slot <= slot

\* QUEUE-5, QUEUE-8: what is forced is taken in its order, and so none of it twice, pending or
\* proven.
ForcedAreTakenOnce == IsPrefix(ForcedIn(ledger), Names(queue))

\* QUEUE-8, FALLBACK-4: as many count as taken as the blocks took, whatever was dropped and
\* wherever L1 went back to.
MarksFollowTheChain == L1!Included = Len(ForcedIn(ledger))

\* FALLBACK-4, FALLBACK-3: in fallback the proven chain is all there is.
SessionsHaveNoPending == IsSession => pending = <<>> /\ claim = NoClaim

\* FALLBACK-6, FALLBACK-7.
SessionsEnd ==
    IsSession =>
        /\ slot < mode.entered + ExitSlots
        /\ slot < mode.advanced + ActivitySlots

\* FOLLOW-7, FOLLOW-11: what a node knows of L1 stays right while only time passes.
FreshReportsAreRight ==
    \A m \in Nodes : Knows(m) => ReportOf(follower[m]) = Truth

\* FOLLOW-11: a view that is too old is not acted on.
OldViewsAreNotLevel ==
    \A m \in Nodes : slot - follower[m].view.time > MaxViewAge => ~IsLevel(m)

\* BASED-7: an honest node hands in what it has a proof of.
HandedInHasItsProof == \A b \in handed : b.isProven

\* BASED-3, BASED-8: who has nothing on its tip can begin with all that waits.
TipsAreBuiltOn ==
    \A m \in Nodes :
        MissesItsTip(m) => ENABLED Build(m, builder[m].view.queue, Len(builder[m].view.queue))

-----------------------------------------------------------------------------
\* Steps of L1.

GoesBack == reorganised' # reorganised
Lands == ~GoesBack /\ slot' = slot /\ ledger' # ledger
Last == ledger[Len(ledger)]

\* FALLBACK-9: a block that nobody attested is one of a session. (SessionsHaveNoPending: and
\* one that was attested is not.)
ProvenBlocksAreOfSessions == [][Lands /\ Last'.isProven => IsSession]_fallbackVariables

\* QUEUE-6, QUEUE-7: of every block, in fallback or not.
QueuesAreServed ==
    [][Lands =>
        LET header == Last'.header
            left == SubSeq(WaitingEntries, Len(header.forced) + 1, Len(WaitingEntries))
        IN IsDue(left) =>
            /\ Len(header.forced) >= ForcedMinimum
            /\ header.forced = header.body]_fallbackVariables

-----------------------------------------------------------------------------
\* Steps of nodes.

\* FALLBACK-5, BUILD-1: an honest seat neither builds nor publishes in a session that it knows.
Publishes(m) == \E b \in published' \ published : b.caller = m
BuildsAsSeat(m) == proposer'[m].building \notin {proposer[m].building, NoBuilding}
SeatsStandAside ==
    [][\A m \in HonestSeats :
        BuildsAsSeat(m) \/ Publishes(m) => ~ReportOf(follower[m]).fallback]_fallbackVariables

\* BASED-2, BASED-8: what is handed in stands on the proven tip that the node knows, while the
\* mode lasts.
HandedInOnTheTip ==
    [][\A b \in handed' \ handed :
        LET report == ReportOf(follower[b.caller]) IN
        /\ b.block.parent = report.tip
        /\ report.fallback]_fallbackVariables

\* BASED-1 to BASED-9: L1 has nothing against what a node hands in that knows L1.
KnownIsTakeable ==
    [][\A b \in handed' \ handed : Knows(b.caller) => Against(b) = {}]_fallbackVariables

\* FALLBACK-9, FALLBACK-12, FALLBACK-13, QUEUE-4 to QUEUE-7: and what it has against it later comes
\* from what L1 did meanwhile: the session ended with its time, more became due, or another block
\* landed, which alone moves the tip (ProvenChainGrows); or L1 went back.
RefusedForWhatHappened ==
    [][\A b \in handed :
        Against(b) = {} /\ ~GoesBack =>
            LET new == Against(b)' IN
            /\ "FallbackNotActive" \in new => slot' # slot
            /\ new \subseteq {"FallbackNotActive", "ForcedTransactionsDue", "ForcedBelowMinimum"}
                   \/ Lands]_fallbackVariables

\* PRUNE-8: what is proven stays, unless L1 goes back.
ProvenChainGrows == [][~GoesBack => IsPrefix(ProvenLedger, ProvenLedger')]_fallbackVariables
=============================================================================
