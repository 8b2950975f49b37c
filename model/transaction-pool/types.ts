import type { PoolParameters, PoolProfile } from '../../spec/poolParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Effect, Event, State } from './vocabulary.ts'

/** What a transaction pool is deployed with. */
export interface Deployment {
  readonly parameters: PoolParameters
}

/** The transaction pool by type, as generic code sees it. */
export interface TransactionPoolTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly check: CheckName
  readonly selector: 'isStored' | 'isSecret' | 'storeIsLost'
  readonly refusal: RefusalName
  readonly profile: PoolProfile
  readonly deployment: Deployment
}
