-------------------------- MODULE BlobsAreBelieved --------------------------
\* Violates SignedBlobsAreComputed.
\* The versioned hashes of the header are believed (ATTEST-17).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "BlobHashesMismatch" THEN {} ELSE {refusal}
=============================================================================
