--------------------------- MODULE ClaimedBehind ----------------------------
\* Violates ClaimedLevel.
\* A claim is made by a view that goes on (FOLLOW-9).
EXTENDS Window

BuggyLevel(s) == Require(s.view.follows # "nothing", "NotFollowing")
=============================================================================
