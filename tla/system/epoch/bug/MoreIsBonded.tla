---------------------------- MODULE MoreIsBonded ----------------------------
\* Violates BondedHasQuoted.
\* L1 notes a higher bond than the quote has (CLAIM-10).
EXTENDS Stale

BuggyL1Claims(c) == L1!Claim(ClaimEvent([c EXCEPT !.quote.bond = @ + 1]))
=============================================================================
