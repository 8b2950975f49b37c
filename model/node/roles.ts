import type fc from 'fast-check'
import { loadClaimantPreset } from '../../spec/claimantParameters.ts'
import { loadFallbackProposerPreset } from '../../spec/fallbackProposerParameters.ts'
import { loadFollowerPreset } from '../../spec/followerParameters.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadPoolPreset } from '../../spec/poolParameters.ts'
import { loadProverPreset } from '../../spec/proverParameters.ts'
import { attester } from '../attester/actor.ts'
import { pairs as attesterPairs } from '../attester/arbitrary.ts'
import { claimant } from '../claimant/actor.ts'
import { pairs as claimantPairs } from '../claimant/arbitrary.ts'
import type { Actor, ActorTypes } from '../core/actor.ts'
import { fallbackProposer } from '../fallback-proposer/actor.ts'
import { pairs as fallbackProposerPairs } from '../fallback-proposer/arbitrary.ts'
import { follower } from '../follower/actor.ts'
import { pairs as followerPairs } from '../follower/arbitrary.ts'
import { proposer } from '../proposer/actor.ts'
import { pairs as proposerPairs } from '../proposer/arbitrary.ts'
import { prover } from '../prover/actor.ts'
import { pairs as proverPairs } from '../prover/arbitrary.ts'
import { transactionPool } from '../transaction-pool/actor.ts'
import { pairs as poolPairs } from '../transaction-pool/arbitrary.ts'

/** What of a profile whatever goes over all roles reads. */
interface RoleProfile {
  /** What it keeps still. */
  readonly freezes: readonly string[]
  /** The last slot that is explored. */
  readonly horizon: number
}

/** A role of a node, as whatever goes over all of them sees it. */
export interface Role<T extends ActorTypes = ActorTypes> {
  readonly actor: Actor<T>
  /** Those that are explored whole, at least one. @throws PresetError */
  profiles(): readonly (T['profile'] & RoleProfile)[]
  /** Draws coherent states, reachable or not, and events beside each. */
  pairs(
    profile: T['profile'],
    eventsPerState: number,
  ): fc.Arbitrary<{ readonly state: T['state']; readonly events: readonly T['event'][] }>
}

const role = <T extends ActorTypes>(of: Role<T>): Role => of as unknown as Role

/** A new one is a line here, one in `tla/node/twins.ts` and one in `conformance/rungs/step-parity/steps.ts`. */
export const roles: readonly Role[] = [
  role({ actor: follower, profiles: () => loadFollowerPreset().profiles, pairs: followerPairs }),
  role({ actor: transactionPool, profiles: () => loadPoolPreset().profiles, pairs: poolPairs }),
  role({ actor: attester, profiles: () => loadAttesterPreset().profiles, pairs: attesterPairs }),
  role({ actor: proposer, profiles: () => loadProposerPreset().profiles, pairs: proposerPairs }),
  role({ actor: claimant, profiles: () => loadClaimantPreset().profiles, pairs: claimantPairs }),
  role({ actor: prover, profiles: () => loadProverPreset().profiles, pairs: proverPairs }),
  role({
    actor: fallbackProposer,
    profiles: () => loadFallbackProposerPreset().profiles,
    pairs: fallbackProposerPairs,
  }),
]
