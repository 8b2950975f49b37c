import type { NodeParameters, ProposerProfile } from '../../spec/nodeParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Effect, Event, State } from './vocabulary.ts'

/** What a proposer is deployed with. */
export interface Deployment {
  readonly parameters: NodeParameters
}

/** The proposer by type, as generic code sees it. */
export interface ProposerTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly check: CheckName
  readonly selector: 'storeIsLost'
  readonly refusal: RefusalName
  readonly profile: ProposerProfile
  readonly deployment: Deployment
}
