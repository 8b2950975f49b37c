-------------------------- MODULE DepositsCountNot --------------------------
\* Violates OneCallPerSlot.
\* After a call of the escrow a deposit can follow in the same slot (PROVE-6).
EXTENDS Escrow

BuggyDepositRefusals(s, e) == UNION {
    IsPositive(e) }
=============================================================================
