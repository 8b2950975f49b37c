import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codecsOf } from '../../../model/core/codecs.ts'
import { deploy, machineOf } from '../../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../../model/core/reading.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { loadPreset } from '../../../spec/parameters.ts'
import { readIndex, treeRoot } from '../../clauses/clauseIndex.ts'
import { effectiveView } from '../../drivers/effective.ts'
import { Walks } from '../../runs/walks.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { type Disagreement, disagreementsAt } from './disagreement.ts'
import { locatorOfBytecode, locatorOfModels } from './locate.ts'
import { tellDisagreement } from './tell.ts'

const { profiles } = loadPreset('tiny')
const joint = profiles.find(({ name }) => name === 'joint')!
const index = readIndex()
const locator = locatorOfModels(anySubject(l1RollupSubject), joint, index)
const ofBytecode = locatorOfBytecode(anySubject(l1RollupSubject), joint, index)
const reading = readMachine(l1Rollup, machineOf(l1Rollup, joint))

const lineAt = (place: string): string => {
  const [, file, line] = /^(.*):(\d+)$/.exec(place)!
  return readFileSync(`${treeRoot}/${file}`, 'utf8').split('\n')[Number(line) - 1]!
}
/** The code at a place, or below the comment that stands there. */
const codeAt = (place: string): string => {
  const [, file, line] = /^(.*):(\d+)$/.exec(place)!
  const lines = readFileSync(`${treeRoot}/${file}`, 'utf8').split('\n')
  return lines.slice(Number(line) - 1).find((text) => !/^\s*(\/\*\*|\*|\/\/)/.test(text))!
}

const refusals = reading.eventTypes.flatMap((event) =>
  checksOf(reading, event).map((check) => [event, check, l1Rollup.refusals[check]] as const),
)

