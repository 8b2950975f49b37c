-------------------------- MODULE HandedInTooLate ---------------------------
\* Violates HandedInOnTheTip.
\* A proof is handed in after the session (BASED-2).
EXTENDS Racing

BuggyBuilderRefusals(s, e) == BuilderRole!Refusals(s, e) \ {"FallbackNotActive"}
=============================================================================
