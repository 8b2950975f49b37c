import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadFollowerPreset, parseFollowerPreset } from '../../spec/followerParameters.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { profileFiles } from '../tlc/files.ts'
import { readModule } from '../tlc/module.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { followerTwin } from './twin.ts'

const preset = loadFollowerPreset()
const models = modelsOf(followerTwin, preset.profiles)
const properties = propertiesStated(followerTwin)
const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)

test('every property has a Bug model, and every Bug model a property that it must violate', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(new Set(violated)).toEqual(new Set(named))
})

test('every definition of the properties is a property, history, or used by one', () => {
  const text = ['FollowerProperties.tla', 'FollowerConsequences.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const { definitions } = readModule(text)
  const unused = definitions.filter(({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1)
  const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
  const names = unused.map(({ name }) => name)
  expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
})

test('every refusal has a Reach model in which it stands alone', () => {
  const rules = readFileSync(new URL('FollowerRules.tla', import.meta.url), 'utf8')
  const refusals = [...rules.matchAll(/Require\(.*"([A-Z]\w+)"\)/g)].map(([, name]) => name!)
  expect(refusals.length).toBe(7)
  const reached = models.filter(({ kind }) => kind === 'reach').map(({ name }) => name)
  const missing = refusals.filter((refusal) => !reached.some((name) => name.startsWith(`reach/${refusal}Of`)))
  expect(missing).toEqual([])
})

test('a profile has all the constants of the rules, and those of its instances', () => {
  const files = profileFiles(followerTwin, preset.profiles.find(({ name }) => name === 'keep')!)
  expect(files.get('Keep.cfg')).toContain('    MaxViewAge = 0\n')
  expect(files.get('Keep.cfg')).toContain('    SlotsPerEpoch = 2\n')
  expect(files.get('Keep.cfg')).toContain('    Horizon = 3\n')
  expect(files.get('Keep.tla')).toContain('ProfileCrashes == <<"kept", "lost">>\n')
})

test('a view has its headers and all of its numbers', () => {
  const files = profileFiles(followerTwin, preset.profiles.find(({ name }) => name === 'reorg')!)
  expect(files.get('Reorg.tla')).toContain(
    '[time |-> 1, chain |-> <<[slot |-> 0, parent |-> [slot |-> -1, root |-> <<>>], body |-> <<"t1">>, ' +
      'forced |-> 0, root |-> <<"t1">>], [slot |-> 1, parent |-> [slot |-> 0, root |-> <<"t1">>], ' +
      'body |-> <<"t3">>, forced |-> 1, root |-> <<"t1", "t3">>]>>, proven |-> 0, final |-> 0, prunesAt |-> -1, fallbackFrom |-> -1, fallbackUntil |-> -1, forced |-> <<"t3">>, setUp |-> -1]',
  )
})

test('more that is final than is proven is refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const [view, ...views] = first!.views
  const impossible = {
    ...preset,
    profiles: [{ ...first, views: [{ ...view, final: 1 }, ...views] }, ...rest],
  }
  expect(() => parseFollowerPreset(impossible)).toThrow(
    /spec\/presets\/follower\.json: [\s\S]*final <= proven[\s\S]*profiles\[0\]\.views\[0\]/,
  )
})
