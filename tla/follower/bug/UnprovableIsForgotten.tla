----------------------- MODULE UnprovableIsForgotten ------------------------
\* Violates FoundIsKept.
\* A body that cannot be proven raises the alarm and is not remembered (FOLLOW-13).
EXTENDS Bodies

BuggyFound(s, e) ==
    IF IsRight(s, e) THEN [s EXCEPT !.applied = Append(Right(s), e.header)]
    ELSE IF RootOf(s, e) = e.header.root THEN s
    ELSE [s EXCEPT !.wrong = Append(@, e.header)]
=============================================================================
