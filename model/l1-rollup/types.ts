import type { Profile } from '../../spec/parameters.ts'
import type { Deployment } from './chain.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Event, Log, State } from './vocabulary.ts'

/** The L1 rollup by type, as generic code sees it. What it sends out are its logs. */
export interface L1RollupTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Log
  readonly check: CheckName
  readonly selector: 'slashDue' | 'fallbackInForce' | 'nothingIsLeft'
  readonly refusal: RefusalName
  readonly profile: Profile
  readonly deployment: Deployment
}
