/** Boundary lines of messages, as bytes: each the title of its test. */
import { hashTypedData, parseAbiParameters } from 'viem'
import { expect, test } from 'vitest'
import { highS, keyOf, parseSignature, sign } from '../evm/ecdsa.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { Domain, type Header, hashWords, labelHash } from './headers.ts'
import {
  attestationMessage,
  type Kind,
  proposalDigest,
  proposalMessage,
  quoteMessage,
  readMessage,
  requestMessage,
  type Signed,
  signedBy,
  transactionMessage,
} from './messages.ts'

const rollup = keyOf('rollup').address
const here = new Domain(1n, rollup)
const listOf = (length: number): Hex[] => Array.from({ length }, (_, index) => labelHash(`t${index + 1}`))
const headerOf = (transactions: readonly Hex[]): Header => ({
  parentHash: labelHash('parent'),
  slot: 7n,
  timestamp: 252n,
  stateRoot: labelHash('root'),
  transactionsHash: hashWords(transactions),
  forcedCount: 0n,
  forcedHash: labelHash('forced'),
  hasOthers: true,
  blobHashes: [labelHash('blob')],
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
const quoted = {
  proverAddress: keyOf('p1').address,
  epochToProve: 0n,
  validUntilSlot: 40n,
  bondAmount: 10n ** 18n,
  basisPointFee: 5_000,
}
const quote = (signed = signedBy('p1', here.quoteDigest(quoted))): Hex => quoteMessage(here, quoted, signed)
const request: Hex = requestMessage(here, { slot: 7n, transaction: labelHash('t1') })
const zeros = (bytes: number): Hex => `0x${'00'.repeat(bytes)}`
const transaction = (data: number, proof: number): Hex =>
  transactionMessage(here, { data: zeros(data), proof: zeros(proof) })
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

test('every kind fits, and names who signed if somebody did', () => {
  expect(readMessage('proposal', proposal(), here)).toEqual({ form: 'fits', signer: keyOf('m1').address })
  expect(readMessage('attestation', attestation(), here)).toEqual({
    form: 'fits',
    signer: keyOf('m2').address,
  })
  expect(readMessage('quote', quote(), here)).toEqual({ form: 'fits', signer: keyOf('p1').address })
  expect(readMessage('transaction', transaction(64, 32), here)).toEqual({ form: 'fits' })
  expect(readMessage('request', request, here)).toEqual({ form: 'fits' })
})

test('MESSAGE-1: a proposal of 16,384 bytes is read, one of 16,385 is not.', () => {
  expect(formOf(filled(proposal(), 16_384))).toBe('malformed')
  expect(formOf(filled(proposal(), 16_385))).toBe('oversized')
  expect(bytesOf(attestation())).toBe(194)
  expect(formOf(filled(attestation(), 195), 'attestation')).toBe('oversized')
  expect(formOf(filled(request, 99), 'request')).toBe('oversized')
  expect(formOf(filled(quote(), 291), 'quote')).toBe('oversized')
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
  // An address and a fee above their ranges, and a length that leaves bytes between.
  expect(formOf(wordAt(quote(), 0, 1n << 160n), 'quote')).toBe('malformed')
  expect(formOf(wordAt(quote(), 4, 1n << 32n), 'quote')).toBe('malformed')
  expect(formOf(wordAt(transaction(64, 32), 2, 32n), 'transaction')).toBe('malformed')
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

test('MESSAGE-17: a quote whose signature has s in the upper half of its range is refused, as on L1.', () => {
  expect(formOf(quote(twin('p1', here.quoteDigest(quoted))), 'quote')).toBe('signature')
})

test('a quote is signed as other libraries sign the type of the RFC', () => {
  const types = {
    EpochProofQuote: parseAbiParameters(
      'address proverAddress, uint256 epochToProve, uint256 validUntilSlot, uint256 bondAmount, uint32 basisPointFee',
    ),
  } as unknown as Record<string, { name: string; type: string }[]>
  const domain = { name: 'Lockstep Rollup', version: '1', chainId: 1n, verifyingContract: rollup }
  expect(here.quoteDigest(quoted)).toBe(
    hashTypedData({ domain, types, primaryType: 'EpochProofQuote', message: quoted }),
  )
})

test('MESSAGE-18: a transaction with 80,000 bytes of data and 98,304 of proof has 178,466 bytes, a request 98 and a quote 290.', () => {
  const largest = transaction(80_000, 98_304)
  expect([largest, request, quote()].map(bytesOf)).toEqual([178_466, 98, 290])
  expect(formOf(largest, 'transaction')).toBe('fits')
  expect(formOf(transaction(80_000, 98_305), 'transaction')).toBe('oversized')
})
