/** The shape of the files of every cut; and of those that rung 1 does not take yet, all that it would check. */
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

describe.each(cuts)('$cut', ({ cut, twin, profiles, states }) => {
  const models = modelsOf(twin, profiles)
  const { invariants, steps } = propertiesStated(twin)

  test('every property has a Bug model, and every Bug model a property that it must violate', () => {
    const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
    expect(new Set(violated)).toEqual(new Set([...invariants, ...steps].map(({ name }) => name)))
  })

  test('every profile has a name of its own, and its number of states where no record has it', () => {
    const names = profiles.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    if (states) expect(Object.keys(states).sort()).toEqual([...names].sort())
  })

  test('what is made finite names no rule of a role', async () => {
    const file = path.join(twin.folder, `MC${moduleName({ name: cut })}.tla`)
    expect(await readFile(file, 'utf8')).not.toMatch(/[A-Z]\w*\(\w+\)!/)
  })
})

const untaken = cuts.flatMap((of) => (of.states ? [{ ...of, states: of.states }] : []))

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

/** For the largest profile, and for all models of a cut, where others use the machine too. */
const patienceMillis = 900_000

describe.each(untaken)('$cut, which rung 1 does not take yet', ({ cut, twin, profiles, states }) => {
  test.each(profiles.map((profile) => [profile.name, profile] as const))(
    'keeps its properties in profile %s',
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

  test(
    'every model finds what it must',
    async () => {
      const models = modelsOf(twin, profiles)
      const results = await runModels({ models, folder: path.join(folder, cut, 'models'), tools, machines })
      expect(results.flatMap(({ model, problem }) => (problem ? [`${model.name}: ${problem}`] : []))).toEqual(
        [],
      )
      expect(results.length).toBe(models.length)
    },
    patienceMillis,
  )
})
