---------------------- MODULE OnlyTheLastIsRemembered -----------------------
\* Violates FoundIsKept.
\* With the next wrong block the one before is forgotten (FOLLOW-6).
EXTENDS Reorg

BuggyFound(s, e) ==
    IF IsRight(s, e) THEN [s EXCEPT !.applied = Append(Right(s), e.header)]
    ELSE [s EXCEPT !.wrong = <<e.header>>]
=============================================================================
