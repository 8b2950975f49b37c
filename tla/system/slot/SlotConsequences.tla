-------------------------- MODULE SlotConsequences --------------------------
(***************************************************************************)
(* What follows from the rules of the roles, and not from how the system   *)
(* puts them together.                                                     *)
(***************************************************************************)
EXTENDS SlotProperties

-----------------------------------------------------------------------------
\* Invariants.

\* Nothing that happens in the system leads a role where its own rules know no way.
RolesAreCoherent ==
    /\ \A m \in Honest : Attester(m)!IsState(attester[m]) /\ Attester(m)!Coherent(attester[m])
    /\ \A m \in HonestProposers : Proposer(m)!IsState(proposer[m]) /\ Proposer(m)!Coherent(proposer[m])
=============================================================================
