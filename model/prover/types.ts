import type { ProverParameters, ProverProfile } from '../../spec/proverParameters.ts'
import type { CheckName, RefusalName } from './refusals.ts'
import type { Effect, Event, State } from './vocabulary.ts'

/** What a prover is deployed with. */
export interface Deployment {
  readonly parameters: ProverParameters
}

/** The prover by type, as generic code sees it. */
export interface ProverTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly check: CheckName
  readonly selector: 'storeIsLost'
  readonly refusal: RefusalName
  readonly profile: ProverProfile
  readonly deployment: Deployment
}
