import { keccak256, recoverAddress, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import { BadSignature, compact, full, highS, keyOf, parseSignature, recover, sign } from './ecdsa.ts'
import { bytesHex, type Hex } from './word.ts'

const digest: Hex = `0x${'5a'.repeat(32)}`
/** Names whose signatures of `digest` have parity 0 and 1: both forms of the compact encoding are met. */
const actors = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'].map(keyOf)

describe('signatures', () => {
  test('a length other than 64 and 65 bytes, and a v other than 27 and 28, are refused', () => {
    const signature = full(sign(digest, keyOf('alice')))
    for (const bad of [signature.slice(0, -4), `${signature}00`, `${signature.slice(0, -2)}1d`, '0x']) {
      expect(() => parseSignature(bad as Hex)).toThrow(BadSignature)
    }
  })

  test('a signature that fits no key is refused', () => {
    expect(() =>
      recover(digest, { r: `0x${'00'.repeat(32)}`, s: `0x${'00'.repeat(32)}`, recovery: 0 }),
    ).toThrow(BadSignature)
  })

  test('a digest that is not 32 bytes is refused', () => {
    expect(() => sign('0x1234', keyOf('alice'))).toThrow('32 bytes')
  })

  test('addresses and signatures equal those of an independent implementation', async () => {
    for (const key of actors) {
      const account = privateKeyToAccount(bytesHex(key.privateKey))
      expect(key.address).toBe(account.address.toLowerCase())
      expect(full(sign(digest, key))).toBe(await account.sign({ hash: digest }))
    }
  })

  test('both forms recover to the signer, with either parity', () => {
    for (const key of actors) {
      const signature = sign(digest, key)
      expect(recover(digest, compact(signature))).toBe(key.address)
      expect(recover(digest, full(signature))).toBe(key.address)
      expect(parseSignature(compact(signature))).toEqual(signature)
    }
    expect(new Set(actors.map((key) => sign(digest, key).recovery))).toEqual(new Set([0, 1]))
  })

  test('the high-s twin differs and recovers to the same signer', async () => {
    const key = keyOf('alice')
    const twin = highS(sign(digest, key))
    expect(twin).not.toBe(full(sign(digest, key)))
    expect((await recoverAddress({ hash: digest, signature: twin })).toLowerCase()).toBe(key.address)
  })

  test('a key follows from its name alone', () => {
    const account = privateKeyToAccount(keccak256(toHex('lockstep test key: alice')))
    expect(keyOf('alice').address).toBe(account.address.toLowerCase())
    expect(keyOf('Alice').address).not.toBe(keyOf('alice').address)
  })
})
