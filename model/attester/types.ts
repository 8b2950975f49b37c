import type { AttesterProfile, NodeParameters } from '../../spec/nodeParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Effect, Event, State } from './vocabulary.ts'

/** What an attester is deployed with. */
export interface Deployment {
  readonly parameters: NodeParameters
}

/** The attester by type, as generic code sees it. */
export interface AttesterTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly check: CheckName
  readonly selector: 'nothingIsMissing' | 'completesWork' | 'storeIsLost'
  readonly refusal: RefusalName
  readonly profile: AttesterProfile
  readonly deployment: Deployment
}
