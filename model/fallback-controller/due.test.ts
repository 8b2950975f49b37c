import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FallbackParameters, loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import { codecsOf } from '../core/codecs.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import { fallbackController } from './actor.ts'
import { pairs } from './arbitrary.ts'
import { effective } from './due.ts'
import type { State } from './vocabulary.ts'

const { profiles, pointwise } = loadFallbackPreset()
const text = codecsOf(fallbackController).state.text

/** What a slot makes due, by the words of spec/actors/fallback-controller.md: the chain, then the entry, then the exit. */
function afterSlot(given: State, slot: number, p: FallbackParameters): State {
  const state = { ...given, bonds: { ...given.bonds } }
  if (state.claimDeadline === slot) {
    state.claimDeadline = -1
    state.bonds.slashed = 1
  }
  if (state.pending >= 0) {
    const { slotsPerEpoch } = p
    const next = (epochOf({ slot: state.pending, slotsPerEpoch }) + 1) * slotsPerEpoch
    const unclaimed = state.claimDeadline < 0 && slot >= next + p.claimWindowSlots
    if (unclaimed || slot >= next + p.slotsPerEpoch) {
      state.pending = -1
      if (p.idleChain === 'whilePending') state.countedFrom = -1
    }
  }
  const isCounted = state.countedFrom >= 0 && p.fallbackEnterSlots > 0
  const waitsForClaim = p.claimAtEntry === 'kept' && state.claimDeadline >= 0
  if (isCounted && slot >= state.countedFrom + p.fallbackEnterSlots && !waitsForClaim) {
    if (state.claimDeadline >= 0) state.bonds[p.claimAtEntry === 'slashed' ? 'slashed' : 'returned'] = 1
    return { ...state, countedFrom: -1, entered: slot, advanced: slot, pending: -1, claimDeadline: -1 }
  }
  const isOver =
    slot >= state.entered + p.fallbackExitSlots || slot >= state.advanced + p.fallbackExitActivitySlots
  if (state.entered < 0 || !isOver) return state
  const counts = p.idleChain === 'counts' || (p.idleChain === 'whileWaiting' && state.forced)
  return { ...state, entered: -1, advanced: -1, countedFrom: counts ? slot : -1 }
}

/** Slot by slot, from the first that decides anything. */
function folded(state: State, p: FallbackParameters): State {
  const slots = [state.countedFrom, state.entered, state.pending, state.slot].filter((slot) => slot >= 0)
  let after = state
  for (let slot = Math.min(...slots); slot <= state.slot; slot++) after = afterSlot(after, slot, p)
  return after
}

describe.each([...profiles, ...pointwise])('$name', (profile) => {
  const { parameters } = profile
  const states = fc.oneof(
    ...[8, 40, 100_000].map((latest) => pairs(profile, latest, 1).map(({ state }) => state)),
  )

  test('FALLBACK-8: the effective state is what every slot makes due', () => {
    fc.assert(
      fc.property(states, (state) => {
        const expected = folded(state, parameters)
        const found = effective(state, parameters)
        expect(found).toEqual(expected)
        expect(found === state).toBe(text(expected) === text(state))
        expect(effective(found, parameters)).toBe(found)
      }),
      { numRuns: 3_000, seed: 20_262 },
    )
  })
})
