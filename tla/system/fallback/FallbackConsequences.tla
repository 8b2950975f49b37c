------------------------ MODULE FallbackConsequences ------------------------
(***************************************************************************)
(* What follows from the rules of the roles and of L1, and not from how    *)
(* the system puts them together.                                          *)
(***************************************************************************)
EXTENDS FallbackProperties

-----------------------------------------------------------------------------
\* Invariants.

\* Nothing that happens in the system leads a role where its own rules know no way.
RolesAreCoherent ==
    /\ \A m \in Nodes :
        /\ FollowerRole!IsState(follower[m]) /\ FollowerRole!Coherent(follower[m])
        /\ BuilderRole!IsState(builder[m]) /\ BuilderRole!Coherent(builder[m])
    /\ \A m \in HonestSeats : ProposerRole!IsState(proposer[m]) /\ ProposerRole!Coherent(proposer[m])

\* L1Chain takes what nothing is said against, and nothing else.
NothingElseIsAgainst == \A b \in handed : Against(b) = {} <=> ENABLED TakeProven(b)
=============================================================================
