import type { EventOf, State } from '../../model/l1-rollup/vocabulary.ts'
import { compactVs, keyOf, sign } from '../evm/ecdsa.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { addressOf, packedMembers } from './cast.ts'
import { hashBytes, hashWords, labelHash } from './headers.ts'

/** A signature in the form of EIP-2098. */
export interface Signature {
  readonly r: Hex
  readonly vs: Hex
}

/** As `propose` and `challenge` take them. */
export interface Attestations {
  /** Bit i stands for seat i. */
  readonly markedSeats: bigint
  readonly signatures: readonly Signature[]
}

/** What a block of a run was proposed with, and where it stands in its chain. */
export interface Posted {
  readonly slot: number
  readonly blockHash: Hex
  readonly parentHash: Hex
  /** The slot after that of the parent. */
  readonly parentNextSlot: number
  /** Entries of the queue that the chain up to the parent has taken. */
  readonly parentTaken: number
  readonly posting: State['posted'][number]
}

/** As `challenge` takes it. */
export interface Posting {
  readonly blockHash: Hex
  readonly parentHash: Hex
  readonly parentNextSlot: bigint
  readonly parentTaken: bigint
  readonly committee: Hex
  readonly attestations: Attestations
}

/** One that recovers to nobody. */
const NOBODYS: Signature = { r: wordHex(0n), vs: wordHex(0n) }

/** @param signer recovers to nobody if it is `none` */
export function signatureBy(signer: string, digest: Hex): Signature {
  if (signer === 'none') return NOBODYS
  const signature = sign(digest, keyOf(signer))
  return { r: signature.r, vs: compactVs(signature) }
}

/** @param signers one per seat, `none` for an empty one */
export function attestedBy(signers: readonly string[], digest: Hex): Attestations {
  let markedSeats = 0n
  const signatures: Signature[] = []
  signers.forEach((signer, seat) => {
    if (signer === 'none') return
    markedSeats |= 1n << BigInt(seat)
    signatures.push(signatureBy(signer, digest))
  })
  return { markedSeats, signatures }
}

/** What the posting of a slot is said to be in which nothing was ever posted. */
export const nothingPosted = (slot: number): Posted => ({
  slot,
  blockHash: labelHash('no block'),
  parentHash: labelHash('no parent'),
  parentNextSlot: 0,
  parentTaken: 0,
  posting: { committee: [], attestations: [] },
})

/** What a challenge gives: what was posted, but for the part that the event names. */
export function givenPosting(posted: Posted, preimage: EventOf<'challenge'>['preimage'] = 'match'): Posting {
  const posting = asGiven(posted)
  const { attestations } = posting
  switch (preimage) {
    case 'match':
      return posting
    case 'block':
      return { ...posting, blockHash: labelHash('another block') }
    case 'parent':
      return { ...posting, parentHash: labelHash('another parent') }
    case 'parentSlot':
      return { ...posting, parentNextSlot: posting.parentNextSlot + 1n }
    case 'taken':
      return { ...posting, parentTaken: posting.parentTaken + 1n }
    case 'committee':
      return { ...posting, committee: `${posting.committee}${addressOf('stranger').slice(2)}` }
    case 'attestations':
      return {
        ...posting,
        attestations: { ...attestations, signatures: [NOBODYS, ...attestations.signatures.slice(1)] },
      }
  }
}

const known = new Map<string, Posting>()

/** Each is signed once: postings recur in many states. */
function asGiven({ slot, posting, parentNextSlot, parentTaken, ...hashes }: Posted): Posting {
  const { blockHash, parentHash } = hashes
  const { committee, attestations } = posting
  const key = [blockHash, parentHash, parentNextSlot, parentTaken, committee, attestations].join(' ')
  const found = known.get(key)
  if (found) return found
  const made = {
    ...hashes,
    parentNextSlot: BigInt(parentNextSlot),
    parentTaken: BigInt(parentTaken),
    committee: packedMembers(committee),
    attestations: attestedBy(attestations, blockHash),
  }
  known.set(key, made)
  return made
}

/** CHALLENGE-4: what the contract keeps of a posting: the hash of seven words. */
export function commitmentTo(slot: number, posting: Posting): Hex {
  const { blockHash, parentHash, parentNextSlot, parentTaken, committee, attestations } = posting
  const signatures = attestations.signatures.flatMap(({ r, vs }) => [r, vs])
  return hashWords([
    wordHex(BigInt(slot)),
    blockHash,
    parentHash,
    wordHex(parentNextSlot),
    wordHex(parentTaken),
    hashBytes(committee),
    hashWords([wordHex(attestations.markedSeats), ...signatures]),
  ])
}
