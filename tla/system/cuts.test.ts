/** The shape of the files of every cut; what is in them rung 1 checks. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { propertiesStated } from '../tlc/configurations.ts'
import { moduleName } from '../tlc/twin.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { cuts } from './cuts.ts'

describe.each(cuts)('$cut', ({ cut, twin, profiles, large = [] }) => {
  const models = modelsOf(twin, profiles)
  const { invariants, steps } = propertiesStated(twin)

  test('every property has a Bug model, and every Bug model a property that it must violate', () => {
    const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
    expect(new Set(violated)).toEqual(new Set([...invariants, ...steps].map(({ name }) => name)))
  })

  test('every profile has a name of its own', () => {
    const names = [...profiles, ...large.map(({ profile }) => profile)].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('what is made finite names no rule of a role', async () => {
    const file = path.join(twin.folder, `MC${moduleName({ name: cut })}.tla`)
    expect(await readFile(file, 'utf8')).not.toMatch(/[A-Z]\w*\(\w+\)!/)
  })
})
