/**
 * secp256k1 signatures as the contracts read them, by the native library: schedules sign thousands of messages, and
 * pure JavaScript takes milliseconds for each.
 */
import { keccak_256 } from '@noble/hashes/sha3.js'
import secp256k1 from 'secp256k1'
import { type Address, bytesHex, type Hex, hexBytes } from './word.ts'

export type Key = { readonly name: string; readonly privateKey: Uint8Array; readonly address: Address }

/** `recovery` is y's parity, 0 or 1; `s` is always in the lower half of the group's order. */
export type Signature = { readonly r: Hex; readonly s: Hex; readonly recovery: 0 | 1 }

export class BadSignature extends Error {
  override readonly name = 'BadSignature'
}

const GROUP_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

const keysByName = new Map<string, Key>()
const signatures = new Map<string, Signature>()

const addressOfPublicKey = (uncompressed: Uint8Array): Address =>
  bytesHex(keccak_256(uncompressed.subarray(1)).subarray(12))

/** The key of a named actor: same name, same address, on every machine. For tests only: anyone can derive it. */
export const keyOf = (name: string): Key => {
  const known = keysByName.get(name)
  if (known) return known
  const privateKey = keccak_256(new TextEncoder().encode(`lockstep test key: ${name}`))
  // Fails for 2^-128 of all names, and then loudly: publicKeyCreate throws.
  const key = { name, privateKey, address: addressOfPublicKey(secp256k1.publicKeyCreate(privateKey, false)) }
  keysByName.set(name, key)
  return key
}

/**
 * Remembers what it signed: the same attestations and quotes come back in every state.
 * @param digest 32 bytes, already hashed by the caller's own scheme (EIP-712, say)
 */
export const sign = (digest: Hex, key: Key): Signature => {
  const id = `${digest}${key.address}`
  const known = signatures.get(id)
  if (known) return known
  const made = signUncached(digest, key)
  signatures.set(id, made)
  return made
}

/** For digests that do not come back, such as those of transactions. */
export const signUncached = (digest: Hex, key: Key): Signature => {
  const { signature, recid } = secp256k1.ecdsaSign(digestBytes(digest), key.privateKey)
  return {
    r: bytesHex(signature.subarray(0, 32)),
    s: bytesHex(signature.subarray(32)),
    recovery: recid === 0 ? 0 : 1,
  }
}

/**
 * @param signature as r, s and parity, or as the 64- or 65-byte form
 * @throws BadSignature when no public key fits, or the length is neither 64 nor 65 bytes
 */
export const recover = (digest: Hex, signature: Signature | Hex): Address => {
  const { r, s, recovery } = typeof signature === 'string' ? parseSignature(signature) : signature
  try {
    const rs = hexBytes(`${r}${s.slice(2)}`)
    return addressOfPublicKey(secp256k1.ecdsaRecover(rs, recovery, digestBytes(digest), false))
  } catch (cause) {
    throw new BadSignature(`nobody signed ${digest} with r=${r} s=${s} recovery=${recovery}`, { cause })
  }
}

/** EIP-2098: r, then s with the parity in its highest bit; 64 bytes. */
export const compact = ({ r, s, recovery }: Signature): Hex => `${r}${compactVs({ r, s, recovery }).slice(2)}`

/** The second word of the EIP-2098 form. */
export const compactVs = ({ s, recovery }: Signature): Hex =>
  recovery === 0 ? s : bytesHex(withHighBit(hexBytes(s)))

/** r, s, v with v 27 or 28; 65 bytes. */
export const full = ({ r, s, recovery }: Signature): Hex => `${r}${s.slice(2)}${recovery === 0 ? '1b' : '1c'}`

/**
 * The other signature of the same message by the same key, in the 65-byte form, with s in the upper half of the
 * order: the malleable twin that contracts must refuse. EIP-2098 cannot express it.
 */
export const highS = ({ r, s, recovery }: Signature): Hex => {
  const twin = (GROUP_ORDER - BigInt(s)).toString(16).padStart(64, '0')
  return `${r}${twin}${recovery === 0 ? '1c' : '1b'}`
}

/** Whether it is such a twin. */
export const hasHighS = ({ s }: Signature): boolean => BigInt(s) > GROUP_ORDER / 2n

/** @throws BadSignature when the length is neither 64 nor 65 bytes, or v is not 27 or 28 */
export const parseSignature = (signature: Hex): Signature => {
  const bytes = hexBytes(signature)
  const r = bytesHex(bytes.subarray(0, 32))
  if (bytes.length === 64) {
    const vs = bytes.slice(32)
    const recovery = vs[0]! & 0x80 ? 1 : 0
    vs[0]! &= 0x7f
    return { r, s: bytesHex(vs), recovery }
  }
  if (bytes.length !== 65) throw new BadSignature(`a signature has 64 or 65 bytes, this has ${bytes.length}`)
  const v = bytes[64]!
  if (v !== 27 && v !== 28) throw new BadSignature(`v is 27 or 28, not ${v}`)
  return { r, s: bytesHex(bytes.subarray(32, 64)), recovery: v === 27 ? 0 : 1 }
}

const digestBytes = (digest: Hex): Uint8Array => {
  const bytes = hexBytes(digest)
  if (bytes.length !== 32) throw new RangeError(`a digest has 32 bytes, this has ${bytes.length}`)
  return bytes
}

const withHighBit = (bytes: Uint8Array): Uint8Array => {
  bytes[0]! |= 0x80
  return bytes
}
