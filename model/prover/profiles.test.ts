import { beforeAll, describe, expect, test } from 'vitest'
import { loadProverPreset } from '../../spec/proverParameters.ts'
import { smallestOf } from '../../spec/tier.ts'
import { codecsOf } from '../core/codecs.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { prover } from './actor.ts'
import { refusals } from './refusals.ts'
import type { ProverTypes } from './types.ts'
import { type Event, eventTypes } from './vocabulary.ts'

const { profiles } = loadProverPreset()
const graphs = new Map<string, Graph<ProverTypes>>()
beforeAll(() => {
  for (const profile of profiles) graphs.set(profile.name, explore(prover, profile, { engine: 'flat' }))
})

/** Counted by hand on spec/actors/prover.md, every view with that of nothing. */
const reached = {
  // 6 slots, the store lost never or last in an epoch up to this, 8 views, t1 held or not; with it one of 5 quotes, from
  // slot 3 on, if the store was not lost from there on.
  quote: (3 * 2 + 3 * 3) * 8 * 2 + 3 * 2 * 8 * 5,
  // 5 slots, the store as there, 6 views, 4 sets held; from slot 2 on, the store not lost after slot 3, up to one block or
  // two, being proven without a proof, and with one that was submitted never, in slot 2 or in slot 3: alone, or while the
  // other one is being proven.
  prove: (2 * 2 + 2 * 3 + 4) * 6 * 4 + 3 * 3 * (5 + 2 * 5) + 3 * (2 + 3 + 3) * (6 + 2 * 6 + 5 + 5),
  // 4 slots, 7 views, called never or in one slot up to this; with t1 held, the store never lost, none or one of 3 quotes,
  // from slot 2 on; without it lost last before slot 2, or from there on and not called before.
  escrow: (2 + 3 + 4 + 5) * 7 + (4 + 5) * 7 * 3 + (2 + 3 + 4 + 5) * 7 + (2 + 3) * 7,
}

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

describe('the profiles of the prover', () => {
  test('reach as many states as there are', () => {
    const found = [...graphs].map(([name, { states }]) => [name, states.length])
    expect(Object.fromEntries(found)).toEqual(reached)
  })

  test('show every event accepted, every refusal, and every check of every event failing alone, but for those that cannot', () => {
    const occurring = new Set<string>()
    const alone = new Set<string>()
    const accepted = new Set<string>()
    eachInstance((type, refused) => {
      for (const refusal of refused) occurring.add(`${type} ${refusal}`)
      if (refused.length === 1) alone.add(`${type} ${refused[0]}`)
      if (refused.length === 0) accepted.add(type)
    })
    expect([...accepted].sort()).toEqual([...eventTypes].sort())
    expect([...occurring].filter((it) => !alone.has(it)).sort()).toEqual(Object.keys(neverAlone).sort())
    const shown = new Set([...occurring].map((name) => name.split(' ')[1]))
    expect(shown).toEqual(new Set(Object.values(refusals).map(({ refusal }) => refusal)))
  })

  test('the table read from the statechart gives the graph of XState itself, effects included', () => {
    for (const profile of smallestOf(profiles, ({ name }) => graphs.get(name)!.states.length))
      expect(explore(prover, profile, { engine: 'xstate' })).toEqual(graphs.get(profile.name))
  })

  test('QUOTE-8, QUOTE-12, PROVE-6: of each epoch one quote is sent, of none before a loss of the store, in each slot one proof and one call of the escrow, and that is recorded', () => {
    const { state, effects } = codecsOf(prover)
    const kinds = new Set<string>()
    for (const graph of graphs.values())
      for (const [id, text] of graph.states.entries()) {
        const before = state.parse(text)
        for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
          const outcome = graph.outcome[at]!
          if (outcome < 0) continue
          const after = state.parse(graph.states[outcome]!)
          for (const effect of effects.parse(graph.effectLists[graph.effects[at]!]!)) {
            kinds.add(effect.kind)
            if (effect.kind === 'send') {
              expect(before.quoted.epoch).toBeLessThan(effect.body.epoch)
              expect(before.quotesFrom).toBeLessThanOrEqual(effect.body.epoch)
              expect(after.quoted).toEqual(effect.body)
            }
            if (effect.kind === 'prove') {
              expect(before.proving).not.toEqual(after.proving)
              expect(after.proving).toEqual({ epoch: effect.body.epoch, tip: effect.body.tip })
            }
            if (effect.kind === 'submit') {
              const last = effect.body.call === 'submitEpochProof' ? 'submitted' : 'moved'
              expect(before[last]).toBeLessThan(before.slot)
              expect(after[last]).toBe(before.slot)
            }
          }
        }
      }
    expect([...kinds].sort()).toEqual(['prove', 'request', 'send', 'submit'])
  })
})

/** Checks that never fail alone in any state, and why they cannot. */
const neverAlone: Record<string, string> = {
  'quote ClaimWindowClosed':
    'after the window a quote ends before the slot (QUOTE-7) or beyond the window (QUOTE-9)',
}
