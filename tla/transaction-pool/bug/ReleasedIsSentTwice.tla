------------------------ MODULE ReleasedIsSentTwice -------------------------
\* Violates EverythingGoesOutOnce.
\* What is released is sent twice (TX-7).
EXTENDS Serve

BuggyReleaseEffects(s, e) == SentOf(Released(s, e)) \o SentOf(Released(s, e))
=============================================================================
