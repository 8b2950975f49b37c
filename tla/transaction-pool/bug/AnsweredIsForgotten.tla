------------------------ MODULE AnsweredIsForgotten -------------------------
\* Violates AnsweredIsKnown.
\* Nobody knows which requests were answered (TX-17).
EXTENDS Serve

BuggyReceiveRequest(s, e) == s
=============================================================================
