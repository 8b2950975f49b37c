-------------------------- MODULE AttacksProperties --------------------------
(***************************************************************************)
(* What a slot keeps up to a number of liars, and not with one more.  With *)
(* k members and a quorum of q, 48 and 33 at full size, 4 and 3 here:      *)
(*   - silent, k - q + 1 members, 16 and 2, leave every slot empty;        *)
(*   - lying, 2q - k members, 18 and 2, make two quorums (profile overrun  *)
(*     of Slot, OneQuorumPerSlot);                                         *)
(*   - lying, q members, 33 and 3, publish whatever root they like.        *)
(* The proposer is among them, or nothing is proposed.                     *)
(***************************************************************************)
EXTENDS SlotProperties

\* With fewer liars than a quorum one of the signers is honest.
QuorumsNeedHonest(n) == ~IsQuorum(Byzantine, n)

-----------------------------------------------------------------------------
\* Invariants.

\* ATTEST-18, PROPOSE-11: with fewer liars than a quorum what L1 takes has a computed root.
TakenIsComputed ==
    \A b \in Blocks :
        QuorumsNeedHonest(b.proposal.slot)
            => Outcomes!IsOutcome(b.proposal.root, b.proposal.parent.root, b.proposal.transactions)

\* ATTEST-14, TX-8: and somebody honest held every transaction of it that no queue has.
TakenWasHeld ==
    \A b \in Blocks :
        QuorumsNeedHonest(b.proposal.slot)
            => \E m \in Honest : OwnOf(b.proposal) \subseteq Elements(attester[m].held) \/ Loses(m)
=============================================================================
