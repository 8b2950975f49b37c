-------------------------- MODULE ProposerInstances --------------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/proposer.md lists them.  A variation changes only what it   *)
(* names, so that it is refused for that alone.                            *)
(***************************************************************************)
EXTENDS ProposerProperties, NodeInstances, NodeBuilds

CONSTANT Signers   \* of attestations, in order; with none of them none comes

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
