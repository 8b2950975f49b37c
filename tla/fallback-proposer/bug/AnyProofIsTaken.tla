-------------------------- MODULE AnyProofIsTaken ---------------------------
\* Violates OnlyTheOwnProofCounts.
\* A proof of another block is taken (BASED-7).
EXTENDS Race

BuggyProvedRefusals(s, e) == Require(s.proving, "NothingProving")
=============================================================================
