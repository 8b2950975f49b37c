-------------------------- MODULE AnyParentIsGood ---------------------------
\* Violates ChainIsOne.
\* A fallback block may stand on any proven block (FALLBACK-11).
EXTENDS Byzantine

BuggyL1ProposeProven(e) == L1!ProposeProven([e EXCEPT !.parent = proven])
=============================================================================
