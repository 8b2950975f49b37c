import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { dueIn, takenBy } from './chain.ts'
import { Scenario } from './scenario.ts'
import { type Block, GENESIS, NO_OTHERS } from './vocabulary.ts'

const [rfc] = loadPreset('rfc').profiles
const rollup = (forcedMinimum: number) =>
  Scenario.deployed({ ...rfc!, parameters: { ...rfc!.parameters, forcedMinimum } })
const start = rollup(1)
const force = (scenario: Scenario, times = 1): Scenario =>
  Array.from({ length: times }).reduce<Scenario>(
    (after) => after.after(after.event('forceInclusion')),
    scenario,
  )
const block = (slot: number, forced: number, content = 'a'): Block => ({
  slot,
  content,
  beneficiary: 'none',
  forced,
})

describe('entering the queue', () => {
  const event = start.event('forceInclusion')

  test('QUEUE-1: no byte and one byte too many are refused', () => {
    expect(start.revert({ ...event, data: 'empty' })).toEqual(['ForcedDataUnfit', 0, 80_000])
    expect(start.revert({ ...event, data: 'oversized' })).toEqual(['ForcedDataUnfit', 80_001, 80_000])
    expect(start.refusals({ ...event, data: 'empty' })).toEqual(['ForcedDataUnfit'])
    expect(start.refusals(event)).toEqual([])
  })

  test('QUEUE-2: a proof that the verifier rejects is refused', () => {
    expect(start.revert({ ...event, valid: false })).toEqual(['ForcedProofInvalid'])
  })

  test('QUEUE-3: entered in slot 31, due in slot 32; the same may enter twice, and the end is where all enter', () => {
    const one = start.at(31).after(start.at(31).event('forceInclusion'))
    expect(one.state.queue).toEqual([{ transaction: 't1', includedByEpoch: 1 }])
    expect([31, 32].map((slot) => dueIn(one.at(slot).state, rfc!.parameters))).toEqual([0, 1])
    const again = one.at(32).after({ ...event, transaction: 't1', caller: 'nobody' })
    expect(again.state).toEqual({
      ...one.at(32).state,
      queue: [...one.state.queue, { transaction: 't1', includedByEpoch: 2 }],
    })
  })

  test('FALLBACK-2: the slots are counted from the entry, unless they were counted already', () => {
    expect(force(start.at(5)).state.fallback.countedFrom).toBe(5)
    expect(force(start.at(5).propose().at(7)).state.fallback.countedFrom).toBe(5)
  })
})

/** A block by what it lists: entries of the queue in some order, and whether others follow. */
type Listed = { forced: readonly string[]; others: boolean }

const orders = (names: readonly string[]): string[][] => [
  [],
  ...names.flatMap((first) => orders(names.filter((name) => name !== first)).map((rest) => [first, ...rest])),
]

