import { posix } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadModules, type Modules } from '../../../impl/generate/modules.ts'
import { steppedActors, stepSource } from '../../../impl/generate/steps.ts'
import * as controllerStep from '../../../impl/node/generated/fallback-controller.step.ts'
import * as rollupStep from '../../../impl/node/generated/l1-rollup.step.ts'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { type Deployed, deploy } from '../../../model/core/deployed.ts'
import { explore } from '../../../model/core/explorer.ts'
import { checksOf, type Reading, type Transition } from '../../../model/core/reading.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import { loadFallbackPreset } from '../../../spec/fallbackParameters.ts'
import { loadPreset } from '../../../spec/parameters.ts'
import { everyNth, isDeep } from '../../../spec/tier.ts'
import { dim, lamp, lampSubject, wide } from '../graph-parity/fixtures/lamp/lamp.ts'
import type { LampTypes } from '../graph-parity/fixtures/lamp/vocabulary.ts'
import type { Pairs } from '../graph-parity/subject.ts'
import {
  type AnySubject,
  type CheckedSubject,
  fallbackControllerSubject,
  l1RollupSubject,
  subjects,
} from '../subjects.ts'
import { compareSteps } from './compare.ts'
import { compareWithGraph } from './graph.ts'
import { PlantedSteps } from './plant.ts'
import { stepOf } from './steps.ts'

/** Every reachable state of a profile, each with every event instance. */
function* reachablePairs<T extends ActorTypes>(deployed: Deployed<T>): Generator<Pairs<T>> {
  const { state: codec } = codecsOf(deployed.actor)
  for (const text of explore(deployed.actor, deployed.profile, { engine: 'flat' }).states) {
    const state = codec.parse(text)
    yield { state, events: deployed.instances(state) }
  }
}

const drawnPairs = <T extends ActorTypes>(
  subject: CheckedSubject<T>,
  profile: T['profile'],
  states: number,
): Pairs<T>[] =>
  subject.pairs(profile, 40).flatMap((arbitrary) => fc.sample(arbitrary, { seed: 5, numRuns: states }))

/** States of each profile that pairs are drawn in; rung 2 asks the step in all states that are reached. */
const drawnStates = isDeep ? 50 : 15

const nothingDiffers = { differenceCount: 0, smallest: undefined }
const named = <Profile extends { name: string }>(profiles: readonly Profile[], name: string): Profile =>
  profiles.find((profile) => profile.name === name)!

describe('in every reachable state the generated step is the statechart: next state, effects, refusals', () => {
  test.each(
    everyNth(
      [
        ['minimum', 1_633],
        ['postings', 3_316],
      ] as const,
      2,
    ),
  )('l1-rollup, profile %s', (name, states) => {
    const deployed = deploy(l1RollupSubject.actor, named(loadPreset('tiny').profiles, name))
    const all = [...reachablePairs(deployed)]
    expect(all.length).toBe(states)
    const parity = compareSteps(deployed, rollupStep, all)
    expect(parity).toMatchObject(nothingDiffers)
    expect(parity.accepted).toBeGreaterThan(states)
  })

  test.each(
    everyNth(
      [
        ['whilePending', 1_640],
        ['early', 2_838],
      ] as const,
      2,
    ),
  )('fallback-controller, profile %s', (name, states) => {
    const deployed = deploy(fallbackControllerSubject.actor, named(loadFallbackPreset().profiles, name))
    const all = [...reachablePairs(deployed)]
    expect(all.length).toBe(states)
    const parity = compareSteps(deployed, controllerStep, all)
    expect(parity).toMatchObject(nothingDiffers)
    expect(parity.accepted).toBeGreaterThan(states)
  })
})

