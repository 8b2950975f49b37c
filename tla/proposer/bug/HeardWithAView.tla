--------------------------- MODULE HeardWithAView ---------------------------
\* Violates MembersAreHeard.
\* Attestations are heard by a level view alone (BUILD-19).
EXTENDS Collect

BuggyReceiveAttestationRefusals(s, e) == UNION {
    Level(s),
    FormRefusals(e.form),
    HasProposed(s),
    Require(e.proposal = s.proposed, "OtherProposal"),
    IsUnpublished(s),
    PublishingOpen(s),
    SignatureRefusals(e.form),
    Require(e.signer \in Elements(CommitteeOf(s.slot)), "SignerNotMember"),
    Require(e.signer \notin Elements(s.attestations), "AttestationKnown") }
=============================================================================
