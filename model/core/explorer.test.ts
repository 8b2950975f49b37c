import { describe, expect, test } from 'vitest'
import { loadPreset, type Profile, profileNamed } from '../../spec/parameters.ts'
import { everyNth } from '../../spec/tier.ts'
import { l1Rollup } from '../l1-rollup/actor.ts'
import type { L1RollupTypes } from '../l1-rollup/types.ts'
import { machineOf } from './deployed.ts'
import { ExplorationFailed, explore, type Graph, pathTo } from './explorer.ts'

const profileOf = (name: string, change: Partial<Profile> = {}): Profile => ({
  ...profileNamed(name),
  ...change,
})

/** The graph as plain text, one line per instance of every state. */
const lines = (graph: Graph<L1RollupTypes>) =>
  graph.states.flatMap((state, at) =>
    Array.from({ length: graph.firstInstance[at + 1]! - graph.firstInstance[at]! }, (_, index) => {
      const instance = graph.firstInstance[at]! + index
      const outcome = graph.outcome[instance]!
      const to = outcome >= 0 ? graph.states[outcome] : graph.refusalSets[-1 - outcome]!.join(' ')
      return `${state} ${graph.events[graph.event[instance]!]} ${to}`
    }),
  )

describe('explorer', () => {
  test.each(
    everyNth(
      loadPreset('tiny').profiles.map(({ name }) => name),
      4,
    ),
  )('the table read from the machine gives the graph of XState itself: %s to slot 4 at most', (name) => {
    // Beyond its own horizon a profile in which everything happens grows without bounds.
    const profile = profileOf(name, { horizon: Math.min(4, profileOf(name).horizon) })
    const flat = lines(explore(l1Rollup, profile, { engine: 'flat' }))
    expect(flat.length).toBeGreaterThan(1_000)
    expect(flat).toEqual(lines(explore(l1Rollup, profile, { engine: 'xstate' })))
  })

  test.each([
    ['EPOCH-2', 'committee', { seedLookaheadEpochs: '2' }],
    ['EPOCH-8', 'chain', { proposerSelection: 'offset' }],
    ['PROOF-10', 'provers', { proofSubmission: 'claimedProver' }],
    ['REWARD-6', 'rewards', { rewardBasis: 'block' }],
    ['REWARD-3', 'rewards', { rewardRemainder: 'blockProposers' }],
  ])('%s: the other reading is explored as well, and makes another graph', (_clause, name, constants) => {
    const [chosen, other] = [{}, constants].map((given) => {
      const found = loadPreset('tiny', given).profiles.find((profile) => profile.name === name)!
      return lines(explore(l1Rollup, { ...found, horizon: 4 }, { engine: 'flat' }))
    })
    expect(other!.length).toBeGreaterThan(1_000)
    expect(other).not.toEqual(chosen)
  })

  test('a statechart whose state and stored claim differ is an error', () => {
    const profile = profileOf('forks', { horizon: 3 })
    const machine = machineOf(l1Rollup, profile)
    const forgetful = machine.provide({
      actions: { recordClaim: machine.implementations.actions.settleDue as never },
    })
    for (const engine of ['xstate', 'flat'] as const)
      expect(() => explore(l1Rollup, profile, { engine, machine: forgetful })).toThrow(
        'claimEpochProofRight: the machine is in committeeMode.claimed, the state as stored belongs to committeeMode.unclaimed',
      )
  })

  test('a graph beyond its limit ends with the path', () => {
    const profile = profileOf('forks', { horizon: 3 })
    for (const engine of ['xstate', 'flat'] as const) {
      const explored = () => explore(l1Rollup, profile, { engine, limit: 5 })
      expect(explored).toThrow(ExplorationFailed)
      expect(explored).toThrow(/leads to more than 5 states in \{.*\} after \{"type":"advanceSlot"\}/)
    }
  })

  test('a rule that cannot be evaluated ends with the path', () => {
    const profile = profileOf('forks', { horizon: 3 })
    const broken = machineOf(l1Rollup, profile).provide({
      guards: {
        pruneDue: ({ context }: { context: { slot: number } }) => {
          if (context.slot === 2) throw new Error('no value')
          return false
        },
      } as never,
    })
    expect(() => explore(l1Rollup, profile, { engine: 'flat', machine: broken })).toThrow(
      /^\{"caller":"stranger","type":"prune"\}: no value in \{.*\} after \{"type":"advanceSlot"\}, \{"type":"advanceSlot"\}$/,
    )
  })

  test('a path leads to its state, and none is shorter', () => {
    const graph = explore(l1Rollup, profileOf('forks', { horizon: 3 }), { engine: 'flat' })
    const successors = (state: number) =>
      Array.from({ length: graph.firstInstance[state + 1]! - graph.firstInstance[state]! }, (_, index) => ({
        event: graph.event[graph.firstInstance[state]! + index]!,
        to: graph.outcome[graph.firstInstance[state]! + index]!,
      })).filter(({ to }) => to >= 0)
    let layer = new Set([0])
    const distance = new Map([[0, 0]])
    for (let steps = 1; layer.size > 0; steps++) {
      layer = new Set([...layer].flatMap((state) => successors(state).map(({ to }) => to)))
      layer = new Set([...layer].filter((state) => !distance.has(state)))
      for (const state of layer) distance.set(state, steps)
    }
    expect(distance.size).toBe(graph.states.length)
    for (const [state, steps] of distance) {
      const path = pathTo(graph, state)
      const reached = path.reduce((at, event) => successors(at).find((it) => it.event === event)!.to, 0)
      expect([reached, path.length]).toEqual([state, steps])
    }
  })
})
