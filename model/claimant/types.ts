import type { ClaimantParameters, ClaimantProfile } from '../../spec/claimantParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Effect, Event, State } from './vocabulary.ts'

/** What a claimant is deployed with. */
export interface Deployment {
  readonly parameters: ClaimantParameters
}

/** The claimant by type, as generic code sees it. */
export interface ClaimantTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly check: CheckName
  readonly selector: 'storeIsLost'
  readonly refusal: RefusalName
  readonly profile: ClaimantProfile
  readonly deployment: Deployment
}
