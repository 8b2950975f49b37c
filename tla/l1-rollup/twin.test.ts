import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { bugConfiguration, liveConfiguration, propertiesStated } from '../tlc/configurations.ts'
import { profileFiles } from '../tlc/files.ts'
import { readModule } from '../tlc/module.ts'
import { ProfileModuleError } from '../tlc/text.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { l1RollupTwin } from './twin.ts'

const { profiles } = loadPreset('tiny')
const models = modelsOf(l1RollupTwin, profiles)
const properties = propertiesStated(l1RollupTwin)
const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)
const profile = (name: string): Profile => profiles.find((it) => it.name === name)!

test('a Bug model must violate a property', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(violated.filter((name) => !named.includes(name))).toEqual([])
})

test('every definition of the properties is a property, history, or used by one', () => {
  const text = ['L1RollupProperties.tla', 'L1RollupConsequences.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const { definitions } = readModule(text)
  const unused = definitions.filter(({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1)
  const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
  const names = unused.map(({ name }) => name)
  expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
})

test('a Bug model of no profile is refused', () => {
  const some = ['chain', 'escrow', 'based', 'postings'].map(profile)
  expect(() => modelsOf(l1RollupTwin, some)).toThrow(
    /bug\/\w+\.tla: expected EXTENDS with one of Chain, Escrow, Based, Postings/,
  )
})

describe('the configuration of a bug model', () => {
  test('puts each buggy operator in the place of the right one, constants included', () => {
    const lines = bugConfiguration(l1RollupTwin, profile('forks'), {
      replaced: ['Horizon', 'Quorum'],
      violates: 'QuorumAttested',
    }).split('\n')
    expect(lines).toContain('    Horizon <- BuggyHorizon')
    expect(lines).toContain('    Quorum <- BuggyQuorum')
    expect(lines.filter((line) => line.includes('Horizon'))).toHaveLength(1)
  })
})

test('the configuration of a liveness model keeps what people wrote, and adds the rest', () => {
  const written = 'SPECIFICATION LiveSpec\nCONSTANTS\n    SlotsPerEpoch = 9'
  const once = liveConfiguration(l1RollupTwin, profile('chain'), `${written}\n`)
  expect(once.startsWith(`${written}\n`)).toBe(true)
  expect(once.match(/SlotsPerEpoch/g)).toHaveLength(1)
  expect(once).toContain('    ClaimWindowSlots = 2\n')
})

describe('the module of a profile', () => {
  test('refuses amounts that TLC cannot compute with', () => {
    const joint = profile('joint')
    const parameters = { ...joint.parameters, escrowCapWei: '2147483648' }
    expect(() => profileFiles(l1RollupTwin, { ...joint, parameters })).toThrow(
      new ProfileModuleError(
        "escrowCapWei is 2147483648: expected at most 2147483647, TLC's greatest integer",
      ),
    )
  })

  test('refuses tokens of holders that the profile does not have', () => {
    expect(() => profileFiles(l1RollupTwin, { ...profile('joint'), tokens: { v9: '1' } })).toThrow(
      'tokens of v9: expected some of p1, v1, v2, sink, escrow, rollup',
    )
  })

  test('refuses names that TLA+ does not allow for fields', () => {
    expect(() => profileFiles(l1RollupTwin, { ...profile('joint'), provers: ['p-1'] })).toThrow(
      'expected a name that TLA+ allows for a field, found "p-1"',
    )
  })
})
