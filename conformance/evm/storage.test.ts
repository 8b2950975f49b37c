import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Artifact, artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { type Anvil, startAnvil } from './anvil.ts'
import {
  allFields,
  type FieldValue,
  fieldsBelow,
  readVariable,
  type StoragePath,
  slotOf,
  UnknownStoragePath,
  writeVariable,
} from './storage.ts'
import type { Hex } from './word.ts'

const who: Hex = `0x${'ab'.repeat(20)}`
const self: Hex = `0x${'cd'.repeat(20)}`
const key: Hex = `0x${'ef'.repeat(31)}01`

/** What `fill` in Layout.sol writes, by name: copied from the Solidity source, not from the code under test. */
const written: readonly (readonly [StoragePath, FieldValue])[] = [
  [['first'], 11n],
  [['slot'], 12n],
  [['colour'], 2n],
  [['negative'], -13n],
  [['owner'], who],
  [['tag'], '0xa1a2a3'],
  [['outer', 'inner', 'low'], 14n],
  [['outer', 'inner', 'flag'], true],
  [['outer', 'inner', 'signed'], -15n],
  [['outer', 'inner', 'owner'], who],
  [['outer', 'inner', 'tag'], '0xb1b2b3b4'],
  [['outer', 'inner', 'wide'], 16n],
  ...[0, 1, 2, 3, 4, 5, 6].map((index) => [['outer', 'small', index], 100n + BigInt(index)] as const),
  [['outer', 'byNumber', 17, 'low'], 18n],
  [['outer', 'byNumber', 17, 'flag'], true],
  [['outer', 'byNumber', 17, 'signed'], -(2n ** 31n)],
  [['outer', 'byNumber', 17, 'owner'], who],
  [['outer', 'byNumber', 17, 'tag'], '0xc1c2c3c4'],
  [['outer', 'byNumber', 17n, 'wide'], 19n],
  [['pair', 1, 'low'], 20n],
  [['pair', 1, 'flag'], false],
  [['pair', 1, 'signed'], 2n ** 31n - 1n],
  [['pair', 1, 'owner'], who],
  [['pair', 1, 'tag'], '0xd1d2d3d4'],
  [['pair', 1, 'wide'], 21n],
  [['packed', 'length'], 12n],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(
    (index) => [['packed', index], 200n + BigInt(index)] as const,
  ),
  [['list', 'length'], 2n],
  [['list', 0, 'low'], 22n],
  [['list', 0, 'flag'], true],
  [['list', 0, 'signed'], 23n],
  [['list', 0, 'owner'], who],
  [['list', 0, 'tag'], '0xe1e2e3e4'],
  [['list', 0, 'wide'], 24n],
  [['list', 1, 'low'], 25n],
  [['list', 1, 'flag'], true],
  [['list', 1, 'signed'], -1n],
  [['list', 1, 'owner'], self],
  [['list', 1, 'tag'], '0xf1f2f3f4'],
  [['list', 1, 'wide'], 26n],
  [['nested', who, key], 27n],
  [['byTag', '0x01020304'], 28n],
  [['bySigned', -29], true],
  [['bySlot', 30], BigInt(key)],
  [['byBlock', key], 31n],
  [['byText', 'thirty-two'], 32n],
  [['short'], `0x${Buffer.from('short text').toString('hex')}`],
  [['long'], `0x${'00112233445566778899aabbccddeeff'.repeat(2)}00112233`],
  [['last'], 2n ** 256n - 1n],
]

type Diff = { post: Record<Hex, { storage?: Record<Hex, Hex> }> }

