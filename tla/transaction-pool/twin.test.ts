import { expect, test } from 'vitest'
import { loadPoolPreset, parsePoolPreset } from '../../spec/poolParameters.ts'
import { profileFiles } from '../tlc/files.ts'
import { transactionPoolTwin } from './twin.ts'

const preset = loadPoolPreset()

test('a profile has all the constants of the rules, and those of its instances', () => {
  const files = profileFiles(transactionPoolTwin, preset.profiles.find(({ name }) => name === 'serve')!)
  expect(files.get('Serve.cfg')).toContain('    PoolMaximum = 2\n    VerifyingMaximum = 1\n')
  expect(files.get('Serve.cfg')).toContain('    Horizon = 1\n')
  expect(files.get('ServeValues.tla')).toContain('ProfilePeers == <<"p1", "p2">>\n')
  expect(files.get('ServeValues.tla')).toContain('ProfileTransactions == <<"t1", "t2">>\n')
  expect(files.get('ServeValues.tla')).toContain('ProfileNullifiers == [t1 |-> "n1", t2 |-> "n2"]\n')
  expect(files.get('ServeValues.tla')).toContain('ProfileProofs == <<"a">>\n')
  expect(files.get('Serve.tla')).toContain('ProfileOwn == <<"user", "stash">>\n')
  expect(files.get('Serve.tla')).toContain('[root |-> <<"t2", "t1">>, final |-> <<"t2">>, queue |-> <<>>], ')
})

test('a transaction without a nullifier is refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const parameters = { ...first!.parameters, nullifiers: { t1: 'n1' } }
  expect(() => parsePoolPreset({ ...preset, profiles: [{ ...first, parameters }, ...rest] })).toThrow(
    /expected the nullifier of every transaction[\s\S]*profiles\[0\]\.parameters\.nullifiers/,
  )
})

test('names that are not in their order are refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const peers = { ...first!.parameters, peers: ['p1', 'user'] }
  expect(() => parsePoolPreset({ ...preset, profiles: [{ ...first, parameters: peers }, ...rest] })).toThrow(
    /spec\/presets\/transaction-pool\.json: [\s\S]*before "stash"[\s\S]*profiles\[0\]\.parameters\.peers/,
  )
  const transactions = ['t2', 't1']
  expect(() => parsePoolPreset({ ...preset, profiles: [{ ...first, transactions }, ...rest] })).toThrow(
    /expected every transaction once, ascending by name[\s\S]*profiles\[0\]\.transactions/,
  )
  const proofs = ['b', 'a']
  expect(() => parsePoolPreset({ ...preset, profiles: [{ ...first, proofs }, ...rest] })).toThrow(
    /expected every proof once, ascending by name[\s\S]*profiles\[0\]\.proofs/,
  )
})
