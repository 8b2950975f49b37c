---------------------- MODULE FallbackEndsTheBuilding -----------------------
\* Violates BegunIsKept.
\* With fallback what was begun ends, though fallback may come again (BASED-3).
EXTENDS Race

BuggyFollow(s, e) ==
    IF e.view.fallback THEN [s EXCEPT !.view = e.view]
    ELSE [s EXCEPT !.view = e.view, !.building = NoBuilding, !.proving = FALSE]
=============================================================================
