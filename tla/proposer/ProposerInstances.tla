-------------------------- MODULE ProposerInstances --------------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/proposer.md lists them.  A variation changes only what it   *)
(* names, so that it is refused for that alone.                            *)
(***************************************************************************)
EXTENDS ProposerProperties, NodeInstances

CONSTANT Signers   \* of attestations, in order; with none of them none comes

\* Meant to pass when anything can.
Base(s, L) ==
    [name |-> "build", transactions |-> L, forced |-> CommonFront(L, s.view.queue)]

Builds(s) ==
    LET base == Base(s, Lists[1]) IN UNION {
    {Base(s, L) : L \in Elements(Lists)},
    {[Base(s, L) EXCEPT !.forced = Lesser(Len(L), Len(s.view.queue))] : L \in Elements(Lists)},
    {[base EXCEPT !.transactions = <<>>, !.forced = 0]},
    {[base EXCEPT !.transactions = <<"t1", "t1">>]},
    {[base EXCEPT !.forced = n] : n \in Beside(base.forced)} }

BaseOf(s, signer) ==
    [name |-> "receiveAttestation", form |-> "fits", signer |-> signer, proposal |-> s.proposed]

Attestations(s) ==
    IF Signers = <<>> THEN {}
    ELSE LET base == BaseOf(s, Signers[1]) IN UNION {
        {BaseOf(s, m) : m \in Elements(Signers)},
        {[base EXCEPT !.form = f] : f \in AttestationForms \ {"fits"}},
        {[base EXCEPT !.signer = "stranger"]},
        {[base EXCEPT !.proposal.root = <<"wrong">>]} }

Instances(s) ==
    CommonInstances(s) \cup Builds(s) \cup Results(s.building) \cup Attestations(s)
    \cup {[name |-> "publish"]}
=============================================================================
