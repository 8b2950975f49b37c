---------------------- MODULE RightBlocksClearTheWrong ----------------------
\* Violates FoundIsKept.
\* With the next block that is right the wrong one is forgotten (FOLLOW-6).
EXTENDS Reorg

BuggyFound(s, e) ==
    IF IsRight(s, e) THEN [s EXCEPT !.applied = Append(Right(s), e.header), !.wrong = <<>>]
    ELSE [s EXCEPT !.wrong = Append(@, e.header)]
=============================================================================
