-------------------------- MODULE NodeStatusDomain --------------------------
(***************************************************************************)
(* Nodes that are asked where each of three transactions stands, of which  *)
(* t1 and t2 spend the same: every combination of some states of their     *)
(* roles, reachable or not.  Of each role there is what a status reads.    *)
(***************************************************************************)
EXTENDS NodeStatus

Asked == {"t1", "t2", "t3"}

\* In the slot before one attestation was a quorum, in this one it takes all three.
Given == [
    committees |-> << <<"m1">>, <<"m1", "m2", "m3">> >>,
    nullifiers |-> [t1 |-> "n1", t2 |-> "n1", t3 |-> "n3"] ]

Slot == 1

-----------------------------------------------------------------------------
\* Followers.

Block(slot, parent, body, root) ==
    [slot |-> slot, parent |-> parent, body |-> body, forced |-> <<>>, root |-> root]
BlockA == Block(0, FollowerRole!Genesis, <<"t1">>, <<"t1">>)
BlockB == Block(1, [slot |-> 0, root |-> <<"t1">>], <<"t3">>, <<"t1", "t3">>)
\* Of another fork, which L1 does not show any more.
BlockE == Block(0, FollowerRole!Genesis, <<"t2">>, <<"t2">>)

Chains == {<<>>, <<BlockA>>, <<BlockA, BlockB>>}

L1View(chain, proven, final, prunesAt) ==
    [FollowerRole!NoL1View EXCEPT
        !.time = Slot, !.chain = chain, !.proven = proven, !.final = final, !.prunesAt = prunesAt]

\* With a prune that is due, and without one.
Views ==
    {FollowerRole!NoL1View} \cup
    UNION {
        {L1View(chain, proven, final, prunesAt) : final \in 0..proven, prunesAt \in {-1, Slot}} :
            <<chain, proven>> \in {pair \in Chains \X (0..2) : pair[2] <= Len(pair[1])} }

Followers ==
    {FollowerRole!Asking([FollowerRole!Initial EXCEPT !.slot = Slot, !.applied = applied, !.view = view]) :
        applied \in Chains \cup {<<BlockE>>}, view \in Views}

-----------------------------------------------------------------------------
\* The other roles.

Pools == {[stored |-> stored] : stored \in {<<>>, <<"t1", "t2", "t3">>}}

Proposal(slot, transactions) ==
    [slot |-> slot, timestampSlot |-> slot, parent |-> FollowerRole!Genesis,
     transactions |-> transactions, forced |-> 0, root |-> transactions, blobs |-> "match"]
NoProposal == [Proposal(-1, <<>>) EXCEPT !.timestampSlot = -1]

\* Of an attester and of a proposer that did nothing yet.
Idle == [slot |-> Slot, signed |-> NoProposal, work |-> NoProposal]
Silent == [slot |-> Slot, proposed |-> NoProposal, attestations |-> <<>>]

\* What was signed in this slot or the one before, or is in work.
Attesters == {
    Idle,
    [Idle EXCEPT !.signed = Proposal(Slot, <<"t2">>)],
    [Idle EXCEPT !.signed = Proposal(Slot - 1, <<"t2">>)],
    [Idle EXCEPT !.work = Proposal(Slot, <<"t2">>)] }

\* One short of a quorum, and with one in this slot and the one before.
Own(slot, attestations) ==
    [Silent EXCEPT !.proposed = Proposal(slot, <<"t1", "t3">>), !.attestations = attestations]
Proposers == {
    Silent,
    Own(Slot, <<"m1", "m2">>),
    Own(Slot, <<"m1", "m2", "m3">>),
    Own(Slot - 1, <<"m1", "m2", "m3">>) }

Nodes == [follower : Followers, pool : Pools, attester : Attesters, proposer : Proposers]

\* The one that all others come after.
NewNode == [
    follower |-> [FollowerRole!Initial EXCEPT !.slot = Slot],
    pool     |-> [stored |-> <<>>],
    attester |-> Idle,
    proposer |-> Silent ]
ASSUME NewNodeIsOne == NewNode \in Nodes
=============================================================================
