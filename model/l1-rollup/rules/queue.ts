import type { Count, QueueCommitment } from '../../shared/units.ts'

/** QUEUE-1. */
export const forcedDataFits = ({
  dataBytes,
  forcedMaximumBytes,
}: {
  dataBytes: Count
  forcedMaximumBytes: Count
}): boolean => dataBytes > 0 && dataBytes <= forcedMaximumBytes

/** QUEUE-2. `verified`: the answer of the verifier of transactions. */
export const forcedProofIsValid = ({ verified }: { verified: boolean }): boolean => verified

/** QUEUE-4. `waitingForced`: entries of the queue that no block of the effective chain has taken. */
export const forcedAreThere = ({
  forcedCount,
  waitingForced,
}: {
  forcedCount: Count
  waitingForced: Count
}): boolean => forcedCount <= waitingForced

/** QUEUE-5. `queueHash`: of the queue up to the last entry that the chain has taken with this block. */
export const forcedHashMatches = ({
  forcedHash,
  queueHash,
}: {
  forcedHash: QueueCommitment
  queueHash: QueueCommitment
}): boolean => forcedHash === queueHash

/** QUEUE-6. `isNextDue`: whether the first entry that is not taken after the block is due, false if there is none. */
export const dueAreTaken = ({ hasOthers, isNextDue }: { hasOthers: boolean; isNextDue: boolean }): boolean =>
  !hasOthers || !isNextDue

/** QUEUE-7. `forcedMinimum`: m. */
export const minimumIsTaken = ({
  forcedCount,
  forcedMinimum,
  isNextDue,
}: {
  forcedCount: Count
  forcedMinimum: Count
  isNextDue: boolean
}): boolean => !isNextDue || forcedCount >= forcedMinimum
