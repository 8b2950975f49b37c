import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadPoolPreset, parsePoolPreset } from '../../spec/poolParameters.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { profileFiles } from '../tlc/files.ts'
import { readModule } from '../tlc/module.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { transactionPoolTwin } from './twin.ts'

const preset = loadPoolPreset()
const models = modelsOf(transactionPoolTwin, preset.profiles)
const properties = propertiesStated(transactionPoolTwin)
const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)

/** The rows of the tables of refusals, each under the event that stands before it. */
const onPage = (() => {
  const page = readFileSync(new URL('../../spec/actors/transaction-pool.md', import.meta.url), 'utf8')
  const [, ...events] = page.split(/^\*\*(?=\w+\*\* `)/m)
  return events.flatMap((text) => {
    const rows = [...text.matchAll(/^\| ([A-Z]\w+(?:, [A-Z]\w+)*) \|.*\| (?:TX|MESSAGE)-/gm)]
    return rows
      .flatMap(([, names]) => names!.split(', '))
      .map((refusal) => ({ event: text.slice(0, text.indexOf('*')), refusal }))
  })
})()

test('every property has a Bug model, and every Bug model a property that it must violate', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(new Set(violated)).toEqual(new Set(named))
})

test('every definition of the properties is a property, history, or used by one', () => {
  const text = ['TransactionPoolProperties.tla', 'TransactionPoolConsequences.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const { definitions } = readModule(text)
  const unused = definitions.filter(({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1)
  const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
  const names = unused.map(({ name }) => name)
  expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
})

test('every refusal of every event has a Reach model in which it stands alone', () => {
  const wanted = onPage.map(
    ({ event, refusal }) => `reach/${refusal}Of${event.charAt(0).toUpperCase()}${event.slice(1)}`,
  )
  const reached = models.filter(({ kind }) => kind === 'reach').map(({ name }) => name)
  expect(wanted).toHaveLength(19)
  expect(wanted.filter((name) => !reached.includes(name))).toEqual([])
})

test('the refusals of the page are those of the rules', () => {
  const [own, ofAll] = ['TransactionPoolRules.tla', '../node/NodeBasics.tla'].map((module) =>
    [...readFileSync(new URL(module, import.meta.url), 'utf8').matchAll(/"([A-Z]\w+)"/g)].map(
      ([, name]) => name!,
    ),
  )
  const named = new Set(onPage.map(({ refusal }) => refusal))
  expect(own!.filter((refusal) => !named.has(refusal))).toEqual([])
  expect([...named].filter((refusal) => ![...own!, ...ofAll!].includes(refusal))).toEqual([])
})

test('a profile has all the constants of the rules, and those of its instances', () => {
  const files = profileFiles(transactionPoolTwin, preset.profiles.find(({ name }) => name === 'serve')!)
  expect(files.get('Serve.cfg')).toContain('    PoolMaximum = 2\n    VerifyingMaximum = 1\n')
  expect(files.get('Serve.cfg')).toContain('    Horizon = 1\n')
  expect(files.get('ServeValues.tla')).toContain('ProfilePeers == <<"p1", "p2">>\n')
  expect(files.get('ServeValues.tla')).toContain('ProfileTransactions == <<"t1", "t2">>\n')
  expect(files.get('ServeValues.tla')).toContain('ProfileProofs == <<"a">>\n')
  expect(files.get('Serve.tla')).toContain('ProfileOwn == <<"user", "stash">>\n')
  expect(files.get('Serve.tla')).toContain('[root |-> <<"t2", "t1">>, final |-> <<"t2">>, queue |-> <<>>], ')
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
