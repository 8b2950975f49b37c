import {
  dueAreTaken,
  forcedAreThere,
  forcedHashMatches,
  minimumIsTaken,
} from '../../l1-rollup/rules/queue.ts'
import { blockHasNoneTwice, blockIsLongEnough } from '../../proposer/rules/build.ts'
import type { Address, BlockHash, Count, QueueCommitment, Slot } from '../../shared/units.ts'

/** ATTEST-1. */
export const committeeAttests = ({ inFallback }: { inFallback: boolean }): boolean => !inFallback

/** ATTEST-2. `selfInCommittee`: that of the current slot. */
export const selfIsMember = ({ selfInCommittee }: { selfInCommittee: boolean }): boolean => selfInCommittee

/** ATTEST-3. */
export const proposalIsForSlot = ({ proposalSlot, slot }: { proposalSlot: Slot; slot: Slot }): boolean =>
  proposalSlot === slot

/** ATTEST-4. Whether it is the phase build or attest. */
export const attestingIsOpen = ({ inBuild, inAttest }: { inBuild: boolean; inAttest: boolean }): boolean =>
  inBuild || inAttest

/** ATTEST-5. `timestampSlot`: the slot that starts at the timestamp. */
export const timestampIsOfSlot = ({
  timestampSlot,
  proposalSlot,
}: {
  timestampSlot: Slot
  proposalSlot: Slot
}): boolean => timestampSlot === proposalSlot

/** ATTEST-6. `proposer`: that of the current slot. */
export const signerIsProposer = ({ signer, proposer }: { signer: Address; proposer: Address }): boolean =>
  signer === proposer

/** ATTEST-7. `signsFrom`: the first slot in which anything may be signed. */
export const attestingMayBegin = ({ slot, signsFrom }: { slot: Slot; signsFrom: Slot }): boolean =>
  slot >= signsFrom

/** ATTEST-8. `isWorking`: whether a proposal of this slot is fetched or executed. */
export const nothingIsInWork = ({ isWorking }: { isWorking: boolean }): boolean => !isWorking

/** ATTEST-9. `proposedOnHash`: of the parent; `tipHash`: of the own tip. */
export const proposedOnOwnTip = ({
  proposedOnHash,
  tipHash,
}: {
  proposedOnHash: BlockHash
  tipHash: BlockHash
}): boolean => proposedOnHash === tipHash

/** ATTEST-10. `nextSigned`: the slot after that of the last one signed, 0 if there is none. */
export const slotIsNotSigned = ({ slot, nextSigned }: { slot: Slot; nextSigned: Slot }): boolean =>
  slot >= nextSigned

/** ATTEST-11. `nextSlot`: the slot after that of the own tip, 0 after genesis. */
export const proposalIsAfterTip = ({
  proposalSlot,
  nextSlot,
}: {
  proposalSlot: Slot
  nextSlot: Slot
}): boolean => proposalSlot >= nextSlot

/** ATTEST-12, as QUEUE-4. `waitingForced`: of the own view. */
export const proposalTakesWhatWaits = ({
  forcedCount,
  waitingForced,
}: {
  forcedCount: Count
  waitingForced: Count
}): boolean => forcedAreThere({ forcedCount, waitingForced })

/** ATTEST-12, as QUEUE-5. Of what the proposal takes, and of as much of the queue. */
export const proposalTakesTheFront = ({
  forcedHash,
  queueHash,
}: {
  forcedHash: QueueCommitment
  queueHash: QueueCommitment
}): boolean => forcedHashMatches({ forcedHash, queueHash })

/** ATTEST-12, as QUEUE-6. */
export const proposalTakesTheDue = ({
  hasOthers,
  isNextDue,
}: {
  hasOthers: boolean
  isNextDue: boolean
}): boolean => dueAreTaken({ hasOthers, isNextDue })

/** ATTEST-12, as QUEUE-7. `forcedMinimum`: m. */
export const proposalTakesTheMinimum = ({
  forcedCount,
  forcedMinimum,
  isNextDue,
}: {
  forcedCount: Count
  forcedMinimum: Count
  isNextDue: boolean
}): boolean => minimumIsTaken({ forcedCount, forcedMinimum, isNextDue })

/** ATTEST-13, as BUILD-13. */
export const proposalIsLongEnough = ({
  listLength,
  minTxPerBlock,
  forcedCount,
}: {
  listLength: Count
  minTxPerBlock: Count
  forcedCount: Count
}): boolean => blockIsLongEnough({ listLength, minTxPerBlock, forcedCount })

/** ATTEST-13, as BUILD-15. */
export const proposalHasNoneTwice = ({ hasTwice }: { hasTwice: boolean }): boolean =>
  blockHasNoneTwice({ hasTwice })

/**
 * ATTEST-15, ATTEST-14.
 * @param isResult whether it is the result of the proposal in work
 * @param missingCount transactions of the proposal in work that are not held
 */
export const workIsExecuting = ({
  isWorking,
  isResult,
  missingCount,
}: {
  isWorking: boolean
  isResult: boolean
  missingCount: Count
}): boolean => isWorking && isResult && missingCount === 0

/** ATTEST-16. */
export const workIsExecutable = ({ canExecute }: { canExecute: boolean }): boolean => canExecute

/** ATTEST-17. `blobsMatch`: whether the versioned hashes are those of the computed body. */
export const workHasComputedBlobs = ({ blobsMatch }: { blobsMatch: boolean }): boolean => blobsMatch

/** ATTEST-18. The block as proposed and as computed: what differs between them is the root. */
export const workHasComputedRoot = ({
  proposedHash,
  computedHash,
}: {
  proposedHash: BlockHash
  computedHash: BlockHash
}): boolean => proposedHash === computedHash
