------------------------- MODULE ShownBecomesSecret -------------------------
\* Violates ShownIsNoSecret.
\* What is given for the stash is stashed though L1 showed it meanwhile (TX-7).
EXTENDS Serve

BuggyIsSecret(s, e) == e.from = "stash"
=============================================================================
