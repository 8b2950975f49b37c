----------------------- MODULE ProposalForgetsPending -----------------------
\* Violates PendingBeginsNow.
\* With every block the pending chain begins anew (PROPOSE-12).
EXTENDS Default

BuggyPropose(eff) == WithTiming([eff EXCEPT !.pending = eff.slot], Waits(Timing(eff), eff.slot))
=============================================================================
