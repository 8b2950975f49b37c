------------------------- MODULE ReleasedIsNotSent --------------------------
\* Violates ProposedIsPublic.
\* What is proposed is given to those who ask for it alone (TX-7).
EXTENDS Serve

BuggyReleaseEffects(s, e) == <<>>
=============================================================================
