import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { check } from './check.ts'
import { ExploredGraphs, readKept } from './graphs.ts'
import type { RunRung } from './rung.ts'

test('a kept graph is read as it was explored, for its own profile, until it is removed', () => {
  const forks = loadPreset('tiny').profiles.find(({ name }) => name === 'forks')!
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'graphs-')), 'kept')
  const graphs = new ExploredGraphs(folder)
  expect(graphs.fileOf('forks')).toBeUndefined()
  expect(existsSync(folder)).toBe(false)

  const graph = explore(l1Rollup, forks, { engine: 'flat' })
  graphs.keep('forks', graph)
  graphs.keep('other/forks', { ...graph, states: [] })
  expect(readKept(graphs.fileOf('forks')!)).toEqual(graph)
  expect(readKept(graphs.fileOf('other/forks')!).states).toEqual([])

  graphs.remove()
  expect(graphs.fileOf('forks')).toBeUndefined()
  expect(existsSync(folder)).toBe(false)
})

test('a check leaves no graph behind, also when a rung throws', async () => {
  const out = mkdtempSync(path.join(tmpdir(), 'graphs-'))
  const preset = loadPreset('tiny')
  const forks = preset.profiles.find(({ name }) => name === 'forks')!
  let kept: string | undefined
  const run: RunRung = async ({ graphs }) => {
    graphs.keep('forks', explore(l1Rollup, forks, { engine: 'flat' }))
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
