---------------------------- MODULE EmptyIsBuilt ----------------------------
\* Violates ListsHaveTheirMinimum.
\* A block without transactions is begun: it keeps a session alive for nobody
\* (BASED-6).
EXTENDS Race

BuggyIsEnough(L, forced) == L = <<>> \/ ~Few(L, forced)
=============================================================================
