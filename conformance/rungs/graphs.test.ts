import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { check } from './check.ts'
import { ExploredGraphs, readKept } from './graphs.ts'
import type { RunRung } from './rung.ts'

const preset = loadPreset('tiny')
const forks = preset.profiles.find(({ name }) => name === 'forks')!
const graph = explore(l1Rollup, forks, { engine: 'flat' })
const out = mkdtempSync(path.join(tmpdir(), 'graphs-'))
afterAll(() => rmSync(out, { recursive: true }))

test('a kept graph is read as it was explored, for its own profile, until it is removed', () => {
  const folder = path.join(out, 'kept')
  const graphs = new ExploredGraphs(folder)
  expect(graphs.fileOf('forks')).toBeUndefined()
  expect(existsSync(folder)).toBe(false)

  graphs.keep('forks', graph)
  graphs.keep('other/forks', { ...graph, states: [] })
  expect(readKept(graphs.fileOf('forks')!)).toEqual(graph)
  expect(readKept(graphs.fileOf('other/forks')!).states).toEqual([])

  graphs.remove()
  expect(graphs.fileOf('forks')).toBeUndefined()
  expect(existsSync(folder)).toBe(false)
})

test('a check leaves no graph behind, also when a rung throws', async () => {
  let kept: string | undefined
  const run: RunRung = async ({ graphs }) => {
    graphs.keep('forks', graph)
    kept = graphs.fileOf('forks')
    expect(existsSync(kept!)).toBe(true)
    throw new Error('ends here')
  }
  const request = { preset, presetName: 'tiny', constants: {}, allProfiles: true, out, seed: 1 }
  const { summary } = await check(
    { ...request, rungs: ['graphParity'] },
    {
      progress: { update: () => {}, found: () => {}, end: () => {} },
      signal: new AbortController().signal,
      units: [{ publishes: ['graphParity'], stage: 1, load: async () => run }],
    },
  )
  expect(summary.failures.map(({ text }) => text)).toContain('ends here')
  expect(existsSync(kept!)).toBe(false)
})
