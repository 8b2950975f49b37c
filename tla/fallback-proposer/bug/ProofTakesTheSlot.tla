------------------------- MODULE ProofTakesTheSlot --------------------------
\* Violates ExecutedIsProven.
\* The proof is made for the slot in which the execution ended (BASED-7).
EXTENDS Race

BuggyProve(b) ==
    LET now == [b EXCEPT !.slot = slot]
    IN Effect("prove", "prove/" \o ToString(now.slot) \o "/" \o ContentId(now), now, NoExpiry)
=============================================================================
