import { describe, expect, test } from 'vitest'
import { fallbackProfiles } from '../../../spec/system/fallback.ts'
import { is as isEvent, played as playedIn } from '../scenario.ts'
import { type FallbackTypes, fallback } from './fallback.ts'
import type { Event } from './vocabulary.ts'

const played = (name: string, steps: readonly ((event: Event) => boolean)[]) =>
  playedIn<FallbackTypes>(fallback, fallbackProfiles.find((profile) => profile.name === name)!, steps)
const is = isEvent<Event>
const slots = (count: number) => Array.from({ length: count }, () => is('pass'))

/** T_enter is 4: in slot 4 nobody has taken what was forced in slot 0. */
const entered = [is('force'), ...slots(4)]
const handedIn = (node: string) => [is('build', node), is('proved', node), is('submit', node)]

describe('the chain of statecharts, with and without a committee', () => {
  test('FALLBACK-1: what is forced and left alone brings a session', () => {
    expect(played('racing', entered.slice(0, -1)).state.mode).toEqual({
      countedFrom: 0,
      entered: -1,
      advanced: -1,
    })
    const { state } = played('racing', entered)
    expect(state.mode).toEqual({ countedFrom: -1, entered: 4, advanced: 4 })
    expect(state.builder.n1!.view).toMatchObject({ follows: 'level', fallback: true, queue: ['t1'] })
  })

  test('FALLBACK-14: a block that a node hands in with its proof is proven', () => {
    const { state } = played('racing', [...entered, ...handedIn('n1'), is('takeProven')])
    expect(state).toMatchObject({ taken: 1, proven: { slot: 4, forced: 1 }, pending: [], handed: [] })
    expect(state.ledger).toEqual([
      {
        header: { slot: 4, parent: { slot: -1, root: [] }, body: ['t1'], forced: ['t1'], root: ['t1'] },
        signers: [],
        isProven: true,
      },
    ])
    expect(state.fresh).toEqual([])
  })

  test('FALLBACK-9: outside of a session a block with its proof is refused', () => {
    const { instances, step } = played('byzantine', [is('force')])
    const blocks = instances.filter(is('takeProven'))
    expect(blocks.length).toBeGreaterThan(0)
    for (const event of blocks)
      expect(step(event)).toEqual({ refusals: expect.arrayContaining(['FallbackNotActive']) })
  })

  test('FALLBACK-5: in a session the committee is refused', () => {
    const { instances, step } = played('censoring', entered)
    const blocks = instances.filter(is('takeAttested'))
    expect(blocks.length).toBeGreaterThan(0)
    for (const event of blocks)
      expect(step(event)).toEqual({ refusals: expect.arrayContaining(['FallbackActive']) })
  })

  test('FALLBACK-4: an entry drops what is pending, with what it took', () => {
    const taken = [is('force'), ...slots(2), is('takeAttested')]
    expect(played('censoring', taken).state).toMatchObject({
      pending: [{ slot: 2 }],
      ledger: [{ isProven: false }],
    })
    const { state } = played('censoring', [...taken, ...slots(2)])
    expect(state).toMatchObject({ mode: { entered: 4 }, pending: [], ledger: [], taken: 0 })
  })

  test('FALLBACK-7: a session that nobody uses is over after T_activity slots', () => {
    expect(played('racing', [...entered, ...slots(2)]).state.mode.entered).toBe(4)
    expect(played('racing', [...entered, ...slots(3)]).state.mode).toMatchObject({
      entered: -1,
      countedFrom: 7,
    })
  })

  test('L1 goes back by its last transaction, once', () => {
    const { state, instances } = played('reorganised', [is('force'), is('reorganise')])
    expect(state).toMatchObject({ queue: [], reorganised: true, mode: { countedFrom: -1 } })
    expect(instances.filter(is('reorganise'))).toEqual([])
  })
})
