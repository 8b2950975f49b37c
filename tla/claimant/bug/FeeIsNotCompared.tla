-------------------------- MODULE FeeIsNotCompared --------------------------
\* Violates TheFirstIsClaimed.
\* The fee does not count (QUOTE-6).
EXTENDS Choice

BuggyCheapest(q) == q
=============================================================================
