/** What nodes send each other, as bytes, and the form that the models know a message by (MESSAGE). */
import { decodeAbiParameters, encodeAbiParameters, hexToBytes, parseAbiParameters } from 'viem'
import type { Form } from '../../model/node/facts.ts'
import { hasHighS, keyOf, recover, sign } from '../evm/ecdsa.ts'
import { type Address, bytesHex, type Hex } from '../evm/word.ts'
import { type Domain, type Header, hashWords, labelHash, type Quote } from './headers.ts'

/** As the second byte of a message. */
export const kinds = { transaction: 1, request: 2, proposal: 3, attestation: 4, quote: 5 } as const
export type Kind = keyof typeof kinds

/** MESSAGE-1. */
export const maximumBytes: Readonly<Record<Kind, number>> = {
  transaction: 178_466,
  request: 98,
  proposal: 16_384,
  attestation: 194,
  quote: 290,
}

/** MESSAGE-5. */
export const maxTxPerBlock = 360

const VERSION = 1
/** Version, kind and domain separator. */
const ENVELOPE_BYTES = 34

const header =
  '(bytes32 parentHash, uint256 slot, uint256 timestamp, bytes32 stateRoot, bytes32 transactionsHash, uint256 forcedCount, bytes32 forcedHash, bool hasOthers, bytes32[] blobHashes) header'
const signature = 'uint8 v, bytes32 r, bytes32 s'
const fields = {
  transaction: parseAbiParameters('bytes data, bytes proof'),
  request: parseAbiParameters('uint256 slot, bytes32 transaction'),
  proposal: parseAbiParameters(`${header}, bytes32[] transactions, ${signature}`),
  attestation: parseAbiParameters(`uint256 slot, bytes32 block, ${signature}`),
  quote: parseAbiParameters(
    `address proverAddress, uint256 epochToProve, uint256 validUntilSlot, uint256 bondAmount, uint32 basisPointFee, ${signature}`,
  ),
}

export interface Signed {
  readonly v: number
  readonly r: Hex
  readonly s: Hex
}

/** Signature of a named member, deterministic (RFC 6979). */
export function signedBy(signer: string, digest: Hex): Signed {
  const { r, s, recovery } = sign(digest, keyOf(signer))
  return { v: 27 + recovery, r, s }
}

/** MESSAGE-7: what the proposer of a block signs; its attesters sign the identity of the block itself (MESSAGE-8). */
export const proposalDigest = (domain: Domain, blockHash: Hex): Hex =>
  domain.digest(hashWords([labelHash('BlockProposal(bytes32 block)'), blockHash]))

const joined = (...parts: readonly Hex[]): Hex => `0x${parts.map((part) => part.slice(2)).join('')}`

export const envelope = (kind: Kind, domain: Domain, version = VERSION): Hex =>
  joined(bytesHex(Uint8Array.of(version, kinds[kind])), domain.separator)

/** MESSAGE-18. */
export const transactionMessage = (
  domain: Domain,
  { data, proof }: { readonly data: Hex; readonly proof: Hex },
): Hex => joined(envelope('transaction', domain), encodeAbiParameters(fields.transaction, [data, proof]))

/** MESSAGE-18. */
export const requestMessage = (
  domain: Domain,
  { slot, transaction }: { readonly slot: bigint; readonly transaction: Hex },
): Hex => joined(envelope('request', domain), encodeAbiParameters(fields.request, [slot, transaction]))

/** MESSAGE-18. */
export const quoteMessage = (domain: Domain, quote: Quote, { v, r, s }: Signed): Hex =>
  joined(
    envelope('quote', domain),
    encodeAbiParameters(fields.quote, [
      quote.proverAddress,
      quote.epochToProve,
      quote.validUntilSlot,
      quote.bondAmount,
      quote.basisPointFee,
      v,
      r,
      s,
    ]),
  )

export const proposalMessage = (
  domain: Domain,
  of: { readonly header: Header; readonly transactions: readonly Hex[] },
  { v, r, s }: Signed,
): Hex =>
  joined(
    envelope('proposal', domain),
    encodeAbiParameters(fields.proposal, [of.header, of.transactions, v, r, s]),
  )

export const attestationMessage = (
  domain: Domain,
  of: { readonly slot: bigint; readonly block: Hex },
  { v, r, s }: Signed,
): Hex =>
  joined(
    envelope('attestation', domain),
    encodeAbiParameters(fields.attestation, [of.slot, of.block, v, r, s]),
  )

/** A message as a node of this domain takes it under the topic of a kind: its form, and who signed it if somebody did. */
export function readMessage(kind: Kind, message: Hex, domain: Domain): { form: Form; signer?: Address } {
  const bytes = hexToBytes(message)
  if (bytes.length > maximumBytes[kind]) return { form: 'oversized' }
  if (bytes[0] !== VERSION || bytes[1] !== kinds[kind]) return { form: 'version' }
  if (bytesHex(bytes.subarray(2, ENVELOPE_BYTES)) !== domain.separator) return { form: 'domain' }
  const body = bytesHex(bytes.subarray(ENVELOPE_BYTES))
  return readers[kind](body, domain)
}

/** What a body is, behind an envelope that fits. */
type Reader = (body: Hex, domain: Domain) => { form: Form; signer?: Address }

/** Of one that nobody signs. */
const unsigned =
  (kind: 'transaction' | 'request'): Reader =>
  (body) => ({ form: strictly(fields[kind], body) ? 'fits' : 'malformed' })

const readers: Readonly<Record<Kind, Reader>> = {
  transaction: unsigned('transaction'),
  request: unsigned('request'),
  proposal: readProposal,
  attestation: readAttestation,
  quote: readQuote,
}

function readProposal(body: Hex, domain: Domain): { form: Form; signer?: Address } {
  const read = strictly(fields.proposal, body)
  if (!read) return { form: 'malformed' }
  const [of, transactions, v, r, s] = read
  if (transactions.length > maxTxPerBlock) return { form: 'malformed' }
  if (of.transactionsHash !== hashWords(transactions)) return { form: 'list' }
  return recovered(proposalDigest(domain, domain.blockHash(of)), { v, r, s })
}

function readAttestation(body: Hex): { form: Form; signer?: Address } {
  const read = strictly(fields.attestation, body)
  if (!read) return { form: 'malformed' }
  const [, block, v, r, s] = read
  return recovered(block, { v, r, s })
}

function readQuote(body: Hex, domain: Domain): { form: Form; signer?: Address } {
  const read = strictly(fields.quote, body)
  if (!read) return { form: 'malformed' }
  const [proverAddress, epochToProve, validUntilSlot, bondAmount, basisPointFee, v, r, s] = read
  const quote = { proverAddress, epochToProve, validUntilSlot, bondAmount, basisPointFee }
  return recovered(domain.quoteDigest(quote), { v, r, s })
}

/** MESSAGE-4: fields of which these bytes are the encoding, and no other bytes are. */
function strictly<const Fields extends readonly { readonly type: string }[]>(of: Fields, body: Hex) {
  try {
    const values = decodeAbiParameters(of, body)
    return encodeAbiParameters(of, values as never) === body ? values : undefined
  } catch {
    return undefined
  }
}

/** Who signed; the form `signature` where nobody did. */
function recovered(digest: Hex, { v, r, s }: Signed): { form: Form; signer?: Address } {
  const signature = { r, s, recovery: v === 27 ? 0 : 1 } as const
  if ((v !== 27 && v !== 28) || hasHighS(signature)) return { form: 'signature' }
  try {
    return { form: 'fits', signer: recover(digest, signature) }
  } catch {
    return { form: 'signature' }
  }
}
