/** The cut of a slot: every profile keeps every property, every Bug model breaks its own, every Reach model gets there. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { propertiesStated } from '../tlc/configurations.ts'
import { writeFiles } from '../tlc/files.ts'
import { resolveTools, type Tools } from '../tlc/jar.ts'
import { Machines } from '../tlc/machines.ts'
import { runModels } from '../tlc/models.ts'
import { runTlc } from '../tlc/tlc.ts'
import { moduleName } from '../tlc/twin.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { slotProfiles } from './profiles.ts'
import { slotFiles, slotTwin } from './twin.ts'

const models = modelsOf(slotTwin, slotProfiles)
const { invariants, steps } = propertiesStated(slotTwin)

let folder: string
let tools: Tools
let machines: Machines
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-slot-'))
  tools = await resolveTools()
  machines = new Machines(tools, path.join(folder, 'machines'), 1)
})
afterAll(async () => {
  machines.close()
  await rm(folder, { recursive: true, force: true })
})

/** For the largest profile, where others use the machine too. */
const patienceMillis = 900_000

/** Distinct states: a profile that silently shrinks is seen. */
const states: Readonly<Record<string, number>> = {
  honest: 44_516,
  equivocating: 36_872,
  calm: 2840,
  overrun: 768,
  forced: 628,
  single: 9588,
  losing: 5152,
  second: 7192,
  restored: 4244,
}

test('every property has a Bug model, and every Bug model a property that it must violate', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(new Set(violated)).toEqual(new Set([...invariants, ...steps].map(({ name }) => name)))
})

test('every profile has its number of states', () => {
  expect(slotProfiles.map(({ name }) => name).sort()).toEqual(Object.keys(states).sort())
})

test('the instances of a slot name no rule of a role', async () => {
  const text = await readFile(path.join(slotTwin.folder, 'MCSlot.tla'), 'utf8')
  expect(text).not.toMatch(/(Attester|Proposer)\(\w+\)!/)
})

describe('ATTEST-10, ATTEST-14, ATTEST-18, PROPOSE-11: a slot keeps its properties', () => {
  test.each(slotProfiles.map((profile) => [profile.name, profile] as const))(
    'in profile %s',
    async (name, profile) => {
      const at = path.join(folder, 'profiles', name)
      writeFiles(at, slotFiles(profile))
      const root = path.join(at, moduleName(profile))
      const result = await machines.use((machine) =>
        runTlc({ module: `${root}.tla`, config: `${root}.cfg`, tools, machine }),
      )
      const { outcome, violated, distinctStates, errors } = result
      expect({ outcome, violated, distinctStates, errors }).toEqual({
        outcome: 'pass',
        violated: undefined,
        distinctStates: states[name],
        errors: [],
      })
    },
    patienceMillis,
  )
})

describe('what must be found is found', () => {
  test.each(models.map((model) => [model.name, model] as const))('%s', async (_, model) => {
    const [result] = await runModels({
      models: [model],
      folder: path.join(folder, 'models'),
      tools,
      machines,
    })
    expect(result!.problem).toBeUndefined()
  })
})
