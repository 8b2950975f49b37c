/**
 * Raw storage by variable name. Slots follow from the compiler's own layout and the rules of the Solidity manual
 * ("Layout of State Variables in Storage"), so no slot number is ever written by hand: when a contract moves a
 * variable, α and γ follow; when it drops one, they fail.
 */
import { keccak_256 } from '@noble/hashes/sha3.js'
import type { StorageLayout, StorageMember, StorageType } from '../../impl/contracts/artifact.ts'
import { bytesHex, type Hex, hexBytes, type SlotValues, wordHex } from './word.ts'

/**
 * Variable name, then per level: struct member's name, array index (0-based), mapping key, or `'length'` of a
 * dynamic array. Addresses and bytesN as hexadecimal text, numbers as number or bigint.
 */
export type StoragePath = readonly [string, ...(string | number | bigint | boolean)[]]

type Segment = StoragePath[number]

/** `offset` in bytes from the low end of the word; `size` in bytes. */
export type Location = {
  readonly slot: bigint
  readonly offset: number
  readonly size: number
  readonly type: StorageType
}

/** Integers, enumerations and user-defined types as bigint; addresses, bytesN, bytes and string as hexadecimal. */
export type FieldValue = bigint | boolean | Hex

export class UnknownStoragePath extends Error {
  override readonly name = 'UnknownStoragePath'
}

/** The length word of a dynamic array; not in solc's table when no variable has the type. */
const LENGTH: StorageType = { encoding: 'inplace', label: 'uint256', numberOfBytes: 32 }

const locations = new WeakMap<StorageLayout, Map<string, Location>>()

/**
 * Where a variable, or a part of one, lives.
 * @throws UnknownStoragePath naming the segment that does not exist, and what does
 */
export const slotOf = (layout: StorageLayout, path: StoragePath): Location => {
  // Paths with mapping keys cost a hash per level and recur in every state.
  const known = locations.get(layout) ?? new Map<string, Location>()
  locations.set(layout, known)
  const id = path.map((segment) => `${typeof segment}${segment}`).join('/')
  const cached = known.get(id)
  if (cached) return cached
  const located = descend(layout, path)
  known.set(id, located)
  return located
}

const descend = (layout: StorageLayout, path: StoragePath): Location => {
  let location = locateMember(layout, layout.storage, 0n, path[0], path, 0)
  for (let depth = 1; depth < path.length; depth++) {
    location = step(layout, location, path[depth]!, path, depth)
  }
  return location
}

const step = (
  layout: StorageLayout,
  at: Location,
  segment: Segment,
  path: StoragePath,
  depth: number,
): Location => {
  const { type } = at
  if (type.members) return locateMember(layout, type.members, at.slot, segment, path, depth)
  if (type.encoding === 'mapping') {
    const key = encodeKey(typeById(layout, type.key!), segment, path, depth)
    return wholeSlots(typeById(layout, type.value!), hashToSlot(concat(key, slotBytes(at.slot))))
  }
  if (type.encoding === 'dynamic_array') {
    if (segment === 'length') return { slot: at.slot, offset: 0, size: 32, type: LENGTH }
    return locateElement(
      typeById(layout, type.base!),
      hashToSlot(slotBytes(at.slot)),
      indexOf(segment, path, depth),
    )
  }
  if (type.base) {
    const index = indexOf(segment, path, depth)
    const length = BigInt(/\[(\d+)\]$/.exec(type.label)![1]!)
    if (index >= length) throw unknown(path, depth, `${type.label} has indices 0 to ${length - 1n}`)
    return locateElement(typeById(layout, type.base), at.slot, index)
  }
  throw unknown(path, depth, `${type.label} has no parts`)
}

const locateMember = (
  layout: StorageLayout,
  members: readonly StorageMember[],
  base: bigint,
  name: Segment,
  path: StoragePath,
  depth: number,
): Location => {
  const member = members.find((it) => it.label === name)
  if (!member) throw unknown(path, depth, `known: ${members.map((it) => it.label).join(', ') || 'none'}`)
  const type = typeById(layout, member.type)
  return { slot: base + member.slot, offset: member.offset, size: type.numberOfBytes, type }
}

/** Small elements share a slot, and never straddle two; large ones begin a slot each. */
const locateElement = (type: StorageType, base: bigint, index: bigint): Location => {
  const size = type.numberOfBytes
  if (size > 16) return wholeSlots(type, base + index * BigInt(Math.ceil(size / 32)))
  const perSlot = BigInt(Math.floor(32 / size))
  return { slot: base + index / perSlot, offset: Number(index % perSlot) * size, size, type }
}

