-------------------------- MODULE ProvingOfNothing --------------------------
\* Violates RolesAreCoherent.
\* A crash forgets what is being proven, and not that something is (BASED-7).
EXTENDS Byzantine

BuggyBuilderAfter(s, e) ==
    IF e.name = "crash" THEN [BuilderRole!After(s, e) EXCEPT !.proving = s.proving]
    ELSE BuilderRole!After(s, e)
=============================================================================
