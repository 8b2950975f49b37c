--------------------------- MODULE NodeStatusReach ---------------------------
(***************************************************************************)
(* Answers that the domain must have in it.  Each `Never…` claims that     *)
(* its answer is never given, and a Reach model shows that it is, in the   *)
(* profile that the first line above it names.                             *)
(***************************************************************************)
EXTENDS MCNodeStatus

ReachView == View

IsNever(status) == \A t \in Asked : At(t) # status

-----------------------------------------------------------------------------
\* Each status.

\* Reached in profile answers.
\* TX-11: final.
NeverFinal == IsNever("final")

\* Reached in profile answers.
\* TX-11: dropped.
NeverDropped == IsNever("dropped")

\* Reached in profile answers.
\* TX-11: proven.
NeverProven == IsNever("proven")

\* Reached in profile answers.
\* TX-11: published.
NeverPublished == IsNever("published")

\* Reached in profile answers.
\* TX-11: attested.
NeverAttested == IsNever("attested")

\* Reached in profile answers.
\* TX-11: proposed.
NeverProposed == IsNever("proposed")

\* Reached in profile answers.
\* TX-11: received.
NeverReceived == IsNever("received")

\* Reached in profile answers.
\* TX-11: unknown.
NeverUnknown == IsNever("unknown")

-----------------------------------------------------------------------------
\* What is taken back.

\* Reached in profile answers.
\* TX-11: the slot of a proposal with a quorum is over and L1 has no block of it.
NeverReceivedAfterItsSlot ==
    ~(node.proposer = Own(Slot - 1, <<"m1", "m2", "m3">>) /\ At("t1") = "received")

\* Reached in profile answers.
\* TX-11: the same, and L1 has one.
NeverPublishedAfterItsSlot ==
    ~(node.proposer = Own(Slot - 1, <<"m1", "m2", "m3">>) /\ At("t1") = "published")

\* Reached in profile answers.
\* TX-11: what was applied is pruned.
NeverReceivedAfterAPrune ==
    ~(/\ node.follower.applied = <<BlockA>>
      /\ node.follower.view.chain = <<BlockA>>
      /\ At("t1") = "received")

\* Reached in profile answers.
\* TX-11: shown by a block alone, without having been received.
NeverPublishedUnheld == ~(node.pool.stored = <<>> /\ At("t3") = "published")
=============================================================================
