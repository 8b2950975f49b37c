import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { eventText } from '../../model/l1-rollup/texts.ts'
import { loadPreset } from '../../spec/parameters.ts'
import type { Driver } from '../drivers/driver.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { Replayer } from '../runs/replayer.ts'
import { readVectors } from './read.ts'
import { runVectors } from './run.ts'
import { sampleFolder, writeSample } from './sample.ts'
import { tours } from './tour.ts'
import { VectorError } from './vectorError.ts'
import { writeVectors } from './write.ts'

const { profiles } = loadPreset('tiny')
const joint = profiles.find(({ name }) => name === 'joint')!
const small = { ...joint, horizon: 2 }

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

  test('tours take every transition', () => {
    const graph = explore(l1Rollup, small, { engine: 'flat' })
    const taken = new Set<number>()
    for (const tour of tours(graph)) {
      let state = 0
      for (const instance of tour) {
        expect(instance).toBeGreaterThanOrEqual(graph.firstInstance[state]!)
        expect(instance).toBeLessThan(graph.firstInstance[state + 1]!)
        taken.add(instance)
        state = graph.outcome[instance]!
      }
    }
    const all = [...graph.outcome.keys()].filter((instance) => graph.outcome[instance]! >= 0)
    expect(taken.size).toBe(all.length)
  })

  test('every refused event of every state is in them once, with all that fails', async () => {
    const graph = explore(l1Rollup, small, { engine: 'flat' })
    const { refusals } = await writeVectors(small, graph, folder)
    expect(refusals).toBe(graph.outcome.filter((result) => result < 0).length)
  })

  test('the statechart passes its own vectors', async () => {
    const { cases, steps } = await writeVectors(small, explore(l1Rollup, small, { engine: 'flat' }), folder)
    expect(await runVectors(folder, () => new ModelDriver(joint))).toEqual({ cases, steps, failures: [] })
  })

  test('the contracts pass the sample on real blocks', async () => {
    const replayer = await Replayer.start(joint)
    try {
      const { cases, failures } = await runVectors(sampleFolder, () => replayer.contracts)
      expect(failures).toEqual([])
      expect(cases).toBe(3)
    } finally {
      await replayer.stop()
    }
  })

  test('a driver that does something else is told its first step', async () => {
    const model = new ModelDriver(joint)
    const lenient: Driver = {
      reset: () => model.reset(),
      observe: () => model.observe(),
      apply: async (events) => (await model.apply(events)).map(() => ({ accepted: true })),
    }
    const { failures } = await runVectors(sampleFolder, () => lenient)
    const [first] = failures
    for await (const { path, steps } of readVectors(sampleFolder)) {
      if (path !== first!.case) continue
      const step = steps.findIndex((candidate) => 'refused' in candidate)
      expect(first).toMatchObject({ step, found: 'accepted' })
      expect(eventText(steps[step]!.event)).not.toContain('advanceSlot')
    }
  })
})

describe('bad vectors', () => {
  const spoil = async (file: string, text: (before: string) => string) => {
    await cp(sampleFolder, folder, { recursive: true })
    const name = (await readdir(folder, { recursive: true })).sort().find((path) => path.endsWith(file))!
    await writeFile(join(folder, name), text(await readFile(join(folder, name), 'utf8')))
    return runVectors(folder, () => new ModelDriver(joint))
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
    const run = spoil(file, change)
    await expect(run).rejects.toThrow(VectorError)
    await expect(run).rejects.toThrow(message)
  })

  test('a folder without cases', async () => {
    await expect(runVectors(folder, () => new ModelDriver(joint))).rejects.toThrow(
      'expected at least one case',
    )
    await expect(runVectors(join(folder, 'none'), () => new ModelDriver(joint))).rejects.toThrow(VectorError)
  })
})
