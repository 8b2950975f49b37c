import type { Address, Count, Epoch, Slot } from '../../shared/units.ts'

/** PROVE-1. `missingCount`: transactions of the epoch that are not held. */
export const somethingIsMissing = ({ missingCount }: { missingCount: Count }): boolean => missingCount > 0

/** PROVE-1. `missingCount`: transactions of the epoch that are not held. */
export const claimedEpochIsHeld = ({ missingCount }: { missingCount: Count }): boolean => missingCount === 0

/** PROVE-2. `nextEpoch`: the epoch after the oldest with a block that is not proven. */
export const selfIsClaimedFor = ({
  self,
  claimedProver,
  hasUnproven,
  nextEpoch,
  currentEpoch,
}: {
  self: Address
  claimedProver: Address
  hasUnproven: boolean
  nextEpoch: Epoch
  currentEpoch: Epoch
}): boolean => claimedProver === self && hasUnproven && nextEpoch === currentEpoch

/** PROVE-3. `provesTarget`: whether what is being proven is the epoch as the view has it. */
export const targetIsNotBeingProven = ({
  isProving,
  provesTarget,
}: {
  isProving: boolean
  provesTarget: boolean
}): boolean => !isProving || !provesTarget

/** PROVE-3. `provedTarget`: whether what there is a proof of is the epoch as the view has it. */
export const targetIsNotProven = ({
  hasProof,
  provedTarget,
}: {
  hasProof: boolean
  provedTarget: boolean
}): boolean => !hasProof || !provedTarget

/** PROVE-3. `isResult`: whether it is the result of what is being proven. */
export const targetIsProving = ({
  isProving,
  isResult,
}: {
  isProving: boolean
  isResult: boolean
}): boolean => isProving && isResult

/** PROVE-4. `provedTarget`: whether what there is a proof of is the epoch as the view has it. */
export const proofIsOfTarget = ({
  hasProof,
  provedTarget,
}: {
  hasProof: boolean
  provedTarget: boolean
}): boolean => hasProof && provedTarget

/** PROVE-5. `nextProven`: the epoch after that of the proof. */
export const proofIsInTime = ({
  hasProof,
  nextProven,
  currentEpoch,
}: {
  hasProof: boolean
  nextProven: Epoch
  currentEpoch: Epoch
}): boolean => !hasProof || nextProven >= currentEpoch

/** PROVE-6. `nextCall`: the slot after that of the last call of its kind, a proof or one of the escrow; 0 if there is none. */
export const callIsFirstOfSlot = ({ slot, nextCall }: { slot: Slot; nextCall: Slot }): boolean =>
  slot >= nextCall
