import { NoTransition } from '../../impl/node/step.ts'
import { generatedSteps, type Steps } from '../../impl/system/system.ts'
import type { Role, RoleTypes } from '../../impl/system/vocabulary.ts'
import { attester } from '../../model/attester/actor.ts'
import { refusals as attesterRefusals } from '../../model/attester/refusals.ts'
import { claimant } from '../../model/claimant/actor.ts'
import { refusals as claimantRefusals } from '../../model/claimant/refusals.ts'
import type { Actor } from '../../model/core/actor.ts'
import { fallbackProposer } from '../../model/fallback-proposer/actor.ts'
import { refusals as fallbackProposerRefusals } from '../../model/fallback-proposer/refusals.ts'
import { follower } from '../../model/follower/actor.ts'
import { refusals as followerRefusals } from '../../model/follower/refusals.ts'
import { proposer } from '../../model/proposer/actor.ts'
import { refusals as proposerRefusals } from '../../model/proposer/refusals.ts'
import { prover } from '../../model/prover/actor.ts'
import { refusals as proverRefusals } from '../../model/prover/refusals.ts'
import { transactionPool } from '../../model/transaction-pool/actor.ts'
import { refusals as poolRefusals } from '../../model/transaction-pool/refusals.ts'
import { loadClaimantPreset } from '../../spec/claimantParameters.ts'
import { loadFallbackProposerPreset } from '../../spec/fallbackProposerParameters.ts'
import { loadFollowerPreset } from '../../spec/followerParameters.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadPoolPreset } from '../../spec/poolParameters.ts'
import { loadProverPreset } from '../../spec/proverParameters.ts'
import type { PlantedSteps } from '../rungs/step-parity/plant.ts'
import { without } from './without.ts'

type Refusals = Readonly<Record<string, { readonly refusal: string; readonly clause: string }>>

/** The roles of a node: the actor of each, what its checks are called, and a profile of it. */
export const roles: {
  readonly [Name in Role]: {
    readonly actor: Actor<RoleTypes[Name]>
    readonly refusals: Refusals
    readonly profile: () => RoleTypes[Name]['profile']
  }
} = {
  follower: { actor: follower, refusals: followerRefusals, profile: () => loadFollowerPreset().profiles[0]! },
  pool: { actor: transactionPool, refusals: poolRefusals, profile: () => loadPoolPreset().profiles[0]! },
  attester: { actor: attester, refusals: attesterRefusals, profile: () => loadAttesterPreset().profiles[0]! },
  proposer: { actor: proposer, refusals: proposerRefusals, profile: () => loadProposerPreset().profiles[0]! },
  claimant: { actor: claimant, refusals: claimantRefusals, profile: () => loadClaimantPreset().profiles[0]! },
  prover: { actor: prover, refusals: proverRefusals, profile: () => loadProverPreset().profiles[0]! },
  fallbackProposer: {
    actor: fallbackProposer,
    refusals: fallbackProposerRefusals,
    profile: () => loadFallbackProposerPreset().profiles[0]!,
  },
}

/** Steps of nodes of which all are without one check of one role. */
export async function plant(planted: PlantedSteps, role: Role, check: string): Promise<Partial<Steps>> {
  const { actor, profile } = roles[role]
  const step = await without(planted, actor as never, profile() as never, check as never)
  const generated = generatedSteps[role]
  return {
    [role]: (name: string) => orGenerated(step, generated(name) as never),
  } as unknown as Partial<Steps>
}

type AnyStep = (...given: readonly never[]) => unknown

/** Where the statechart has no transition for what its checks let through, the rule cannot be left out. */
const orGenerated =
  (step: AnyStep, generated: AnyStep): AnyStep =>
  (...given) => {
    try {
      return step(...given)
    } catch (error) {
      if (!(error instanceof NoTransition)) throw error
      return generated(...given)
    }
  }
