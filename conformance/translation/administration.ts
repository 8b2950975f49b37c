import type { Write } from '../evm/storage.ts'
import type { Address } from '../evm/word.ts'
import { addressOf } from './cast.ts'

/**
 * Who administers a deployment, and to whom that is offered. No state of the models says it: their administrator is a
 * role, and none of their events hands it over (VALIDATOR-6, VALIDATOR-7).
 */
export interface Administration {
  readonly administrator: Address
  /** The zero address while nothing is offered. */
  readonly pendingAdministrator: Address
}

/** As profiles are deployed. */
export const firstAdministration: Administration = {
  administrator: addressOf('admin'),
  pendingAdministrator: addressOf('none'),
}

/** γ. */
export function writeAdministration(write: Write, administration: Administration): void {
  write(administration.administrator, 'administrator')
  write(administration.pendingAdministrator, 'pendingAdministrator')
}