const wholeSlots = (type: StorageType, slot: bigint): Location => ({
  slot,
  offset: 0,
  size: type.numberOfBytes,
  type,
})

const typeById = (layout: StorageLayout, id: string): StorageType => {
  const type = layout.types[id]
  if (!type) throw new UnknownStoragePath(`the storage layout has no type ${id}`)
  return type
}

const unknown = (path: StoragePath, depth: number, why: string) =>
  new UnknownStoragePath(`no storage at ${path.slice(0, depth + 1).join('.')}: ${why}`)

const indexOf = (segment: Segment, path: StoragePath, depth: number): bigint => {
  const number = typeof segment === 'number' || typeof segment === 'bigint'
  if (!number || segment < 0 || (typeof segment === 'number' && !Number.isSafeInteger(segment))) {
    throw unknown(path, depth, 'an index is a whole number from 0')
  }
  return BigInt(segment)
}

const encodeKey = (type: StorageType, segment: Segment, path: StoragePath, depth: number): Uint8Array => {
  if (type.encoding === 'bytes') {
    if (typeof segment !== 'string') throw unknown(path, depth, `a ${type.label} key is text`)
    return type.label === 'string' ? new TextEncoder().encode(segment) : hexBytes(segment)
  }
  if (typeof segment === 'string' && isUserDefined(type.label) && type.numberOfBytes < 32) {
    // The layout does not say whether it is a number or bytesN below, and the two are padded at different ends.
    throw unknown(path, depth, `give the ${type.label} as a number`)
  }
  try {
    const field = encodeValue(type, segment as FieldValue | number)
    // As a key, bytesN is padded at its low end, unlike everywhere else in storage.
    const shift = /^bytes\d+$/.test(type.label) ? BigInt(8 * (32 - type.numberOfBytes)) : 0n
    const word = type.label.startsWith('int')
      ? BigInt.asUintN(256, decodeValue(type, field) as bigint)
      : field << shift
    return hexBytes(wordHex(word))
  } catch (cause) {
    throw unknown(path, depth, (cause as Error).message)
  }
}

const slotBytes = (slot: bigint) => hexBytes(wordHex(slot))
const hashToSlot = (bytes: Uint8Array): bigint => BigInt(bytesHex(keccak_256(bytes)))
const concat = (left: Uint8Array, right: Uint8Array) => new Uint8Array([...left, ...right])

const mask = (location: { size: number }) => (1n << BigInt(8 * location.size)) - 1n
const shiftOf = (location: Location) => BigInt(8 * location.offset)

/** The field's value out of the word that holds it. */
export const decodeField = (word: bigint, location: Location): FieldValue => {
  requireValueType(location)
  return decodeValue(location.type, (word >> shiftOf(location)) & mask(location))
}

/**
 * The word with the field replaced, its neighbours untouched.
 * @throws RangeError when the value does not fit the field
 */
export const encodeField = (word: bigint, location: Location, value: FieldValue | number): bigint => {
  requireValueType(location)
  const cleared = word & ~(mask(location) << shiftOf(location))
  return cleared | (encodeValue(location.type, value) << shiftOf(location))
}

const requireValueType = ({ type }: Location) => {
  if (type.encoding !== 'inplace' || type.members || type.base) {
    throw new UnknownStoragePath(`${type.label} is not one value: name a part of it`)
  }
}

const isHexType = (label: string) => /^(address( payable)?|contract .*|bytes\d+)$/.test(label)
/** `type X is …`; structs never reach here. solc's layout gives the name X and the size, not the type below. */
const isUserDefined = (label: string) => !isHexType(label) && !/^(u?int\d+|bool|enum .*)$/.test(label)
const isSigned = (label: string) => /^int\d+$/.test(label)

const decodeValue = (type: StorageType, raw: bigint): FieldValue => {
  const { label, numberOfBytes } = type
  if (label === 'bool') return raw !== 0n
  if (isHexType(label)) return `0x${raw.toString(16).padStart(2 * numberOfBytes, '0')}`
  return isSigned(label) ? BigInt.asIntN(8 * numberOfBytes, raw) : raw
}

