import { describe, expect, it } from 'vitest'
import { compareGraphs, type Graph } from './compare.ts'

/** s0 -a-> s1 -b-> s2, and b refused in s0. */
const graph: Graph = {
  states: ['s0', 's1', 's2'],
  events: ['a', 'b'],
  refusalSets: [[], ['TooEarly']],
  effectLists: ['[]', '["moved"]'],
  initial: [0],
  transitions: Int32Array.of(0, 0, 1, 1, 1, 2),
  effects: Int32Array.of(0, 0, 1, 1, 1, 0),
  refusals: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 2, 0, 0, 2, 1, 0),
  answers: ['[["TooEarly"],0,0]', '[[],s9,[]]'],
  probes: Int32Array.of(1, 0, 1, 1, 1, 0),
}

describe('graph parity', () => {
  it('finds nothing between a graph and itself with other ids', () => {
    const renamed: Graph = {
      states: ['s2', 's0', 's1'],
      events: ['b', 'a'],
      refusalSets: [['TooEarly'], []],
      effectLists: ['["moved"]', '[]'],
      initial: [1],
      transitions: Int32Array.of(2, 0, 0, 1, 1, 2),
      effects: Int32Array.of(1, 1, 0, 2, 0, 1),
      refusals: Int32Array.of(1, 1, 1, 1, 0, 0, 2, 1, 1, 2, 0, 1, 0, 1, 1, 0, 0, 1),
      answers: ['[[],s9,[]]', '[["TooEarly"],0,0]'],
      probes: Int32Array.of(2, 1, 0, 2, 0, 1),
    }
    expect(compareGraphs(graph, renamed)).toEqual({
      states: 3,
      transitions: 2,
      effects: 2,
      refusalSets: 6,
      probes: 2,
      differenceCount: 0,
      differences: [],
    })
  })

  it('shows another successor with the shortest path to it', () => {
    const other = { ...graph, transitions: Int32Array.of(0, 0, 1, 1, 1, 0) }
    expect(compareGraphs(graph, other).differences).toEqual([
      { kind: 'transition', state: 's1', event: 'b', left: 's2', right: 's0', path: ['a'] },
    ])
  })

  it('shows that one side has two successors for an event', () => {
    const torn = { ...graph, transitions: Int32Array.of(0, 0, 1, 0, 0, 2, 1, 1, 2) }
    expect(compareGraphs(torn, graph).differences).toEqual([
      { kind: 'transition', state: 's0', event: 'a', left: 's1 | s2', right: 's1', path: [] },
    ])
    expect(compareGraphs(torn, torn)).toMatchObject({ differenceCount: 0, transitions: 3 })
  })

  it('shows another refusal set', () => {
    const other = { ...graph, refusalSets: [[], ['TooLate']] }
    expect(compareGraphs(graph, other).differences).toEqual([
      { kind: 'refusals', state: 's0', event: 'b', left: '["TooEarly"]', right: '["TooLate"]', path: [] },
    ])
  })

  it('shows another answer to a probe, and a probe that is missing', () => {
    const other = { ...graph, answers: [graph.answers[0]!, '[[],s8,[]]'] }
    expect(compareGraphs(graph, other).differences).toEqual([
      { kind: 'probe', state: 's1', event: 'a', left: '[[],s9,[]]', right: '[[],s8,[]]', path: ['a'] },
    ])
    const fewer = { ...graph, probes: graph.probes.slice(0, 3) }
    expect(compareGraphs(graph, fewer).differences).toEqual([
      { kind: 'probe', state: 's1', event: 'b', left: '[["TooEarly"],0,0]', right: '(absent)', path: ['a'] },
    ])
  })

  it('shows other effects of the same step, and effects that are missing', () => {
    const other = { ...graph, effectLists: ['[]', '["moved","moved"]'] }
    expect(compareGraphs(graph, other).differences).toEqual([
      { kind: 'effects', state: 's0', event: 'a', left: '["moved"]', right: '["moved","moved"]', path: [] },
    ])
    const silent = { ...graph, effects: graph.effects.slice(0, 3) }
    expect(compareGraphs(graph, silent).differences).toEqual([
      { kind: 'effects', state: 's1', event: 'b', left: '[]', right: '(absent)', path: ['a'] },
    ])
  })

  it('shows an event instance that one side does not know', () => {
    const other = { ...graph, refusals: graph.refusals.slice(0, 15) }
    expect(compareGraphs(graph, other).differences).toEqual([
      { kind: 'refusals', state: 's2', event: 'b', left: '[]', right: '(absent)', path: ['a', 'b'] },
    ])
  })

  it('shows a state and an initial state that one side does not have', () => {
    const other = { ...graph, states: ['s0', 's1', 's3'], initial: [1] }
    expect(compareGraphs(graph, other).differences.map(({ kind, state }) => [kind, state])).toEqual([
      ['initial', 's0'],
      ['initial', 's1'],
      ['transition', 's1'],
      ['state', 's3'],
      ['state', 's2'],
    ])
  })

  it('counts all differences and describes the nearest', () => {
    const other = { ...graph, refusalSets: [['Never'], ['TooLate']] }
    const comparison = compareGraphs(graph, other, 1)
    expect(comparison.differenceCount).toBe(6)
    expect(comparison.differences).toHaveLength(1)
    expect(comparison.differences[0]?.path).toEqual([])
  })
})
