import { beforeAll, describe, expect, test } from 'vitest'
import { loadProposerPreset } from '../../spec/nodeParameters.ts'
import { smallestOf } from '../../spec/tier.ts'
import { codecsOf } from '../core/codecs.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { proposer } from './actor.ts'
import { refusals } from './refusals.ts'
import type { ProposerTypes } from './types.ts'
import { type Event, eventTypes } from './vocabulary.ts'

const { profiles } = loadProposerPreset()
const graphs = new Map<string, Graph<ProposerTypes>>()
beforeAll(() => {
  for (const profile of profiles) graphs.set(profile.name, explore(proposer, profile, { engine: 'flat' }))
})

/** What spec/actors/proposer.md says is reached. */
const reached = { build: 1_096, collect: 3_056, forced: 464 }

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

describe('the profiles of the proposer', () => {
  test('reach as many states as the page says', () => {
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
    const shown = new Set([...alone].map((name) => name.split(' ')[1]))
    expect([...shown].sort()).toEqual(
      Object.values(refusals)
        .map(({ refusal }) => refusal)
        .sort(),
    )
  })

  test('the table read from the statechart gives the graph of XState itself, effects included', () => {
    for (const profile of smallestOf(profiles, ({ name }) => graphs.get(name)!.states.length))
      expect(explore(proposer, profile, { engine: 'xstate' })).toEqual(graphs.get(profile.name))
  })

  test('BUILD-6, BUILD-22: of each slot one proposal is sent and one block submitted, and that is recorded', () => {
    const { state, effects } = codecsOf(proposer)
    for (const graph of graphs.values())
      for (const [id, text] of graph.states.entries()) {
        const before = state.parse(text)
        for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
          const outcome = graph.outcome[at]!
          if (outcome < 0) continue
          const after = state.parse(graph.states[outcome]!)
          for (const effect of effects.parse(graph.effectLists[graph.effects[at]!]!)) {
            if (effect.kind === 'send') {
              expect(before.proposed.slot).toBeLessThan(before.slot)
              expect(after.proposed).toEqual(effect.body)
            }
            if (effect.kind === 'submit') {
              expect([before.published, after.published]).toEqual([false, true])
              expect(effect.body.proposal).toEqual(before.proposed)
            }
          }
        }
      }
  })
})
