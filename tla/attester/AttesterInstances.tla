-------------------------- MODULE AttesterInstances --------------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/attester.md lists them.  A variation changes only what it   *)
(* names, so that it is refused for that alone.                            *)
(***************************************************************************)
EXTENDS AttesterProperties, NodeInstances

\* Meant to pass when anything can.
Base(s, L) ==
    LET forced == CommonFront(L, s.view.queue)
    IN [name     |-> "receiveProposal",
        form     |-> "fits",
        signer   |-> ProposerOf(s.slot),
        proposal |-> [slot          |-> s.slot,
                      timestampSlot |-> s.slot,
                      parent        |-> s.view.tip,
                      transactions  |-> L,
                      forced        |-> forced,
                      root          |-> Root(s.view.tip, L, forced),
                      blobs         |-> "match"]]

\* A block of that slot that nobody has seen.
Stale(block) == IF block = Genesis THEN {} ELSE {[block EXCEPT !.root = <<"stale">>]}
OtherParents(tip) == ({Genesis, [slot |-> 0, root |-> <<"t1">>]} \cup Stale(tip)) \ {tip}

\* What differs in the proposal alone.
Varied(s, p) == UNION {
    {[p EXCEPT !.root = <<"wrong">>], [p EXCEPT !.blobs = "other"]},
    {[p EXCEPT !.slot = n, !.timestampSlot = n] : n \in {s.slot + 1, s.slot - 1} \cap Nat},
    {[p EXCEPT !.timestampSlot = s.slot + 1]},
    {[p EXCEPT !.parent = b] : b \in OtherParents(s.view.tip)},
    {[p EXCEPT !.transactions = <<>>, !.forced = 0, !.root = p.parent.root]},
    {[p EXCEPT !.transactions = <<"t1", "t1">>]},
    {[p EXCEPT !.forced = n] : n \in Beside(p.forced)} }

Proposals(s) ==
    LET base == Base(s, Lists[1])
        members == Elements(CommitteeOf(s.slot))
    IN UNION {
        {Base(s, L) : L \in Elements(Lists)},
        {[Base(s, L) EXCEPT !.proposal.forced = Lesser(Len(L), Len(s.view.queue))] : L \in Elements(Lists)},
        {[base EXCEPT !.proposal = p] : p \in Varied(s, base.proposal)},
        {[base EXCEPT !.form = f] : f \in ProposalForms \ {"fits"}},
        {[base EXCEPT !.signer = m] : m \in (members \ {base.signer}) \cup {"stranger"}} }

Instances(s) == CommonInstances(s) \cup Proposals(s) \cup Results(s.work)
=============================================================================
