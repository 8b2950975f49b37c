import { beforeAll, describe, expect, test } from 'vitest'
import { loadFallbackProposerPreset } from '../../spec/fallbackProposerParameters.ts'
import { smallestOf } from '../../spec/tier.ts'
import { codecsOf } from '../core/codecs.ts'
import { deploy } from '../core/deployed.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { checksOf } from '../core/reading.ts'
import { blockText } from '../node/lists.ts'
import { NO_BUILDING } from '../proposer/vocabulary.ts'
import { fallbackProposer } from './actor.ts'
import { refusals } from './refusals.ts'
import type { FallbackProposerTypes } from './types.ts'
import { type Effect, type Event, eventTypes, type State } from './vocabulary.ts'

const { profiles } = loadFallbackProposerPreset()
const graphs = new Map<string, Graph<FallbackProposerTypes>>()
beforeAll(() => {
  for (const profile of profiles)
    graphs.set(profile.name, explore(fallbackProposer, profile, { engine: 'flat' }))
})

/** Counted by a plain breadth-first search over spec/actors/fallback-proposer.md, apart from this model. */
const reached = { race: 1_892, forced: 1_616 }

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

interface Step {
  readonly event: Event
  readonly before: State
  readonly after: State
  readonly sent: readonly Effect[]
}

/** Calls back for every event that is accepted in any state of any profile. */
function eachStep(visit: (step: Step) => void) {
  const { state, effects } = codecsOf(fallbackProposer)
  for (const graph of graphs.values()) {
    const states = graph.states.map((text) => state.parse(text))
    const events = graph.events.map((text) => JSON.parse(text) as Event)
    for (const [id, before] of states.entries())
      for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
        const outcome = graph.outcome[at]!
        if (outcome < 0) continue
        const sent = effects.parse(graph.effectLists[graph.effects[at]!]!)
        visit({ event: events[graph.event[at]!]!, before, after: states[outcome]!, sent })
      }
  }
}

/** Calls back for every effect that is sent in any state of any profile. */
function eachEffect(visit: (effect: Effect, before: State, after: State) => void) {
  eachStep(({ sent, before, after }) => {
    for (const effect of sent) visit(effect, before, after)
  })
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
    expect([...alone].sort()).toEqual(checks.sort())
  })

  test('the table read from the statechart gives the graph of XState itself, effects included', () => {
    for (const profile of smallestOf(profiles, ({ name }) => graphs.get(name)!.states.length))
      expect(explore(fallbackProposer, profile, { engine: 'xstate' })).toEqual(graphs.get(profile.name))
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

  test('BASED-7, BASED-8: a proof that is taken is of the block that is being proven, on the own tip', () => {
    eachStep(({ event, before, after }) => {
      if (event.type !== 'proved') return
      const { type, ...of } = event
      expect(of).toEqual(before.building)
      expect(before.proving).toBe(true)
      expect(of.parent).toEqual(before.view.tip)
      expect(after.proven).toEqual(before.building)
    })
  })

  test('BASED-3, BASED-8: a proof on the own tip goes with giveUp or the store alone', () => {
    eachStep(({ event, before, after }) => {
      const { proven, view } = before
      if (proven.slot < 0 || blockText(proven.parent) !== blockText(view.tip)) return
      const goes = event.type === 'giveUp' || (event.type === 'crash' && event.store === 'lost')
      expect(after.proven).toEqual(goes ? NO_BUILDING : proven)
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
