import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  loadFallbackProposerPreset,
  parseFallbackProposerPreset,
} from '../../spec/fallbackProposerParameters.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { pointwiseFiles, profileFiles } from '../tlc/files.ts'
import { readModule } from '../tlc/module.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { fallbackProposerTwin } from './twin.ts'

const preset = loadFallbackProposerPreset()
const models = modelsOf(fallbackProposerTwin, preset.profiles)
const properties = propertiesStated(fallbackProposerTwin)
const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)

test('every property has a Bug model, and every Bug model a property that it must violate', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(new Set(violated)).toEqual(new Set(named))
})

test('every definition of the properties is a property, history, or used by one', () => {
  const text = ['FallbackProposerProperties.tla', 'FallbackProposerConsequences.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const { definitions } = readModule(text)
  const unused = definitions.filter(({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1)
  const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
  const names = unused.map(({ name }) => name)
  expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
})

test('every refusal has a Reach model in which it stands alone', () => {
  const rules = ['FallbackProposerRules.tla', '../node/NodeLists.tla', '../node/NodeHeld.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const refusals = new Set([...rules.matchAll(/"([A-Z]\w+)"/g)].map(([, name]) => name!))
  const reached = models.filter(({ kind }) => kind === 'reach').map(({ name }) => name)
  // It has a name of its own in NodeBasics, with others that no event here asks.
  const missing = [...refusals, 'AlarmRaised'].filter(
    (refusal) => !reached.some((name) => name.startsWith(`reach/${refusal}Of`)),
  )
  expect(missing).toEqual([])
})

test('a profile has all the constants of the rules, and those of its instances', () => {
  const forced = preset.profiles.find(({ name }) => name === 'forced')!
  const files = profileFiles(fallbackProposerTwin, forced)
  expect(files.get('Forced.cfg')).toContain('    MinTxPerBlock = 2\n')
  expect(files.get('Forced.cfg')).toContain('    Horizon = 1\n')
  expect(files.get('ForcedValues.tla')).toContain('ProfileKnownTransactions == <<"t1", "t2", "t3">>\n')
  expect(files.get('Forced.tla')).toContain('ProfileLists == <<<<"t1">>, <<"t1", "t2">>')
  expect(files.get('Forced.tla')).toContain('ProfileCrashes == <<>>\n')
})

test('pairs are asked with the last slot, which bounds what a state is', () => {
  const files = pointwiseFiles(fallbackProposerTwin, preset.profiles.find(({ name }) => name === 'race')!)
  expect(files.get('PointwiseRace.cfg')).toContain('    Horizon = 2\n')
  expect(files.get('PointwiseRace.cfg')).not.toContain('Lists')
})

test('a profile without anything to build is refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const without = { ...preset, profiles: [{ ...first, lists: [] }, ...rest] }
  expect(() => parseFallbackProposerPreset(without)).toThrow(
    /spec\/presets\/fallback-proposer\.json: [\s\S]*profiles\[0\]\.lists/,
  )
})
