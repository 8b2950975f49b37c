import { describe, expect, test } from 'vitest'
import { machineOf } from '../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../model/core/reading.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { refusals } from '../../model/l1-rollup/refusals.ts'
import { eventTypes } from '../../model/l1-rollup/vocabulary.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { CannotGenerate } from './contracts.ts'
import { importsAtRunTime } from './imports.ts'
import { loadModules } from './modules.ts'
import { GENERATED_STEPS, generateSteps, steppedActors, stepSource } from './steps.ts'

const reading = readMachine(l1Rollup, machineOf(l1Rollup, loadPreset('tiny').profiles[0]!))
const sources = await generateSteps()
const text = sources.get('l1-rollup.step.ts')!
const modules = await loadModules('model/l1-rollup/actor.ts')
const given = { folder: 'model/l1-rollup', output: GENERATED_STEPS }

describe('generated steps', () => {
  test('are those of the listed actors', () => {
    expect([...sources.keys()]).toEqual(steppedActors.map(({ actor }) => `${actor.name}.step.ts`))
  })

  test.each(eventTypes)('%s: its checks stand in the order of the statechart', (type) => {
    const block = new RegExp(`^  ${type}: \\[(.*?)\\],$`, 'ms').exec(text)![1]!
    const made = [...block.matchAll(/check\(\s*(\w+),\s*'(\w+)',\s*'([A-Z]+-\d+)'/g)]
    expect(made.map(([, check, refusal, clause]) => [check, refusal, clause])).toEqual(
      checksOf(reading, type).map((check) => [check, refusals[check].refusal, refusals[check].clause]),
    )
  })

  test('every arm names what it carries out and what guards it, and does the actions in their order', () => {
    const blocks = text.split('\n\n').filter((block) => /^ {4}\.with\(/m.test(block))
    const arms = blocks.map((block) => ({
      type: /type: '(\w+)'/.exec(block)?.[1],
      words: block
        .split('\n')
        .filter((line) => line.startsWith('    // '))
        .map((line) => line.slice('    // '.length))
        .join(' '),
      actions: [...block.matchAll(/(?:updates|logs)\.(\w+)\(/g)].map(([, name]) => name!),
    }))
    for (const { from, event, actions, clauses } of reading.transitions) {
      const own = arms.filter(
        ({ type, words, actions: done }) =>
          type === event && done.join() === actions.join() && words.includes(`: ${clauses.join(', ')}`),
      )
      expect([event, from, own.length > 0]).toEqual([event, from, true])
      const guards = [...new Set(checksOf(reading, event).map((check) => refusals[check].clause))]
      for (const { words } of own)
        expect(words.endsWith(guards.length > 0 ? `guarded by ${guards.join(', ')}` : clauses.at(-1)!)).toBe(
          true,
        )
    }
  })

  test('leaves that do the same for an event share an arm, and what no leaf does is left', () => {
    expect(text.match(/type: 'startWithdrawal'/g)).toHaveLength(1)
    expect(text).toContain(".with([P._, { type: 'startWithdrawal' }], ([, event]) => {")
    expect(text).toContain(".with([{ committeeMode: P._ }, { type: 'propose' }], ([, event]) => {")
    expect(text).toContain(
      ".with([{ committeeMode: 'claimed' }, { type: 'claimEpochProofRight' }], noTransition)",
    )
  })

  test('import rules, facts, updates and logs, and what they have in common', () => {
    const imported = importsAtRunTime(text)
    expect(imported).toContain('../../../model/l1-rollup/rules/propose.ts')
    expect(imported).toContain('../../../model/l1-rollup/logs.ts')
    expect(imported.filter((name) => /machine|actor/.test(name))).toEqual([])
  })

  test('an actor without its types, or whose parts cannot be had without XState, is refused', () => {
    const made = (changed: object) => () => stepSource({ ...l1Rollup, ...changed }, reading, modules, given)
    expect(made({ name: 'unknown-actor' })).toThrow(CannotGenerate)
    expect(made({ name: 'unknown-actor' })).toThrow('no file exports the type UnknownActorTypes')
    expect(made({ valueOf: () => 'fallbackMode' })).toThrow(
      'model/l1-rollup/actor.ts: valueOf is exported by no file that runs without XState',
    )
    const rules = { ...l1Rollup.rules, hasStarted: () => true }
    expect(made({ rules })).toThrow('hasStarted is exported by no file')
    // A function, and no rule: nobody knows what it would tell.
    const asked = { ...l1Rollup.rules, hasStarted: l1Rollup.facts }
    expect(made({ rules: asked })).toThrow('model/l1-rollup/facts.ts: factsOf: expected an arrow function')
  })
})

test('what a module imports when it runs', () => {
  const lines = [
    "import type { A } from 'types'",
    "import { type B } from 'kept'",
    "import c, { d } from 'values'",
    "import 'effects'",
    "export type { E } from 'more-types'",
    "export { f } from 'exports'",
    "export const g = async () => import('later')",
    'const h = "import \'text\'"',
  ]
  expect(importsAtRunTime(lines.join('\n'))).toEqual(['kept', 'values', 'effects', 'exports', 'later'])
})