describe('and in drawn pairs, reachable or not', () => {
  test.each(subjects.map((subject) => [subject.actor.name, subject] as const))('%s', (name, subject) => {
    expect(subject.pairProfiles()).not.toEqual([])
    for (const profile of subject.pairProfiles()) {
      const pairs = drawnPairs(subject, profile, drawnStates)
      const parity = compareSteps(deploy(subject.actor, profile), stepOf(name)!, pairs)
      expect(parity).toMatchObject({ pairs: pairs.reduce((sum, { events }) => sum + events.length, 0) })
      expect(parity).toMatchObject(nothingDiffers)
      expect(parity.pairs).toBeGreaterThanOrEqual(40 * drawnStates)
      expect(parity.accepted).toBeGreaterThan(6 * drawnStates)
    }
  })

  test('every actor that is checked has a step, and no other', () => {
    expect(steppedActors.map(({ actor }) => actor.name).sort()).toEqual(
      subjects.map(({ actor }) => actor.name).sort(),
    )
    for (const { actor } of subjects) expect(stepOf(actor.name)).toBeDefined()
    expect(stepOf('lamp')).toBeUndefined()
  })
})

const generated = <T extends ActorTypes>(
  modules: Modules,
  deployed: Deployed<T>,
  entry: string,
  output: string,
  change: (reading: Reading<T>) => Reading<T> = (reading) => reading,
): string =>
  stepSource(deployed.actor, change(deployed.reading), modules, { folder: posix.dirname(entry), output })

const changed = <T extends ActorTypes>(
  reading: Reading<T>,
  transitions: (transition: Transition<T>) => readonly Transition<T>[],
): Reading<T> => ({ ...reading, transitions: reading.transitions.flatMap(transitions) })

