import type {
  FallbackProposerParameters,
  FallbackProposerProfile,
} from '../../spec/fallbackProposerParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Effect, Event, State } from './vocabulary.ts'

/** What a fallback proposer is deployed with. */
export interface Deployment {
  readonly parameters: FallbackProposerParameters
}

/** The fallback proposer by type, as generic code sees it. */
export interface FallbackProposerTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly check: CheckName
  readonly selector: 'storeIsLost'
  readonly refusal: RefusalName
  readonly profile: FallbackProposerProfile
  readonly deployment: Deployment
}