describe("the RFC's diagram: tx1, tx2 and tx3 are due, tx4 waits", () => {
  const all = ['t1', 't2', 't3', 't4']
  const due = (forcedMinimum: number) => force(force(rollup(forcedMinimum), 3).at(32)).at(33)
  const listed = orders(all).flatMap((forced) => [
    { forced, others: false },
    { forced, others: true },
  ])
  const proposal = (scenario: Scenario, { forced, others }: Listed) =>
    scenario.event('propose', {
      forced: forced.length,
      forcedHash: forced.every((name, at) => name === all[at]) ? 'match' : 'other',
      content: others ? 'a' : NO_OTHERS,
    })
  const valid = (forcedMinimum: number) =>
    listed
      .filter((block) => due(forcedMinimum).refusals(proposal(due(forcedMinimum), block)).length === 0)
      .map(({ forced, others }) => [...forced, ...(others ? ['other'] : [])].join(' '))

  test('QUEUE-4, QUEUE-5, QUEUE-6, QUEUE-7: of all 130 lists those of its five kinds are valid', () => {
    expect(listed).toHaveLength(130)
    expect(due(1).state.queue.map(({ includedByEpoch }) => includedByEpoch)).toEqual([1, 1, 1, 2])
    expect(valid(1).sort()).toEqual([
      't1',
      't1 t2',
      't1 t2 t3',
      't1 t2 t3 other',
      't1 t2 t3 t4',
      // "Any other combination of transactions": tx4 may be among them.
      't1 t2 t3 t4 other',
    ])
  })

  test('QUEUE-7: with m = 2 [tx1] alone is invalid, and nothing else changes', () => {
    expect(valid(2)).toEqual(valid(1).filter((block) => block !== 't1'))
  })

  test('QUEUE-4: k = 4 passes and k = 5 is refused', () => {
    const four = due(1)
    const five = four.event('propose', { forced: 5, content: NO_OTHERS })
    expect(four.revert(five)).toEqual(['ForcedBeyondQueue', 5, 4])
    expect(four.refusals(five)).toEqual(['ForcedBeyondQueue'])
    expect(four.refusals({ ...five, forced: 4 })).toEqual([])
  })

  test('QUEUE-5: another commitment is refused', () => {
    const event = due(1).event('propose', { forcedHash: 'other' })
    expect(due(1).revert(event)?.[0]).toBe('ForcedHashMismatch')
    expect(due(1).refusals(event)).toEqual(['ForcedHashMismatch'])
  })

  test('QUEUE-6: [tx1, tx2, other] is refused', () => {
    expect(due(1).revert(proposal(due(1), { forced: ['t1', 't2'], others: true }))).toEqual([
      'ForcedTransactionsDue',
    ])
  })

  test('QUEUE-7: [] is refused, with m = 2 also [tx1], which passes when it is the last that is due', () => {
    const nothing = { forced: [], others: false }
    const first = { forced: ['t1'], others: false }
    expect(due(1).revert(proposal(due(1), nothing))).toEqual(['ForcedBelowMinimum', 0, 1])
    expect(due(2).revert(proposal(due(2), first))).toEqual(['ForcedBelowMinimum', 1, 2])
    const last = force(force(rollup(2)).at(32)).at(33)
    expect(last.refusals(proposal(last, first))).toEqual([])
    expect(last.refusals(proposal(last, nothing))).toEqual(['ForcedBelowMinimum'])
  })

  test('QUEUE-7: nothing has to be taken of what is not due', () => {
    const early = force(rollup(2), 3)
    expect(early.refusals(proposal(early, { forced: [], others: true }))).toEqual([])
  })
})

describe('what is included', () => {
  /** Three entries of slot 0, two of them taken in slot 40. */
  const taken = force(start, 3).at(40).propose({ forced: 2, content: NO_OTHERS })

  test('QUEUE-8: taken in slot 40 and dropped in slot 77: the next block has to take it', () => {
    expect(taken.state.pending).toEqual([block(40, 2, NO_OTHERS)])
    expect(takenBy(taken.at(76).effective)).toBe(2)
    expect(takenBy(taken.at(77).effective)).toBe(0)
    const none = taken.at(77).event('propose', { forced: 0, content: NO_OTHERS })
    expect(none.parent).toEqual(GENESIS)
    expect(taken.at(77).refusals(none)).toEqual(['ForcedBelowMinimum'])
    expect(taken.at(77).propose().state.pending).toEqual([block(77, 3)])
  })

  test('QUEUE-8: the next block takes what is left', () => {
    const next = taken.at(41)
    expect(next.event('propose').forced).toBe(1)
    expect(next.revert(next.event('propose', { forced: 2 }))).toEqual(['ForcedBeyondQueue', 2, 1])
  })

  test('QUEUE-8: what a proven block took is taken for good', () => {
    const proven = taken.at(64).prove()
    expect(proven.state).toEqual({
      ...taken.at(64).state,
      proven: block(40, 2, NO_OTHERS),
      pending: [],
      taken: 2,
      // The third still waits.
      fallback: { countedFrom: 64, entered: -1, advanced: -1 },
    })
  })

  test('QUEUE-9: the same transaction entered twice is taken twice', () => {
    const event = start.event('forceInclusion')
    const twice = start.after(event).after(event).at(32)
    expect(twice.event('propose').forced).toBe(2)
    expect(takenBy(twice.propose().state)).toBe(2)
  })
})

describe('logs', () => {
  test('LOG-11: the first one, entered in slot 31, names index 0 and epoch 1', () => {
    const outcome = start.rollup.step(start.at(31).state, start.event('forceInclusion'))
    expect(outcome).toMatchObject({
      effects: [{ type: 'TransactionForced', transaction: 't1', index: 0, includedByEpoch: 1 }],
    })
  })
})
