--------------------- MODULE FallbackBlockInTheSameSlot ----------------------
\* Violates ProvenNeverShrinks.
\* Two fallback blocks have one slot (PROPOSE-6).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "SlotTaken" THEN {} ELSE {refusal}
=============================================================================
