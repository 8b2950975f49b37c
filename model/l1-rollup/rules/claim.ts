import {
  type Address,
  type BasisPoints,
  type Count,
  type Epoch,
  NO_ADDRESS,
  type Slot,
  type SlotOffset,
  type Wei,
} from '../../shared/units.ts'

/** CLAIM-1. */
export const claimWindowOpen = ({
  offset,
  claimWindowSlots,
}: {
  offset: SlotOffset
  claimWindowSlots: Count
}): boolean => offset < claimWindowSlots

/** CLAIM-2. Of the effective pending chain; `oldestUnprovenEpoch` is 0 if it is empty. */
export const somethingToClaim = ({
  hasUnproven,
  oldestUnprovenEpoch,
  currentEpoch,
}: {
  hasUnproven: boolean
  oldestUnprovenEpoch: Epoch
  currentEpoch: Epoch
}): boolean => hasUnproven && oldestUnprovenEpoch < currentEpoch

/** CLAIM-3. */
export const quoteIsForPrecedingEpoch = ({
  quoteEpoch,
  currentEpoch,
}: {
  quoteEpoch: Epoch
  currentEpoch: Epoch
}): boolean => quoteEpoch < currentEpoch && quoteEpoch + 1 === currentEpoch

/** CLAIM-4. `claimedProver`: prover of the effective claim, nobody if there is none. */
export const noClaimIsLive = ({ claimedProver }: { claimedProver: Address }): boolean =>
  claimedProver === NO_ADDRESS

/** CLAIM-5. */
export const quoteIsValid = ({ slot, validUntilSlot }: { slot: Slot; validUntilSlot: Slot }): boolean =>
  slot <= validUntilSlot

/** CLAIM-6. */
export const bondIsEnough = ({ bondWei, minimumBondWei }: { bondWei: Wei; minimumBondWei: Wei }): boolean =>
  bondWei >= minimumBondWei

/** CLAIM-7. */
export const feeIsAllowed = ({ basisPointFee }: { basisPointFee: BasisPoints }): boolean =>
  basisPointFee <= 10_000

/** CLAIM-8. */
export const escrowCovers = ({
  availableWei,
  withdrawingWei,
  bondWei,
}: {
  availableWei: Wei
  withdrawingWei: Wei
  bondWei: Wei
}): boolean => availableWei + withdrawingWei >= bondWei

/** CLAIM-9. `signer`: whom the signature recovers to, nobody if to no one. */
export const quoteIsSigned = ({ signer, prover }: { signer: Address; prover: Address }): boolean =>
  signer === prover && signer !== NO_ADDRESS
