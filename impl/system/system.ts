import { initialState as initialAttester } from '../../model/attester/initial.ts'
import { initialState as initialFollower } from '../../model/follower/initial.ts'
import { type Deployment, proposerUnder, sampleInForce } from '../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { initialState as initialL1 } from '../../model/l1-rollup/initial.ts'
import { quorum } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { initialState as initialProposer } from '../../model/proposer/initial.ts'
import { initialState as initialPool } from '../../model/transaction-pool/initial.ts'
import type { AttesterProfile, ProposerProfile } from '../../spec/nodeParameters.ts'
import { step as attesterStep } from '../node/generated/attester.step.ts'
import { step as followerStep } from '../node/generated/follower.step.ts'
import { step as l1Step } from '../node/generated/l1-rollup.step.ts'
import { step as proposerStep } from '../node/generated/proposer.step.ts'
import { step as poolStep } from '../node/generated/transaction-pool.step.ts'
import type { Step } from '../node/step.ts'
import { l1ViewOf } from './chain.ts'
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
}

/** What the roles of a member decide by. */
export type Deployments = { readonly [Name in Role]: RoleTypes[Name]['deployment'] }

/** A setup with all that follows from it and does not change in a run. */
export interface System {
  readonly setup: Setup
  readonly steps: Steps
  readonly l1: Deployment
  /** Who runs the generated steps, in the order of the validators. */
  readonly honest: readonly string[]
  /** Per slot. */
  readonly committees: readonly (readonly string[])[]
  readonly proposers: readonly string[]
  /** Per slot: how many attestations make a quorum of its committee. */
  readonly quorums: readonly number[]
  readonly deployments: Readonly<Record<string, Deployments>>
}

/** @param steps generated ones if not given */
export function systemOf(setup: Setup, steps: Partial<Steps> = {}): System {
  const { profile, horizon, byzantine, minTxPerBlock, maxViewAge, poolMaximum, verifyingMaximum } = setup
  const { slotsPerEpoch, forcedMinimum } = profile.parameters
  const l1 = deploymentOf(profile)
  const slots = Array.from({ length: horizon + 1 }, (_, slot) => ({ ...initialL1(profile), slot }))
  // Nobody sets an epoch up in these runs: the sample of the constructor stays in force.
  const committees = slots.map((state) => sampleInForce(state, l1.parameters).members)
  const proposers = slots.map((state, slot) => proposerUnder(committees[slot]!, state, l1))
  const deploymentsOf = (self: string): Deployments => {
    const member = { parameters: { self, committees, proposers, minTxPerBlock, forcedMinimum } }
    const peers = profile.validators.filter((name) => name !== self).toSorted()
    return {
      follower: { parameters: { maxViewAge, slotsPerEpoch } },
      pool: { parameters: { peers, poolMaximum, verifyingMaximum } },
      attester: member,
      proposer: member,
    }
  }
  return {
    setup,
    steps: { ...generatedSteps, ...steps },
    l1,
    honest: profile.validators.filter((name) => !byzantine.includes(name)),
    committees,
    proposers,
    quorums: committees.map(({ length }) => quorum({ seats: length })),
    deployments: Object.fromEntries(profile.validators.map((self) => [self, deploymentsOf(self)])),
  }
}

/** The state at genesis, before which all nodes started: nothing is followed yet, and nothing held. */
export function initialWorld(system: System): World {
  const { setup, honest } = system
  const start = { initialHeld: [] as string[] }
  const node = (): Node => ({
    follower: initialFollower(),
    pool: initialPool(),
    attester: initialAttester(start as unknown as AttesterProfile),
    proposer: initialProposer(start as unknown as ProposerProfile),
    outbox: [],
  })
  const l1 = initialL1(setup.profile)
  return {
    slot: 0,
    phase: 'build',
    l1,
    past: [],
    blocks: [],
    views: [l1ViewOf(l1, [], system)],
    nodes: Object.fromEntries(honest.map((name) => [name, node()])),
    verified: Object.fromEntries(honest.map((name) => [name, []])),
    forced: Object.fromEntries(honest.map((name) => [name, []])),
    waiting: [],
    facts: [],
    calls: [],
  }
}
