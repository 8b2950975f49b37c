-------------------------- MODULE NextEpochIsSetUp --------------------------
\* Violates CallsAreHandedOver.
\* The call is for the epoch after this one (FOLLOW-12).
EXTENDS Keep

BuggySubmitEffects(s, e) ==
    IF e.name = "setUp"
    THEN <<Effect("submit", "setup/" \o ToString(Epoch(s) + 1) \o "/" \o ToString(s.slot),
                  [epoch |-> Epoch(s) + 1], s.slot)>>
    ELSE <<>>
=============================================================================
