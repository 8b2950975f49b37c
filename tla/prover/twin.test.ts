import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadProverPreset, parseProverPreset } from '../../spec/proverParameters.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { profileFiles } from '../tlc/files.ts'
import { readModule } from '../tlc/module.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { proverTwin } from './twin.ts'

const preset = loadProverPreset()
const models = modelsOf(proverTwin, preset.profiles)
const properties = propertiesStated(proverTwin)
const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)

test('every property has a Bug model, and every Bug model a property that it must violate', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(new Set(violated)).toEqual(new Set(named))
})

test('every definition of the properties is a property, history, or used by one', () => {
  const text = ['ProverProperties.tla', 'ProverConsequences.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const { definitions } = readModule(text)
  const unused = definitions.filter(({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1)
  const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
  const names = unused.map(({ name }) => name)
  expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
})

test('every refusal has a Reach model in which it stands alone, or with what always stands with it', () => {
  const rules = ['ProverRules', '../node/NodeHeld', '../node/NodeValues']
    .map((module) => readFileSync(new URL(`${module}.tla`, import.meta.url), 'utf8'))
    .join('\n')
  const refusals = new Set([...rules.matchAll(/"([A-Z]\w+)"/g)].map(([, name]) => name!))
  const reached = models.filter(({ kind }) => kind === 'reach').map(({ name }) => name)
  const missing = [...refusals].filter(
    (refusal) => !reached.some((name) => name.startsWith(`reach/${refusal}Of`)),
  )
  expect(missing).toEqual([])
})

test('a profile has all the constants of the rules, and those of its instances', () => {
  const files = profileFiles(proverTwin, preset.profiles.find(({ name }) => name === 'escrow')!)
  expect(files.get('Escrow.cfg')).toContain('    ClaimWindow = 1\n')
  expect(files.get('Escrow.cfg')).toContain('    Horizon = 3\n')
  expect(files.get('EscrowValues.tla')).toContain('ProfileKnownTransactions == <<"t1">>\n')
  expect(files.get('Escrow.tla')).toContain('ProfileAmounts == <<1, 2>>\n')
  expect(files.get('Escrow.tla')).toContain(
    'ProfileOffers == <<[validUntilSlot |-> 2, bond |-> 2, fee |-> 5000]>>\n',
  )
  expect(files.get('Escrow.tla')).toContain('available |-> 2, withdrawing |-> 1, unlockSlot |-> 3]')
})

test('a deposit of nothing is refused in a preset: it is an instance of every profile with amounts', () => {
  const [first, ...rest] = preset.profiles
  const without = { ...preset, profiles: [{ ...first, amounts: ['0'] }, ...rest] }
  expect(() => parseProverPreset(without)).toThrow(/spec\/presets\/prover\.json: [\s\S]*amounts/)
})

test('a claim window of a whole epoch is refused in a preset: a prover needs time after it', () => {
  const [first, ...rest] = preset.profiles
  const parameters = { ...first!.parameters, claimWindow: first!.parameters.slotsPerEpoch }
  const whole = { ...preset, profiles: [{ ...first, parameters }, ...rest] }
  expect(() => parseProverPreset(whole)).toThrow(/spec\/presets\/prover\.json: [\s\S]*claimWindow/)
})

test('amounts that TLC cannot hold are refused', () => {
  const found = preset.profiles[0]!
  const large = { ...found, parameters: { ...found.parameters, minimumBond: '1000000000000000000' } }
  expect(() => profileFiles(proverTwin, large)).toThrow(/minimumBond is 1000000000000000000/)
})
