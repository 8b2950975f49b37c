import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { Coverage, coverageKinds } from './coverage.ts'
import { type Mistake, mistakes } from './fixtures/mistakes.ts'
import { Foreign, ForeignDriver } from './foreign/driver.ts'
import type { VectorCase } from './format.ts'
import { readVectors } from './read.ts'
import { runCase, runVectors, type VectorFailure } from './run.ts'
import { writeVectors } from './write.ts'

const { profiles } = loadPreset('tiny')
const profileOf = (vector: VectorCase) => profiles.find(({ name }) => name === vector.manifest.suite)!
const MOST_BYTES = 20e6
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
  for await (const vector of readVectors(join(folder, 'vectors'))) cases.push(vector)
})
afterAll(() => rm(folder, { recursive: true }))

const starting: Foreign[] = []
afterAll(() => {
  for (const foreign of starting) foreign.stop()
})
const started = (command: string): ((vector: VectorCase) => ForeignDriver) => {
  const foreign = new Foreign(command, { folder, timeoutMs: 60_000 })
  starting.push(foreign)
  return (vector) =>
    new ForeignDriver(foreign, {
      deployed: vector.meta,
      pre: vector.pre,
      profile: profileOf(vector),
    })
}
const pythonIn = (place: string) => started(`python3 '${join(place, 'runner.py')}'`)

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

  test('is under 20 MB', () => {
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  test('the statechart passes it', async () => {
    const { failures, total } = await runVectors(
      join(folder, 'vectors'),
      (vector) => new ModelDriver(profileOf(vector)),
    )
    expect(failures).toEqual([])
    expect(total).toBe(cases.length)
  })
})

describe('the example in Python, written from the clauses', () => {
  test('passes the default set', async ({ skip }) => {
    skip(!python, NO_PYTHON)
    const { failures, total } = await runVectors(join(folder, 'vectors'), pythonIn(examples))
    expect(failures).toEqual([])
    expect(total).toBe(cases.length)
  })

  test('there are mistakes for every area of clauses that a rollup has', () => {
    const areas = new Set(mistakes.map(({ clause }) => clause.replace(/-\d+$/, '')))
    expect([...areas].sort()).toEqual([
      'CLAIM',
      'EPOCH',
      'ESCROW',
      'PROOF',
      'PROPOSE',
      'PRUNE',
      'REWARD',
      'VALIDATOR',
    ])
  })

  test.for(mistakes)('$clause $what: found', async (mistake, { skip }) => {
    skip(!python, NO_PYTHON)
    const failure = await firstFailure(pythonIn(withMistake(mistake)), mistake.profile)
    expect(failure).toBeDefined()
    expect(failure!.step).toBeGreaterThan(0)
  })
})

/** A copy of the example with a mistake in it. */
function withMistake({ from, to }: Mistake): string {
  const place = join(folder, `mistake-${starting.length}`)
  mkdirSync(place)
  cpSync(examples, place, { recursive: true })
  const text = readFileSync(join(examples, 'rollup.py'), 'utf8')
  expect(text.split(from)).toHaveLength(2)
  writeFileSync(
    join(place, 'rollup.py'),
    text.replace(from, () => to),
  )
  return place
}

/** Of all cases, those of one profile first. */
async function firstFailure(
  driverFor: (vector: VectorCase) => ForeignDriver,
  profile: string,
): Promise<VectorFailure | undefined> {
  const isFirst = ({ manifest }: VectorCase) => manifest.suite === profile
  for (const vector of [...cases.filter(isFirst), ...cases.filter((one) => !isFirst(one))]) {
    const { failure } = await runCase(vector, driverFor(vector))
    if (failure) return failure
  }
  return undefined
}
