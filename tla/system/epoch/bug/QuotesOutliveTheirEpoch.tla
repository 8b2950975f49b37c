---------------------- MODULE QuotesOutliveTheirEpoch -----------------------
\* Violates RolesAreCoherent.
\* A claimant keeps the quotes of an epoch that nobody quotes for any more (QUOTE-3).
EXTENDS Integrated

BuggyClaimantAfter(m, s, e) ==
    IF e.name = "tick" THEN [Claimant(m)!After(s, e) EXCEPT !.quotes = s.quotes] ELSE Claimant(m)!After(s, e)
=============================================================================
