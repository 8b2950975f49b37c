/**
 * Blobs with real KZG commitments and proofs. Loading the trusted setup takes seconds, so commitments and proofs are
 * kept under `build/blobs` by content; the 128 KiB themselves are made again from the body every time.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import numberedBlobs from './numbered-blobs.json' with { type: 'json' }
import { bytesHex, type Hex, hexBytes } from './word.ts'

const FIELD_ELEMENTS = 4096
const BYTES_PER_ELEMENT = 32
/** The highest byte of an element stays zero, so that it is below the field's modulus whatever the body says. */
const BODY_BYTES_PER_ELEMENT = 31
const LENGTH_BYTES = 4

export const BLOB_BYTES = FIELD_ELEMENTS * BYTES_PER_ELEMENT
export const MAX_BODY_BYTES = FIELD_ELEMENTS * BODY_BYTES_PER_ELEMENT - LENGTH_BYTES

export type Blob = {
  readonly bytes: Uint8Array
  /** 48 bytes each. */
  readonly commitment: Hex
  readonly proof: Hex
  /** 0x01, then the last 31 bytes of the commitment's SHA-256 (EIP-4844). */
  readonly versionedHash: Hex
}

export class BadBlob extends Error {
  override readonly name = 'BadBlob'
}

const cacheFolder = fileURLToPath(new URL('../../build/blobs/', import.meta.url))
const point = z
  .string()
  .regex(/^0x[0-9a-f]{96}$/)
  .transform((text) => text as Hex)
const commitmentSchema = z.object({ commitment: point, proof: point })
const committed = z.record(z.string(), commitmentSchema).parse(numberedBlobs)

/**
 * Four bytes of length, big-endian, then the body, then zeroes; 31 bytes to a field element.
 * @throws BadBlob when the body is longer than MAX_BODY_BYTES
 */
export const encodeBlob = (body: Uint8Array): Uint8Array => {
  if (body.length > MAX_BODY_BYTES)
    throw new BadBlob(`a blob carries ${MAX_BODY_BYTES} bytes, not ${body.length}`)
  const stream = new Uint8Array(FIELD_ELEMENTS * BODY_BYTES_PER_ELEMENT)
  new DataView(stream.buffer).setUint32(0, body.length)
  stream.set(body, LENGTH_BYTES)
  const blob = new Uint8Array(BLOB_BYTES)
  for (let element = 0; element < FIELD_ELEMENTS; element++) {
    const start = element * BODY_BYTES_PER_ELEMENT
    blob.set(stream.subarray(start, start + BODY_BYTES_PER_ELEMENT), element * BYTES_PER_ELEMENT + 1)
  }
  return blob
}

/** @throws BadBlob when `encodeBlob` does not produce exactly this */
export const decodeBlob = (blob: Uint8Array): Uint8Array => {
  if (blob.length !== BLOB_BYTES) throw new BadBlob(`a blob has ${BLOB_BYTES} bytes, not ${blob.length}`)
  const stream = new Uint8Array(FIELD_ELEMENTS * BODY_BYTES_PER_ELEMENT)
  for (let element = 0; element < FIELD_ELEMENTS; element++) {
    const start = element * BYTES_PER_ELEMENT
    if (blob[start] !== 0) throw new BadBlob(`field element ${element} uses its highest byte`)
    stream.set(blob.subarray(start + 1, start + BYTES_PER_ELEMENT), element * BODY_BYTES_PER_ELEMENT)
  }
  const length = new DataView(stream.buffer).getUint32(0)
  if (length > MAX_BODY_BYTES) throw new BadBlob(`length ${length} exceeds ${MAX_BODY_BYTES}`)
  const end = LENGTH_BYTES + length
  if (stream.subarray(end).some((byte) => byte !== 0))
    throw new BadBlob(`bytes after the body's end at ${length}`)
  return stream.slice(LENGTH_BYTES, end)
}

/** Bytes that look random and follow from the seed alone. */
export const seededBody = (seed: string, length: number): Uint8Array => {
  const body = new Uint8Array(length)
  for (let start = 0; start < length; start += 32) {
    const block = createHash('sha256').update(`lockstep blob ${seed} ${start}`).digest()
    body.set(block.subarray(0, Math.min(32, length - start)), start)
  }
  return body
}

const known = new Map<string, Promise<Blob>>()

/** The blob of a body, proof included; about 80 ms once per content, and seconds more for the first in a build. */
export const blobOf = (body: Uint8Array): Promise<Blob> => {
  const key = createHash('sha256').update(body).digest('hex')
  const blob = known.get(key) ?? makeBlob(encodeBlob(body), key)
  known.set(key, blob)
  return blob
}

/**
 * A fixed set for tests and replays: blob `index` is the same on every machine. Commitments and proofs of the first
 * sixteen are committed in `numbered-blobs.json`, so that a replay never waits for the trusted setup.
 */
export const numberedBlob = (index: number): Promise<Blob> => blobOf(numberedBody(index))

export const numberedBody = (index: number): Uint8Array => seededBody(`number ${index}`, 1_000)

export const versionedHashOf = (commitment: Hex): Hex =>
  `0x01${createHash('sha256').update(hexBytes(commitment)).digest('hex').slice(2)}`

const makeBlob = async (bytes: Uint8Array, key: string): Promise<Blob> => {
  const { commitment, proof } = committed[key] ?? (await readCache(key)) ?? (await commitTo(bytes, key))
  return { bytes, commitment, proof, versionedHash: versionedHashOf(commitment) }
}

type Commitment = z.infer<typeof commitmentSchema>

const readCache = async (key: string): Promise<Commitment | undefined> => {
  try {
    return commitmentSchema.parse(JSON.parse(await readFile(join(cacheFolder, `${key}.json`), 'utf8')))
  } catch {
    // Absent or torn: both are answered by computing it again.
    return undefined
  }
}

const commitTo = async (bytes: Uint8Array, key: string): Promise<Commitment> => {
  const kzg = await trustedSetup()
  const commitment = kzg.blobToKzgCommitment(bytes)
  const made = {
    commitment: bytesHex(commitment),
    proof: bytesHex(kzg.computeBlobKzgProof(bytes, commitment)),
  }
  const draft = join(cacheFolder, `${key}.${randomBytes(6).toString('hex')}`)
  await mkdir(cacheFolder, { recursive: true })
  await writeFile(draft, JSON.stringify(made))
  await rename(draft, join(cacheFolder, `${key}.json`))
  return made
}

type Kzg = typeof import('c-kzg')
let loadedSetup: Promise<Kzg> | undefined

const trustedSetup = (): Promise<Kzg> => {
  loadedSetup ??= import('c-kzg').then((module) => {
    // CommonJS: everything hangs on the default export.
    const kzg = (module as unknown as { default: Kzg }).default
    kzg.loadTrustedSetup(0)
    return kzg
  })
  return loadedSetup
}
