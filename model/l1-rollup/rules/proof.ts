import { type Address, type BlockHash, type Epoch, NO_ADDRESS } from '../../shared/units.ts'

/** PROOF-1. Of the effective pending chain. */
export const somethingToProve = ({ hasUnproven }: { hasUnproven: boolean }): boolean => hasUnproven

/** PROOF-2. Holds for an empty chain, about which PROOF-1 speaks. */
export const epochHasEnded = ({
  hasUnproven,
  oldestUnprovenEpoch,
  currentEpoch,
}: {
  hasUnproven: boolean
  oldestUnprovenEpoch: Epoch
  currentEpoch: Epoch
}): boolean => !hasUnproven || oldestUnprovenEpoch < currentEpoch

/** PROOF-3. */
export const proofStartsAtProvenTip = ({
  fromHash,
  provenHash,
}: {
  fromHash: BlockHash
  provenHash: BlockHash
}): boolean => fromHash === provenHash

/** PROOF-4. `epochEndHash`: last block of the oldest unproven epoch, the proven tip if there is none. */
export const proofEndsWithEpoch = ({
  toHash,
  epochEndHash,
}: {
  toHash: BlockHash
  epochEndHash: BlockHash
}): boolean => toHash === epochEndHash

/** PROOF-5. `verified`: the answer of the verifier. */
export const proofIsValid = ({ verified }: { verified: boolean }): boolean => verified

/** PROOF-10. `submissionIsOpen`: under the reading `anyone`. */
export const callerMayProve = ({
  submissionIsOpen,
  caller,
  claimedProver,
}: {
  submissionIsOpen: boolean
  caller: Address
  claimedProver: Address
}): boolean => submissionIsOpen || claimedProver === NO_ADDRESS || caller === claimedProver