describe('storage by name', () => {
  let anvil: Anvil
  let layoutContract: Artifact
  let real: Map<bigint, bigint>
  beforeAll(async () => {
    layoutContract = artifactOf(await compileContracts(['conformance/evm/fixtures']), 'Layout')
    anvil = await startAnvil()
    const data = encodeFunctionData({
      abi: layoutContract.abi,
      functionName: 'fill',
      args: [who, key],
    })
    const stateOverrides = { [self]: { code: layoutContract.deployedBytecode } }
    const diff = await anvil.request<Diff>('debug_traceCall', [
      { from: who, to: self, input: data },
      'latest',
      { tracer: 'prestateTracer', tracerConfig: { diffMode: true }, stateOverrides },
    ])
    const slots = Object.entries(diff.post[self]?.storage ?? {})
    real = new Map(slots.map(([slot, value]) => [BigInt(slot), BigInt(value)]))
  })
  afterAll(() => anvil.stop())

  const layout = () => layoutContract.storageLayout

  test('paths that lead nowhere are refused with what exists', () => {
    const refused: [StoragePath, RegExp][] = [
      [['absent'], /no storage at absent: known: first, slot/],
      [['outer', 'absent'], /outer\.absent: known: inner, small, byNumber/],
      [['first', 0], /first\.0: uint128 has no parts/],
      [['pair', 2], /pair\.2: struct Layout\.Inner\[2\] has indices 0 to 1/],
      [['pair', -1], /an index is a whole number from 0/],
      [['list', 1.5], /an index is a whole number from 0/],
      [['nested', '0x1234'], /nested\.0x1234: 0x1234 is not a address/],
      [['bySlot', '0x0000000000000001'], /give the Slot as a number/],
      [['byText', 1], /a string key is text/],
    ]
    for (const [path, message] of refused) {
      expect(() => slotOf(layout(), path), path.join('.')).toThrow(UnknownStoragePath)
      expect(() => slotOf(layout(), path), path.join('.')).toThrow(message)
    }
  })

  test('a composite is not a value', () => {
    for (const path of [['outer'], ['pair', 0], ['list'], ['nested', who]] as StoragePath[]) {
      expect(() => readVariable(layout(), real, path)).toThrow(UnknownStoragePath)
      expect(() => writeVariable(layout(), new Map(), path, 1n)).toThrow(UnknownStoragePath)
    }
  })

  test('values that do not fit are refused at both ends', () => {
    const write = (path: StoragePath, value: FieldValue) => () =>
      writeVariable(layout(), new Map(), path, value)
    expect(write(['slot'], 2n ** 64n)).toThrow('overflows Slot')
    expect(write(['slot'], 2n ** 64n - 1n)).not.toThrow()
    expect(write(['slot'], -1n)).toThrow('overflows')
    expect(write(['negative'], -(2n ** 23n) - 1n)).toThrow('overflows int24')
    expect(write(['negative'], -(2n ** 23n))).not.toThrow()
    expect(write(['owner'], '0x12')).toThrow('not a address')
    expect(write(['owner'], 12n)).toThrow('hexadecimal')
    expect(write(['first'], true)).toThrow('not a uint128')
    expect(write(['outer', 'inner', 'flag'], 1n)).toThrow('not a bool')
  })

  test('every value that the contract wrote is read by its name', () => {
    const read = written.map(([path]) => [path, readVariable(layout(), real, path)])
    expect(read).toEqual(written)
  })

  test('storage built by name equals, slot for slot, what the contract wrote', () => {
    const built = new Map<bigint, bigint>()
    for (const [path, value] of written) writeVariable(layout(), built, path, value)
    expect([...built].sort()).toEqual([...real].sort())
  })

  test('a field is replaced without touching its neighbours, and zero leaves no entry', () => {
    const slots = new Map(real)
    writeVariable(layout(), slots, ['slot'], 99)
    expect(readVariable(layout(), slots, ['first'])).toBe(11n)
    expect(readVariable(layout(), slots, ['slot'])).toBe(99n)
    writeVariable(layout(), slots, ['last'], 0)
    expect(slots.has(slotOf(layout(), ['last']).slot)).toBe(false)
    expect(slots.size).toBe(real.size - 1)
  })

  test('fields with a fixed place are found, structs and arrays unfolded, and no two overlap', () => {
    expect(fieldsBelow(layout(), ['pair']).map((it) => it.path.join('.'))).toEqual(
      [0, 1].flatMap((index) =>
        ['low', 'flag', 'signed', 'owner', 'tag', 'wide'].map((name) => `pair.${index}.${name}`),
      ),
    )
    const bytes = allFields(layout()).flatMap(({ location }) =>
      Array.from({ length: location.size }, (_, index) => `${location.slot}:${location.offset + index}`),
    )
    expect(bytes.length).toBeGreaterThan(200)
    expect(new Set(bytes).size).toBe(bytes.length)
  })
})
