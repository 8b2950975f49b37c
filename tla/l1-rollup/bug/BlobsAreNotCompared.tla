------------------------ MODULE BlobsAreNotCompared -------------------------
\* Violates BodiesArePublished.
\* The header may name other blobs than those that are published (PROPOSE-9).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "BlobHashesMismatch" THEN {} ELSE {refusal}
=============================================================================
