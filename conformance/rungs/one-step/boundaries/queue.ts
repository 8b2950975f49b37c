import type { Change, Scenario } from '../../../../model/l1-rollup/scenario.ts'
import type { Event } from '../../../../model/l1-rollup/vocabulary.ts'
import { type Boundaries, block, forced, inLogs, inState, start, takingTwo } from './cases.ts'

const taking = (at: Scenario, count: number, content = 'a', change: Change<'propose'> = {}): Event =>
  at.event('propose', { forced: count, content, ...change })
/** So many transactions wait from slot 0 on: they are due from slot 32 on. */
const waiting = (count: number, from = start): Scenario => {
  let after = from
  for (let entry = 0; entry < count; entry++) after = forced(after)
  return after
}

/** QUEUE. A block with others has content `a`, one without has `none`. */
export function queue(b: Boundaries): void {
  const entry = start.event('forceInclusion')
  b.of('QUEUE-1', '1 and 80,000 bytes pass, 0 and 80,001 do not.')
  b.passes('what fits', start, entry)
  b.refuses('0 bytes', start, { ...entry, data: 'empty' }, 'ForcedDataUnfit')
  b.refuses('80,001 bytes', start, { ...entry, data: 'oversized' }, 'ForcedDataUnfit')
  b.of('QUEUE-2', 'the proof of another transaction is refused.')
  b.refuses('another proof', start, { ...entry, valid: false }, 'ForcedProofInvalid')
  b.of('QUEUE-3', 'entered in slot 31 with a delay of 1, due in slot 32.')
  {
    const at = start.at(31)
    b.passes('its date is epoch 1', at, at.event('forceInclusion'), {
      ...inState(({ queue }) => queue.map(({ includedByEpoch }) => includedByEpoch), [1]),
    })
    b.passes('not due in slot 31', forced(at), taking(forced(at), 0))
    b.refuses('due in slot 32', forced(at).at(32), taking(forced(at).at(32), 0), 'ForcedTransactionsDue')
  }
  const three = waiting(3)
  b.of('QUEUE-4', 'with 3 waiting, k = 3 passes and k = 4 is refused.')
  b.passes('k = 3', three, taking(three, 3))
  b.refuses('k = 4', three, taking(three, 4), 'ForcedBeyondQueue')
  b.of('QUEUE-5', '[tx2], [tx2, tx1] and [tx1, tx3] are refused where tx1, tx2 and tx3 wait in this order.')
  for (const count of [1, 2]) {
    b.passes(`the first ${count}`, three, taking(three, count))
    const other = taking(three, count, 'a', { forcedHash: 'other' })
    b.refuses(`another ${count}`, three, other, 'ForcedHashMismatch')
  }
  b.of(
    'QUEUE-6',
    'of tx1 to tx3 due and tx4 not, [tx1, tx2, tx3, other] passes and [tx1, tx2, other] is refused.',
  )
  {
    const four = forced(three.at(32))
    b.passes('[tx1, tx2, tx3, other]', four, taking(four, 3))
    b.refuses('[tx1, tx2, other]', four, taking(four, 2), 'ForcedTransactionsDue')
  }
  b.of(
    'QUEUE-7',
    'm = 1, tx1 to tx3 due: [] is refused and [tx1] passes; with m = 2 [tx1] is refused, and passes when it is the last that is due.',
  )
  {
    const due = three.at(32)
    b.refuses('m = 1: []', due, taking(due, 0, 'none'), 'ForcedBelowMinimum')
    b.passes('m = 1: [tx1]', due, taking(due, 1, 'none'))
    const dueForTwo = waiting(3, takingTwo).at(32)
    b.refuses('m = 2: [tx1]', dueForTwo, taking(dueForTwo, 1, 'none'), 'ForcedBelowMinimum')
    const last = waiting(1, takingTwo).at(32)
    b.passes('m = 2: the last that is due', last, taking(last, 1, 'none'))
  }
  b.of(
    'QUEUE-8',
    'taken by a block in slot 40 that is dropped in slot 77: not included in slot 77, and the next block has to take it.',
  )
  {
    const taken = waiting(1).at(40).propose()
    b.passes('taken in slot 76', taken.at(76), taking(taken.at(76), 0))
    const dropped = taken.at(77)
    b.refuses('not included in slot 77', dropped, taking(dropped, 0), 'ForcedTransactionsDue')
    b.refuses('nothing is no way out', dropped, taking(dropped, 0, 'none'), 'ForcedBelowMinimum')
    b.passes('the next block takes it', dropped, taking(dropped, 1), {
      ...inState(({ pending }) => pending, [block(77, 'a', 1)]),
    })
  }
  b.of('QUEUE-9', 'the same transaction entered twice is taken twice and executed once.')
  {
    const { transaction } = entry
    const twice = forced(forced(start, { transaction }), { transaction })
    b.passes('taken twice', twice, taking(twice, 2), {
      ...inState(({ pending }) => pending, [block(0, 'a', 2)]),
    })
  }
  b.of('QUEUE-12', 'two transactions that differ in one byte have two hashes.')
  for (const transaction of ['t1', 't2'])
    b.passes(
      `${transaction} has its own`,
      start,
      { ...entry, transaction },
      {
        ...inLogs([transaction], (log) => (log.type === 'TransactionForced' ? log.transaction : log.type)),
      },
    )
}
