--------------------------- MODULE AnsweredTwice ----------------------------
\* Violates AnsweredOnce.
\* Every request is answered (TX-17).
EXTENDS Serve

BuggyRequire(check, refusal) == IF check \/ refusal = "RequestAnswered" THEN {} ELSE {refusal}
=============================================================================
