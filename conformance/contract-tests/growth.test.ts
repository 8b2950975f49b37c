import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { shuffleRoundsFor } from '../../model/shared/hash.ts'
import { readGrowth } from '../gas/growth.ts'
import { gasFile } from '../gas/table.ts'
import { type CurveName, curveNames, floors, prices, quorumOf, roundOf, termOf } from '../gas/terms.ts'
import { CreationFailed } from './deployed.ts'
import { type GasTable, gasParameters } from './measureGas.ts'
import {
  blockEnds,
  curvesOf,
  doublings,
  GREATEST_COMMITTEE,
  type MeasuredCurve,
  type MeasuredPoint,
  measureGrowth,
  NARROW_END,
  type Places,
} from './measureGrowth.ts'
import { namedValidators, World } from './world.ts'

/** Where no curve has a point: a term that only fits what it was read from is found here. */
const elsewhere: Places = {
  validators: [60, 151, 300, 1_101, 2_222, 3_700, 5_555, 20_000, 32_000, 40_000, 70_000],
  seats: [20, 22, 23, 83, 84, 200],
  waiting: [3, 777],
  blocks: [5],
}
/** Zeroes in calldata, words of memory and the search for the rounds are in no term. Shares of the whole. */
const TOLERANCE = 0.003

let measured: MeasuredCurve[]
let others: MeasuredCurve[]

beforeAll(async () => {
  measured = await measureGrowth()
  others = await measureGrowth(elsewhere)
})

const pointsOf = (name: CurveName, curves = measured): readonly MeasuredPoint[] =>
  curves.find((curve) => curve.name === name)!.points
const at = (name: CurveName, x: number, curves = measured): MeasuredPoint =>
  pointsOf(name, curves).find((point) => point.x === x)!
/** What is left without its calldata. */
const execution = ({ gas, calldata }: MeasuredPoint): number => gas - calldata

/** The greatest distance from what the formula says of a point, seen from the first one. */
const misfit = (name: CurveName, points: readonly MeasuredPoint[], grown = termOf(name).grown): number => {
  const [first] = pointsOf(name)
  return Math.max(
    ...points.map(({ x, gas }) => Math.abs(first!.gas + grown(x) - grown(first!.x) - gas) / gas),
  )
}

describe('the committed curves', () => {
  test('are what the bytecode costs; if a change is meant, `npm run gas` writes them anew', () => {
    expect(curvesOf(measured)).toEqual(readGrowth())
  })

  test('have the numbers of the gas table where it has a row for the same', () => {
    const table = JSON.parse(readFileSync(gasFile, 'utf8')) as GasTable
    const rows: [row: string, curve: CurveName, x: number][] = [
      ['setupEpoch, 48 validators, changed', 'setupEpoch, changed set', 48],
      ['setupEpoch, 100 validators', 'setupEpoch, changed set', 100],
      ['setupEpoch, 1000 validators', 'setupEpoch, changed set', 1_000],
      ['setupEpoch, 10000 validators', 'setupEpoch, changed set', 10_000],
      ['setupEpoch, 100000 validators', 'setupEpoch, changed set', 100_000],
      ['setupEpoch, 48 validators, changed', 'setupEpoch, whole set, changed', 48],
      ['propose, quorum 33 of 48', 'propose, verified', 48],
      ['propose, quorum 33 of 48, posted', 'propose, posted', 48],
      ['claim, first ever', 'claimEpochProofRight', 48],
      ['proof of 1, claimed', 'submitEpochProof, claimed', 1],
      ['proof of 32, claimed', 'submitEpochProof, claimed', 32],
      ['prune of 32, unclaimed', 'prune', 32],
    ]
    expect(rows.map(([row, curve, x]) => [row, at(curve, x).gas])).toEqual(
      rows.map(([row]) => [row, table[row]]),
    )
  })

  test('EIP-7825: no point is more than one transaction may cost', () => {
    expect(Math.max(...measured.flatMap(({ points }) => points.map(({ gas }) => gas)))).toBeLessThan(2 ** 24)
  })
})

describe('the term of a curve', () => {
  test.each(curveNames)('of %s is what it grows by, at its points and at others', (name) => {
    expect(misfit(name, pointsOf(name))).toBeLessThan(TOLERANCE)
    expect(misfit(name, pointsOf(name, others))).toBeLessThan(TOLERANCE)
  })

  const growing = curveNames.filter((name) => !termOf(name).words.startsWith('Nothing'))
  test.each(growing)('of %s would be noticed with a price 3 % too high', (name) => {
    const { grown } = termOf(name)
    expect(misfit(name, pointsOf(name), (x) => 1.03 * grown(x))).toBeGreaterThan(TOLERANCE)
  })
})

