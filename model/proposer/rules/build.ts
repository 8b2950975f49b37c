import { quorumIsReached } from '../../l1-rollup/rules/propose.ts'
import {
  dueAreTaken,
  forcedAreThere,
  forcedHashMatches,
  minimumIsTaken,
} from '../../l1-rollup/rules/queue.ts'
import type { Address, BlockHash, Count, QueueCommitment, Slot } from '../../shared/units.ts'

/** BUILD-1. */
export const proposerIsInCharge = ({ inFallback }: { inFallback: boolean }): boolean => !inFallback

/** BUILD-2. `proposer`: that of the current slot. */
export const selfIsProposer = ({ self, proposer }: { self: Address; proposer: Address }): boolean =>
  self === proposer

/** BUILD-3. `builtOnHash`: of the parent of what was built; `tipHash`: of the own tip. */
export const builtOnOwnTip = ({
  builtOnHash,
  tipHash,
}: {
  builtOnHash: BlockHash
  tipHash: BlockHash
}): boolean => builtOnHash === tipHash

/** BUILD-4. `inBuild`: whether it is the phase build. */
export const buildingIsOpen = ({ inBuild }: { inBuild: boolean }): boolean => inBuild

/** BUILD-5. `signsFrom`: the first slot in which anything may be signed. */
export const proposingMayBegin = ({ slot, signsFrom }: { slot: Slot; signsFrom: Slot }): boolean =>
  slot >= signsFrom

/** BUILD-6. `nextProposed`: the slot after that of the last proposal, 0 if there is none. */
export const slotIsNotProposed = ({ slot, nextProposed }: { slot: Slot; nextProposed: Slot }): boolean =>
  slot >= nextProposed

/** BUILD-7. `isBuilding`: whether something of this slot is executed; `buildsOnTip`: whether on the own tip. */
export const nothingIsBuilt = ({
  isBuilding,
  buildsOnTip,
}: {
  isBuilding: boolean
  buildsOnTip: boolean
}): boolean => !isBuilding || !buildsOnTip

/** BUILD-8. `nextSlot`: the slot after that of the own tip, 0 after genesis. */
export const slotIsAfterTip = ({ slot, nextSlot }: { slot: Slot; nextSlot: Slot }): boolean =>
  slot >= nextSlot

/** BUILD-9, as QUEUE-4. `waitingForced`: of the own view. */
export const blockTakesWhatWaits = ({
  forcedCount,
  waitingForced,
}: {
  forcedCount: Count
  waitingForced: Count
}): boolean => forcedAreThere({ forcedCount, waitingForced })

/** BUILD-10, as QUEUE-5. Of what the block takes, and of as much of the queue. */
export const blockTakesTheFront = ({
  forcedHash,
  queueHash,
}: {
  forcedHash: QueueCommitment
  queueHash: QueueCommitment
}): boolean => forcedHashMatches({ forcedHash, queueHash })

/** BUILD-11, as QUEUE-6. */
export const blockTakesTheDue = ({
  hasOthers,
  isNextDue,
}: {
  hasOthers: boolean
  isNextDue: boolean
}): boolean => dueAreTaken({ hasOthers, isNextDue })

/** BUILD-12, as QUEUE-7. `forcedMinimum`: m. */
export const blockTakesTheMinimum = ({
  forcedCount,
  forcedMinimum,
  isNextDue,
}: {
  forcedCount: Count
  forcedMinimum: Count
  isNextDue: boolean
}): boolean => minimumIsTaken({ forcedCount, forcedMinimum, isNextDue })

/** BUILD-13. `listLength`: transactions of the block. Forced ones may stand alone. */
export const blockIsLongEnough = ({
  listLength,
  minTxPerBlock,
  forcedCount,
}: {
  listLength: Count
  minTxPerBlock: Count
  forcedCount: Count
}): boolean => listLength >= minTxPerBlock || (forcedCount > 0 && forcedCount === listLength)

/** BUILD-14. `holdsOthers`: whether all that are not forced are held. */
export const transactionsAreHeld = ({ holdsOthers }: { holdsOthers: boolean }): boolean => holdsOthers

/** BUILD-15. `hasTwice`: whether one that is not forced stands in the list a second time. */
export const blockHasNoneTwice = ({ hasTwice }: { hasTwice: boolean }): boolean => !hasTwice

/** BUILD-16. `spendsAgain`: whether one that is not forced is in the own tip. */
export const nothingIsSpent = ({ spendsAgain }: { spendsAgain: boolean }): boolean => !spendsAgain

/** BUILD-18. `isResult`: whether it is the result of what is being executed. */
export const blockIsExecuting = ({
  isBuilding,
  isResult,
}: {
  isBuilding: boolean
  isResult: boolean
}): boolean => isBuilding && isResult

/** BUILD-19. `isProposed`: whether a proposal was signed for the current slot. */
export const somethingIsProposed = ({ isProposed }: { isProposed: boolean }): boolean => isProposed

/** BUILD-19. */
export const attestsOwnProposal = ({
  attestedHash,
  proposedHash,
}: {
  attestedHash: BlockHash
  proposedHash: BlockHash
}): boolean => attestedHash === proposedHash

/** BUILD-20. `signerInCommittee`: that of the current slot. */
export const signerIsMember = ({ signerInCommittee }: { signerInCommittee: boolean }): boolean =>
  signerInCommittee

/** BUILD-20. */
export const attestationIsNew = ({ isKnown }: { isKnown: boolean }): boolean => !isKnown

/** BUILD-21, as PROPOSE-11. `seats`: of the committee of the current slot. */
export const attestationsAreEnough = ({
  attestations,
  seats,
}: {
  attestations: Count
  seats: Count
}): boolean => quorumIsReached({ attestations, seats })

/** BUILD-22. */
export const blockIsNotPublished = ({ isPublished }: { isPublished: boolean }): boolean => !isPublished

/** BUILD-23. `isClosed`: whether it is the phase closed. */
export const publishingIsOpen = ({ isClosed }: { isClosed: boolean }): boolean => !isClosed
