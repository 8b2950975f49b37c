import { expect, test } from 'vitest'
import { loadProverPreset, parseProverPreset } from '../../spec/proverParameters.ts'
import { profileFiles } from '../tlc/files.ts'
import { proverTwin } from './twin.ts'

const preset = loadProverPreset()

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
