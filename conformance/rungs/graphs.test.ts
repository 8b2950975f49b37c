import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { ExploredGraphs, readKept } from './graphs.ts'

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
