------------------------- MODULE QuotedAfterTheLoss -------------------------
\* Violates StartsAreLeftOut.
\* After the loss of its store a prover quotes for what it may have quoted for (QUOTE-12).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "StartTooRecent" THEN {} ELSE {refusal}
=============================================================================
