------------------------ MODULE YesterdayIsCollected ------------------------
\* Violates OnlyOwnAreCollected.
\* Attestations of the last slot’s proposal count in this slot (BUILD-19).
EXTENDS Collect

BuggyReceiveAttestationRefusals(s, e) == UNION {
    Require(s.proposed # NoProposal, "NothingProposed"),
    FormRefusals(e.form),
    Require(e.proposal = s.proposed, "OtherProposal"),
    IsUnpublished(s),
    PublishingOpen(s),
    SignatureRefusals(e.form),
    Require(e.signer \in Elements(CommitteeOf(s.slot)), "SignerNotMember"),
    Require(e.signer \notin Elements(s.attestations), "AttestationKnown") }
=============================================================================
