import { beforeAll, describe, expect, test } from 'vitest'
import { loadClaimantPreset } from '../../spec/claimantParameters.ts'
import { smallestOf } from '../../spec/tier.ts'
import { codecsOf } from '../core/codecs.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { claimant } from './actor.ts'
import { refusals } from './refusals.ts'
import type { ClaimantTypes } from './types.ts'
import { type Event, eventTypes } from './vocabulary.ts'

const { profiles } = loadClaimantPreset()
const graphs = new Map<string, Graph<ClaimantTypes>>()
beforeAll(() => {
  for (const profile of profiles) graphs.set(profile.name, explore(claimant, profile, { engine: 'flat' }))
})

/** States of each profile. */
const reached = { window: 232, choice: 1679 }

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

describe('the profiles of the claimant', () => {
  test('reach as many states as are recorded', () => {
    const found = [...graphs].map(([name, { states }]) => [name, states.length])
    expect(Object.fromEntries(found)).toEqual(reached)
  })

  test('show every event accepted, and every check of every event failing alone', () => {
    const occurring = new Set<string>()
    const alone = new Set<string>()
    const accepted = new Set<string>()
    eachInstance((type, refused) => {
      for (const refusal of refused) occurring.add(`${type} ${refusal}`)
      if (refused.length === 1) alone.add(`${type} ${refused[0]}`)
      if (refused.length === 0) accepted.add(type)
    })
    expect([...accepted].sort()).toEqual([...eventTypes].sort())
    expect([...alone].sort()).toEqual([...occurring].sort())
    const shown = new Set([...occurring].map((name) => name.split(' ')[1]))
    expect([...shown].sort()).toEqual(
      Object.values(refusals)
        .map(({ refusal }) => refusal)
        .sort(),
    )
  })

  test('the table read from the statechart gives the graph of XState itself, effects included', () => {
    for (const profile of smallestOf(profiles, ({ name }) => graphs.get(name)!.states.length))
      expect(explore(claimant, profile, { engine: 'xstate' })).toEqual(graphs.get(profile.name))
  })

  test('QUOTE-5: a claim is recorded in the slot in which it is handed in, with a quote that is there, and once', () => {
    const { state, effects } = codecsOf(claimant)
    for (const graph of graphs.values())
      for (const [id, text] of graph.states.entries()) {
        const before = state.parse(text)
        for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
          const outcome = graph.outcome[at]!
          if (outcome < 0) continue
          const after = state.parse(graph.states[outcome]!)
          for (const { body } of effects.parse(graph.effectLists[graph.effects[at]!]!)) {
            expect(before.claimed).toBeLessThan(before.slot)
            expect(after).toEqual({ ...before, claimed: before.slot })
            expect(before.quotes).toContainEqual(body.quote)
          }
        }
      }
  })

  test('QUOTE-6: every prover is claimed with somewhere, whatever is best there', () => {
    const submitted = [...graphs.values()].flatMap(({ effectLists }) =>
      effectLists.flatMap((text) => codecsOf(claimant).effects.parse(text)),
    )
    const provers = profiles.flatMap(({ quotes }) => quotes.map(({ prover }) => prover))
    const claimed = new Set(submitted.map(({ body }) => body.quote.prover))
    expect([...claimed].sort()).toEqual([...new Set(provers)].sort())
  })
})
