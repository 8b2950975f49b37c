import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { gasFile } from '../gas/table.ts'
import { type GasTable, GREATEST_SETUP, measureGas } from './measureGas.ts'

let measured: GasTable

beforeAll(async () => {
  measured = await measureGas()
})

describe('gas', () => {
  test('the committed table is what the bytecode costs; if a change is meant, `npm run gas` writes it anew', () => {
    expect(measured).toEqual(JSON.parse(readFileSync(gasFile, 'utf8')))
  })

  test('PRUNE-6: a prune costs the same whatever it drops', () => {
    expect(measured['prune of 32, unclaimed']).toBe(measured['prune of 1, unclaimed'])
    expect(measured['prune of 64, slashing']).toBe(measured['prune of 1, slashing'])
  })

  test('PROOF-6: a proof costs the same whatever it covers', () => {
    expect(measured['proof of 32, claimed']).toBe(measured['proof of 1, claimed'])
    expect(measured['proof of 32, unclaimed']).toBe(measured['proof of 1, unclaimed'])
  })

  test('CHALLENGE-7: a challenge costs about the same whichever seat is false', () => {
    // 12 gas for each zero byte more or less of some hundred words of calldata.
    const [first, last] = [0, 32].map((seat) => measured[`challenge of seat ${seat} of 48`]!)
    expect(Math.abs(last! - first!)).toBeLessThan(1_000)
  })

  test('what is first costs no more, but for the words of those who were never credited', () => {
    const credit = 17_100
    expect(Math.abs(measured.claim! - measured['claim, first ever']!)).toBeLessThan(100)
    const [first, claimant, none] = [
      'proof, first ever, claimed',
      'proof of 1, claimed',
      'proof of 1, claimed by whom it is not the first credit',
    ].map((name) => measured[name]!)
    expect(first! - claimant!).toBe(credit)
    expect(claimant! - none!).toBe(credit)
  })

  test('EIP-7825: whatever can be deployed, one transaction can set an epoch up', () => {
    // A first call also pays for eight words that were never written.
    const first = measured[GREATEST_SETUP]! + 8 * 20_000
    expect(first).toBeLessThanOrEqual(2 ** 24)
  })

  test('QUEUE-10: a block costs the same whatever it takes, but for the zeroes in its calldata', () => {
    const [one, eight, hundred] = [1, 8, 100].map(
      (count) => measured[`propose, quorum 33 of 48, ${count} forced of 202`]!,
    )
    // 12 gas for each zero byte more or less of 35 hashes and 66 words of signatures.
    expect(Math.abs(eight! - one!)).toBeLessThan(200)
    expect(Math.abs(hundred! - one!)).toBeLessThan(200)
  })

  test.each([
    ['setupEpoch, 48 validators, unchanged', 45_000],
    ['setupEpoch, 48 validators, changed', 185_000],
    ['setupEpoch, 1000 validators', 500_000],
    ['setupEpoch, 10000 validators', 660_000],
    ['propose, quorum 33 of 48', 225_000],
    ['propose, quorum 33 of 48, published', 213_000],
    ['propose, quorum 33 of 48, first in epoch', 260_000],
    ['propose, quorum 33 of 48, with a due prune', 260_000],
    ['claim', 102_000],
    ['proof of 32, claimed', 106_000],
    ['proof of 1, claimed by whom it is not the first credit', 99_000],
    ['proposeWithProof', 80_000],
    ['forceInclusion of 1 kB', 110_000],
    // The floor of their calldata.
    ['propose, quorum 33 of 48, posted', 160_000],
    ['propose, quorum 33 of 48, posted, published', 115_000],
    ['challenge of seat 32 of 48', 160_000],
    ['proof of 1, claimed, posted', 120_000],
  ])('%s costs at most %i', (row, aim) => {
    expect(measured[row]).toBeLessThanOrEqual(aim)
  })
})
