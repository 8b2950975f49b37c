------------------------- MODULE DelayOneSlotShort --------------------------
\* Violates GuaranteesHold.
\* The withdrawal delay is one slot less than an epoch and the claim window
\* (ESCROW-11). The relation of the parameters would forbid it, so it is lifted.
EXTENDS Escrow

BuggyWithdrawalDelaySlots == SlotsPerEpoch + ClaimWindowSlots - 1
BuggyDelayCoversQuotes == TRUE
=============================================================================
