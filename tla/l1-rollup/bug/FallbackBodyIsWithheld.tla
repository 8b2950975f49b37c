----------------------- MODULE FallbackBodyIsWithheld ------------------------
\* Violates BodiesArePublished.
\* A fallback block comes without blobs (PROPOSE-8).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "BlobsMissing" THEN {} ELSE {refusal}
=============================================================================
