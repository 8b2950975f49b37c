/** A node without one of its rules breaks the predicate that the rule is there for, and the run that shows it is short. */
import { posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadModules, type Modules } from '../../impl/generate/modules.ts'
import { stepSource } from '../../impl/generate/steps.ts'
import { step as generatedAttester } from '../../impl/node/generated/attester.step.ts'
import type { Predicate } from '../../impl/system/safety.ts'
import { fourMembers } from '../../impl/system/setups.ts'
import { type Stepper, type Steps, systemOf } from '../../impl/system/system.ts'
import type { Setup } from '../../impl/system/vocabulary.ts'
import { attester } from '../../model/attester/actor.ts'
import type { AttesterTypes } from '../../model/attester/types.ts'
import type { Actor, ActorTypes } from '../../model/core/actor.ts'
import { deploy } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { proposer } from '../../model/proposer/actor.ts'
import type { ProposerTypes } from '../../model/proposer/types.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { PlantedSteps } from '../rungs/step-parity/plant.ts'
import { search, shrink, violates } from './shrink.ts'

/** Runs until a predicate is violated. */
const SEEDS = 300
const LONGEST = 25

let planted: PlantedSteps
const loaded = new Map<string, Promise<Modules>>()
const modulesOf = (entry: string): Promise<Modules> => {
  const modules = loaded.get(entry) ?? loadModules(entry)
  loaded.set(entry, modules)
  return modules
}
beforeAll(() => {
  planted = new PlantedSteps()
})
afterAll(() => planted.remove())

/** The step that is generated of a statechart without one of its checks. */
async function without<T extends ActorTypes>(
  actor: Actor<T>,
  profile: T['profile'],
  check: T['check'],
): Promise<Stepper<never>> {
  const entry = `model/${actor.name}/actor.ts`
  const { reading } = deploy(actor, profile)
  const stages = Object.fromEntries(
    Object.entries(reading.stages as unknown as Record<string, { checks: string[] }[]>).map(
      ([event, list]) => [
        event,
        list.map((stage) => ({ ...stage, checks: stage.checks.filter((name) => name !== check) })),
      ],
    ),
  )
  const changed = { ...reading, stages } as unknown as typeof reading
  const source = stepSource(actor, changed, await modulesOf(entry), {
    folder: posix.dirname(entry),
    output: planted.folder,
  })
  expect(source).not.toContain(`check(${check},`)
  return (await planted.load<T>(source)).step as unknown as Stepper<never>
}

/** The one node that is planted; the other three run what is generated. */
const PLANTED = 'm1'
const only = (step: Stepper<AttesterTypes>): Partial<Steps> => ({
  attester: (member) => (member === PLANTED ? step : generatedAttester),
})
const attesterStepWithout = async (check: AttesterTypes['check']): Promise<Stepper<AttesterTypes>> =>
  (await without(attester, loadAttesterPreset().profiles[0]!, check)) as unknown as Stepper<AttesterTypes>
const attesterWithout = async (check: AttesterTypes['check']): Promise<Partial<Steps>> =>
  only(await attesterStepWithout(check))
const attestersWithout = async (check: AttesterTypes['check']): Promise<Partial<Steps>> => {
  const step = await attesterStepWithout(check)
  return { attester: () => step }
}
const proposerWithout = async (check: ProposerTypes['check']): Promise<Partial<Steps>> => {
  const step = await without(proposer, loadProposerPreset().profiles[0]!, check)
  return { proposer: () => step as unknown as Stepper<ProposerTypes> }
}
const l1Without = async (check: L1RollupTypes['check']): Promise<Partial<Steps>> => {
  const step = await without(l1Rollup, fourMembers().profile, check)
  return { l1: step as unknown as Stepper<L1RollupTypes> }
}

/** Takes everything for held, and asks for nothing. */
const holdsEverything: Stepper<AttesterTypes> = (state, event, deployment) => {
  if (event.type !== 'receiveProposal' && event.type !== 'executed')
    return generatedAttester(state, event, deployment)
  const step = generatedAttester({ ...state, held: ['t1', 't2'] }, event, deployment)
  return 'refusal' in step ? step : { ...step, next: { ...step.next, held: state.held } }
}

const honest = fourMembers({ horizon: 1 })
/** The proposer of slot 0 lies. */
const lying = fourMembers({ byzantine: ['m3'] })

const plants: [string, Setup, Predicate, () => Promise<Partial<Steps>>][] = [
  ['ATTEST-10: signs again in its slot', honest, 'signsOnce', () => attesterWithout('slotIsNotSigned')],
  [
    'ATTEST-10: three that sign again make two quorums',
    lying,
    'oneQuorum',
    () => attestersWithout('slotIsNotSigned'),
  ],
  [
    'ATTEST-7: signs after its store was lost',
    honest,
    'signsOnce',
    () => attesterWithout('attestingMayBegin'),
  ],
  [
    'ATTEST-12: takes for forced what never was',
    lying,
    'signsComputed',
    () => attesterWithout('proposalTakesWhatWaits'),
  ],
  ['ATTEST-18: signs any root', lying, 'signsComputed', () => attesterWithout('workHasComputedRoot')],
  [
    'ATTEST-15: signs whatever was executed',
    honest,
    'signsComputed',
    () => attesterWithout('workIsExecuting'),
  ],
  ['ATTEST-14: executes what it does not hold', honest, 'signsComputed', async () => only(holdsEverything)],
  [
    'BUILD-21: publishes without a quorum',
    honest,
    'submitsQuorum',
    () => proposerWithout('attestationsAreEnough'),
  ],
  ['BUILD-6: proposes again in its slot', honest, 'proposesOnce', () => proposerWithout('slotIsNotProposed')],
  [
    'BUILD-5: proposes after its store was lost',
    honest,
    'proposesOnce',
    () => proposerWithout('proposingMayBegin'),
  ],
  [
    'PROPOSE-11: L1 takes what no quorum attested',
    lying,
    'takenHasQuorum',
    () => l1Without('quorumIsReached'),
  ],
  [
    'PROPOSE-10: L1 takes signatures of strangers',
    lying,
    'takenHasQuorum',
    () => l1Without('attestationsAreByMembers'),
  ],
]

describe('a rule that is missing is found', () => {
  test.each(plants)('%s', async (_title, setup, predicate, steps) => {
    const system = systemOf(setup, await steps())
    const found = search(system, predicate, SEEDS)
    expect(found, `${predicate} within ${SEEDS} seeds`).toBeDefined()
    const small = shrink(system, predicate, found!)
    expect(small.length).toBeLessThanOrEqual(LONGEST)
    // Written down and read again it is the same run, and with the rule it is none.
    const written = JSON.parse(JSON.stringify(small))
    expect(violates(system, predicate, written)).toBe(true)
    expect(violates(systemOf(setup), predicate, written)).toBe(false)
  })
})
