/** Every cut: its profiles keep every property, every Bug model breaks its own, every Reach model gets there. */
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
import { cutFiles, cuts } from './cuts.ts'

let folder: string
let tools: Tools
let machines: Machines
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-cuts-'))
  tools = await resolveTools()
  machines = new Machines(tools, path.join(folder, 'machines'), 1)
})
afterAll(async () => {
  machines.close()
  await rm(folder, { recursive: true, force: true })
})

/** For the largest profile, where others use the machine too. */
const patienceMillis = 900_000

describe.each(cuts)('$cut', ({ cut, twin, profiles, states }) => {
  const models = modelsOf(twin, profiles)
  const { invariants, steps } = propertiesStated(twin)

  test('every property has a Bug model, and every Bug model a property that it must violate', () => {
    const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
    expect(new Set(violated)).toEqual(new Set([...invariants, ...steps].map(({ name }) => name)))
  })

  test('every profile has its number of states', () => {
    expect(profiles.map(({ name }) => name).sort()).toEqual(Object.keys(states).sort())
  })

  test('what is made finite names no rule of a role', async () => {
    const text = await readFile(path.join(twin.folder, `MC${moduleName({ name: cut })}.tla`), 'utf8')
    expect(text).not.toMatch(/[A-Z]\w*\(\w+\)!/)
  })

  describe('keeps its properties', () => {
    test.each(profiles.map((profile) => [profile.name, profile] as const))(
      'in profile %s',
      async (name, profile) => {
        const at = path.join(folder, cut, 'profiles', name)
        writeFiles(at, cutFiles(twin, profile))
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
        folder: path.join(folder, cut, 'models'),
        tools,
        machines,
      })
      expect(result!.problem).toBeUndefined()
    })
  })
})
