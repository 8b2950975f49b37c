import type { FallbackProfile } from '../../spec/fallbackParameters.ts'
import type { Deployment } from './types.ts'

/** What the controller of a profile is deployed with. */
export const deploymentOf = ({ parameters }: FallbackProfile): Deployment => ({ parameters })
