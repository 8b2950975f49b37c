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
  epochToProve,
  currentEpoch,
}: {
  epochToProve: Epoch
  currentEpoch: Epoch
}): boolean => epochToProve < currentEpoch && epochToProve + 1 === currentEpoch

/** CLAIM-4. `claimedProver`: prover of the effective claim, nobody if there is none. */
export const noClaimIsLive = ({ claimedProver }: { claimedProver: Address }): boolean =>
  claimedProver === NO_ADDRESS

/** CLAIM-5. */
export const quoteIsValid = ({ slot, validUntilSlot }: { slot: Slot; validUntilSlot: Slot }): boolean =>
  slot <= validUntilSlot

/** CLAIM-6. */
export const bondIsEnough = ({
  bondAmount,
  minimumBondWei,
}: {
  bondAmount: Wei
  minimumBondWei: Wei
}): boolean => bondAmount >= minimumBondWei

/** CLAIM-7. */
export const feeIsAllowed = ({ basisPointFee }: { basisPointFee: BasisPoints }): boolean =>
  basisPointFee <= 10_000

/** CLAIM-8. */
export const escrowCovers = ({
  availableWei,
  withdrawingWei,
  bondAmount,
}: {
  availableWei: Wei
  withdrawingWei: Wei
  bondAmount: Wei
}): boolean => availableWei + withdrawingWei >= bondAmount

/** CLAIM-9. `signer`: whom the signature recovers to, nobody if to no one. */
export const quoteIsSigned = ({
  signer,
  proverAddress,
}: {
  signer: Address
  proverAddress: Address
}): boolean => signer === proverAddress && signer !== NO_ADDRESS
