------------------------ MODULE EpochIsSampledTwice -------------------------
\* Violates TypeOK.
\* An epoch may be sampled again and again (EPOCH-1).
EXTENDS Committee

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "EpochAlreadySampled" THEN {} ELSE {refusal}
=============================================================================
