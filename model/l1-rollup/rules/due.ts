import { type Address, type Count, type Epoch, NO_ADDRESS, type SlotOffset } from '../../shared/units.ts'

/**
 * PRUNE-1, PRUNE-2: whether the pending chain is dead.
 * @param hasUnproven whether the stored pending chain has a block
 * @param oldestUnprovenEpoch epoch of its first block, 0 if it has none
 * @param claimedProver prover of the stored claim, nobody if there is none
 */
export const pruneDue = ({
  hasUnproven,
  oldestUnprovenEpoch,
  claimedProver,
  currentEpoch,
  offset,
  claimWindowSlots,
}: {
  hasUnproven: boolean
  oldestUnprovenEpoch: Epoch
  claimedProver: Address
  currentEpoch: Epoch
  offset: SlotOffset
  claimWindowSlots: Count
}): boolean =>
  hasUnproven &&
  (currentEpoch > oldestUnprovenEpoch + 1 ||
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
