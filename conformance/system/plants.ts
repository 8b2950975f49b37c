import type { Steps } from '../../impl/system/system.ts'
import type { Role } from '../../impl/system/vocabulary.ts'
import { type Role as NodeRole, roles as nodeRoles } from '../../model/node/roles.ts'
import type { PlantedSteps } from '../rungs/step-parity/plant.ts'
import { without } from './without.ts'

const actorNames: Readonly<Record<Role, string>> = {
  follower: 'follower',
  pool: 'transaction-pool',
  attester: 'attester',
  proposer: 'proposer',
  claimant: 'claimant',
  prover: 'prover',
  fallbackProposer: 'fallback-proposer',
}

/** The roles of a node, by what a system calls them. */
export const roles = Object.fromEntries(
  Object.entries(actorNames).map(([role, name]) => [
    role,
    nodeRoles.find(({ actor }) => actor.name === name)!,
  ]),
) as Readonly<Record<Role, NodeRole>>

/** Steps of nodes of which all are without one check of one role. */
export async function plant(planted: PlantedSteps, role: Role, check: string): Promise<Partial<Steps>> {
  const { actor, profiles } = roles[role]
  const step = await without(planted, actor as never, profiles()[0]! as never, check as never)
  return { [role]: () => step } as unknown as Partial<Steps>
}
