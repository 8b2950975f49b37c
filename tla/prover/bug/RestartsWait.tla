---------------------------- MODULE RestartsWait ----------------------------
\* Violates LostStoresWait.
\* With a store that is kept the epochs before the start are left out as well (QUOTE-12).
EXTENDS Quote

BuggyRestarted(s) == [s EXCEPT !.view = NoProveView, !.proving = NoTarget, !.quotesFrom = Epoch(s)]
=============================================================================
