import { type Address, type Count, type Epoch, NO_ADDRESS, type SlotOffset } from '../../shared/units.ts'

/**
 * PRUNE-1, PRUNE-2, FALLBACK-4: whether the pending chain is dead.
 * @param hasUnproven whether the stored pending chain has a block
 * @param fallbackEntered whether time has made an entry since the stored state, even if the session is over
 * @param oldestUnprovenEpoch epoch of its first block, 0 if it has none
 * @param claimedProver prover of the stored claim, nobody if there is none
 */
export const pruneDue = ({
  hasUnproven,
  fallbackEntered,
  oldestUnprovenEpoch,
  claimedProver,
  currentEpoch,
  offset,
  claimWindowSlots,
}: {
  hasUnproven: boolean
  fallbackEntered: boolean
  oldestUnprovenEpoch: Epoch
  claimedProver: Address
  currentEpoch: Epoch
  offset: SlotOffset
  claimWindowSlots: Count
}): boolean =>
  hasUnproven &&
  (fallbackEntered ||
    currentEpoch > oldestUnprovenEpoch + 1 ||
    (currentEpoch === oldestUnprovenEpoch + 1 && claimedProver === NO_ADDRESS && offset >= claimWindowSlots))

/** PRUNE-3: whether the bond of the stored claim is forfeited. `claimedEpoch` is 0 if there is no claim. */
export const slashDue = ({
  claimedProver,
  claimedEpoch,
  currentEpoch,
}: {
  claimedProver: Address
  claimedEpoch: Epoch
  currentEpoch: Epoch
}): boolean => claimedProver !== NO_ADDRESS && currentEpoch > claimedEpoch + 1

/** QUEUE-3. Whether an entry of the forced-inclusion queue is due: by the current epoch of L1, whatever the header says. */
export const entryIsDue = ({
  includedByEpoch,
  currentEpoch,
}: {
  includedByEpoch: Epoch
  currentEpoch: Epoch
}): boolean => includedByEpoch <= currentEpoch
