import { beforeAll, describe, expect, test } from 'vitest'
import { loadAttesterPreset } from '../../spec/nodeParameters.ts'
import { smallestOf } from '../../spec/tier.ts'
import { codecsOf } from '../core/codecs.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { attester } from './actor.ts'
import { refusals } from './refusals.ts'
import type { AttesterTypes } from './types.ts'
import { type Event, eventTypes } from './vocabulary.ts'

const { profiles } = loadAttesterPreset()
const graphs = new Map<string, Graph<AttesterTypes>>()
beforeAll(() => {
  for (const profile of profiles) graphs.set(profile.name, explore(attester, profile, { engine: 'flat' }))
})

/** What spec/actors/attester.md says is reached. */
const reached = { tiny: 3_600, relieved: 912, forced: 504 }

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

describe('the profiles of the attester', () => {
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
      expect(explore(attester, profile, { engine: 'xstate' })).toEqual(graphs.get(profile.name))
  })

  test('ATTEST-10: in every state at most one attestation of a slot was sent, and its record is kept', () => {
    const { state, effects } = codecsOf(attester)
    for (const graph of graphs.values())
      for (const [id, text] of graph.states.entries()) {
        const before = state.parse(text)
        for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
          const outcome = graph.outcome[at]!
          if (outcome < 0) continue
          const sent = effects.parse(graph.effectLists[graph.effects[at]!]!)
          for (const { kind, body } of sent) {
            if (kind !== 'send') continue
            expect(before.signed.slot).toBeLessThan(before.slot)
            expect(state.parse(graph.states[outcome]!).signed).toEqual(body)
          }
        }
      }
  })
})
