import { describe, expect, test } from 'vitest'
import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import { eventText } from '../../../model/l1-rollup/texts.ts'
import type { Event, EventOf } from '../../../model/l1-rollup/vocabulary.ts'
import { type Asked, differingFields, PairCounter, together } from './pairs.ts'

const deposit = (caller: string, amount: string): EventOf<'deposit'> => ({ type: 'deposit', caller, amount })
const asked = (event: Event, ...refusals: RefusalName[]): Asked => ({
  event,
  text: eventText(event),
  refusals,
})
const found = (...states: readonly (readonly Asked[])[]) => {
  const counter = new PairCounter()
  for (const state of states) counter.count(state)
  return counter.found
}

describe('what a check decides by itself', () => {
  const accepted = asked(deposit('p1', '1'))
  const refused = asked(deposit('p1', '0'), 'AmountZero')

  test('a pair is an accepted event and one that the check alone refuses, in one state', () => {
    const decided = { pairs: 1, fields: ['amount'], alone: 1, acrossStates: false }
    expect(found([accepted, refused])).toEqual(new Map([['AmountZero', decided]]))
  })

  test('in two states they are none, nor of two types, nor where another check fails too', () => {
    const both = asked(deposit('p1', '0'), 'AmountZero', 'TokenBalanceInsufficient')
    const other = asked({ type: 'prune', caller: 'p1' })
    const alone = { pairs: 0, fields: [], alone: 1, acrossStates: false }
    expect(found([accepted], [refused, other])).toEqual(new Map([['AmountZero', alone]]))
    expect(found([accepted, both])).toEqual(new Map())
  })

  test('the fewest fields are told', () => {
    const far = asked(deposit('p2', '1'))
    expect(found([far, refused, accepted]).get('AmountZero')!.fields).toEqual(['amount'])
    expect(found([far, refused]).get('AmountZero')!.fields).toEqual(['caller', 'amount'])
  })

  test('the same event in another state shows it too', () => {
    const capped = asked(deposit('p1', '1'), 'EscrowCapExceeded')
    const decided = { pairs: 0, fields: [], alone: 1, acrossStates: true }
    expect(found([accepted], [capped])).toEqual(new Map([['EscrowCapExceeded', decided]]))
  })

  test('processes add up', () => {
    const parts = [found([accepted, refused]), found([asked(deposit('p2', '1')), refused], [refused])]
    const decided = { pairs: 2, fields: ['amount'], alone: 3, acrossStates: false }
    expect(together(parts)).toEqual(new Map([['AmountZero', decided]]))
    expect(together([new Map(), ...parts, new Map()])).toEqual(together(parts))
  })

  test('members of a quote are fields of their own', () => {
    const quote = { proverAddress: 'p1', epochToProve: 0 }
    expect(
      differingFields({ caller: 'a', quote }, { caller: 'a', quote: { ...quote, epochToProve: 1 } }),
    ).toEqual(['quote.epochToProve'])
    expect(differingFields({ committee: ['a', 'b'] }, { committee: ['a', 'b'] })).toEqual([])
  })
})
