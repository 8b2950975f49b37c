import type { FollowerParameters, FollowerProfile } from '../../spec/followerParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Effect, Event, State } from './vocabulary.ts'

/** What a follower is deployed with. */
export interface Deployment {
  readonly parameters: FollowerParameters
}

/** The follower by type, as generic code sees it. */
export interface FollowerTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly check: CheckName
  readonly selector: 'rootDiffers' | 'bodyIsUnprovable' | 'storeIsLost'
  readonly refusal: RefusalName
  readonly profile: FollowerProfile
  readonly deployment: Deployment
}
