import type { Profile } from '../../spec/parameters.ts'
import type { Deployment } from './chain.ts'
import { drawsOf } from './draws.ts'

/** What the rollup of a profile is deployed with. */
export function deploymentOf({ parameters }: Profile): Deployment {
  return { parameters, draws: drawsOf(parameters), administrator: 'admin' }
}
