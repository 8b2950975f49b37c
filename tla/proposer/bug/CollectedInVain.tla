-------------------------- MODULE CollectedInVain ---------------------------
\* Violates CollectedInTime.
\* Attestations are taken of a block that is published (BUILD-22).
EXTENDS Collect

BuggyReceiveAttestationRefusals(s, e) == UNION {
    FormRefusals(e.form),
    HasProposed(s),
    Require(e.proposal = s.proposed, "OtherProposal"),
    PublishingOpen(s),
    SignatureRefusals(e.form),
    Require(e.signer \in Elements(CommitteeOf(s.slot)), "SignerNotMember"),
    Require(e.signer \notin Elements(s.attestations), "AttestationKnown") }
=============================================================================
