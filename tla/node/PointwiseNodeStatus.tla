------------------------- MODULE PointwiseNodeStatus -------------------------
(***************************************************************************)
(* Where transactions stand, asked about nodes that nobody has to reach:   *)
(* there is no behaviour here.  A state of Pointwise.tla is                *)
(* {node, given}, its events are transactions, and the answer is the       *)
(* status in the place of refusals.                                        *)
(***************************************************************************)
EXTENDS NodeStatus, Pointwise, TLC

\* TLC wants a behaviour.
VARIABLE still
PointInit == still = TRUE
PointNext == UNCHANGED still

-----------------------------------------------------------------------------
\* What is asked about, typed as far as a status reads it: which parameters the roles have
\* beside those given is not known here.

IsGiven(given) ==
    /\ DOMAIN given = {"committees", "nullifiers"}
    /\ IsSequence(given.committees)
    /\ \A i \in DOMAIN given.committees : IsNames(given.committees[i])
    /\ {given.nullifiers[t] : t \in DOMAIN given.nullifiers} \subseteq STRING

IsNode(node, committees) ==
    LET p == node.proposer
        a == node.attester
        proposals == {p.proposed, a.signed, a.work}
    IN
    /\ DOMAIN node = {"follower", "pool", "attester", "proposer"}
    /\ FollowerRole!IsState(node.follower) /\ FollowerRole!Coherent(node.follower)
    /\ IsNames(node.pool.stored)
    /\ p.slot \in ProposerRole(committees)!Slots
    /\ a.slot \in Nat
    /\ \A it \in proposals : ProposerRole(committees)!IsProposal(it)
    /\ IsNames(p.attestations)

-----------------------------------------------------------------------------
ASSUME AllAnswered ==
    \A i \in 1..PointStates :
        \A asked \in {PointState(i)} :
            /\ Assert(IsGiven(asked.given), <<"no typed parameters", asked.given>>)
            /\ Assert(IsNode(asked.node, asked.given.committees), <<"no typed node", asked.node>>)
            /\ \A j \in 1..PointEvents(i) :
                   PointAnswer(i, j, Status(PointEvent(i, j), asked.node, asked.given), 0, 0)
=============================================================================
