import { describe, expect, test } from 'vitest'
import { profileNamed } from '../../spec/parameters.ts'
import { deploy } from '../core/deployed.ts'
import { l1Rollup } from './actor.ts'
import type { Event } from './vocabulary.ts'

const profile = profileNamed('provers')
const rollup = deploy(l1Rollup, { ...profile, probes: { everyState: 4, pairsEveryState: 6 } })
const [once, twice] = ([1, 2] as const).map((fields) => rollup.probesByText(rollup.initial, fields))

/** Fields in which some probe differs from the base at the same time, `a b` in alphabetical order. */
function pairsOf(type: Event['type']): Set<string> {
  const base = flat(rollup.instances(rollup.initial).find((event) => event.type === type)!)
  const differing = [...twice!.values()]
    .filter((event) => event.type === type)
    .map((event) => Object.entries(flat(event)).filter(([name, text]) => text !== base[name]))
  return new Set(
    differing.flatMap((fields) =>
      fields.length === 2
        ? [
            fields
              .map(([name]) => name)
              .sort()
              .join(' '),
          ]
        : [],
    ),
  )
}

/** An event by its fields, those of a quote among them. */
function flat(event: Event): Record<string, string> {
  const { quote, ...fields } = event as Event & { quote?: object }
  return Object.fromEntries(
    Object.entries({ ...fields, ...quote }).map(([name, value]) => [name, JSON.stringify(value)]),
  )
}

const eachTwo = (names: readonly string[]): string[] =>
  names.flatMap((left, at) => names.slice(at + 1).map((right) => [left, right].sort().join(' ')))

describe('probes', () => {
  test('of pairs are asked where both numbers would ask', () => {
    const numbers = [0, 1, 4, 6, 8, 12]
    expect(numbers.map(rollup.probedFields)).toEqual([2, 0, 1, 2, 1, 2])
    const none = deploy(l1Rollup, { ...profile, probes: { everyState: 0, pairsEveryState: 0 } })
    expect(numbers.map(none.probedFields)).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('of pairs hold those of single fields', () => {
    expect([...once!.keys()].filter((text) => !twice!.has(text))).toEqual([])
    expect(twice!.size).toBeGreaterThan(4 * once!.size)
  })

  test.each([
    ['propose', 'caller slot timestampSlot parent content blobs committee attestations'],
    [
      'claimEpochProofRight',
      'caller committee proverAddress epochToProve validUntilSlot bondAmount basisPointFee signer',
    ],
    ['submitEpochProof', 'caller from to valid'],
  ] as const)('of %s have each two of its fields', (type, names) => {
    expect([...pairsOf(type)]).toEqual(expect.arrayContaining(eachTwo(names.split(' '))))
  })
})
