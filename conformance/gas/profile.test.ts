import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namedValidators, type Success, smallParameters, World } from '../contract-tests/world.ts'
import { elementsOf, parseXml } from '../report/fixtures/xml.ts'
import { costOfCalldata, floorOf, TRANSACTION } from './calldata.ts'
import {
  type Profiled,
  profileFlame,
  profileOutcome,
  profileText,
  rowCalled,
  rowOf,
  UnknownRow,
} from './profile.ts'

describe('a row', () => {
  const rows = ['propose, on an empty chain', 'propose, first', 'claim, first ever', 'claim', 'prune of 1']

  test('is the one of that name, else the shortest that begins so', () => {
    expect(['claim', 'claim, first ever', 'propose', 'pr'].map((name) => rowCalled(name, rows))).toEqual([
      'claim',
      'claim, first ever',
      'propose, first',
      'prune of 1',
    ])
    expect(rowCalled('laim', rows)).toBeUndefined()
  })

  test('that there is none of is refused with those that there are', () => {
    const asked = () => rowOf('settle', rows)
    expect(asked).toThrow(UnknownRow)
    expect(asked).toThrow(`--profile settle: expected a row`)
    for (const row of rows) expect(asked).toThrow(`\n  ${row}`)
    expect(rowOf('prune', rows)).toBe('prune of 1')
  })
})

test('calldata costs 4 gas a zero and 16 another byte, and at least 10 and 40', () => {
  expect(costOfCalldata('0x00ff0a00')).toBe(2 * 4 + 2 * 16)
  expect(floorOf('0x00ff0a00')).toBe(21_000 + 2 * 10 + 2 * 40)
  expect([costOfCalldata('0x'), floorOf('0x')]).toEqual([0, 21_000])
})

describe('a profile', () => {
  let world: World
  let verified: Profiled
  let posted: Profiled
  let removed: Profiled

  beforeAll(async () => {
    const validators = namedValidators(64)
    const parameters = { ...smallParameters, targetCommitteeSize: 64 }
    const profiled = async (row: string, call: () => Promise<Success>) => profileOutcome(row, await call())
    world = await World.start(validators, { parameters })
    verified = await profiled('propose', async () => world.proposeHeader(await world.header()))
    const from = world.deployment.administrator
    removed = await profiled('removeValidator', () =>
      world.accepted('rollup', 'removeValidator', [validators.at(-1)!.address], { from }),
    )
    const challenged = await World.start(validators, { parameters: { ...parameters, challengeSlots: 8 } })
    posted = await profileOutcome(
      'propose, posted',
      await challenged.proposeHeader(await challenged.header()),
    ).finally(() => challenged.stop())
  })
  afterAll(() => world.stop())

  test('has parts that add up to the gas of the row: transaction, calldata, every instruction', () => {
    // Nothing is given back and no floor holds: the parts are all that there is.
    expect(verified.settled).toBe(0)
    const instructions = verified.spent.reduce((sum, { gas }) => sum + gas, 0)
    expect(TRANSACTION + verified.calldata + instructions).toBe(verified.gas)
  })

  test('says what is given back for words that are cleared, 4,800 gas each', () => {
    expect(removed.settled).toBeLessThan(0)
    expect(-removed.settled % 4_800).toBe(0)
    expect(profileText(removed)).toMatch(/given back$/m)
  })

  test('says what the floor for calldata adds', () => {
    expect(posted.settled).toBeGreaterThan(0)
    expect(profileText(posted)).toMatch(/floor for calldata \(EIP-7623\)$/m)
  })

  test('as a text has the whole, its kinds, and the line that takes most', () => {
    const text = profileText(verified)
    expect(text.startsWith(`propose: ${verified.gas.toLocaleString('en')} gas\n`)).toBe(true)
    // A quorum of 43 of 64.
    expect(text).toContain(`${(43 * 3_100).toLocaleString('en').padStart(9)}  `)
    expect(text).toMatch(/ecrecover$/m)
    expect(text).toMatch(/impl\/contracts\/src\/Signatures\.sol:\d+ firstInvalidSeat$/m)
  })

  test('as a flame graph has no part that is wider than the one it is a part of', () => {
    for (const profiled of [verified, posted, removed]) {
      const rects = elementsOf(parseXml(profileFlame(profiled))).filter(({ name }) => name === 'rect')
      const boxes = rects.map(({ attributes: { x, y, width } }) => ({
        from: Number(x),
        to: Number(x) + Number(width),
        y: Number(y),
      }))
      const lowest = Math.max(...boxes.map(({ y }) => y))
      const floating = boxes.filter(
        (it) =>
          it.y !== lowest &&
          !boxes.some(
            (below) => below.y === it.y + 18 && below.from <= it.from + 0.1 && below.to >= it.to - 0.6,
          ),
      )
      expect(floating).toEqual([])
    }
  })
})
