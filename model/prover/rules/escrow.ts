import {
  amountIsPositive,
  availableCovers,
  noWithdrawalIsPending,
  withdrawalIsPending,
  withdrawalIsUnlocked,
} from '../../l1-rollup/rules/escrow.ts'
import type { Epoch, Slot, Wei } from '../../shared/units.ts'
import { quotingMayBegin } from './quote.ts'

/** PROVE-7, as ESCROW-1. */
export const movedAmountIsPositive = ({ amountWei }: { amountWei: Wei }): boolean =>
  amountIsPositive({ amountWei })

/** PROVE-7, as ESCROW-5. `availableWei`: of the own view. */
export const amountIsAvailable = ({
  availableWei,
  amountWei,
}: {
  availableWei: Wei
  amountWei: Wei
}): boolean => availableCovers({ availableWei, amountWei })

/** PROVE-7, as ESCROW-6. `withdrawingWei`: of the own view. */
export const nothingIsWithdrawing = ({ withdrawingWei }: { withdrawingWei: Wei }): boolean =>
  noWithdrawalIsPending({ withdrawingWei })

/** PROVE-7, as ESCROW-8. `withdrawingWei`: of the own view. */
export const somethingIsWithdrawing = ({ withdrawingWei }: { withdrawingWei: Wei }): boolean =>
  withdrawalIsPending({ withdrawingWei })

/** PROVE-7, as ESCROW-7. `unlockSlot` is 0 when nothing is withdrawing. */
export const withdrawingIsUnlocked = ({ slot, unlockSlot }: { slot: Slot; unlockSlot: Slot }): boolean =>
  withdrawalIsUnlocked({ slot, unlockSlot })

/** PROVE-8, as QUOTE-12: nothing that was lost with the store is promised any more. */
export const noPromiseWasLost = ({
  quotingEpoch,
  currentEpoch,
}: {
  quotingEpoch: Epoch
  currentEpoch: Epoch
}): boolean => quotingMayBegin({ quotingEpoch, currentEpoch })

/** PROVE-8. `promisedWei`: the bond of the own quote while it can still be claimed with, else 0. */
export const promisedStaysAvailable = ({
  availableWei,
  amountWei,
  promisedWei,
}: {
  availableWei: Wei
  amountWei: Wei
  promisedWei: Wei
}): boolean => promisedWei === 0n || availableWei >= amountWei + promisedWei
