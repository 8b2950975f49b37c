import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { comparisonText, epochOf, ours, RollupsUnfit, readRollups } from './compare.ts'
import { gasFile } from './table.ts'

const table = {
  'propose, quorum 33 of 48': 1_000,
  'setupEpoch, 48 validators, unchanged': 200,
  claim: 30,
  'proof of 32, claimed': 4,
}
const rollup = {
  name: 'Another',
  source: 'https://example.org/figures',
  method: 'counted by hand',
  propose: 2_000,
  setupEpoch: 400,
  proof: 68,
}

test('an epoch is 32 blocks, one sample, one claim and one proof', () => {
  expect(epochOf({ name: '', propose: 1_000, setupEpoch: 200, claim: 30, proof: 4 })).toBe(32_234)
  expect(ours(table)).toEqual({
    name: 'Lockstep, 48 of 48 validators',
    propose: 1_000,
    setupEpoch: 200,
    claim: 30,
    proof: 4,
  })
})

test('a row that the gas table lacks is named', () => {
  const { claim: _, ...without } = table
  expect(() => ours(without)).toThrow('impl/contracts/gas.json has no row claim')
})

describe('the figures of others', () => {
  test('are read, and each has its source and its method', () => {
    const rollups = readRollups()
    expect(rollups.length).toBeGreaterThan(1)
    for (const { source } of rollups) expect(source).toMatch(/^https:.*\b[0-9a-f]{40}\b/)
  })

  test.each([
    [[{ ...rollup, propose: '2000' }], /rollups\.json: .*number[\s\S]*at \[0\]\.propose/],
    [[rollup, { ...rollup, source: 'somewhere' }], /rollups\.json: .*URL[\s\S]*at \[1\]\.source/],
    [[{ ...rollup, claim: 3 }], /rollups\.json: .*"claim"[\s\S]*at \[0\]/],
    [[{ ...rollup, proof: 0 }], /at \[0\]\.proof/],
    [[{ ...rollup, method: '' }], /at \[0\]\.method/],
  ])('are refused with the place: case %#', (rows, message) => {
    const read = () => readRollups(JSON.stringify(rows))
    expect(read).toThrow(RollupsUnfit)
    expect(read).toThrow(message)
  })
})

describe('the comparison', () => {
  const text = comparisonText(table, readRollups(JSON.stringify([rollup])))

  test('puts the figures beside each other, and says how many times ours they are', () => {
    const cells = text
      .split('\n')
      .slice(0, 7)
      .map((line) => line.trim().split(/ {3,}/))
    expect(cells).toEqual([
      ['gas', 'Lockstep, 48 of 48 validators', 'Another'],
      ['propose, with a quorum', '1,000', '2,000'],
      ['setupEpoch', '200', '400'],
      ['claim', '30', '–'],
      ['proof of an epoch', '4', '68'],
      ['epoch of 32 blocks', '32,234', '64,468'],
      ['times ours', '1.00', '2.00'],
    ])
  })

  test('says of every column where it is from and what it holds', () => {
    expect(text).toContain('Another: https://example.org/figures: counted by hand.')
    expect(text).toMatch(/^Lockstep, 48 of 48 validators: impl\/contracts\/gas\.json, .*blob gas left out/m)
    const real = comparisonText(JSON.parse(readFileSync(gasFile, 'utf8')))
    for (const { name, source, method } of readRollups())
      expect(real).toContain(`${name}: ${source}: ${method}.`)
  })
})
