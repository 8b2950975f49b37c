import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { walk } from '../core/walk.ts'
import { initialState } from './initial.ts'
import { eventInstances } from './instances.ts'
import { deploymentOf } from './l1-rollup.machine.ts'
import { eventText, stateText } from './parity.ts'

const [rfc] = loadPreset('rfc').profiles

/** Amounts as integers of any size, keys sorted: what the special-purpose texts must equal. */
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

describe('parity form', () => {
  test('states are JSON with sorted keys, integer amounts and the NoClaim record', () => {
    for (const { state } of walk(rfc!, { seed: 7, length: 120 }))
      expect(stateText(state)).toBe(canonical({ ...state, claim: state.claim ?? noClaim }))
  })

  test('every kind of event is JSON with sorted keys and integer amounts', () => {
    const deployment = deploymentOf(rfc!)
    const instances = eventInstances(initialState(rfc!), rfc!, deployment)
    expect(new Set(instances.map(({ type }) => type)).size).toBe(13)
    for (const event of instances) expect(eventText(event)).toBe(canonical(event))
  })

  test('different instances have different texts', () => {
    const deployment = deploymentOf(rfc!)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 60 }), (seed, length) => {
        const state = [...walk(rfc!, { seed, length })].at(-1)!.state
        const texts = eventInstances(state, rfc!, deployment).map(eventText)
        expect(new Set(texts).size).toBe(texts.length)
      }),
      { numRuns: 10 },
    )
  })
})
