----------------------------- MODULE CallStays ------------------------------
\* Violates CallsAreHandedOver.
\* A call is remembered and not handed to L1 (FOLLOW-12).
EXTENDS Keep

BuggySubmitEffects(s, e) == <<>>
=============================================================================
