import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { readModels } from '../tlc/models.ts'
import { actionProperties, bugConfiguration, invariants, liveConfiguration } from './configurations.ts'
import { profileFiles } from './generate.ts'
import { ProfileModuleError } from './profileModule.ts'

const folder = new URL('.', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const models = await readModels(new URL('expected.json', folder).pathname)
const expectedOf = (kind: string) => models.filter((model) => model.kind === kind).map((it) => it.expected)
const definedIn = (text: string) => [...text.matchAll(/^(\w+)(?:\([^)]*\))? ==/gm)].map((match) => match[1]!)
const profile = (name: string): Profile => loadPreset('tiny').profiles.find((it) => it.name === name)!

describe('the properties', () => {
  const text = read('L1RollupProperties.tla')

  test('are checked as what they are: state predicates as invariants, steps as properties', () => {
    const steps = [...text.matchAll(/^(\w+) ==\s*\[\]\[/gm)].map((match) => match[1]!)
    expect([...actionProperties].sort()).toEqual(steps.sort())
    expect(invariants.filter((name) => !definedIn(text).includes(name))).toEqual([])
  })

  test('have a bug model each that must violate them', () => {
    const violated = new Set(expectedOf('bug'))
    expect([...violated].sort()).toEqual([...invariants, ...actionProperties].sort())
  })
})

test('every state that must be reached has a reach model, and so has every profile for three prunes', () => {
  const named = definedIn(read('L1RollupReach.tla')).filter((name) => name.startsWith('Never'))
  expect([...new Set(expectedOf('reach'))].sort()).toEqual(named.sort())
  const prunes = models.filter(({ expected }) => expected === 'NeverThreePrunes').map((it) => it.profile)
  expect(prunes.sort()).toEqual(
    loadPreset('tiny')
      .profiles.map(({ name }) => name)
      .sort(),
  )
})

test('every module of tla/l1-rollup/bug and tla/l1-rollup/live is that of a declared model', () => {
  const declared = new Set(models.map(({ module }) => module))
  for (const kind of ['bug', 'live'])
    for (const file of readdirSync(new URL(kind, folder)).filter((name) => name.endsWith('.tla')))
      expect(declared).toContain(`${kind}/${file}`)
})

describe('the configuration of a bug model', () => {
  test('puts each buggy operator in the place of the right one, constants included', () => {
    const text = '\nEXTENDS Forks\nBuggyHorizon == 3\nBuggyQuorum(size) == size\n'
    const lines = bugConfiguration(profile('forks'), text, 'Bug.tla').split('\n')
    expect(lines).toContain('    Horizon <- BuggyHorizon')
    expect(lines).toContain('    Quorum <- BuggyQuorum')
    expect(lines.filter((line) => line.includes('Horizon'))).toHaveLength(1)
  })

  test('is refused for a module of another profile', () => {
    expect(() => bugConfiguration(profile('chain'), '\nEXTENDS Forks\n', 'Bug.tla')).toThrow(
      'Bug.tla: expected EXTENDS Chain',
    )
  })
})

test('the configuration of a liveness model keeps what people wrote, and writes the rest again', () => {
  const written = 'SPECIFICATION LiveSpec\nCONSTANTS\n    SlotsPerEpoch = 9'
  const once = liveConfiguration(profile('chain'), `${written}\n`)
  expect(once.startsWith(`${written}\n`)).toBe(true)
  expect(once.match(/SlotsPerEpoch/g)).toHaveLength(1)
  expect(once).toContain('    ClaimWindowSlots = 2\n')
  expect(liveConfiguration(profile('chain'), once)).toBe(once)
})

describe('the module of a profile', () => {
  test('refuses amounts that TLC cannot compute with', () => {
    const joint = profile('joint')
    const parameters = { ...joint.parameters, escrowCapWei: '2147483648' }
    expect(() => profileFiles({ ...joint, parameters }, 'tiny')).toThrow(
      new ProfileModuleError(
        "escrowCapWei is 2147483648: expected at most 2147483647, TLC's greatest integer",
      ),
    )
  })

  test('refuses tokens of holders that the profile does not have', () => {
    expect(() => profileFiles({ ...profile('joint'), tokens: { v9: '1' } }, 'tiny')).toThrow(
      'tokens of v9: expected some of p1, v1, v2, sink, escrow, rollup',
    )
  })

  test('refuses names that TLA+ does not allow for fields', () => {
    expect(() => profileFiles({ ...profile('joint'), provers: ['p-1'] }, 'tiny')).toThrow(
      'expected a name that TLA+ allows for a field, found "p-1"',
    )
  })
})
