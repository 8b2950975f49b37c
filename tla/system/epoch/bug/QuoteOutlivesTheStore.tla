----------------------- MODULE QuoteOutlivesTheStore ------------------------
\* Violates RolesAreCoherent.
\* A crash that loses the store leaves the record of what was quoted (QUOTE-12).
EXTENDS Crashing

BuggyProverAfter(p, s, e) ==
    IF e.name = "crash" THEN [Prover(p)!After(s, e) EXCEPT !.quoted = s.quoted] ELSE Prover(p)!After(s, e)
=============================================================================
