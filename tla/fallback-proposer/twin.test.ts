import { expect, test } from 'vitest'
import {
  loadFallbackProposerPreset,
  parseFallbackProposerPreset,
} from '../../spec/fallbackProposerParameters.ts'
import { pointwiseFiles, profileFiles } from '../tlc/files.ts'
import { fallbackProposerTwin } from './twin.ts'

const preset = loadFallbackProposerPreset()

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
