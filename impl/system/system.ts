import { initialState as initialAttester } from '../../model/attester/initial.ts'
import { initialState as initialClaimant } from '../../model/claimant/initial.ts'
import { initialState as initialFallbackProposer } from '../../model/fallback-proposer/initial.ts'
import { initialState as initialFollower } from '../../model/follower/initial.ts'
import type { Deployment } from '../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { initialState as initialL1 } from '../../model/l1-rollup/initial.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { State as L1State } from '../../model/l1-rollup/vocabulary.ts'
import { initialState as initialProposer } from '../../model/proposer/initial.ts'
import { initialState as initialProver } from '../../model/prover/initial.ts'
import { initialState as initialPool } from '../../model/transaction-pool/initial.ts'
import type { FallbackProposerProfile } from '../../spec/fallbackProposerParameters.ts'
import type { AttesterProfile, ProposerProfile } from '../../spec/nodeParameters.ts'
import type { ProverProfile } from '../../spec/proverParameters.ts'
import { step as attesterStep } from '../node/generated/attester.step.ts'
import { step as claimantStep } from '../node/generated/claimant.step.ts'
import { step as fallbackProposerStep } from '../node/generated/fallback-proposer.step.ts'
import { step as followerStep } from '../node/generated/follower.step.ts'
import { step as l1Step } from '../node/generated/l1-rollup.step.ts'
import { step as proposerStep } from '../node/generated/proposer.step.ts'
import { step as proverStep } from '../node/generated/prover.step.ts'
import { step as poolStep } from '../node/generated/transaction-pool.step.ts'
import type { Step } from '../node/step.ts'
import { l1ViewOf } from './chain.ts'
import { type Seats, seatsOf } from './seats.ts'
import type { Node, Role, RoleTypes, Setup, World } from './vocabulary.ts'

/** A generated step. */
export type Stepper<T extends L1RollupTypes | RoleTypes[Role]> = (
  state: T['state'],
  event: T['event'],
  deployment: T['deployment'],
) => Step<T>

/** Who steps how: L1, and each member in each of its roles. A test puts a planted step in the place of a generated one. */
export type Steps = { readonly l1: Stepper<L1RollupTypes> } & RoleSteps
export type RoleSteps = { readonly [Name in Role]: (member: string) => Stepper<RoleTypes[Name]> }

export const generatedSteps: Steps = {
  l1: l1Step,
  follower: () => followerStep,
  pool: () => poolStep,
  attester: () => attesterStep,
  proposer: () => proposerStep,
  claimant: () => claimantStep,
  prover: () => proverStep,
  fallbackProposer: () => fallbackProposerStep,
}

/** What the roles of a member decide by. */
export type Deployments = { readonly [Name in Role]: RoleTypes[Name]['deployment'] }

/** A setup with all that follows from it and does not change in a run. */
export interface System {
  readonly setup: Setup
  readonly steps: Steps
  readonly l1: Deployment
  /** The validators in their order, then provers that are none. */
  readonly nodes: readonly string[]
  /** Who of them runs the generated steps. */
  readonly honest: readonly string[]
  /** Who is in charge when, by the samples of L1. */
  readonly seats: WeakMap<L1State['samples'], Seats>
}

/** @param steps generated ones if not given */
export function systemOf(setup: Setup, steps: Partial<Steps> = {}): System {
  const { profile, byzantine } = setup
  const nodes = [...new Set([...profile.validators, ...profile.provers])]
  return {
    setup,
    steps: { ...generatedSteps, ...steps },
    l1: deploymentOf(profile),
    nodes,
    honest: nodes.filter((name) => !byzantine.includes(name)),
    seats: new WeakMap(),
  }
}

/** The state at genesis, before which all nodes started: nothing is followed yet, and nothing held. */
export function initialWorld(system: System): World {
  const { setup, honest } = system
  const l1 = initialL1(setup.profile)
  const shown = { l1, failed: [] }
  const start = { initialHeld: [] as string[] }
  const node = (): Node => ({
    follower: initialFollower(),
    pool: initialPool(),
    attester: initialAttester(start as unknown as AttesterProfile),
    proposer: initialProposer(start as unknown as ProposerProfile),
    claimant: initialClaimant(),
    prover: initialProver(start as unknown as ProverProfile),
    fallbackProposer: initialFallbackProposer(start as unknown as FallbackProposerProfile),
    outbox: [],
    read: shown,
    begun: {},
  })
  const seats = seatsOf(system, l1)
  return {
    slot: 0,
    phase: 'build',
    l1,
    failed: [],
    past: [],
    blocks: [],
    views: [l1ViewOf({ l1, past: [], blocks: [] }, system)],
    shown: [shown],
    nodes: Object.fromEntries(honest.map((name) => [name, node()])),
    verified: Object.fromEntries(honest.map((name) => [name, []])),
    forced: Object.fromEntries(honest.map((name) => [name, []])),
    waiting: [],
    facts: [
      {
        kind: 'seats',
        member: 'l1',
        slot: 0,
        committee: seats.committees[0]!,
        proposer: seats.proposers[0]!,
      },
    ],
    calls: [],
  }
}
