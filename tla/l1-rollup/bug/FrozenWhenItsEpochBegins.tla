---------------------- MODULE FrozenWhenItsEpochBegins ----------------------
\* Violates ChangesAreNotSeenForAnEpoch.
\* The set is frozen when the epoch begins in which it is drawn from: a change in
\* the last block before it is drawn, and that block knows the number (VALIDATOR-5).
EXTENDS Committee

BuggyFrozen(s) == SetAtStart(s)
=============================================================================
