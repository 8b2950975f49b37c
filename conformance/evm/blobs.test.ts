import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { sidecarsToVersionedHashes } from 'viem'
import { describe, expect, test } from 'vitest'
import {
  BadBlob,
  BLOB_BYTES,
  blobOf,
  decodeBlob,
  encodeBlob,
  MAX_BODY_BYTES,
  numberedBlob,
  seededBody,
} from './blobs.ts'
import numberedBlobs from './numbered-blobs.json' with { type: 'json' }
import { bytesHex, hexBytes } from './word.ts'

describe('blobs', () => {
  test('a body one byte too long is refused, the longest is carried', () => {
    expect(() => encodeBlob(new Uint8Array(MAX_BODY_BYTES + 1))).toThrow(BadBlob)
    const longest = new Uint8Array(MAX_BODY_BYTES).fill(255)
    expect(Buffer.compare(decodeBlob(encodeBlob(longest)), longest)).toBe(0)
  })

  test('what encoding does not produce is refused: size, highest bytes, length, bytes behind the end', () => {
    const spoil = (at: number, byte: number) => {
      const blob = encodeBlob(seededBody('spoilt', 100))
      blob[at] = byte
      return blob
    }
    expect(() => decodeBlob(new Uint8Array(BLOB_BYTES - 1))).toThrow('131072 bytes, not 131071')
    expect(() => decodeBlob(spoil(32 * 7, 1))).toThrow('field element 7 uses its highest byte')
    expect(() => decodeBlob(spoil(1, 255))).toThrow(/length \d+ exceeds/)
    expect(() => decodeBlob(spoil(BLOB_BYTES - 1, 1))).toThrow("bytes after the body's end at 100")
  })

  test('any body comes back as it went in, in elements below the modulus', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (body) => {
        const blob = encodeBlob(body)
        expect(blob.length).toBe(BLOB_BYTES)
        expect(blob.every((byte, index) => index % 32 !== 0 || byte === 0)).toBe(true)
        expect(bytesHex(decodeBlob(blob))).toBe(bytesHex(body))
      }),
      { numRuns: 50 },
    )
  })

  test('commitment and proof verify, and the versioned hash is that of an independent implementation', async () => {
    const body = seededBody('fresh', 500)
    const key = createHash('sha256').update(body).digest('hex')
    await rm(new URL(`../../build/blobs/${key}.json`, import.meta.url), { force: true })
    const blob = await blobOf(body)
    const kzg = (await import('c-kzg')).default
    const [commitment, proof] = [blob.commitment, blob.proof].map(hexBytes)
    expect(kzg.verifyBlobKzgProof(blob.bytes, commitment!, proof!)).toBe(true)
    const other = encodeBlob(seededBody('other', 500))
    expect(kzg.verifyBlobKzgProof(other, commitment!, proof!)).toBe(false)
    const sidecars = [{ blob: bytesHex(blob.bytes), commitment: blob.commitment, proof: blob.proof }]
    expect([blob.versionedHash]).toEqual(sidecarsToVersionedHashes({ sidecars }))
  })

  test('the committed commitments and proofs of the numbered blobs verify, and no two blobs are equal', async () => {
    const blobs = await Promise.all(Array.from({ length: 16 }, (_, index) => numberedBlob(index)))
    const kzg = (await import('c-kzg')).default
    const column = (of: 'commitment' | 'proof') => blobs.map((blob) => hexBytes(blob[of]))
    expect(Object.keys(numberedBlobs).length).toBe(16)
    const bytes = blobs.map((blob) => blob.bytes)
    expect(kzg.verifyBlobKzgProofBatch(bytes, column('commitment'), column('proof'))).toBe(true)
    expect(kzg.verifyBlobKzgProofBatch(bytes, column('commitment'), column('proof').reverse())).toBe(false)
    expect(new Set(blobs.map((blob) => blob.versionedHash)).size).toBe(16)
  })
})
