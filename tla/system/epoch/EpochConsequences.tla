------------------------- MODULE EpochConsequences --------------------------
(***************************************************************************)
(* What follows from the rules of the roles, and not from how the system   *)
(* puts them together.                                                     *)
(***************************************************************************)
EXTENDS EpochProperties

-----------------------------------------------------------------------------
\* Invariants.

\* Nothing that happens in the system leads a role where its own rules know no way.
RolesAreCoherent ==
    /\ \A m \in Claimants : Claimant(m)!IsState(claimant[m]) /\ Claimant(m)!Coherent(claimant[m])
    /\ \A p \in HonestProvers : Prover(p)!IsState(prover[p]) /\ Prover(p)!Coherent(prover[p])
=============================================================================
