import { beforeAll, describe, expect, test } from 'vitest'
import { loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { interactionsOf } from '../core/interactions.ts'
import { fallbackController } from './actor.ts'
import { refusals } from './refusals.ts'
import type { FallbackControllerTypes } from './types.ts'
import { type Event, eventTypes, type State } from './vocabulary.ts'

const { profiles } = loadFallbackPreset()
const graphs = new Map<string, Graph<FallbackControllerTypes>>()
beforeAll(() => {
  for (const profile of profiles)
    graphs.set(profile.name, explore(fallbackController, profile, { engine: 'flat' }))
})

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

describe('the profiles', () => {
  test('show every refusal, and every event accepted', () => {
    const occurring = new Set<string>()
    const accepted = new Set<string>()
    eachInstance((type, refused) => {
      for (const refusal of refused) occurring.add(refusal)
      if (refused.length === 0) accepted.add(type)
    })
    expect([...occurring].sort()).toEqual(
      Object.values(refusals)
        .map(({ refusal }) => refusal)
        .sort(),
    )
    expect([...accepted].sort()).toEqual([...eventTypes].sort())
  })

  test('show every check failing alone, but for those that cannot', () => {
    const occurring = new Set<string>()
    const alone = new Set<string>()
    eachInstance((type, refused) => {
      for (const refusal of refused) occurring.add(`${type} ${refusal}`)
      if (refused.length === 1) alone.add(`${type} ${refused[0]}`)
    })
    expect([...occurring].filter((it) => !alone.has(it)).sort()).toEqual(Object.keys(neverAlone).sort())
  })

  test('FALLBACK-8: settle an exit and an entry at once, where there is time for two sessions', () => {
    const settleBoth = profiles.filter(({ name }) => {
      const { states, firstInstance, outcome } = graphs.get(name)!
      const entered = states.map((state) => (JSON.parse(state) as State).entered)
      return entered.some((before, state) =>
        outcome
          .slice(firstInstance[state]!, firstInstance[state + 1]!)
          .some((next) => before >= 0 && next >= 0 && entered[next]! > before),
      )
    })
    expect(settleBoth.map(({ name }) => name)).toEqual(['default', 'counts', 'returned', 'early'])
  })

  test('FALLBACK-1: without fallback nothing is refused because of it, and no block comes with its proof', () => {
    const { states, refusalSets } = graphs.get('without')!
    expect(states.every((state) => (JSON.parse(state) as State).entered === -1)).toBe(true)
    expect(refusalSets.flat()).not.toContain('FallbackActive')
    expect(refusalSets.flat()).toContain('FallbackNotActive')
  })

  test('show every check after what it depends on was written, passing and failing', () => {
    const returned = profiles.filter(({ name }) => name === 'returned')
    const graphOf = ({ name }: { readonly name: string }) => graphs.get(name)!
    const interactions = interactionsOf(fallbackController, returned, ['slot'], graphOf)
    const unseen = interactions.flatMap(({ writer, reader, check, passed, failed }) => [
      ...(passed === undefined ? [`${writer}, ${reader}: ${check} never passes`] : []),
      ...(failed === undefined ? [`${writer}, ${reader}: ${check} never fails`] : []),
    ])
    expect(unseen).toEqual([])
    expect(interactions.length).toBeGreaterThan(45)
  })
})

/** Checks that never fail alone in any state, and why they cannot. */
const neverAlone: Record<string, string> = {
  'claim FallbackActive': 'an entry leaves nothing pending (FALLBACK-4, NothingToClaim)',
  'claim ClaimWindowClosed':
    'once the window is closed, an unclaimed chain is pruned (PRUNE-1, NothingToClaim) and any other is claimed',
}
