import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { type RefusalName, refusals } from '../../model/l1-rollup/refusals.ts'
import { loadPreset } from '../../spec/parameters.ts'
import type { Driver } from '../drivers/driver.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { Replayer } from '../runs/replayer.ts'
import { goalsOf } from './choice.ts'
import { ClausesOfSteps } from './clauses.ts'
import { Coverage } from './coverage.ts'
import type { VectorCase } from './format.ts'
import { modelComputer } from './functions/reference.ts'
import { runFunctions } from './functions/run.ts'
import { vectorsJunit } from './junit.ts'
import { leanTours } from './lean.ts'
import { readVectors } from './read.ts'
import { runVectors } from './run.ts'
import { sampleFolder, writeSample } from './sample.ts'
import { tours } from './tour.ts'
import { VectorError } from './vectorError.ts'
import { writeVectors } from './write.ts'

const enforced = new Map(Object.values(refusals).map(({ refusal, clause }) => [refusal, clause]))

const { profiles } = loadPreset('tiny')
const joint = profiles.find(({ name }) => name === 'joint')!
const small = { ...joint, horizon: 2 }
const smallGraph = explore(l1Rollup, small, { engine: 'flat' })
const onModel = () => new ModelDriver(joint)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-vectors-'))
})
afterEach(() => rm(folder, { recursive: true }))

const filesBelow = async (root: string): Promise<Record<string, string>> => {
  const files: Record<string, string> = {}
  for (const name of (await readdir(root, { recursive: true })).sort())
    if (name.endsWith('.yaml')) files[name] = await readFile(join(root, name), 'utf8')
  return files
}

describe('vectors', () => {
  test('the sample is what the profile gives today', async () => {
    await writeSample(folder)
    expect(await filesBelow(sampleFolder)).toEqual(await filesBelow(folder))
  })

  test('tours without goals of their own take every instance, refused ones where they are refused', () => {
    const taken = new Set<number>()
    for (const tour of tours(smallGraph)) {
      let state = 0
      for (const instance of tour) {
        expect(instance).toBeGreaterThanOrEqual(smallGraph.firstInstance[state]!)
        expect(instance).toBeLessThan(smallGraph.firstInstance[state + 1]!)
        taken.add(instance)
        state = Math.max(smallGraph.outcome[instance]!, -1) < 0 ? state : smallGraph.outcome[instance]!
      }
    }
    expect(taken.size).toBe(smallGraph.outcome.length)
  })

  test('tours reach every goal, and need fewer steps for it than for every instance', () => {
    const goals = goalsOf(small, smallGraph)
    const walks = [...tours(smallGraph, goals)]
    const reached = new Set(walks.flat().flatMap((instance) => [...goals.of(instance)]))
    expect(reached.size).toBe(goals.count)
    expect(walks.flat().length).toBeLessThan([...tours(smallGraph)].flat().length)
  })

  test('lean tours reach every goal as well, are walks, and show nothing twice that they could leave out', () => {
    const goals = goalsOf(small, smallGraph)
    const [walks, lean] = [[...tours(smallGraph, goals)], leanTours(smallGraph, goals)]
    expect(new Set(lean.flat().flatMap((instance) => [...goals.of(instance)])).size).toBe(goals.count)
    expect(lean.flat().length).toBeLessThan(walks.flat().length)
    const times = new Map<number, number>()
    for (const instance of lean.flat())
      for (const goal of new Set(goals.of(instance))) times.set(goal, (times.get(goal) ?? 0) + 1)
    for (const tour of lean) {
      let state = 0
      for (const instance of tour) {
        expect(instance).toBeGreaterThanOrEqual(smallGraph.firstInstance[state]!)
        expect(instance).toBeLessThan(smallGraph.firstInstance[state + 1]!)
        const result = smallGraph.outcome[instance]!
        const isEnd = instance === tour.at(-1)
        if (result < 0 || isEnd)
          expect([...goals.of(instance)].some((goal) => times.get(goal) === 1)).toBe(true)
        if (result >= 0) state = result
      }
    }
  })

  test('with all of a profile, every refused event of every state is in them once, with all that fails', async () => {
    const { refusals } = await writeVectors(small, smallGraph, folder, { all: true })
    expect(refusals).toBe(smallGraph.outcome.filter((result) => result < 0).length)
  })

  test('the statechart passes its own vectors', async () => {
    const { cases, steps } = await writeVectors(small, smallGraph, folder)
    expect(await runVectors(folder, onModel)).toMatchObject({ total: cases, steps, failures: [] })
  })

  test('what steps show is counted from what is written, and a step that is left out is missed', async () => {
    const all = Coverage.ofGraph(smallGraph)
    const { coverage } = await writeVectors(small, smallGraph, folder)
    expect(coverage.missing(all)).toEqual([])
    const without = new Coverage()
    for await (const { steps } of readVectors(folder))
      for (const step of steps)
        if (!('refused' in step && step.refused[0] === 'ClaimWindowClosed')) without.addStep(step)
    expect(without.missing(all)).toContain('first: claimEpochProofRight ClaimWindowClosed')
  })

  test('the contracts pass the sample on real blocks', async () => {
    const replayer = await Replayer.start(joint)
    try {
      const { total, failures } = await runVectors(sampleFolder, () => replayer.contracts)
      expect(failures).toEqual([])
      expect(total).toBe(3)
    } finally {
      await replayer.stop()
    }
  })
})