const encodeValue = (type: StorageType, value: FieldValue | number): bigint => {
  const { label, numberOfBytes } = type
  if (typeof value === 'string') {
    const hexadecimal = isHexType(label) || isUserDefined(label)
    if (!hexadecimal || !/^0x[0-9a-fA-F]*$/.test(value) || value.length !== 2 + 2 * numberOfBytes) {
      throw new RangeError(`${value} is not a ${label}`)
    }
  }
  if (isHexType(label) && typeof value !== 'string')
    throw new RangeError(`a ${label} is hexadecimal, not ${value}`)
  if ((typeof value === 'boolean') !== (label === 'bool')) throw new RangeError(`${value} is not a ${label}`)
  const bits = 8 * numberOfBytes
  const number = BigInt(value)
  const raw = BigInt.asUintN(bits, number)
  if ((isSigned(label) ? BigInt.asIntN(bits, raw) : raw) !== number)
    throw new RangeError(`${value} overflows ${label}`)
  return raw
}

/** Reads one value, or a whole `bytes` or `string`; absent slots are zero. */
export const readVariable = (layout: StorageLayout, slots: SlotValues, path: StoragePath): FieldValue => {
  const location = slotOf(layout, path)
  const head = slots.get(location.slot) ?? 0n
  if (location.type.encoding !== 'bytes') return decodeField(head, location)
  if ((head & 1n) === 0n) return bytesHex(hexBytes(wordHex(head)).subarray(0, Number((head & 0xffn) / 2n)))
  const length = Number((head - 1n) / 2n)
  const first = hashToSlot(slotBytes(location.slot))
  const words = Array.from(
    { length: Math.ceil(length / 32) },
    (_, index) => slots.get(first + BigInt(index)) ?? 0n,
  )
  return bytesHex(hexBytes(`0x${words.map((word) => wordHex(word).slice(2)).join('')}`).subarray(0, length))
}

/**
 * Writes one value, or a whole `bytes` or `string`, into a storage image. A word that becomes zero leaves the map,
 * so that equal storage is an equal map. A shorter `bytes` over a longer one does not clear the tail: start empty.
 * @throws RangeError when the value does not fit; UnknownStoragePath
 */
export const writeVariable = (
  layout: StorageLayout,
  slots: Map<bigint, bigint>,
  path: StoragePath,
  value: FieldValue | number,
): void => {
  const location = slotOf(layout, path)
  if (location.type.encoding !== 'bytes') {
    put(slots, location.slot, encodeField(slots.get(location.slot) ?? 0n, location, value))
    return
  }
  const bytes = hexBytes(String(value))
  if (bytes.length < 32) {
    put(slots, location.slot, leftAligned(bytes) | BigInt(2 * bytes.length))
    return
  }
  put(slots, location.slot, BigInt(2 * bytes.length + 1))
  const first = hashToSlot(slotBytes(location.slot))
  for (let start = 0; start < bytes.length; start += 32) {
    put(slots, first + BigInt(start / 32), leftAligned(bytes.subarray(start, start + 32)))
  }
}

const leftAligned = (bytes: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(bytes).toString('hex').padEnd(64, '0')}`)

const put = (slots: Map<bigint, bigint>, slot: bigint, word: bigint) => {
  if (word === 0n) slots.delete(slot)
  else slots.set(slot, word)
}

/** Every value that has a fixed place below `path`: structs and fixed arrays unfolded, mappings and the like left out. */
export const fieldsBelow = (
  layout: StorageLayout,
  path: StoragePath,
): { path: StoragePath; location: Location }[] => {
  const location = slotOf(layout, path)
  const { type } = location
  if (type.members) return type.members.flatMap((member) => fieldsBelow(layout, [...path, member.label]))
  if (type.encoding !== 'inplace') return []
  if (!type.base) return [{ path, location }]
  const length = Number(/\[(\d+)\]$/.exec(type.label)![1]!)
  return Array.from({ length }, (_, index) => fieldsBelow(layout, [...path, index])).flat()
}

/** Every variable's fixed fields, in the layout's order: what a total α must account for. */
export const allFields = (layout: StorageLayout): { path: StoragePath; location: Location }[] =>
  layout.storage.flatMap((variable) => fieldsBelow(layout, [variable.label]))

/** Writes values into one image of storage. */
export type Write = (value: FieldValue | number, ...path: StoragePath) => void

export const writerTo =
  (layout: StorageLayout, slots: Map<bigint, bigint>): Write =>
  (value, ...path) =>
    writeVariable(layout, slots, path, value)
