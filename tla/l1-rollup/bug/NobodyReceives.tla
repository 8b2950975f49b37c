--------------------------- MODULE NobodyReceives ---------------------------
\* Violates WithdrawalsReachTheirReceivers.
\* A withdrawal may be paid to nobody (ESCROW-14).
EXTENDS Escrow

BuggyCanReceive(receiver) == receiver # "escrow"

\* What is only asked about elsewhere is followed here.
BuggyFollowed(s) == Instances(s) \cup ExecuteWithdrawalProbes
=============================================================================
