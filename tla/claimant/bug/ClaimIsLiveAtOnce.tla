------------------------- MODULE ClaimIsLiveAtOnce --------------------------
\* Violates ViewsAreReported.
\* Who claims takes the claim for live before L1 shows it (QUOTE-5).
EXTENDS Window

BuggyClaim(s) == [s EXCEPT !.claimed = s.slot, !.view.claim = Best(s).prover]
=============================================================================
