-------------------------- MODULE CollectedTooLate --------------------------
\* Violates CollectedInTime.
\* Attestations are taken as long as the slot is (BUILD-23).
EXTENDS Collect

BuggyReceiveAttestationRefusals(s, e) == UNION {
    FormRefusals(e.form),
    HasProposed(s),
    Require(e.proposal = s.proposed, "OtherProposal"),
    IsUnpublished(s),
    SignatureRefusals(e.form),
    Require(e.signer \in Elements(CommitteeOf(s.slot)), "SignerNotMember"),
    Require(e.signer \notin Elements(s.attestations), "AttestationKnown") }
=============================================================================
