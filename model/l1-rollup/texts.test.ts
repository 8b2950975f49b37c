import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { walk } from '../core/walk.ts'
import { l1Rollup } from './actor.ts'
import { deploymentOf } from './deployment.ts'
import { initialState } from './initial.ts'
import { eventInstances } from './instances.ts'
import { eventOfText, eventText, stateOfText, stateText } from './texts.ts'

const [rfc] = loadPreset('rfc').profiles

/** Amounts as integers of any size, keys sorted: what the codecs must give. */
function canonical(value: unknown, key = ''): string {
  const amounts = ['available', 'withdrawing', 'staked', 'slashed', 'bondAmount', 'amount']
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const wei = key === 'tokens' || key === 'credits'
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([name, item]) => `"${name}":${wei ? item : canonical(item, name)}`).join(',')}}`
  }
  return amounts.includes(key) ? String(value) : JSON.stringify(value)
}

const noClaim = {
  epochToProve: -1,
  proverAddress: 'none',
  bondAmount: '0',
  basisPointFee: 0,
  claimant: 'none',
}

describe('the form of a value', () => {
  test('states are JSON with sorted keys, integer amounts and the NoClaim record', () => {
    for (const { state } of walk(l1Rollup, rfc!, { seed: 7, length: 120 }))
      expect(stateText(state)).toBe(canonical({ ...state, claim: state.claim ?? noClaim }))
  })

  test('every kind of event is JSON with sorted keys and integer amounts', () => {
    const deployment = deploymentOf(rfc!)
    const instances = eventInstances(initialState(rfc!), rfc!, deployment)
    expect(new Set(instances.map(({ type }) => type)).size).toBe(15)
    for (const event of instances) expect(eventText(event)).toBe(canonical(event))
  })

  test('a text gives its value back, amounts beyond 2^53 included', () => {
    const deployment = deploymentOf(rfc!)
    for (const { state, event } of walk(l1Rollup, rfc!, { seed: 9, length: 60 })) {
      expect(stateOfText(stateText(state))).toEqual(state)
      expect(eventOfText(eventText(event))).toEqual(event)
      for (const instance of eventInstances(state, rfc!, deployment))
        expect(eventOfText(eventText(instance))).toEqual(instance)
    }
  })

  test('different instances have different texts', () => {
    const deployment = deploymentOf(rfc!)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 60 }), (seed, length) => {
        const state = [...walk(l1Rollup, rfc!, { seed, length })].at(-1)!.state
        const instances = eventInstances(state, rfc!, deployment)
        const different = new Set(instances.map((event) => canonical(event))).size
        expect(new Set(instances.map(eventText)).size).toBe(different)
      }),
      { numRuns: 10 },
    )
  })
})
