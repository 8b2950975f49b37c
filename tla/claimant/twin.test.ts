import { expect, test } from 'vitest'
import { loadClaimantPreset, parseClaimantPreset } from '../../spec/claimantParameters.ts'
import { profileFiles } from '../tlc/files.ts'
import { claimantTwin } from './twin.ts'

const preset = loadClaimantPreset()

test('a profile has all the constants of the rules, and those of its instances', () => {
  const files = profileFiles(claimantTwin, preset.profiles.find(({ name }) => name === 'choice')!)
  expect(files.get('Choice.cfg')).toContain('    ClaimWindow = 3\n')
  expect(files.get('Choice.cfg')).toContain('    Horizon = 5\n')
  expect(files.get('ChoiceValues.tla')).toContain(
    'ProfileKnownProvers == <<"m1", "p1", "p2", "p3", "p4", "stranger">>\n',
  )
  expect(files.get('Choice.tla')).toContain(
    'ProfileQuotes == <<[prover |-> "m1", epoch |-> 0, validUntilSlot |-> 4, bond |-> 2, fee |-> 9000], ',
  )
  expect(files.get('Choice.tla')).toContain('failed |-> <<"p3">>]')
})

test('who only a view names can quote as well', () => {
  const profile = preset.profiles.find(({ name }) => name === 'window')!
  const [view] = profile.views
  const views = [{ ...view!, coverage: [{ prover: 'p0', amount: '1' }], failed: ['p9'] }]
  expect(profileFiles(claimantTwin, { ...profile, views }).get('WindowValues.tla')).toContain(
    'ProfileKnownProvers == <<"m1", "p0", "p1", "p2", "p9", "stranger">>\n',
  )
})

test('a slot without its proposer is refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const without = { ...preset, profiles: [{ ...first, horizon: 5 }, ...rest] }
  expect(() => parseClaimantPreset(without)).toThrow(
    /spec\/presets\/claimant\.json: [\s\S]*every slot up to the horizon[\s\S]*profiles\[0\]\.parameters/,
  )
})

test('an amount that TLC cannot compute with is named', () => {
  const profile = preset.profiles.find(({ name }) => name === 'window')!
  const quotes = [{ ...profile.quotes[0]!, bond: String(10n ** 18n) }]
  expect(() => profileFiles(claimantTwin, { ...profile, quotes })).toThrow(
    'bond is 1000000000000000000: expected at most 2147483647',
  )
})

test('an amount is a decimal string in a preset', () => {
  const [first] = preset.profiles
  for (const minimumBond of [2, '02', '-2', '0x2'])
    expect(() =>
      parseClaimantPreset({
        ...preset,
        profiles: [{ ...first, parameters: { ...first!.parameters, minimumBond } }],
      }),
    ).toThrow(/profiles\[0\]\.parameters\.minimumBond/)
})
