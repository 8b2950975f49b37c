import { describe, expect, test } from 'vitest'
import { codecsOf } from '../../../model/core/codecs.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { explore } from '../../../model/core/explorer.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { profileNamed } from '../../../spec/parameters.ts'
import { Ways, wayOnWalks } from './ways.ts'

const profile = { ...profileNamed('escrow'), horizon: 2 }
const deployed = deploy(l1Rollup, profile)
const { state: states, event: events } = codecsOf(l1Rollup)

/** Where a way leads. */
function endOf(path: readonly string[]): string {
  let { initial: state } = deployed
  for (const text of path) {
    const step = deployed.step(state, events.parse(text))
    if ('refusals' in step) throw new Error(`${text} is refused`)
    state = step.state
  }
  return states.text(state)
}

describe('ways', () => {
  const graph = explore(l1Rollup, profile, { engine: 'flat' })
  const ways = new Ways(graph)

  test('through a graph lead to every state, to those found first by no longer ones', () => {
    const paths = graph.states.map((text) => ways.to(text)!)
    expect(paths.map(endOf)).toEqual(graph.states)
    const lengths = paths.map(({ length }) => length)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(lengths[0]).toBe(0)
  })

  test('to a state that the graph does not have are none', () => {
    expect(ways.to('{}')).toBeUndefined()
  })

  test('on walks lead to the states that they come to', () => {
    const wayTo = wayOnWalks(l1Rollup, profile, [{ seed: 1, length: 12 }])
    const reached = graph.states.filter((text) => wayTo(text))
    expect(reached.length).toBeGreaterThan(5)
    for (const text of reached) expect(endOf(wayTo(text)!)).toBe(text)
  })
})
