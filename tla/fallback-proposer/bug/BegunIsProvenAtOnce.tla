------------------------ MODULE BegunIsProvenAtOnce -------------------------
\* Violates ProvingIsKept.
\* What is begun on another tip counts as executed if something was before (BASED-7).
EXTENDS Race

BuggyBuild(s, e) == [s EXCEPT !.building = Begun(s, e)]
=============================================================================
