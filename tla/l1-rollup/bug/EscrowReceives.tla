--------------------------- MODULE EscrowReceives ---------------------------
\* Violates EscrowIsConserved.
\* The escrow may be paid what then belongs to no account (ESCROW-14).
EXTENDS Escrow

BuggyCanReceive(receiver) == receiver # "none"
=============================================================================
