-------------------------- MODULE AnyParentIsTaken --------------------------
\* Violates NothingIsBegunInVain.
\* A proposal is taken on a block that is not the own tip (ATTEST-9).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "ParentNotTip" THEN {} ELSE {refusal}
=============================================================================
