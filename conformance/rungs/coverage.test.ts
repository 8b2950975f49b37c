import { describe, expect, test } from 'vitest'
import { type Failure, failureText, type RungKey } from '../evidence.ts'
import { groupedCoverage } from './coverage.ts'

type Deviation = NonNullable<Failure['numbers']>[number]
const off = (
  profile: string,
  name: string,
  found: number,
  more: Partial<Deviation> = {},
): Failure & { numbers: Deviation[] } => {
  const number = { rung: 'oneStep' as RungKey, profile, name, found, expected: found - 5, ...more }
  return { rung: number.rung, profile, clauses: [], text: `${name} ${found}`, numbers: [number] }
}
const told = (
  problems: readonly Failure[],
  failed: readonly RungKey[] = [],
  sides: readonly Failure[] = [],
) => groupedCoverage(problems, sides, failed).map(failureText)

const missing: Failure = { rung: 'oneStep', profile: 'small', clauses: [], text: 'was not run' }
const all = ['chain', 'forks', 'escrow', 'sets'].flatMap((profile) => [
  off(profile, 'enabled', 20),
  off(profile, 'states', 12_345),
])

describe('numbers that are not as recorded', () => {
  test('of one profile are one failure, the number of states first', () => {
    const some = [off('chain', 'enabled', 20), off('chain', 'states', 12_345), off('chain', 'probes', 9)]
    expect(told(some)).toEqual([
      'One-step conformance: profile chain: 12,345 states instead of 12,340, 2 other numbers moved: 20 accepted calls instead of 15, 9 probes instead of 4; if that is meant, npm run record',
    ])
    expect(told(some.slice(1, 2))).toEqual([
      'One-step conformance: profile chain: 12,345 states instead of 12,340; if that is meant, npm run record',
    ])
  })

  test('of many profiles are one failure of each rung, a line each', () => {
    const parity = all.map((it) => off(it.profile!, 'states', 7, { rung: 'graphParity' }))
    const [first, second, ...more] = told([...all, ...parity])
    expect(more).toEqual([])
    expect(first).toMatch(
      /^Graph parity: numbers of 4 profiles moved; if that is meant, npm run record\n {2}chain: 7 states/,
    )
    expect(second!.split('\n').slice(1)).toEqual(
      ['chain', 'forks', 'escrow', 'sets'].map(
        (name) => `  ${name}: 12,345 states instead of 12,340, 20 accepted calls instead of 15`,
      ),
    )
  })

  test('of another rung are told as such, and are nothing to record', () => {
    expect(told([off('chain', 'states', 6, { as: 'modelChecking' })])).toEqual([
      'One-step conformance: profile chain: 6 states instead of 1 of Model checking',
    ])
    const both = [off('chain', 'states', 6), off('chain', 'states', 6, { as: 'modelChecking' })]
    expect(told(both)).toEqual([
      'One-step conformance: profile chain: 6 states instead of 1; if that is meant, npm run record',
    ])
  })

  test('that may follow from what failed are one line, with all of them as data', () => {
    const [failure, ...more] = groupedCoverage(all, [], ['graphParity'])
    expect(more).toEqual([])
    expect(failure!.text).toBe(
      'numbers that follow from this are off: chain 12,345 states instead of 12,340 and 1 more, forks 12,345 states instead of 12,340 and 1 more, escrow 12,345 states instead of 12,340 and 1 more, and of 1 more profile',
    )
    expect(failure!.numbers).toEqual(expect.arrayContaining(all.flatMap(({ numbers }) => numbers)))
    expect(failure!.numbers).toHaveLength(all.length)
  })

  test('do not follow from a rung that comes later', () => {
    expect(told(all, ['replay'])[0]).toMatch(/^One-step conformance: numbers of 4 profiles moved/)
  })
})

test('a profile that was not run is a failure of its own, whatever else failed', () => {
  for (const failed of [[], ['oneStep']] as const) {
    const lines = told([missing, ...all], failed)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('One-step conformance: profile small: was not run')
  }
})

test('sides that are missing because something differs are one failure of all their clauses', () => {
  const sides = ['CLAIM-1', 'CLAIM-2'].map(
    (id): Failure => ({ rung: 'oneStep', clauses: [id], text: `${id}: never refused` }),
  )
  expect(told([], [], sides)).toHaveLength(2)
  const [failure, ...more] = groupedCoverage([], sides, ['oneStep'])
  expect(more).toEqual([])
  expect(failure).toMatchObject({ clauses: ['CLAIM-1', 'CLAIM-2'] })
  expect(failure!.text).toContain('CLAIM-1: never refused; CLAIM-2: never refused')
})
