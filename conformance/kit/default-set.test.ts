import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { loadClauses } from '../../spec/clause.ts'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { everyNth, firstOfEach, isDeep } from '../../spec/tier.ts'
import { enforcedBy, isOfNode } from '../clauses/clauseIndex.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { Coverage, coverageKinds } from './coverage.ts'
import { drawn } from './fixtures/drawn.ts'
import { type Mistake, mistakes } from './fixtures/mistakes.ts'
import { Foreign, ForeignDriver } from './foreign/driver.ts'
import type { VectorCase } from './format.ts'
import { writeFunctionVectors } from './functions/write.ts'
import { readVectors } from './read.ts'
import { runCase, runVectors, type VectorFailure } from './run.ts'
import { indexOf } from './vectorIndex.ts'
import { writeVectors } from './write.ts'

const { profiles } = loadPreset('tiny')
const profileOf = (vector: VectorCase) => profiles.find(({ name }) => name === vector.manifest.suite)!
const MOST_BYTES = 25e6
/** Of all refusals of an event and of all changes by one. */
const MOST_MISSED = 0.02
const examples = fileURLToPath(new URL('./examples/', import.meta.url))
const python = spawnSync('python3', ['--version']).status === 0
const NO_PYTHON = 'python3 is not installed'

let folder: string
const cases: VectorCase[] = []
let bytes = 0
const coverages: { profile: string; shown: Coverage; all: Coverage }[] = []

/** What `lockstep vectors` writes. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-default-set-'))
  for (const profile of profiles) {
    const graph = explore(l1Rollup, profile, { engine: 'flat' })
    const written = await writeVectors(profile, graph, join(folder, 'vectors'))
    bytes += written.bytes
    coverages.push({ profile: profile.name, shown: written.coverage, all: Coverage.ofGraph(graph) })
  }
  bytes += (await writeFunctionVectors(join(folder, 'vectors'))).bytes
  for await (const vector of readVectors(join(folder, 'vectors'))) cases.push(vector)
})
afterAll(() => rm(folder, { recursive: true }))

/** Drivers of an implementation in another process, one for each profile. */
function driversOf(foreign: Foreign): (vector: VectorCase) => ForeignDriver {
  const drivers = new Map<Profile, ForeignDriver>()
  return (vector) => {
    const profile = profileOf(vector)
    const driver =
      drivers.get(profile) ?? new ForeignDriver(foreign, { deployed: vector.meta, pre: vector.pre, profile })
    drivers.set(profile, driver)
    return driver
  }
}
const withForeign = async (command: string, act: (foreign: Foreign) => Promise<void>): Promise<void> => {
  const foreign = new Foreign(command, { folder, timeoutMs: 60_000 })
  try {
    await act(foreign)
  } finally {
    foreign.stop()
  }
}

