-------------------------- MODULE HeldIsRequested ---------------------------
\* Violates MissingIsRequested.
\* All transactions of the epoch are asked for, those that are held as well (PROVE-1).
EXTENDS Prove

BuggyRequests(s) == [i \in DOMAIN s.view.transactions |-> Request(s.view.transactions[i], s.slot)]
=============================================================================
