--------------------- MODULE FallbackBlockInTheSameSlot ----------------------
\* Violates ProvenNeverShrinks.
\* Two fallback blocks have one slot (PROPOSE-6).
EXTENDS Based

BuggyProposeWithProofRefusals(s, e) ==
    LET eff == Effective(s) IN UNION {
    Require(InSession(eff.fallback), "FallbackNotActive"),
    Require(e.slot <= s.slot, "SlotInFuture"),
    Require(e.timestampSlot = e.slot, "TimestampMismatch"),
    Require(e.parent = eff.proven, "ParentNotTip"),
    Require(e.blobs = "match", "BlobHashesMismatch"),
    Require(ForcedAreThere(eff, e), "ForcedBeyondQueue"),
    Require(e.forcedHash = "match", "ForcedHashMismatch"),
    Require(DueAreTaken(eff, e), "ForcedTransactionsDue"),
    Require(MinimumIsTaken(eff, e), "ForcedBelowMinimum"),
    Require(e.valid, "ProofInvalid") }
=============================================================================
