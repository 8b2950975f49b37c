/** Boundary lines of messages, as bytes: each the title of its test. */
import { expect, test } from 'vitest'
import { highS, keyOf, parseSignature, sign } from '../evm/ecdsa.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { Domain, type Header, hashWords, labelHash } from './headers.ts'
import {
  attestationMessage,
  type Kind,
  proposalDigest,
  proposalMessage,
  readMessage,
  type Signed,
  signedBy,
} from './messages.ts'

const rollup = keyOf('rollup').address
const here = new Domain(1n, rollup)
const listOf = (length: number): Hex[] => Array.from({ length }, (_, index) => labelHash(`t${index + 1}`))
const headerOf = (transactions: readonly Hex[]): Header => ({
  ...{ parentHash: labelHash('parent'), slot: 7n, timestamp: 252n, stateRoot: labelHash('root') },
  ...{ transactionsHash: hashWords(transactions), forcedCount: 0n, forcedHash: labelHash('forced') },
  ...{ hasOthers: true, blobHashes: [labelHash('blob')] },
})
const two = { header: headerOf(listOf(2)), transactions: listOf(2) }
const proposal = (
  of = two,
  { domain = here, signed }: { domain?: Domain; signed?: (digest: Hex) => Signed } = {},
): Hex => {
  const digest = proposalDigest(domain, domain.blockHash(of.header))
  return proposalMessage(domain, of, signed ? signed(digest) : signedBy('m1', digest))
}
const block = here.blockHash(two.header)
const attestation = (signed = signedBy('m2', block)): Hex =>
  attestationMessage(here, { slot: 7n, block }, signed)
const formOf = (message: Hex, kind: Kind = 'proposal') => readMessage(kind, message, here).form
const bytesOf = (message: Hex) => (message.length - 2) / 2
/** With zero bytes behind it. */
const filled = (message: Hex, bytes: number): Hex => `0x${message.slice(2).padEnd(2 * bytes, '0')}`
/** With other bytes from one on, 0-based. */
const altered = (message: Hex, at: number, bytes: string): Hex => {
  const digits = message.slice(2)
  return `0x${digits.slice(0, 2 * at)}${bytes}${digits.slice(2 * at + bytes.length)}`
}
const wordAt = (message: Hex, index: number, value: bigint): Hex =>
  altered(message, 34 + 32 * index, wordHex(value).slice(2))
/** The other signature of the same digest by the same key. */
const twin = (signer: string, digest: Hex): Signed => {
  const { r, s, recovery } = parseSignature(highS(sign(digest, keyOf(signer))))
  return { v: 27 + recovery, r, s }
}

test('both kinds fit and name who signed', () => {
  expect(readMessage('proposal', proposal(), here)).toEqual({ form: 'fits', signer: keyOf('m1').address })
  expect(readMessage('attestation', attestation(), here)).toEqual({
    ...{ form: 'fits', signer: keyOf('m2').address },
  })
})

test('MESSAGE-1: a proposal of 16,384 bytes is read, one of 16,385 is not.', () => {
  expect(formOf(filled(proposal(), 16_384))).toBe('malformed')
  expect(formOf(filled(proposal(), 16_385))).toBe('oversized')
  expect(bytesOf(attestation())).toBe(194)
  expect(formOf(filled(attestation(), 195), 'attestation')).toBe('oversized')
})

test('MESSAGE-2: first byte 0 or 2 is refused, and so is an attestation under the topic of proposals.', () => {
  for (const version of ['00', '02']) expect(formOf(altered(proposal(), 0, version))).toBe('version')
  expect(formOf(attestation())).toBe('version')
})

test('MESSAGE-3: the same proposal for the same rollup address on another chain is refused.', () => {
  expect(formOf(proposal(two, { domain: new Domain(2n, rollup) }))).toBe('domain')
})

test('MESSAGE-4: a trailing zero byte, an offset that points elsewhere, and a number above its range are refused.', () => {
  expect(formOf(filled(proposal(), bytesOf(proposal()) + 1))).toBe('malformed')
  // The offset of the list of transactions, and v.
  expect(formOf(wordAt(proposal(), 1, 32n))).toBe('malformed')
  expect(formOf(wordAt(proposal(), 2, 256n + 27n))).toBe('malformed')
  expect(formOf(wordAt(attestation(), 2, 256n + 27n), 'attestation')).toBe('malformed')
})

test('MESSAGE-5: 360 hashes pass, 361 are MessageMalformed; a list with two hashes exchanged is ListMismatch.', () => {
  const listing = (length: number) => ({ header: headerOf(listOf(length)), transactions: listOf(length) })
  expect(formOf(proposal(listing(360)))).toBe('fits')
  expect(formOf(proposal(listing(361)))).toBe('malformed')
  expect(formOf(proposal({ ...two, transactions: two.transactions.toReversed() }))).toBe('list')
})

test("MESSAGE-7: the proposer's attestation in the place of its proposal's signature recovers to a stranger.", () => {
  const { form, signer } = readMessage(
    'proposal',
    proposal(two, { signed: () => signedBy('m1', block) }),
    here,
  )
  expect([form, signer === keyOf('m1').address]).toEqual(['fits', false])
  expect(formOf(proposal(two, { signed: (digest) => twin('m1', digest) }))).toBe('signature')
  expect(formOf(proposal(two, { signed: (digest) => ({ ...signedBy('m1', digest), v: 29 }) }))).toBe(
    'signature',
  )
  const nobodys = { v: 27, r: wordHex(0n), s: wordHex(0n) }
  expect(formOf(proposal(two, { signed: () => nobodys }))).toBe('signature')
})

test('MESSAGE-8: s in the upper half of its range is refused, as on L1.', () => {
  expect(formOf(attestation(twin('m2', block)), 'attestation')).toBe('signature')
})
