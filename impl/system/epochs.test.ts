import { describe, expect, test } from 'vitest'
import { GENESIS } from '../../model/node/vocabulary.ts'
import type { Choice } from './choice.ts'
import { byzantineQuorum, posted } from './fixtures/byzantineQuorum.ts'
import { play, replay } from './run.ts'
import { fourEpochs } from './setups.ts'
import { straight } from './straight.ts'
import { systemOf } from './system.ts'
import type { Setup } from './vocabulary.ts'

/** A straight run after some choices. */
function played(setup: Setup, first: readonly Choice[] = []) {
  const system = systemOf(setup)
  const { world, violations } = play(system, (now, made) => first[made] ?? straight(system, now))
  expect(violations).toEqual([])
  const taken = world.calls.filter(({ refusal }) => refusal === undefined)
  return { world, taken }
}

test('PROOF-6: epochs are quoted, claimed for the quote that costs least and proven', () => {
  const { world, taken } = played(fourEpochs())
  const claims = taken.filter((call) => call.kind === 'claim')
  expect(claims.map(({ quote }) => [quote.epoch, quote.prover])).toEqual([
    [0, 'm1'],
    [1, 'm1'],
    [2, 'm1'],
    [3, 'm1'],
  ])
  const proofs = taken.filter((call) => call.kind === 'prove')
  expect(proofs.map(({ slot, target }) => [target.epoch, slot])).toEqual([
    [0, 3],
    [1, 6],
    [2, 9],
    [3, 12],
  ])
  expect(world.l1.accounts).toMatchObject({ m1: { available: '2', staked: '0' } })
})

describe('FALLBACK-3: a committee that builds nothing', () => {
  const { world, taken } = played(byzantineQuorum, [{ do: 'force', transaction: 't9' }])

  test('what is forced is proven by whoever builds alone', () => {
    const [block] = taken.filter((call) => call.kind === 'based')
    expect(block).toMatchObject({ slot: 6, caller: 'm1', proposal: { forced: 1 }, valid: true })
    expect(world.l1.proven).toMatchObject({ forced: expect.any(Number) })
    expect(world.l1.taken).toBe(1)
  })
  test('FALLBACK-7: and fallback ends when nobody advances', () => {
    const sessions = world.facts.flatMap((fact) => (fact.kind === 'shows' ? [fact.session] : []))
    expect(sessions).toContain(true)
    expect(sessions.at(-1)).toBe(false)
  })
})

describe('FOLLOW-13: t1 waits, and a Byzantine quorum has a block that takes one from the queue', () => {
  const system = systemOf(byzantineQuorum)
  /** What becomes of a block of epoch 1 with such a body. */
  const played = (transactions: string[]) => {
    const { world, violations } = replay(system, [
      { do: 'pass', slots: 1 },
      { do: 'force', transaction: 't1' },
      { do: 'calm' },
      { do: 'submit', node: 'm1', transaction: 't2', proof: 'right', to: 'user', settle: true },
      { do: 'pass', slots: 3 },
      posted({ slot: 4, parent: GENESIS, transactions, forced: 1, root: transactions }),
      { do: 'pass', slots: 2 },
      ...Array.from({ length: 5 }, () => ({ do: 'round', settle: true }) as const),
      { do: 'pass', slots: 3 },
    ])
    expect(violations).toEqual([])
    // L1 sees hashes.
    expect(world.calls.find(({ kind }) => kind === 'propose')).toMatchObject({ refusal: undefined })
    const kinds = new Set(world.facts.map(({ kind }) => kind))
    const dealt = ['quoted', 'claimed', 'proven', 'slashed'] as const
    return {
      alarms: world.facts.some((fact) => fact.kind === 'told' && fact.view.alarm),
      dealt: dealt.filter((kind) => kinds.has(kind)),
      available: world.l1.accounts.m1!.available,
    }
  }

  test('one that begins with another raises the alarm, nobody quotes for its epoch and no bond is lost', () => {
    expect(played(['t2', 't1'])).toEqual({ alarms: true, dealt: [], available: '2' })
  })
  test('of one that begins with it the epoch is quoted, claimed and proven', () => {
    expect(played(['t1', 't2'])).toEqual({
      alarms: false,
      dealt: ['quoted', 'claimed', 'proven'],
      available: '2',
    })
  })
})

test('FOLLOW-9: a wrong block of the next epoch keeps no prover from handing in the proof of the one before (F-61)', () => {
  const system = systemOf(byzantineQuorum)
  const played = (root: string[]) => {
    const round: Choice = { do: 'round', settle: true }
    const { world, violations } = replay(system, [
      { do: 'calm' },
      { do: 'submit', node: 'm1', transaction: 't2', proof: 'right', to: 'user', settle: true },
      { do: 'pass', slots: 1 },
      posted({ slot: 1, parent: GENESIS, transactions: ['t2'], root: ['t2'] }),
      round,
      { do: 'pass', slots: 2 },
      round,
      round,
      { do: 'pass', slots: 1 },
      posted({ slot: 4, parent: { slot: 1, root: ['t2'] }, transactions: ['t3'], root }),
      round,
      round,
      round,
      round,
      { do: 'pass', slots: 2 },
      round,
    ])
    expect(violations).toEqual([])
    expect(world.calls.filter(({ kind }) => kind === 'propose').map(({ refusal }) => refusal)).toEqual([
      undefined,
      undefined,
    ])
    const dealt = world.facts.filter(({ kind }) => ['claimed', 'proven', 'slashed'].includes(kind))
    return dealt.map(({ kind }) => kind)
  }
  expect(played(['t2', 't3'])).toEqual(['claimed', 'proven'])
  expect(played(['wrong'])).toEqual(['claimed', 'proven'])
})
