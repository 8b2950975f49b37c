import { type Address, type Epoch, NO_ADDRESS } from '../../shared/units.ts'

/** EPOCH-1. `lastSampledEpoch`: epoch of the newest recorded sample. */
export const epochIsNotSampled = ({
  lastSampledEpoch,
  sampledEpoch,
}: {
  lastSampledEpoch: Epoch
  sampledEpoch: Epoch
}): boolean => lastSampledEpoch < sampledEpoch

/** VALIDATOR-1. */
export const callerIsAdministrator = ({
  caller,
  administrator,
}: {
  caller: Address
  administrator: Address
}): boolean => caller === administrator

/** VALIDATOR-2. */
export const validatorIsNotZero = ({ validator }: { validator: Address }): boolean => validator !== NO_ADDRESS

/** VALIDATOR-3. */
export const validatorIsNew = ({
  validator,
  isRegistered,
}: {
  validator: Address
  isRegistered: boolean
}): boolean => !isRegistered

/** VALIDATOR-4. */
export const validatorIsRegistered = ({
  validator,
  isRegistered,
}: {
  validator: Address
  isRegistered: boolean
}): boolean => isRegistered
