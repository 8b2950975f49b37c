import { bondIsEnough, claimWindowOpen, noClaimIsLive, quoteIsValid } from '../../l1-rollup/rules/claim.ts'
import { availableCovers } from '../../l1-rollup/rules/escrow.ts'
import type { Address, BasisPoints, Count, Epoch, Slot, SlotOffset, Wei } from '../../shared/units.ts'

/** QUOTE-7. In fallback nobody claims. */
export const quoteHasTakers = ({ inFallback }: { inFallback: boolean }): boolean => !inFallback

/** QUOTE-7. `nextEpoch`: the epoch after the oldest with a block that is not proven, 0 if there is none. */
export const precedingEpochIsUnproven = ({
  hasUnproven,
  nextEpoch,
  currentEpoch,
}: {
  hasUnproven: boolean
  nextEpoch: Epoch
  currentEpoch: Epoch
}): boolean => hasUnproven && nextEpoch === currentEpoch

/** QUOTE-7, as CLAIM-1. */
export const quotingWindowIsOpen = ({
  offset,
  claimWindowSlots,
}: {
  offset: SlotOffset
  claimWindowSlots: Count
}): boolean => claimWindowOpen({ offset, claimWindowSlots })

/** QUOTE-7, as CLAIM-4. `claimedProver`: of the own view. */
export const endedEpochIsUnclaimed = ({ claimedProver }: { claimedProver: Address }): boolean =>
  noClaimIsLive({ claimedProver })

/** QUOTE-12. `quotingEpoch`: the first one in which anything may be quoted. */
export const quotingMayBegin = ({
  quotingEpoch,
  currentEpoch,
}: {
  quotingEpoch: Epoch
  currentEpoch: Epoch
}): boolean => currentEpoch >= quotingEpoch

/** QUOTE-8. `nextQuoted`: the epoch after that of the last quote. */
export const endedEpochIsUnquoted = ({
  hasQuoted,
  nextQuoted,
  currentEpoch,
}: {
  hasQuoted: boolean
  nextQuoted: Epoch
  currentEpoch: Epoch
}): boolean => !hasQuoted || nextQuoted !== currentEpoch

/** QUOTE-7, as CLAIM-5. */
export const quoteHasNotEnded = ({ slot, validUntilSlot }: { slot: Slot; validUntilSlot: Slot }): boolean =>
  quoteIsValid({ slot, validUntilSlot })

/** QUOTE-9. `firstSlot`: of the current epoch, and so of its claim window. */
export const quoteEndsWithWindow = ({
  validUntilSlot,
  firstSlot,
  claimWindowSlots,
}: {
  validUntilSlot: Slot
  firstSlot: Slot
  claimWindowSlots: Count
}): boolean => validUntilSlot >= firstSlot && validUntilSlot < firstSlot + claimWindowSlots

/** QUOTE-7, as CLAIM-6. */
export const offeredBondIsEnough = ({
  bondAmount,
  minimumBondWei,
}: {
  bondAmount: Wei
  minimumBondWei: Wei
}): boolean => bondIsEnough({ bondAmount, minimumBondWei })

/** QUOTE-7, CLAIM-7. */
export const offeredFeeIsAllowed = ({
  basisPointFee,
  feeMaximum,
}: {
  basisPointFee: BasisPoints
  feeMaximum: BasisPoints
}): boolean => basisPointFee <= feeMaximum

/** QUOTE-10. `availableWei`: of the own escrow, without what is withdrawing. */
export const availableCoversBond = ({
  availableWei,
  bondAmount,
}: {
  availableWei: Wei
  bondAmount: Wei
}): boolean => availableCovers({ availableWei, amountWei: bondAmount })

/** QUOTE-11. `missingCount`: transactions of the epoch that are not held. */
export const quotedEpochIsHeld = ({ missingCount }: { missingCount: Count }): boolean => missingCount === 0
