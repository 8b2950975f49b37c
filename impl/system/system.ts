import { initialState as initialAttester } from '../../model/attester/initial.ts'
import type { AttesterTypes } from '../../model/attester/types.ts'
import { type Deployment, proposerUnder, sampleInForce } from '../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { initialState as initialL1 } from '../../model/l1-rollup/initial.ts'
import { quorum } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { initialState as initialProposer } from '../../model/proposer/initial.ts'
import type { ProposerTypes } from '../../model/proposer/types.ts'
import type { AttesterProfile, NodeParameters, ProposerProfile } from '../../spec/nodeParameters.ts'
import { step as attesterStep } from '../node/generated/attester.step.ts'
import { step as l1Step } from '../node/generated/l1-rollup.step.ts'
import { step as proposerStep } from '../node/generated/proposer.step.ts'
import type { Step } from '../node/step.ts'
import { viewOf } from './chain.ts'
import type { Node, Setup, World } from './vocabulary.ts'

/** A generated step. */
export type Stepper<T extends L1RollupTypes | AttesterTypes | ProposerTypes> = (
  state: T['state'],
  event: T['event'],
  deployment: T['deployment'],
) => Step<T>

/** Who steps how. A test puts a planted step in the place of a generated one. */
export interface Steps {
  readonly l1: Stepper<L1RollupTypes>
  attester(member: string): Stepper<AttesterTypes>
  proposer(member: string): Stepper<ProposerTypes>
}

export const generatedSteps: Steps = {
  l1: l1Step,
  attester: () => attesterStep,
  proposer: () => proposerStep,
}

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
  readonly deployments: Readonly<Record<string, { readonly parameters: NodeParameters }>>
}

/** @param steps generated ones if not given */
export function systemOf(setup: Setup, steps: Partial<Steps> = {}): System {
  const { profile, horizon, byzantine, minTxPerBlock } = setup
  const l1 = deploymentOf(profile)
  const slots = Array.from({ length: horizon + 1 }, (_, slot) => ({ ...initialL1(profile), slot }))
  // Nobody sets an epoch up in these runs: the sample of the constructor stays in force.
  const committees = slots.map((state) => sampleInForce(state, l1.parameters).members)
  const proposers = slots.map((state, slot) => proposerUnder(committees[slot]!, state, l1))
  const shared = { committees, proposers, minTxPerBlock, forcedMinimum: profile.parameters.forcedMinimum }
  return {
    setup,
    steps: { ...generatedSteps, ...steps },
    l1,
    honest: profile.validators.filter((name) => !byzantine.includes(name)),
    committees,
    proposers,
    quorums: committees.map(({ length }) => quorum({ seats: length })),
    deployments: Object.fromEntries(
      profile.validators.map((self) => [self, { parameters: { self, ...shared } }]),
    ),
  }
}

/** The state at genesis, before which all nodes started: nothing is followed yet, and nothing held. */
export function initialWorld({ setup, honest, l1: deployment }: System): World {
  const start = { initialHeld: [] as string[] }
  const node = (): Node => ({
    attester: initialAttester(start as unknown as AttesterProfile),
    proposer: initialProposer(start as unknown as ProposerProfile),
    outbox: [],
  })
  const l1 = initialL1(setup.profile)
  return {
    slot: 0,
    phase: 'build',
    l1,
    blocks: [],
    views: [viewOf(l1, [], deployment.parameters)],
    nodes: Object.fromEntries(honest.map((name) => [name, node()])),
    verified: Object.fromEntries(honest.map((name) => [name, []])),
    pool: [],
    facts: [],
    calls: [],
  }
}
