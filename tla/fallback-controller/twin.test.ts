import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadFallbackPreset, parseFallbackPreset } from '../../spec/fallbackParameters.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { profileFiles } from '../tlc/files.ts'
import { readModule } from '../tlc/module.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { fallbackControllerTwin } from './twin.ts'

const preset = loadFallbackPreset()
const models = modelsOf(fallbackControllerTwin, preset.profiles)
const properties = propertiesStated(fallbackControllerTwin)
const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)

test('a Bug model must violate a property', () => {
  const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
  expect(violated.filter((name) => !named.includes(name))).toEqual([])
})

test('every definition of the properties is a property, history, or used by one', () => {
  const text = ['FallbackControllerProperties.tla', 'FallbackControllerConsequences.tla']
    .map((module) => readFileSync(new URL(module, import.meta.url), 'utf8'))
    .join('\n')
  const { definitions } = readModule(text)
  const unused = definitions.filter(({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1)
  const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
  const names = unused.map(({ name }) => name)
  expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
})

test('readings differ from the rollup’s in what Reach models show of them', () => {
  const shown = models.filter(({ kind }) => kind === 'reach').map(({ profile }) => profile)
  expect(new Set(shown)).toEqual(new Set(['default', 'counts', 'whilePending', 'returned', 'slashed']))
})

test('a profile has all the constants of the rules', () => {
  const config = profileFiles(fallbackControllerTwin, preset.profiles[0]!).get('Default.cfg')!
  expect(config).toContain('    FallbackEnterSlots = 4\n')
  expect(config).toContain('    IdleChain = "whileWaiting"\n')
  expect(config).toContain('    Horizon = 12\n')
})

test('FALLBACK-18: a session that cannot be used is refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const withParameters = (change: object) => ({
    ...preset,
    profiles: [{ ...first, parameters: { ...first!.parameters, ...change } }, ...rest],
  })
  expect(() => parseFallbackPreset(withParameters({ fallbackExitSlots: 1 }))).toThrow(
    /at most fallbackExitSlots[\s\S]*profiles\[0\]\.parameters\.fallbackExitActivitySlots/,
  )
  expect(() => parseFallbackPreset(withParameters({ fallbackExitActivitySlots: 0 }))).toThrow(/at least 1/)
  expect(() =>
    parseFallbackPreset(withParameters({ fallbackEnterSlots: 0, fallbackExitActivitySlots: 0 })),
  ).not.toThrow()
})
