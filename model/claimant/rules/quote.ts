import {
  bondIsEnough,
  claimWindowOpen,
  noClaimIsLive,
  quoteIsForPrecedingEpoch,
  quoteIsValid,
} from '../../l1-rollup/rules/claim.ts'
import { selfIsProposer } from '../../proposer/rules/build.ts'
import type { Address, BasisPoints, Count, Epoch, Slot, SlotOffset, Wei } from '../../shared/units.ts'

/** QUOTE-1, as CLAIM-3. `quotedEpoch`: of the quote. */
export const quoteIsForEndedEpoch = ({
  quotedEpoch,
  currentEpoch,
}: {
  quotedEpoch: Epoch
  currentEpoch: Epoch
}): boolean => quoteIsForPrecedingEpoch({ epochToProve: quotedEpoch, currentEpoch })

/** QUOTE-1, as CLAIM-5. */
export const quoteIsNotExpired = ({ slot, validUntilSlot }: { slot: Slot; validUntilSlot: Slot }): boolean =>
  quoteIsValid({ slot, validUntilSlot })

/** QUOTE-1, as CLAIM-6. */
export const quotedBondIsEnough = ({ bond, minimumBond }: { bond: Wei; minimumBond: Wei }): boolean =>
  bondIsEnough({ bondAmount: bond, minimumBondWei: minimumBond })

/** QUOTE-1, as CLAIM-7. */
export const quotedFeeIsAllowed = ({
  fee,
  feeMaximum,
}: {
  fee: BasisPoints
  feeMaximum: BasisPoints
}): boolean => fee <= feeMaximum

/** QUOTE-3. `hasQuote`: whether one by the prover that it names is kept for the epoch that it names. */
export const quoteIsFirst = ({ hasQuote }: { hasQuote: boolean }): boolean => !hasQuote

/** QUOTE-2, as CLAIM-8. `coveredWei`: what the escrow of the prover covers in the own view. */
export const quotedBondIsCovered = ({ bond, coveredWei }: { bond: Wei; coveredWei: Wei }): boolean =>
  coveredWei >= bond

/** QUOTE-1, as CLAIM-9. `prover`: whom the quote names. */
export const signerIsProver = ({ signer, prover }: { signer: Address; prover: Address }): boolean =>
  signer === prover

/** QUOTE-4. */
export const claimantIsInCharge = ({ inFallback }: { inFallback: boolean }): boolean => !inFallback

/** QUOTE-4, as CLAIM-2. `oldestUnprovenEpoch`: of the own view, 0 if there is none. */
export const endedEpochIsUnproven = ({
  hasUnproven,
  oldestUnprovenEpoch,
  currentEpoch,
}: {
  hasUnproven: boolean
  oldestUnprovenEpoch: Epoch
  currentEpoch: Epoch
}): boolean => hasUnproven && oldestUnprovenEpoch + 1 === currentEpoch

/** QUOTE-4, as CLAIM-1. `claimWindow`: C. */
export const claimingIsOpen = ({
  offset,
  claimWindow,
}: {
  offset: SlotOffset
  claimWindow: Count
}): boolean => claimWindowOpen({ offset, claimWindowSlots: claimWindow })

/** QUOTE-4, as CLAIM-4. `claimedProver`: of the own view, nobody if no claim is live. */
export const nobodyHasClaimed = ({ claimedProver }: { claimedProver: Address }): boolean =>
  noClaimIsLive({ claimedProver })

/** QUOTE-4. `proposer`: that of the current slot. */
export const selfMayClaim = ({ self, proposer }: { self: Address; proposer: Address }): boolean =>
  selfIsProposer({ self, proposer })

/** QUOTE-5. `isHandedIn`: whether a claim was handed to L1 in the current slot. */
export const slotIsNotClaimed = ({ isHandedIn }: { isHandedIn: boolean }): boolean => !isHandedIn

/** QUOTE-6. `hasUsable`: whether some quote can be claimed with. */
export const someQuoteIsUsable = ({ hasUsable }: { hasUsable: boolean }): boolean => hasUsable
