import { beforeAll, describe, expect, test } from 'vitest'
import { loadFallbackProposerPreset } from '../../spec/fallbackProposerParameters.ts'
import { codecsOf } from '../core/codecs.ts'
import { deploy } from '../core/deployed.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { checksOf } from '../core/reading.ts'
import { NO_BUILDING } from '../proposer/vocabulary.ts'
import { fallbackProposer } from './actor.ts'
import { refusals } from './refusals.ts'
import type { FallbackProposerTypes } from './types.ts'
import { type Effect, type Event, eventTypes, type State } from './vocabulary.ts'

const { profiles } = loadFallbackProposerPreset()
const graphs = new Map<string, Graph<FallbackProposerTypes>>()
beforeAll(() => {
  for (const profile of profiles) graphs.set(profile.name, explore(fallbackProposer, profile))
}, 240_000)

/** Counted by a plain breadth-first search over spec/actors/fallback-proposer.md, apart from this model. */
const reached = { race: 1_892, forced: 1_237 }

/** In both profiles the queues of all views are fronts of one, so that no queue puts another entry first. */
const unshown = ['submitBlock ForcedHashMismatch']

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

/** Calls back for every effect that is sent in any state of any profile. */
function eachEffect(visit: (effect: Effect, before: State, after: State) => void) {
  const { state, effects } = codecsOf(fallbackProposer)
  for (const graph of graphs.values())
    for (const [id, text] of graph.states.entries()) {
      const before = state.parse(text)
      for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
        const outcome = graph.outcome[at]!
        if (outcome < 0) continue
        for (const effect of effects.parse(graph.effectLists[graph.effects[at]!]!))
          visit(effect, before, state.parse(graph.states[outcome]!))
      }
    }
}

describe('the profiles of the fallback proposer', () => {
  test('reach as many states as the page gives', () => {
    const found = [...graphs].map(([name, { states }]) => [name, states.length])
    expect(Object.fromEntries(found)).toEqual(reached)
  })

  test('show every event accepted, and every check of every event failing alone', () => {
    const alone = new Set<string>()
    const accepted = new Set<string>()
    eachInstance((type, refused) => {
      if (refused.length === 1) alone.add(`${type} ${refused[0]}`)
      if (refused.length === 0) accepted.add(type)
    })
    expect([...accepted].sort()).toEqual([...eventTypes].sort())
    const { reading } = deploy(fallbackProposer, profiles[0]!)
    const checks = eventTypes.flatMap((type) =>
      checksOf(reading, type).map((check) => `${type} ${refusals[check].refusal}`),
    )
    expect([...alone, ...unshown].sort()).toEqual(checks.sort())
  })

  test('the table read from the statechart gives the graph of XState itself, effects included', () => {
    for (const profile of profiles)
      expect(explore(fallbackProposer, profile, { engine: 'flat' })).toEqual(graphs.get(profile.name))
  })

  test('BASED-3, BASED-7: what is executed and proven is what is being built, and nothing else is on its parent', () => {
    eachEffect((effect, before, after) => {
      if (effect.kind === 'execute') {
        expect(effect.body.parent).toEqual(before.view.tip)
        expect(after.building).toEqual({ slot: before.slot, ...effect.body })
        for (const other of [before.building, before.proven])
          if (other.slot >= 0) expect(other.parent).not.toEqual(effect.body.parent)
      }
      if (effect.kind === 'prove') {
        expect(effect.body).toEqual(before.building)
        expect([before.proving, after.proving]).toEqual([false, true])
      }
    })
  })

  test('BASED-8, BASED-10: of each slot one block is submitted, proven and on the tip, and that is recorded', () => {
    eachEffect((effect, before, after) => {
      if (effect.kind !== 'submit') return
      const { proven, slot, view } = before
      expect(effect.body.block).toEqual(proven)
      expect(proven).not.toEqual(NO_BUILDING)
      expect(proven.parent).toEqual(view.tip)
      expect(before.submitted).toBeLessThan(slot)
      expect(after.submitted).toBe(slot)
    })
  })
})
