------------------------ MODULE ChallengedProperties ------------------------
(***************************************************************************)
(* What must hold where signatures are posted and challenged.              *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/system/challenged/bug that violates it.                             *)
(***************************************************************************)
EXTENDS Challenged

\* What was before the current slot.
Knows(m) == attester[m].view # NoView /\ attester[m].view.tip.slot < slot

-----------------------------------------------------------------------------
\* Invariants.

\* F-48: when a block of an honest proposer is on L1, what is false below it could not be
\* challenged any more when it was proposed.
HonestStandOnTrue ==
    \A i, j \in DOMAIN chain :
        i < j /\ chain[j].caller \in Honest /\ IsFalse(chain[i]) =>
            chain[j].proposal.slot > chain[i].proposal.slot + ChallengeSlots

\* F-48: of what was before the current slot all nodes have one tip, or members refuse
\* what an honest proposer builds (ATTEST-9).
TipsAgree ==
    \A m, n \in Honest : Knows(m) /\ Knows(n) => attester[m].view.tip = attester[n].view.tip

\* F-48: until the slot has a block, what an honest proposer handed over is accepted,
\* whatever was posted before it.
SubmittedIsTaken ==
    \A b \in submitted :
        b.proposal.slot = slot /\ (\A i \in DOMAIN chain : chain[i].proposal.slot < slot)
            => PostRefusals(b, LeftFor(b)) = {}

\* BUILD-21: an honest proposer posts nothing false.
HonestPostTrue == \A b \in submitted : ~IsFalse(b)

-----------------------------------------------------------------------------
\* Steps.

\* CHALLENGE-5, CHALLENGE-7: no block of an honest proposer is ever dropped.
HonestBlocksStand ==
    [][\A i \in DOMAIN chain : chain[i].caller \in Honest => i \in DOMAIN chain' /\ chain'[i] = chain[i]]_slotVariables
=============================================================================
