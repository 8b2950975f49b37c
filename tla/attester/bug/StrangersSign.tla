--------------------------- MODULE StrangersSign ----------------------------
\* Violates MembersSign.
\* Whoever is relieved goes on signing (ATTEST-2).
EXTENDS Relieved

BuggyRequire(check, refusal) == IF check \/ refusal = "NotMember" THEN {} ELSE {refusal}
=============================================================================
