import type { FallbackParameters, FallbackProfile } from '../../spec/fallbackParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Event, State } from './vocabulary.ts'

/** What a controller is deployed with. */
export interface Deployment {
  readonly parameters: FallbackParameters
}

/** The fallback controller by type, as generic code sees it. It sends nothing out. */
export interface FallbackControllerTypes {
  readonly state: State
  readonly event: Event
  readonly effect: never
  readonly check: CheckName
  readonly selector: 'sessionIsDue'
  readonly refusal: RefusalName
  readonly profile: FallbackProfile
  readonly deployment: Deployment
}
