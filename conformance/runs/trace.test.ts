import { expect, test } from 'vitest'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import { oneByOne, type Trace } from './trace.ts'

const tick: Event = { type: 'advanceSlot' }
const [first, second, third] = ['p1', 'p2', 'p3'].map(
  (caller): Event => ({ type: 'executeWithdrawal', caller, receiver: caller }),
)
const trace: Trace = {
  title: 't',
  profile: 'p',
  blocks: [[first!, second!], [tick], [second!, third!], [tick]],
}

test('the transactions of a block each in a block of their own, what comes before as it is, and nothing after', () => {
  expect(oneByOne(trace, 2)).toEqual({
    ...trace,
    blocks: [[first, second], [tick], [second], [third]],
  })
})

test('before the first block there is nothing', () => {
  expect(oneByOne(trace, -1).blocks).toEqual([])
})
