import { type Address, NO_ADDRESS, type Slot, type Wei } from '../../shared/units.ts'

/** ESCROW-1. */
export const amountIsPositive = ({ amountWei }: { amountWei: Wei }): boolean => amountWei > 0n

/** ESCROW-2. */
export const tokensCover = ({
  tokenBalanceWei,
  amountWei,
}: {
  tokenBalanceWei: Wei
  amountWei: Wei
}): boolean => amountWei <= tokenBalanceWei

/** ESCROW-3. `heldWei`: available, withdrawing and staked together, without a bond that is due to be slashed. */
export const depositFits = ({
  heldWei,
  amountWei,
  escrowCapWei,
}: {
  heldWei: Wei
  amountWei: Wei
  escrowCapWei: Wei
}): boolean => heldWei <= escrowCapWei && amountWei <= escrowCapWei - heldWei

/** ESCROW-5. */
export const availableCovers = ({
  availableWei,
  amountWei,
}: {
  availableWei: Wei
  amountWei: Wei
}): boolean => amountWei <= availableWei

/** ESCROW-6. */
export const noWithdrawalIsPending = ({ withdrawingWei }: { withdrawingWei: Wei }): boolean =>
  withdrawingWei === 0n

/** ESCROW-8. */
export const withdrawalIsPending = ({ withdrawingWei }: { withdrawingWei: Wei }): boolean =>
  withdrawingWei > 0n

/** ESCROW-7. `unlockSlot` is 0 when nothing is withdrawing. */
export const withdrawalIsUnlocked = ({ slot, unlockSlot }: { slot: Slot; unlockSlot: Slot }): boolean =>
  slot >= unlockSlot

/** ESCROW-14. `escrow`: the contract that pays. */
export const receiverIsValid = ({ receiver, escrow }: { receiver: Address; escrow: Address }): boolean =>
  receiver !== NO_ADDRESS && receiver !== escrow

/** ESCROW-9. `slashedWei`: with a bond that is due to be slashed. */
export const somethingWasSlashed = ({ slashedWei }: { slashedWei: Wei }): boolean => slashedWei > 0n

/** REWARD-5. */
export const somethingToCollect = ({ creditWei }: { creditWei: Wei }): boolean => creditWei > 0n
