import { fallbackIsActive } from '../../l1-rollup/rules/fallback.ts'
import { noAlarm, ownTipIsLevel } from '../../node/rules/follow.ts'
import {
  blockHasNoneTwice,
  blockIsExecuting,
  blockIsLongEnough,
  blockTakesTheDue,
  blockTakesTheFront,
  blockTakesTheMinimum,
  blockTakesWhatWaits,
  builtOnOwnTip,
  nothingIsBuilt,
  nothingIsSpent,
  slotIsAfterTip,
  transactionsAreHeld,
} from '../../proposer/rules/build.ts'
import type { BlockHash, Count, QueueCommitment, Slot } from '../../shared/units.ts'

/** BASED-1, as FOLLOW-9. */
export const basedTipIsLevel = ({ isLevel }: { isLevel: boolean }): boolean => ownTipIsLevel({ isLevel })

/** BASED-1, as FOLLOW-5. */
export const basedHasNoAlarm = ({ alarm }: { alarm: boolean }): boolean => noAlarm({ alarm })

/** BASED-2, as FALLBACK-9. `inFallback`: in the own view. */
export const basedIsInForce = ({ inFallback }: { inFallback: boolean }): boolean =>
  fallbackIsActive({ inFallback })

/** BASED-3, as BUILD-7. `isBuilding`: whether something is executed or proven; `buildsOnTip`: whether on the own tip. */
export const noBasedBlockIsBuilt = ({
  isBuilding,
  buildsOnTip,
}: {
  isBuilding: boolean
  buildsOnTip: boolean
}): boolean => nothingIsBuilt({ isBuilding, buildsOnTip })

/** BASED-3. `isProven`: whether there is a proof; `provenOnTip`: whether of a block on the own tip. */
export const noBasedBlockIsProven = ({
  isProven,
  provenOnTip,
}: {
  isProven: boolean
  provenOnTip: boolean
}): boolean => !isProven || !provenOnTip

/** BASED-4, as BUILD-8. `nextSlot`: the slot after that of the own tip, 0 after genesis. */
export const basedSlotIsAfterTip = ({ slot, nextSlot }: { slot: Slot; nextSlot: Slot }): boolean =>
  slotIsAfterTip({ slot, nextSlot })

/** BASED-5, as BUILD-9. `waitingForced`: of the own view. */
export const basedBlockTakesWhatWaits = ({
  forcedCount,
  waitingForced,
}: {
  forcedCount: Count
  waitingForced: Count
}): boolean => blockTakesWhatWaits({ forcedCount, waitingForced })

/** BASED-5, as BUILD-10. Of what the block takes, and of as much of the queue. */
export const basedBlockTakesTheFront = ({
  forcedHash,
  queueHash,
}: {
  forcedHash: QueueCommitment
  queueHash: QueueCommitment
}): boolean => blockTakesTheFront({ forcedHash, queueHash })

/** BASED-5, as BUILD-11. */
export const basedBlockTakesTheDue = ({
  hasOthers,
  isNextDue,
}: {
  hasOthers: boolean
  isNextDue: boolean
}): boolean => blockTakesTheDue({ hasOthers, isNextDue })

/** BASED-5, as BUILD-12. `forcedMinimum`: m. */
export const basedBlockTakesTheMinimum = ({
  forcedCount,
  forcedMinimum,
  isNextDue,
}: {
  forcedCount: Count
  forcedMinimum: Count
  isNextDue: boolean
}): boolean => blockTakesTheMinimum({ forcedCount, forcedMinimum, isNextDue })

/** BASED-6, as BUILD-13, and never without any. `listLength`: transactions of the block. */
export const basedBlockIsLongEnough = ({
  listLength,
  minTxPerBlock,
  forcedCount,
}: {
  listLength: Count
  minTxPerBlock: Count
  forcedCount: Count
}): boolean => listLength > 0 && blockIsLongEnough({ listLength, minTxPerBlock, forcedCount })

/** BASED-6, as BUILD-14. `holdsOthers`: whether all that are not forced are held. */
export const basedTransactionsAreHeld = ({ holdsOthers }: { holdsOthers: boolean }): boolean =>
  transactionsAreHeld({ holdsOthers })

/** BASED-6, as BUILD-15. `hasTwice`: whether one that is not forced stands in the list a second time. */
export const basedBlockHasNoneTwice = ({ hasTwice }: { hasTwice: boolean }): boolean =>
  blockHasNoneTwice({ hasTwice })

/** BASED-6, as BUILD-16. `spendsAgain`: whether one that is not forced is in the own tip. */
export const basedBlockSpendsAnew = ({ spendsAgain }: { spendsAgain: boolean }): boolean =>
  nothingIsSpent({ spendsAgain })

/**
 * BASED-7.
 * @param isBuilding whether something is executed or proven
 * @param isProving whether it is executed already
 * @param isResult whether it is the result of that
 */
export const basedBlockIsExecuting = ({
  isBuilding,
  isProving,
  isResult,
}: {
  isBuilding: boolean
  isProving: boolean
  isResult: boolean
}): boolean => !isProving && blockIsExecuting({ isBuilding, isResult })

/**
 * BASED-7.
 * @param isProving whether a proof is made
 * @param isResult whether it is one of the list that is being proven, on its parent
 * @param resultSlot of the block that the proof is of
 * @param builtSlot of the block that is being proven: the same list may have been begun and given up before
 */
export const basedBlockIsBeingProven = ({
  isProving,
  isResult,
  resultSlot,
  builtSlot,
}: {
  isProving: boolean
  isResult: boolean
  resultSlot: Slot
  builtSlot: Slot
}): boolean => isProving && isResult && resultSlot === builtSlot

/** BASED-7. `isProven`: whether there is a proof. */
export const basedBlockHasProof = ({ isProven }: { isProven: boolean }): boolean => isProven

/** BASED-8, as BUILD-3. `builtOnHash`: of the parent of what was built; `tipHash`: of the own tip. */
export const basedBlockIsOnOwnTip = ({
  builtOnHash,
  tipHash,
}: {
  builtOnHash: BlockHash
  tipHash: BlockHash
}): boolean => builtOnOwnTip({ builtOnHash, tipHash })

/** BASED-9, as BUILD-9. `waitingForced`: of the own view, now. */
export const provenTakesWhatWaits = ({
  forcedCount,
  waitingForced,
}: {
  forcedCount: Count
  waitingForced: Count
}): boolean => blockTakesWhatWaits({ forcedCount, waitingForced })

/** BASED-9, as BUILD-10. */
export const provenTakesTheFront = ({
  forcedHash,
  queueHash,
}: {
  forcedHash: QueueCommitment
  queueHash: QueueCommitment
}): boolean => blockTakesTheFront({ forcedHash, queueHash })

/** BASED-9, as BUILD-11. `isNextDue`: now, whatever was due when it was built. */
export const provenTakesTheDue = ({
  hasOthers,
  isNextDue,
}: {
  hasOthers: boolean
  isNextDue: boolean
}): boolean => blockTakesTheDue({ hasOthers, isNextDue })

/** BASED-9, as BUILD-12. `forcedMinimum`: m. */
export const provenTakesTheMinimum = ({
  forcedCount,
  forcedMinimum,
  isNextDue,
}: {
  forcedCount: Count
  forcedMinimum: Count
  isNextDue: boolean
}): boolean => blockTakesTheMinimum({ forcedCount, forcedMinimum, isNextDue })

/** BASED-10. `isSubmitted`: whether one was handed to L1 in the current slot. */
export const basedBlockIsNotSubmitted = ({ isSubmitted }: { isSubmitted: boolean }): boolean => !isSubmitted
