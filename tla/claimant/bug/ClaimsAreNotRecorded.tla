------------------------ MODULE ClaimsAreNotRecorded ------------------------
\* Violates RecordsAreKept.
\* Nobody writes down what was handed to L1 (QUOTE-5).
EXTENDS Window

BuggyClaim(s) == s
=============================================================================
