import { expect, test } from 'vitest'
import { loadProposerPreset, parseProposerPreset } from '../../spec/nodeParameters.ts'
import { profileFiles } from '../tlc/files.ts'
import { proposerTwin } from './twin.ts'

const preset = loadProposerPreset()

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