describe('a mistake in the generated step is reported with state and event', () => {
  let planted: PlantedSteps
  let modules: Modules
  const entry = 'model/l1-rollup/actor.ts'
  const [profile] = l1RollupSubject.pairProfiles()
  const deployed = deploy(l1RollupSubject.actor, profile!)
  const drawn = drawnPairs(l1RollupSubject, profile!, 30)
  const source = (change?: (reading: Reading<L1RollupTypes>) => Reading<L1RollupTypes>) =>
    generated(modules, deployed, entry, planted.folder, change)
  beforeAll(async () => {
    planted = new PlantedSteps()
    modules = await loadModules(entry)
  })
  afterAll(() => planted.remove())

  test('none without one', async () => {
    const step = await planted.load<L1RollupTypes>(source())
    expect(compareSteps(deployed, step, drawn)).toMatchObject(nothingDiffers)
  })

  test('two checks change places: another refusal comes first', async () => {
    const step = await planted.load<L1RollupTypes>(
      source((reading) => {
        const [mode, committee, header, ...rest] = reading.stages.propose
        const [slotIsCurrent, timestampIsStartOfSlot, ...others] = header!.checks
        const swapped = { ...header!, checks: [timestampIsStartOfSlot!, slotIsCurrent!, ...others] }
        return { ...reading, stages: { ...reading.stages, propose: [mode!, committee!, swapped, ...rest] } }
      }),
    )
    const { differenceCount, smallest } = compareSteps(deployed, step, drawn)
    expect(differenceCount).toBeGreaterThan(0)
    expect(JSON.parse(smallest!.event)).toMatchObject({ type: 'propose' })
    expect(codecsOf(deployed.actor).state.parse(smallest!.state)).toHaveProperty('slot')
    expect(smallest!.statechart).toMatch(/^refused \["SlotNotCurrent","PROPOSE-3",/)
    expect(smallest!.generated).toMatch(/^refused \["TimestampMismatch","PROPOSE-4",/)
  })

  test('an update is dropped', async () => {
    const step = await planted.load<L1RollupTypes>(
      source((reading) =>
        changed(reading, (transition) => [
          { ...transition, actions: transition.actions.filter((name) => name !== 'lockWithdrawal') },
        ]),
      ),
    )
    const { differenceCount, smallest } = compareSteps(deployed, step, drawn)
    expect(differenceCount).toBeGreaterThan(0)
    expect(JSON.parse(smallest!.event)).toMatchObject({ type: 'startWithdrawal' })
    expect(smallest!.generated).toMatch(/^accepted /)
  })

  test('a log is told after the update instead of before', async () => {
    const step = await planted.load<L1RollupTypes>(
      source((reading) =>
        changed(reading, (transition) => [
          {
            ...transition,
            actions:
              transition.event === 'collectReward' ? transition.actions.toReversed() : transition.actions,
          },
        ]),
      ),
    )
    const { differenceCount, smallest } = compareSteps(deployed, step, drawn)
    expect(differenceCount).toBeGreaterThan(0)
    expect(JSON.parse(smallest!.event)).toMatchObject({ type: 'collectReward' })
  })

  test('an arm is dropped from what the generator reads', async () => {
    const step = await planted.load<L1RollupTypes>(
      source((reading) =>
        changed(reading, (transition) => (transition.event === 'deposit' ? [] : [transition])),
      ),
    )
    const { smallest } = compareSteps(deployed, step, drawn)
    expect(JSON.parse(smallest!.event)).toMatchObject({ type: 'deposit' })
    expect(smallest!.statechart).toMatch(/^accepted /)
    expect(smallest!.generated).toMatch(/^NoTransition: deposit: its checks pass/)
  })

  test('an arm is dropped from the text', async () => {
    const text = source()
    const at = text.indexOf("    .with([P._, { type: 'setupEpoch' }]")
    const step = await planted.load<L1RollupTypes>(
      text.slice(0, at) + text.slice(text.indexOf('    // addValidator', at)),
    )
    const { smallest } = compareSteps(deployed, step, drawn)
    expect(JSON.parse(smallest!.event)).toMatchObject({ type: 'setupEpoch' })
    expect(smallest!.generated).toMatch(/^Error: Pattern matching error: no pattern matches value/)
  })

  test('a refusal tells other facts, or another clause', async () => {
    const text = source()
    for (const [from, to] of [
      ["['headerSlot', 'slot']", "['slot', 'headerSlot']"],
      ["'SlotNotCurrent', 'PROPOSE-3'", "'SlotNotCurrent', 'PROPOSE-4'"],
    ] as const) {
      expect(text).toContain(from)
      const { smallest } = compareSteps(
        deployed,
        await planted.load<L1RollupTypes>(text.replace(from, to)),
        drawn,
      )
      expect(smallest!.statechart).toContain('SlotNotCurrent')
    }
  })
})

/** Every arm dropped, every action of an event dropped, every two neighbouring checks of an event swapped. */
function everyMistake<T extends ActorTypes>(reading: Reading<T>): [string, Reading<T>][] {
  const { transitions, stages, eventTypes } = reading
  const arms = transitions.map((dropped): [string, Reading<T>] => [
    `${dropped.event} in ${dropped.from}${dropped.selectors.map((name) => `, ${name}`).join('')}`,
    changed(reading, (transition) => (transition === dropped ? [] : [transition])),
  ])
  const steps = eventTypes.flatMap((event) => {
    const own = transitions.filter((transition) => transition.event === event)
    const names = [...new Set(own.flatMap(({ actions }) => actions))]
    return names.map((dropped): [string, Reading<T>] => [
      `${event} without ${dropped}`,
      changed(reading, (transition) => [
        transition.event === event
          ? { ...transition, actions: transition.actions.filter((name) => name !== dropped) }
          : transition,
      ]),
    ])
  })
  const orders = eventTypes.flatMap((event: T['event']['type']) => {
    const checks = checksOf(reading, event)
    return checks.slice(1).map((second, at): [string, Reading<T>] => {
      const swapped = [...checks.slice(0, at), second, checks[at]!, ...checks.slice(at + 2)]
      return [
        `${event}: ${second} before ${checks[at]}`,
        { ...reading, stages: { ...stages, [event]: [{ name: '', checks: swapped }] } },
      ]
    })
  })
  return [...arms, ...steps, ...orders]
}

describe('an actor of which the generator knows nothing', () => {
  let planted: PlantedSteps
  let modules: Modules
  const entry = 'conformance/rungs/graph-parity/fixtures/lamp/lamp.ts'
  const [small, large] = [deploy(lamp, dim), deploy(lamp, wide)]
  const drawn = drawnPairs(lampSubject, wide, 100)
  beforeAll(async () => {
    planted = new PlantedSteps()
    modules = await loadModules(entry)
  })
  afterAll(() => planted.remove())

  test('has a step that is its statechart', async () => {
    const step = await planted.load<LampTypes>(generated(modules, small, entry, planted.folder))
    const reachable = compareSteps(small, step, reachablePairs(small))
    expect(reachable).toMatchObject(nothingDiffers)
    expect(reachable.accepted).toBeGreaterThan(100)
    expect(compareSteps(large, step, drawn)).toMatchObject(nothingDiffers)
  })

  test('and every mistake in it is reported, with its event', async () => {
    const mistakes = everyMistake(small.reading)
    const reachable = [...reachablePairs(small)]
    const unseen: string[] = []
    for (const [name, reading] of mistakes) {
      const step = await planted.load<LampTypes>(
        generated(modules, small, entry, planted.folder, () => reading),
      )
      const found = compareSteps(large, step, drawn).smallest ?? compareSteps(small, step, reachable).smallest
      if (!found) unseen.push(name)
      else expect(name).toMatch(new RegExp(`^${JSON.parse(found.event).type}\\b`))
    }
    expect(mistakes.length).toBe(30)
    // What is too much is not nothing: the two checks of a filling never fail together.
    expect(unseen).toEqual(['fill: oilFits before amountIsPositive'])
  })

  test('and by the graph of its statechart too', async () => {
    const graph = explore(lamp, dim)
    const right = await planted.load<LampTypes>(generated(modules, small, entry, planted.folder))
    const parity = compareWithGraph({ actor: lamp }, dim, right, graph)
    expect(parity).toMatchObject({ pairs: graph.event.length, ...nothingDiffers })
    expect(parity.accepted).toBe(graph.outcome.filter((outcome) => outcome >= 0).length)
    const unseen: string[] = []
    for (const [name, reading] of everyMistake(small.reading)) {
      const step = await planted.load<LampTypes>(
        generated(modules, small, entry, planted.folder, () => reading),
      )
      const { smallest, differenceCount } = compareWithGraph({ actor: lamp }, dim, step, graph)
      expect(differenceCount > 0).toBe(smallest !== undefined)
      if (!smallest) unseen.push(name)
      else expect(name).toMatch(new RegExp(`^${JSON.parse(smallest.event).type}\\b`))
    }
    // As above.
    expect(unseen).toEqual(['fill: oilFits before amountIsPositive'])
  })
})

describe.each(['attester', 'proposer'])('of the %s', (name) => {
  let planted: PlantedSteps
  let modules: Modules
  const entry = `model/${name}/actor.ts`
  const subject = subjects.find(({ actor }) => actor.name === name) as AnySubject
  beforeAll(async () => {
    planted = new PlantedSteps()
    modules = await loadModules(entry)
  })
  afterAll(() => planted.remove())

  test(`${isDeep ? 'every arm and every action' : 'of the arms and actions every third'} that is dropped is missed in a graph of a profile`, async () => {
    const profiles = subject.modelProfiles()
    const graphs = profiles.map((profile) => explore(subject.actor, profile, { engine: 'flat' }))
    const deployed = deploy(subject.actor, profiles[0]!)
    const all = everyMistake(deployed.reading).filter(([what]) => !what.includes(' before '))
    const mistakes = everyNth(all, 3)
    const unseen: string[] = []
    for (const [what, reading] of mistakes) {
      const step = await planted.load(generated(modules, deployed, entry, planted.folder, () => reading))
      const found = profiles.some(
        (profile, at) =>
          compareWithGraph(subject, profile, step, graphs[at]!, { firstOnly: true }).differenceCount > 0,
      )
      if (!found) unseen.push(what)
    }
    expect(all.length).toBeGreaterThan(15)
    expect(unseen).toEqual([])
  })
})
