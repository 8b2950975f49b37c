--------------------------- MODULE LeastIsAtStake ---------------------------
\* Violates ClaimsAreHandedIn.
\* A claim asks for the minimum bond, whatever was offered (QUOTE-6).
EXTENDS Window

BuggySubmission(s) ==
    Effect("submit", "claim/" \o Self \o "/" \o ToString(s.slot),
           [quote |-> [Best(s) EXCEPT !.bond = MinimumBond]], s.slot)
=============================================================================
