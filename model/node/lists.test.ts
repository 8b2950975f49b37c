import { describe, expect, test } from 'vitest'
import { nextPhase } from './clock.ts'
import { execute } from './effects.ts'
import { listFacts } from './facts.ts'
import { blockText, commonFront, hasTwice, isExecutable, missingOf, rootAfter } from './lists.ts'
import { GENESIS, NO_VIEW, type Phase } from './vocabulary.ts'

const parent = { slot: 0, root: ['t1'] }
const parameters = { self: 'm1', committees: [], proposers: [], minTxPerBlock: 2, forcedMinimum: 2 }

describe('a list of transactions', () => {
  test('the root has what a list adds to its parent, each once and in order', () => {
    expect(rootAfter({ parent: GENESIS, transactions: [] })).toEqual([])
    expect(rootAfter({ parent, transactions: ['t3', 't1', 't2', 't3'] })).toEqual(['t1', 't3', 't2'])
  })

  test('ATTEST-16: what the parent or an earlier place has is not executable, unless it is forced', () => {
    expect(isExecutable({ parent, transactions: ['t2', 't3'], forced: 0 })).toBe(true)
    expect(isExecutable({ parent, transactions: ['t1'], forced: 0 })).toBe(false)
    expect(isExecutable({ parent, transactions: ['t1', 't2'], forced: 1 })).toBe(true)
    expect(isExecutable({ parent, transactions: ['t2', 't2'], forced: 1 })).toBe(false)
    expect(isExecutable({ parent, transactions: ['t2', 't2'], forced: 2 })).toBe(true)
  })

  test('BUILD-15: two forced may be the same, any other stands once', () => {
    expect(hasTwice({ transactions: ['t1', 't1'], forced: 2 })).toBe(false)
    expect(hasTwice({ transactions: ['t1', 't2', 't1'], forced: 1 })).toBe(true)
    expect(hasTwice({ transactions: ['t1', 't2'], forced: 0 })).toBe(false)
    expect(hasTwice({ transactions: ['t1', 't1'], forced: 3 })).toBe(false)
  })

  test('ATTEST-14: what is missing is asked for once, in the order of the list', () => {
    expect(missingOf(['t3', 't1', 't3', 't2'], ['t2'])).toEqual(['t3', 't1'])
  })

  test('the front that a list has in common with a queue', () => {
    expect(commonFront(['t1', 't2'], ['t1', 't3'])).toBe(1)
    expect(commonFront(['t1'], ['t1', 't3'])).toBe(1)
    expect(commonFront(['t1', 't2'], ['t1'])).toBe(1)
    expect(commonFront(['t2'], [])).toBe(0)
  })

  test('BUILD-10: a list has the front of a queue only if it is as long as what it takes', () => {
    const sameFront = (transactions: string[], forced: number, queue: string[]) => {
      const list = { transactions, forced }
      const { forcedHash, queueHash } = listFacts(list, { ...NO_VIEW, queue }, parameters)
      return forcedHash === queueHash
    }
    expect(sameFront(['t1', 't2'], 2, ['t1', 't2'])).toBe(true)
    expect(sameFront(['t1'], 2, ['t1', 't2'])).toBe(false)
    expect(sameFront(['t2', 't1'], 2, ['t1', 't2'])).toBe(false)
    expect(sameFront(['t2', 't1'], 0, ['t1', 't2'])).toBe(true)
    // More than wait: only those that wait are compared.
    expect(sameFront(['t1', 't9'], 2, ['t1'])).toBe(true)
  })
})

test('ids are put together from blocks and lists', () => {
  expect(blockText(GENESIS)).toBe('-1:-')
  expect(execute({ parent, transactions: ['t2', 't3'], forced: 1 }, 4)).toEqual({
    kind: 'execute',
    id: 'execute/0:t1/t2+t3/1',
    body: { parent, transactions: ['t2', 't3'], forced: 1 },
    expiresSlot: 4,
  })
})

test('TIME-3, BUILD-24: four phases in order, then the next slot', () => {
  const phases: [Phase, number, Phase][] = [
    ['build', 3, 'attest'],
    ['attest', 3, 'publish'],
    ['publish', 3, 'closed'],
    ['closed', 4, 'build'],
  ]
  for (const [phase, slot, next] of phases)
    expect(nextPhase({ slot: 3, phase })).toEqual({ slot, phase: next })
})
