import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadProposerPreset, parseProposerPreset } from '../../spec/nodeParameters.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { profileFiles } from '../tlc/files.ts'
import { readModule } from '../tlc/module.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { proposerTwin } from './twin.ts'

const preset = loadProposerPreset()
const models = modelsOf(proposerTwin, preset.profiles)
const properties = propertiesStated(proposerTwin)
const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)

test('every property has a Bug model, and every Bug model a property that it must violate', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(new Set(violated)).toEqual(new Set(named))
})

test('every definition of the properties is a property, history, or used by one', () => {
  const text = ['ProposerProperties.tla', 'ProposerConsequences.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const { definitions } = readModule(text)
  const unused = definitions.filter(({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1)
  const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
  const names = unused.map(({ name }) => name)
  expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
})

test('every refusal has a Reach model in which it stands alone', () => {
  const rules = [
    'ProposerRules.tla',
    '../node/NodeLists.tla',
    '../node/NodeValues.tla',
    '../node/NodeHeld.tla',
    '../node/NodeBasics.tla',
  ]
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const refusals = new Set([...rules.matchAll(/"([A-Z]\w+)"/g)].map(([, name]) => name!))
  const reached = models.filter(({ kind }) => kind === 'reach').map(({ name }) => name)
  const missing = [...refusals].filter(
    (refusal) => !reached.some((name) => name.startsWith(`reach/${refusal}Of`)),
  )
  expect(missing).toEqual([])
})

test('a profile has all the constants of the rules, and those of its instances', () => {
  const files = profileFiles(proposerTwin, preset.profiles.find(({ name }) => name === 'forced')!)
  expect(files.get('Forced.cfg')).toContain('    MinTxPerBlock = 2\n')
  expect(files.get('Forced.cfg')).toContain('    Horizon = 0\n')
  expect(files.get('ForcedValues.tla')).toContain('ProfileKnownTransactions == <<"t1", "t2", "t3">>\n')
  expect(files.get('Forced.tla')).toContain('ProfileLists == <<<<"t1">>, <<"t1", "t2">>')
})

test('a slot without its committee is refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const without = { ...preset, profiles: [{ ...first, horizon: 2 }, ...rest] }
  expect(() => parseProposerPreset(without)).toThrow(
    /spec\/presets\/proposer\.json: [\s\S]*every slot up to the horizon[\s\S]*profiles\[0\]\.parameters/,
  )
})
