----------------------------- MODULE Challenged -----------------------------
(***************************************************************************)
(* Slots whose attestations L1 does not verify: the roles and the steps    *)
(* are those of Slot, but a block may be posted with signatures that       *)
(* nobody gave, and drops when somebody shows that within d slots          *)
(* (CHALLENGE).                                                            *)
(*                                                                         *)
(* What Slot does not say, and no clause does, is what a node makes of it: *)
(* as chosen in F-48, every follower looks at what was posted and stops    *)
(* before the first false block that can still be challenged, and a        *)
(* proposer hands L1 the challenge of that block and its own block in one  *)
(* transaction.                                                            *)
(*                                                                         *)
(* Frozen, beside what Slot freezes: a node that is up is level when its   *)
(* slot begins; roots are right, as a false block with a wrong one raises  *)
(* no other question (FOLLOW-4); nothing is proven, so that a block leaves *)
(* the chain by a challenge alone.                                         *)
(***************************************************************************)
EXTENDS Slot

CONSTANT ChallengeSlots   \* d, CHALLENGE-5
ASSUME SignaturesArePosted == ChallengeSlots \in Nat \ {0}

-----------------------------------------------------------------------------
\* What was posted.

\* CHALLENGE-6: some signature is none of its member for this block.
IsFalse(b) == ~(b.signers \subseteq Signers(b.proposal))

\* CHALLENGE-5.
InTime(b, n) == n <= b.proposal.slot + ChallengeSlots

\* CHALLENGE-3 to CHALLENGE-6: places of blocks that a challenge in slot n drops.
Challengeable(blocks, n) == {i \in DOMAIN blocks : IsFalse(blocks[i]) /\ InTime(blocks[i], n)}

\* CHALLENGE-7: a block drops with all that stands on it.
Before(blocks, i) == SubSeq(blocks, 1, i - 1)
FirstOf(places) == CHOOSE i \in places : \A j \in places : i <= j
Standing(blocks, n) ==
    LET places == Challengeable(blocks, n)
    IN IF places = {} THEN blocks ELSE Before(blocks, FirstOf(places))

-----------------------------------------------------------------------------
\* What a node makes of it.

\* F-48.
Looks(m) == TRUE
Seen(m, n) == IF Looks(m) THEN Standing(chain, n) ELSE chain

\* F-48: what a block is handed over with.
ChallengesWithItsBlock(m) == TRUE

\* A block and, in one transaction before it, the challenge that it needs.
LeftFor(b) == IF ChallengesWithItsBlock(b.caller) THEN Standing(chain, slot) ELSE chain

-----------------------------------------------------------------------------
\* Steps of honest nodes beside those of Slot.

Look(m) ==
    /\ attester[m].view = NoView
    /\ NodeStep(m, [name |-> "follow", view |-> ViewOf(Seen(m, slot))])
    /\ UNCHANGED crashed

-----------------------------------------------------------------------------
\* Steps of L1, and of time.

\* PROPOSE, CHALLENGE-1: as Slot has it of a chain that a challenge left, with no look at
\* who signed.
PostRefusals(b, blocks) ==
    LET p == b.proposal IN UNION {
    Require(p.slot = slot, "SlotNotCurrent"),
    Require(p.timestampSlot = p.slot, "TimestampMismatch"),
    Require(p.parent = TipOf(blocks), "ParentNotTip"),
    Require(p.slot > TipOf(blocks).slot, "SlotTaken"),
    Require(b.caller = ProposerOf(slot), "CallerNotProposer"),
    QueueRefusals(p.transactions, p.forced, Waiting(blocks)),
    Require(Cardinality(b.signers) >= Quorum(slot), "QuorumNotReached") }

Post(b, blocks) ==
    /\ PostRefusals(b, blocks) = {}
    /\ chain' = Append(blocks, b)
    /\ UNCHANGED <<slot, phase, attester, proposer, attested, offered, submitted, crashed>>

\* CHALLENGE-3 to CHALLENGE-6: of the i-th block.
ChallengeRefusals(i) == UNION {
    Require(InTime(chain[i], slot), "ChallengeTooLate"),
    Require(IsFalse(chain[i]), "ChallengeUnfounded") }

\* As the system has them: nothing else names them.
L1ChallengeRefusals(i) == ChallengeRefusals(i)

\* CHALLENGE-11: by anybody.
Challenge(i) ==
    /\ L1ChallengeRefusals(i) = {}
    /\ chain' = Before(chain, i)
    /\ UNCHANGED <<slot, phase, attester, proposer, attested, offered, submitted, crashed>>

\* FOLLOW-7: what time alone changes of a view changes with time.
Told(m, s, n) ==
    IF s.view = NoView \/ n = s.slot THEN s ELSE [s EXCEPT !.view = ViewOf(Seen(m, n))]

PassAndLook ==
    LET e == [name |-> "tick"] IN
    \E next \in {Tick([slot |-> slot, phase |-> phase])} :
        /\ slot' = next.slot
        /\ phase' = next.phase
        /\ attester' = [m \in Honest |->
               [AttesterAfter(m, attester[m], e) EXCEPT !.view = Told(m, attester[m], next.slot).view]]
        /\ proposer' = [m \in HonestProposers |->
               [ProposerAfter(m, proposer[m], e) EXCEPT !.view = Told(m, proposer[m], next.slot).view]]
        /\ UNCHANGED <<attested, offered, submitted, chain, crashed>>
=============================================================================