describe('a driver that does something else', () => {
  /** Accepts everything, and changes nothing where it should have refused. */
  const lenient = (): Driver => {
    const model = onModel()
    return {
      reset: () => model.reset(),
      observe: () => model.observe(),
      apply: async (events) => (await model.apply(events)).map(() => ({ accepted: true })),
    }
  }

  test('is told its first step, counted from 1, with the event', async () => {
    const { failures, total } = await runVectors(sampleFolder, lenient)
    expect(failures.length).toBe(total)
    for await (const { path, steps } of readVectors(sampleFolder)) {
      const step = steps.findIndex((candidate) => 'refused' in candidate)
      const failure = failures.find((one) => one.case === path)
      expect(failure).toMatchObject({ step: step + 1, event: steps[step]!.event, found: 'accepted' })
    }
  })

  test('is told the places of the state that differ', async () => {
    const model = onModel()
    const poor: Driver = {
      reset: () => model.reset(),
      apply: (events) => model.apply(events),
      observe: async () => {
        const { stored, effective } = await model.observe()
        return { stored: { ...stored, tokens: { ...stored.tokens, escrow: '7' } }, effective }
      },
    }
    const { failures } = await runVectors(sampleFolder, () => poor, { filter: { text: 'case_00001' } })
    expect(failures).toEqual([
      expect.objectContaining({ step: 0, expected: 'tokens.escrow 1', found: 'tokens.escrow 7' }),
    ])
  })

  test('is in the JUnit file with its case', async () => {
    const xml = vectorsJunit(await runVectors(sampleFolder, lenient))
    expect(xml).toContain('<testsuites name="lockstep" tests="3" failures="3"')
    expect(xml).toMatch(/<testcase classname="lockstep.vectors.joint" name="[^"]*case_00002"/)
    expect(xml).toContain('found accepted')
  })

  test('steps that were not judged are told with their case, which is skipped where none was', () => {
    const run = { suite: 'escrow', seconds: 1, failure: undefined }
    const part = { notJudged: new Map([['prune', 2]]), untold: new Map([['credits', 1]]) }
    const xml = vectorsJunit({
      total: 3,
      steps: 4,
      calls: 4,
      notJudged: new Map(),
      untold: new Map(),
      failures: [],
      undeclared: [],
      leftOut: [],
      runs: [
        { ...run, case: 'whole', steps: 2 },
        { ...run, case: 'partly', steps: 2, part },
        { ...run, case: 'none', steps: 0, part: { ...part, untold: new Map() } },
      ],
    })
    expect(xml).toContain('tests="3" failures="0" skipped="1"')
    expect(xml).toMatch(/name="whole" time="1"\/>/)
    const told =
      'name="partly" time="1"><system-out>2 steps not judged: prune\ncredits not told in 1 judged steps<'
    expect(xml).toContain(told)
    expect(xml).toContain('name="none" time="1"><skipped message="2 steps not judged: prune"/>')
  })

  test('cases of a deployment that is left out are counted, and skipped in the JUnit file', async () => {
    const result = await runVectors(sampleFolder, onModel, {
      leavesOut: ({ manifest }) => (manifest.case === 'case_00001' ? 'fallback' : undefined),
    })
    expect(result).toMatchObject({
      total: 3,
      runs: [{}, {}],
      leftOut: [{ suite: 'joint', variant: 'fallback' }],
    })
    const xml = vectorsJunit(result)
    expect(xml).toContain('tests="3" failures="0" skipped="1"')
    expect(xml).toMatch(/case_00001"[^>]*><skipped message="fallback is declared as unsupported"\/>/)
  })

  test('a case whose function is not declared is skipped in the JUnit file', async () => {
    const none = { declared: new Set<string>(), compute: async () => ({ output: 1 }) }
    const xml = vectorsJunit(await runFunctions(sampleFolder, () => none))
    expect(xml).toContain('<testsuites name="lockstep" tests="9" failures="0"')
    expect(xml).toMatch(/name="[^"]*sizes_0_to_128"[^>]*><skipped message="quorum is not declared"/)
  })
})

describe('filters', () => {
  const casesWith = async (filter: object) =>
    (await runVectors(sampleFolder, onModel, { filter })).runs.map((run) => run.case.slice(-10))

  test('profile, text of the path', async () => {
    expect(await casesWith({ profiles: ['joint', 'chain'] })).toHaveLength(3)
    expect(await casesWith({ text: 'case_00002' })).toEqual(['case_00002'])
    await expect(casesWith({ profiles: ['chain'] })).rejects.toThrow('none of its cases is asked for')
  })

  test('refusal: the cases in which something is refused with it, also beside others', async () => {
    const expected: string[] = []
    for await (const { path, steps } of readVectors(sampleFolder))
      if (steps.some((step) => 'refused' in step && step.refused.includes('SlotTaken')))
        expected.push(path.slice(-10))
    expect(expected).not.toHaveLength(0)
    expect(await casesWith({ refusal: 'SlotTaken' })).toEqual(expected)
    await expect(casesWith({ refusal: 'ValidatorZero' })).rejects.toThrow('none of its cases is asked for')
  })

  test('clause: the cases that rest on it, runs and functions', async () => {
    const expected: string[] = []
    for await (const { path, manifest } of readVectors(sampleFolder))
      if (manifest.clauses.includes('PRUNE-1')) expected.push(path.slice(-10))
    expect(expected.length).toBeLessThan(3)
    expect(await casesWith({ clause: 'PRUNE-1' })).toEqual(expected)
    const { runs } = await runFunctions(sampleFolder, () => modelComputer, { filter: { clause: 'EPOCH-2' } })
    const functions = new Set(runs.map((run) => run.case.split('/').at(-3)))
    expect([...functions].sort()).toEqual(['drawSeat', 'seedOf'])
  })
})

describe('the clauses that a case rests on', () => {
  test('are those of its refusals, of what its accepted events have passed, and of what they change', async () => {
    for await (const { pre, steps, manifest } of readVectors(sampleFolder)) {
      const refused = steps.flatMap((step) => ('refused' in step ? step.refused : []))
      for (const name of new Set(refused))
        expect(manifest.clauses).toContain(enforced.get(name as RefusalName)!)
      const proposed = steps.filter((step) => 'post' in step && step.event.type === 'propose')
      // The last two are about a parent that is pending.
      const isOnPending = proposed.some(({ event }) => event.type === 'propose' && event.parent.slot >= 0)
      const numbers = proposed.length === 0 ? 0 : isOnPending ? 13 : 11
      for (let number = 1; number <= numbers; number++)
        expect(manifest.clauses).toContain(`PROPOSE-${number}`)
      expect(new ClausesOfSteps(joint).of(pre, steps)).toEqual(manifest.clauses)
      expect(manifest.clauses.filter((id) => /^(LOG|VIEW)-/.test(id))).toEqual([])
    }
  })

  test('are fewer where a step is left out that alone shows one', async () => {
    const all: VectorCase[] = []
    for await (const one of readVectors(sampleFolder)) all.push(one)
    const { pre, steps, manifest } = all[0]!
    const without = steps.filter(({ event }) => event.type !== 'collectSlashed')
    expect(manifest.clauses).toContain('ESCROW-9')
    expect(new ClausesOfSteps(joint).of(pre, without)).not.toContain('ESCROW-9')
  })
})

describe('a bad case is reported, and the others are run', () => {
  const spoil = async (file: string, text: (before: string) => string) => {
    await cp(sampleFolder, folder, { recursive: true })
    const paths = await readdir(folder, { recursive: true })
    const name = paths.find((path) => path.endsWith(join('case_00000', file)))!
    await writeFile(join(folder, name), text(await readFile(join(folder, name), 'utf8')))
    return runVectors(folder, onModel)
  }

  test.each<[string, string, (before: string) => string, RegExp]>([
    ['truncated steps', 'steps.yaml', (text) => text.slice(0, -20), /steps\.yaml: expected JSON/],
    ['an unknown event', 'steps.yaml', (text) => text.replace('submitEpochProof', 'halt'), /steps\.yaml: /],
    [
      'an amount as a number',
      'pre.yaml',
      (text) => text.replace('"slashed":"0"', '"slashed":0'),
      /pre\.yaml: .*slashed/s,
    ],
    [
      'a case of another suite',
      'manifest.yaml',
      (text) => text.replace('"joint"', '"chain"'),
      /expected the path to end with/,
    ],
  ])('%s', async (_, file, change, message) => {
    const { total, runs, failures } = await spoil(file, change)
    expect(failures).toEqual([
      { case: runs[0]!.case, expected: 'a case that can be read', found: expect.stringMatching(message) },
    ])
    expect(runs.map(({ failure }) => failure === undefined)).toEqual([false, true, true])
    expect(total).toBe(3)
  })

  test.each<[string, string, (before: string) => string, RegExp]>([
    ['truncated calls', 'calls.yaml', (text) => text.slice(0, -4), /calls\.yaml: expected JSON/],
    ['no calls', 'calls.yaml', () => '[]', /calls\.yaml: /],
    ['a call without an answer', 'calls.yaml', () => '[{"input":{"seats":1}}]', /calls\.yaml: /],
    ['another function', 'manifest.yaml', (text) => text.replace('quorum', 'quorun'), /manifest\.yaml: /],
    [
      'no clauses',
      'manifest.yaml',
      (text) => text.replace('"clauses"', '"rests"'),
      /manifest\.yaml: .*clauses/s,
    ],
    ['another place', 'manifest.yaml', (text) => text.replace('quorum', 'seedOf'), /the path to end with/],
  ])('of a function: %s', async (_, file, change, message) => {
    await cp(sampleFolder, folder, { recursive: true })
    const place = join(folder, 'tests/rfc/v1/functions/quorum/rfc/sizes_0_to_128', file)
    await writeFile(place, change(await readFile(place, 'utf8')))
    const { failures, runs, total } = await runFunctions(folder, () => modelComputer)
    expect(failures).toEqual([
      {
        case: 'tests/rfc/v1/functions/quorum/rfc/sizes_0_to_128',
        expected: 'a case that can be read',
        found: expect.stringMatching(message),
      },
    ])
    expect(runs).toHaveLength(total)
  })

  test('a folder without cases is no folder of vectors', async () => {
    await expect(runVectors(folder, onModel)).rejects.toThrow('expected at least one case')
    await expect(runVectors(join(folder, 'none'), onModel)).rejects.toThrow(VectorError)
  })
})
