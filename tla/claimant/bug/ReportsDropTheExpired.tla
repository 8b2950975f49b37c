----------------------- MODULE ReportsDropTheExpired ------------------------
\* Violates NothingIsForgottenEarly.
\* A report drops what is valid no more (QUOTE-3).
EXTENDS Window

BuggyFollow(s, e) ==
    [s EXCEPT !.view = e.view, !.quotes = SelectSeq(@, LAMBDA q : IsCurrent(q, s.slot))]
=============================================================================