describe('a refusal that one form lacks is found by its clause, its line of TLA+ and its rule', () => {
  test.each(refusals)('%s, %s', (event, check, { refusal, clause }) => {
    const { clauses, places } = locator.locate({ kind: 'refusal', event, refusal, side: 'left' })
    expect(clauses).toEqual([clause])
    expect(places).toHaveLength(2)
    expect(places[0]).toMatch(/^tla\/l1-rollup\/L1RollupRules\.tla:/)
    expect(lineAt(places[0]!)).toContain(`"${refusal}"`)
    expect(codeAt(places[1]!)).toMatch(new RegExp(`^export const ${check}\\b`))
  })

  test('one that the event does not have in TLA+ is found among those of the event', () => {
    const foreign: Disagreement = { kind: 'refusal', event: 'prune', refusal: 'QuoteExpired', side: 'right' }
    const { clauses, places } = locator.locate(foreign)
    expect(clauses).toEqual(['CLAIM-5'])
    expect(lineAt(places[0]!)).toMatch(/^PruneRefusals\(/)
    expect(codeAt(places[1]!)).toMatch(/^export const quoteIsValid\b/)
  })
})

test.each(reading.eventTypes)('no answer to %s: where the event is carried out', (event) => {
  const { clauses, places } = locator.locate({ kind: 'unevaluated', event, side: 'right', why: 'no fact' })
  expect(clauses).not.toEqual([])
  expect(places.map((place) => place.replace(/:.*/, ''))).toEqual([
    'tla/l1-rollup/L1RollupRules.tla',
    'model/l1-rollup/updates.ts',
  ])
})

/** What events write and send out, from walks through every profile: each as if the other form did not. */
function written(): Disagreement[] {
  const { state: codec } = codecsOf(l1Rollup)
  const found = new Map<string, Disagreement>()
  for (const profile of profiles) {
    const deployed = deploy(l1Rollup, profile)
    const walks = new Walks(profile)
    for (let index = 0; index < 12; index++) {
      let { initial: state } = deployed
      for (const event of walks.walk(index).blocks.flat()) {
        const step = deployed.step(state, event)
        if ('refusals' in step) continue
        const [left, right] = [state, step.state].map((it) => ({ refusals: [], next: codec.text(it) }))
        const place = { state: codec.text(state), event: JSON.stringify({ type: event.type }) }
        for (const one of disagreementsAt({ ...place, left: left!, right: right! }))
          if (one.kind === 'successor')
            found.set(`${event.type} ${one.path[0]} ${one.path.findLast((name) => !/^\d+$/.test(name))}`, one)
        for (const { type: effect } of step.effects)
          found.set(`${event.type} ${effect}`, {
            kind: 'effect',
            event: event.type,
            effect,
            path: ['slot'],
            left: 0,
            right: 1,
          })
        state = step.state
      }
    }
  }
  return [...found.values()]
}
const all = written().map((one) => [tellDisagreement(one), one] as const)

describe('what an event writes or sends out and the other form does not', () => {
  test('is much', () => {
    expect(all.filter(([, { kind }]) => kind === 'successor').length).toBeGreaterThan(40)
    expect(all.filter(([, { kind }]) => kind === 'effect').length).toBeGreaterThan(10)
  })

  test.each(all)('%s', (_, one) => {
    const { clauses, places } = locator.locate(one)
    expect(clauses.length).toBeGreaterThan(0)
    expect(places).toHaveLength(2)
    if (one.kind === 'effect') {
      expect(lineAt(places[0]!)).toContain(`"${one.effect}"`)
      expect(places[1]).toMatch(/^model\/l1-rollup\/logs\.ts:/)
    } else if (one.kind === 'successor') {
      expect(places[0]).toMatch(/^tla\/l1-rollup\/L1RollupRules\.tla:/)
      expect(lineAt(places[0]!)).toMatch(new RegExp(`!\\.${one.path[0]}\\b`))
      expect(places[1]).toMatch(/^model\/l1-rollup\/(updates|due|rewards)\.ts:/)
    }
  })
})

describe('what the bytecode does otherwise is found in the statechart and in the contracts', () => {
  test.each(refusals)('%s, %s', (event, check, { refusal, clause }) => {
    const { clauses, places } = ofBytecode.locate({ kind: 'refusal', event, refusal, side: 'right' })
    expect(clauses).toEqual([clause])
    expect(places).toHaveLength(2)
    expect(codeAt(places[0]!)).toMatch(new RegExp(`^export const ${check}\\b`))
    // People write what the generated check is given.
    expect(places[1]).toMatch(/^impl\/contracts\/src\/(Rollup|ProofEscrow)\.sol:/)
    expect(lineAt(places[1]!)).toMatch(new RegExp(`\\bChecks\\.${event}\\w*\\(`))
  })

  test('an argument of a refusal: where the contract gives it', () => {
    const { places } = ofBytecode.locate({
      kind: 'argument',
      event: 'propose',
      refusal: 'ParentNotTip',
      path: ['tipHash'],
      left: 1,
      right: 2,
    })
    expect(lineAt(places[1]!)).toBe('            tipHash: _tipHash(chain),')
  })

  test.each(all.filter(([, { event }]) => event !== 'advanceSlot'))('%s', (_, one) => {
    const { clauses, places } = ofBytecode.locate(one)
    expect(clauses.length).toBeGreaterThan(0)
    expect(places).toHaveLength(2)
    expect(places[0]).toMatch(/^model\/l1-rollup\//)
    expect(places[1]).toMatch(/^impl\/contracts\/src\/\w+\.sol:/)
    const line = lineAt(places[1]!)
    if (one.kind === 'effect' && one.effect !== 'Transfer')
      expect(line).toMatch(new RegExp(`\\bemit (IRollup\\.)?${one.effect}\\(`))
    else expect(line).toMatch(/=([^=]|$)|\bdelete\b|\.(add|remove|push|pull)\(/)
  })

  test.each(Object.keys(effectiveView(deploy(l1Rollup, joint).initial, l1Rollup.deployment(joint))))(
    'the view %s',
    (view) => {
      const { places } = ofBytecode.locate({ kind: 'view', event: 'prune', path: [view], left: 0, right: 1 })
      expect(places).toHaveLength(2)
      expect(places[1]).toMatch(/(RollupViews|ProofEscrow)\.sol:/)
      expect(lineAt(places[1]!)).toMatch(/^ {4}function \w+\(/)
    },
  )

  test.each([
    ['setupEpoch', ['rollup', 'samples', 'seeds', '1'], 'samples.seeds[place] = seed;'],
    ['removeValidator', ['rollup', 'validatorSet', 'positions', 'v6'], 'validatorSet.remove(validator, '],
    ['collectReward', ['rollup', 'totalCreditsNext'], 'totalCreditsNext -= creditWei;'],
    ['deposit', ['token', 'balanceOf', 'p1'], 'TOKEN.pull(msg.sender, amountWei);'],
    ['propose', ['rollup', 'tips', 'pendingHash'], 'tips.pendingHash = '],
  ])('what %s stores under %j is found too', (event, path, code) => {
    const { clauses, places } = ofBytecode.locate({ kind: 'successor', event, path, left: 1, right: 2 })
    expect(clauses.length).toBeGreaterThan(0)
    expect(places[0]).toMatch(/^model\/l1-rollup\//)
    expect(lineAt(places[1]!)).toContain(code)
  })

  test('a revert that is no refusal: where the event is carried out', () => {
    const { clauses, places } = ofBytecode.locate({
      kind: 'refusal',
      event: 'addValidator',
      refusal: 'Panic',
      side: 'right',
    })
    expect(clauses).toContain('VALIDATOR-3')
    expect(places[1]).toMatch(/Rollup\.sol:/)
  })
})
