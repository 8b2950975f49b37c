import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { l1Rollup } from '../l1-rollup/actor.ts'
import { initialState } from '../l1-rollup/initial.ts'
import { offsetOf } from '../l1-rollup/rules/arithmetic.ts'
import { stateText } from '../l1-rollup/texts.ts'
import { eventSchema, stateSchema } from '../l1-rollup/vocabulary.ts'
import { walk } from './walk.ts'

const [rfc] = loadPreset('rfc').profiles
const steps = (seed: number, length: number) => [...walk(l1Rollup, rfc!, { seed, length })]

describe('walks', () => {
  test('the same seed gives the same walk, another seed another', () => {
    const texts = (seed: number) => steps(seed, 60).map(({ state }) => stateText(state))
    expect(texts(1)).toEqual(texts(1))
    expect(texts(2)).not.toEqual(texts(1))
  })

  test('a walk ends at the horizon when nothing else is left', () => {
    const frozen = Object.fromEntries(Object.keys(rfc!.families).map((family) => [family, 'none']))
    const still = { ...rfc!, horizon: 5, families: frozen as NonNullable<typeof rfc>['families'] }
    expect([...walk(l1Rollup, still, { seed: 1, length: 100 })].map(({ event }) => event.type)).toEqual(
      Array.from({ length: 5 }, () => 'advanceSlot'),
    )
  })

  test('ESCROW-10: along a walk no token is made or lost, and the pool covers what it owes', () => {
    const sum = (amounts: Record<string, string>) =>
      Object.values(amounts).reduce((total, amount) => total + BigInt(amount), 0n)
    const supply = sum(initialState(rfc!).tokens)
    for (const { state } of steps(3, 400)) {
      const held = Object.values(state.accounts).map(
        ({ available, withdrawing, staked }) => BigInt(available) + BigInt(withdrawing) + BigInt(staked),
      )
      expect(sum(state.tokens)).toBe(supply)
      expect(BigInt(state.tokens.escrow!)).toBe(held.reduce((a, b) => a + b, BigInt(state.slashed)))
      expect(sum(state.credits)).toBeLessThanOrEqual(BigInt(state.tokens.rollup!))
    }
  })

  test('every state of a walk is plain data of the vocabulary', () => {
    for (const { event, state } of steps(4, 200)) {
      expect(stateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
      expect(eventSchema.parse(event)).toEqual(event)
    }
  })

  test('CLAIM-1: ten walks claim in the first slot and in the last slot of the window; bonds return and are slashed', () => {
    const walks = Array.from({ length: 10 }, (_, seed) => steps(seed, 500))
    const offsets = walks
      .flat()
      .flatMap(({ event, state }) =>
        event.type === 'claimEpochProofRight' ? [offsetOf({ slot: state.slot, slotsPerEpoch: 32 })] : [],
      )
    expect(offsets).toEqual(expect.arrayContaining([0, 12]))
    const types = new Set(walks.flat().map(({ event }) => event.type))
    expect(types.size).toBe(15)
    const slashed = walks.flat().filter(({ state }) => state.slashed !== '0')
    expect(slashed.length).toBeGreaterThan(0)
  })
})
