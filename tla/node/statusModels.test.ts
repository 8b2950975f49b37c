import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cutFiles } from '../system/cuts.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { writeFiles } from '../tlc/files.ts'
import { runModels } from '../tlc/models.ts'
import { runTlc } from '../tlc/tlc.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { conjunctsOf } from '../tlc/watch.ts'
import { statusProfile, statusTwin } from './statusTwin.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-status-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const { invariants } = propertiesStated(statusTwin)

test('TX-11: every answer of every node of the domain is as it must be', async () => {
  writeFiles(folder, cutFiles(statusTwin, statusProfile))
  const files = { module: path.join(folder, 'Answers.tla'), config: path.join(folder, 'Answers.cfg') }
  const { outcome, violated, errors, distinctStates } = await runTlc({ ...files, brief: true })
  expect({ outcome, violated, errors }).toEqual({ outcome: 'pass', violated: undefined, errors: [] })
  // 84 followers, 2 pools, 4 attesters and 4 proposers.
  expect(distinctStates).toBe(84 * 2 * 4 * 4)
})

test('every mistake is noticed, by every property and each of its conjuncts, and every status is given', async () => {
  const models = modelsOf(statusTwin, [statusProfile])
  const results = await runModels({ models, folder, properties: invariants, libraries: [statusTwin.folder] })
  expect(results.flatMap(({ model, problem }) => (problem ? `${model.name}: ${problem}` : []))).toEqual([])
  const violated = results.flatMap((result) => result.watched?.violated ?? [])
  expect(new Set(violated)).toEqual(new Set(invariants.map(({ name }) => name)))
  const conjuncts = invariants.flatMap((property) =>
    Array.from({ length: conjunctsOf(property) }, (_, index) => `${property.name} ${index + 1}`),
  )
  expect(new Set(results.flatMap((result) => result.watched?.decisive ?? []))).toEqual(new Set(conjuncts))
  expect(conjuncts.length).toBeGreaterThan(5)
})