describe('against validators', () => {
  const curve = 'setupEpoch, changed set'

  test('EPOCH-4, EPOCH-12: setupEpoch changes where the draw begins, at doublings, with each 256 to hash, and at 2^15', () => {
    const points = pointsOf(curve)
    const jumps = points.filter(({ gas }, index) => index > 0 && gas !== points[index - 1]!.gas)
    const ends = new Set([...doublings, ...blockEnds, NARROW_END])
    expect(jumps.map(({ x }) => x - 1)).toEqual([...ends].sort((a, b) => a - b))
  })

  test('and nowhere else', () => {
    for (const { x, gas } of pointsOf(curve, others))
      expect([x, gas]).toEqual([x, pointsOf(curve).findLast((point) => point.x <= x)!.gas])
  })

  test('EPOCH-12: a doubling costs the rounds that it adds or saves', () => {
    for (const size of doublings.slice(1)) {
      const [before, after] = [size, size + 1].map(
        (count) => shuffleRoundsFor(count, gasParameters()) * roundOf(count),
      )
      const jump = at(curve, size + 1).gas - at(curve, size).gas
      // One entry more of the list of rounds is looked at.
      expect(jump - (after! - before!)).toBe(101)
    }
  })

  test('the draw from 49 costs more than that from 10,000, and no more than a fifth less than that from 100,000', () => {
    expect(at(curve, 49).gas).toBeGreaterThan(at(curve, 10_000).gas)
    expect(at(curve, 49).gas).toBeGreaterThan(0.8 * at(curve, 100_000).gas)
  })
})

describe('against seats', () => {
  /** Gas for each seat between two committees. */
  const slope = (name: CurveName, from: number, to: number, curves = measured): number =>
    (at(name, to, curves).gas - at(name, from, curves).gas) / (to - from)

  test('PROPOSE-11: a seat of a verified proposal costs two thirds of a signature and its address', () => {
    const signature = 3_000 + 64 * 16
    const least = (2 / 3) * signature + 20 * 16
    expect(slope('propose, verified', 48, 192)).toBeGreaterThan(least)
    // Beyond what Ethereum asks for, what it takes to find, pass and compare.
    expect(slope('propose, verified', 48, 192)).toBeLessThan(least + (2 / 3) * 400 + 10)
  })

  test('PROPOSE-11: seat 256 asks for no further signature, and executes nothing more', () => {
    expect(quorumOf(256)).toBe(quorumOf(255))
    expect(execution(at('propose, verified', 256))).toBe(execution(at('propose, verified', 255)))
  })

  test('EIP-7623: a seat of a posted proposal costs the floor of its bytes', () => {
    expect(slope('propose, posted', 48, 192) / ((2 / 3) * 64 * 40 + 20 * 40)).toBeCloseTo(1, 2)
    expect(slope('claimEpochProofRight', 96, 192) / (20 * 40)).toBeCloseTo(1, 1)
  })

  test.each(['propose, posted', 'claimEpochProofRight'] as const)(
    'EIP-7623: %s is on the floor from where its term says',
    (name) => {
      for (const { x, gas, floor } of [...pointsOf(name), ...pointsOf(name, others)])
        expect([x, gas === floor]).toEqual([x, x >= floors[name]])
      expect([floors[name] - 1, floors[name]].map((x) => at(name, x, others)?.x)).not.toContain(undefined)
    },
  )

  test('a seat of the whole set costs the reading and the logging of its member, and at most 420 gas more', () => {
    expect(slope('setupEpoch, whole set, changed', 4, 256) - (2_100 + 160)).toBeGreaterThan(0)
    expect(slope('setupEpoch, whole set, changed', 4, 256) - (2_100 + 160)).toBeLessThan(420)
  })

  test('DEPLOY-3: 256 seats are the most that can be deployed', async () => {
    const parameters = gasParameters(undefined, GREATEST_COMMITTEE + 1)
    await expect(World.start(namedValidators(1), { parameters })).rejects.toThrow(CreationFailed)
  })
})

describe('against what waits and against blocks', () => {
  test.each(['propose, taking 1', 'forceInclusion of 1 kB', 'proposeWithProof, taking 1'] as const)(
    'QUEUE-10: %s executes the same behind 2, 777 and 10,000 entries',
    (name) => {
      const many = [...pointsOf(name), ...pointsOf(name, others)].filter(({ x }) => x > 1)
      expect(many.map(({ x }) => x)).toEqual([2, 10, 100, 1_000, 10_000, 3, 777])
      expect(new Set(many.map(execution)).size).toBe(1)
    },
  )

  test('PROOF-6, PRUNE-6: a proof and a prune execute the same for 1 and 32 blocks', () => {
    for (const name of ['submitEpochProof, claimed', 'prune'] as const) {
      const all = [...pointsOf(name), ...pointsOf(name, others)]
      expect(new Set(all.map(execution)).size).toBe(1)
    }
  })

  test('an epoch of 32 blocks costs half as much per block as one of a single block', () => {
    const [one, whole] = [1, 32].map((blocks) => at('epoch, per block', blocks).gas)
    expect(one! - whole!).toBeGreaterThan(0.95 * prices.epoch)
    expect(whole! / one!).toBeLessThan(0.5)
  })
})