describe('the default set', () => {
  test('shows of every profile each event accepted, each refusal first and alone, each changed variable', () => {
    for (const { profile, shown, all } of coverages)
      expect({ profile, missing: shown.missing(all) }).toEqual({ profile, missing: [] })
    const counts = coverageKinds.map((kind) =>
      coverages.reduce((sum, { shown }) => sum + shown.shown[kind].size, 0),
    )
    expect(Math.min(...counts)).toBeGreaterThan(50)
  })

  test('PRUNE-3: bonds are slashed, by a prune and by a proposal', () => {
    const slashing = cases.flatMap(({ manifest, steps }) =>
      steps.flatMap((step) =>
        'post' in step && step.post.slashed !== undefined ? [[manifest.suite, step.event.type]] : [],
      ),
    )
    for (const suite of ['escrow', 'joint', 'provers', 'sequencer', 'slashes'])
      for (const type of ['prune', 'propose']) expect(slashing).toContainEqual([suite, type])
  })

  test('rests on every clause but those of logs, views, costs, calls that are no events, what is deployed, and tokens that misbehave', async () => {
    const { cases: all } = await indexOf(join(folder, 'vectors'))
    const shown = new Set(Object.values(all).flatMap(({ clauses }) => clauses))
    const missing = loadClauses().filter(({ id }) => !isOfNode(id) && !shown.has(id))
    expect(missing.map(({ id }) => id).filter((id) => !/^(LOG|VIEW)-/.test(id))).toEqual([
      'CHALLENGE-10',
      'CHALLENGE-12',
      'DEPLOY-1',
      'DEPLOY-2',
      'DEPLOY-3',
      'DEPLOY-4',
      'DEPLOY-5',
      'DEPLOY-6',
      'DEPLOY-7',
      'DEPLOY-8',
      'DEPLOY-9',
      'DEPLOY-10',
      'EPOCH-14',
      'EPOCH-15',
      'ESCROW-13',
      'ESCROW-15',
      'FALLBACK-17',
      'FALLBACK-18',
      'PRUNE-6',
      'QUEUE-10',
      'QUEUE-11',
      'REWARD-7',
      'VALIDATOR-6',
      'VALIDATOR-7',
      'VALIDATOR-8',
      'VALIDATOR-9',
    ])
    expect(missing.filter(({ id }) => /^(LOG|VIEW)-/.test(id))).toHaveLength(19)
  })

  test('is under 25 MB', () => {
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  test('the statechart passes it', async () => {
    const models = new Map(profiles.map((profile) => [profile.name, new ModelDriver(profile)]))
    const { failures, total } = await runVectors(
      join(folder, 'vectors'),
      ({ manifest }) => models.get(manifest.suite)!,
    )
    expect(failures).toEqual([])
    expect(total).toBe(cases.length)
  })
})

describe('random runs of the fuzzer', () => {
  test.for(everyNth(profiles, 4))('200 of profile $name show what it has to show', (profile) => {
    const coverage = new Coverage()
    drawn(profile, 200, (step) => coverage.addStep(step))
    const { all } = coverages.find((one) => one.profile === profile.name)!
    const missing = coverage.missing(all).length
    const size = coverageKinds.reduce((sum, kind) => sum + all.shown[kind].size, 0)
    expect(missing / size).toBeLessThan(MOST_MISSED)
  })
})

describe('the example in Python, written from the clauses', () => {
  test(`passes ${isDeep ? '' : 'every fourth case of '}the default set`, async ({ skip }) => {
    skip(!python, NO_PYTHON)
    await withForeign(`python3 '${join(examples, 'runner.py')}'`, async (foreign) => {
      const driverFor = driversOf(foreign)
      const failures = []
      for (const vector of everyNth(cases, 4)) {
        const { failure } = await runCase(vector, driverFor(vector))
        if (failure) failures.push(failure)
      }
      expect(failures).toEqual([])
    })
  })

  test('there are mistakes for every area of clauses that a rollup has', () => {
    const areas = new Set(mistakes.map(({ clause }) => clause.replace(/-\d+$/, '')))
    expect([...areas].sort()).toEqual([
      'CHALLENGE',
      'CLAIM',
      'EPOCH',
      'ESCROW',
      'FALLBACK',
      'PROOF',
      'PROPOSE',
      'PRUNE',
      'QUEUE',
      'REWARD',
      'TIME',
      'VALIDATOR',
    ])
  })

  describe(`${isDeep ? 'every mistake' : 'of the mistakes one in each profile, and every eighth,'} in it is found`, () => {
    const text = readFileSync(join(examples, 'rollup.py'), 'utf8')
    let rereading: Foreign
    let place: string
    let driverFor: (vector: VectorCase) => ForeignDriver
    beforeAll(() => {
      place = join(folder, 'rollup.py')
      writeFileSync(place, text)
      const runner = fileURLToPath(new URL('./fixtures/rereading.py', import.meta.url))
      const command = `python3 '${runner}' '${place}' '${examples}'`
      rereading = new Foreign(command, { folder, timeoutMs: 60_000 })
      driverFor = driversOf(rereading)
    })
    afterAll(() => rereading.stop())

    test('none is found where there is none', async ({ skip }) => {
      skip(!python, NO_PYTHON)
      const some = cases.filter((_, index) => index % 40 === 0)
      expect(await firstFailure(some, driverFor)).toBeUndefined()
    })

    test.for(firstOfEach(mistakes, ({ profile }) => profile, 8))(
      '$clause $what',
      async (mistake, { skip }) => {
        skip(!python, NO_PYTHON)
        expect(text.split(mistake.from)).toHaveLength(2)
        writeFileSync(
          place,
          text.replace(mistake.from, () => mistake.to),
        )
        const failure = await firstFailure(likelyFirst(mistake), driverFor)
        expect(failure).toBeDefined()
        expect(failure!.step).toBeGreaterThan(0)
      },
    )
  })
})

/** All cases: those of a profile first, and of these the ones in which something is refused because of the clause. */
function likelyFirst({ profile, clause }: Mistake): VectorCase[] {
  const refusal = enforcedBy.get(clause)?.refusal
  const likelihood = ({ manifest, steps }: VectorCase): number => {
    if (manifest.suite !== profile) return 0
    return steps.some((step) => 'refused' in step && step.refused[0] === refusal) ? 2 : 1
  }
  return cases.toSorted((left, right) => likelihood(right) - likelihood(left))
}

async function firstFailure(
  some: readonly VectorCase[],
  driverFor: (vector: VectorCase) => ForeignDriver,
): Promise<VectorFailure | undefined> {
  for (const vector of some) {
    const { failure } = await runCase(vector, driverFor(vector))
    if (failure) return failure
  }
  return undefined
}
