/**
 * What makes a call cost more, curve by curve, as words and as the same numbers in a formula. A test holds every curve,
 * and places that no curve shows, to its formula; the prices below are what is to be changed when it fails.
 */
import { shuffleRoundsFor } from '../../model/shared/hash.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { OTHER_BYTE, ZERO_BYTE } from './calldata.ts'

export interface Term {
  readonly words: string
  /** Gas at a place of the curve, but for what is the same at all of them. */
  readonly grown: (x: number) => number
}

/** Gas of a single one of each. */
export const prices = {
  /** Of a committee that is the whole set: its member is read, hashed and logged. */
  wholeSeat: 2_662,
  /** Of one that is drawn. */
  drawnSeat: 2_835,
  /** A round of the shuffle, by the words that the seats stand in, and where they share them by the hashes for 256 validators. */
  round: { shared: 201, hash: 118, sharedWord: 1_092, own: 172, ownWord: 1_697, wide: 6_573 },
  /** A seat in the calldata of a call: 20 bytes, copied and hashed. */
  givenSeat: 325,
  /** A signature that is recovered. */
  verified: 4_397,
  /** One that is only committed to. */
  posted: 1_050,
  /** Of calldata on its floor (EIP-7623): 20 bytes of a seat, 64 of a signature. */
  floorSeat: 800,
  floorSignature: 2_560,
  /** What an epoch costs once: sample, claim, proof, and its first block more than another. */
  epoch: 236_440,
  block: 215_560,
} as const

const parameters = loadPreset('rfc').profiles[0]!.parameters
const committee = parameters.targetCommitteeSize
/** The last sizes whose rounds share hashes, of a committee of 48, and whose indices fit into 16 bits. */
const [SHARED_END, NARROW_END] = [3_840, 32_767]

/** PROPOSE-11: signatures that a proposal needs. */
export const quorumOf = (seats: number): number => Math.floor((2 * seats) / 3) + 1

/** Gas of a round over a list, for a committee of 48. */
export const roundOf = (validators: number): number => {
  const { shared, hash, sharedWord, own, ownWord, wide } = prices.round
  if (validators > NARROW_END) return wide
  if (validators > SHARED_END) return own + 3 * ownWord
  return shared + Math.ceil(validators / 256) * hash + 3 * sharedWord
}

/** What the drawn committee costs beyond the whole one, at their border, but for rounds. */
const DRAWN_MORE = 10_476

const ofValidators = (count: number): number =>
  count <= committee ? 0 : DRAWN_MORE + shuffleRoundsFor(count, parameters) * roundOf(count)

/** From 10,000 validators, which are 40 times 256, with 71 rounds. */
const [ROUNDS, BLOCKS] = [71, 40]
const ofDrawn = (seats: number): number => {
  const { shared, hash, sharedWord, own, ownWord } = prices.round
  const words = Math.ceil(seats / 16)
  const round = 3 * BLOCKS < seats ? shared + BLOCKS * hash + words * sharedWord : own + words * ownWord
  return seats * prices.drawnSeat + ROUNDS * round
}

/** What calls cost beyond their seats and signatures, as they execute and on the floor. */
const posted = { executed: 66_300, floor: 31_250 }
const claimed = { executed: 66_150, floor: 26_700 }
const executedPost = (seats: number) =>
  posted.executed + seats * prices.givenSeat + quorumOf(seats) * prices.posted
const flooredPost = (seats: number) =>
  posted.floor + seats * prices.floorSeat + quorumOf(seats) * prices.floorSignature
const executedClaim = (seats: number) => claimed.executed + seats * prices.givenSeat
const flooredClaim = (seats: number) => claimed.floor + seats * prices.floorSeat

/** The smallest committee from which on the floor is more. */
const floorFrom = (executed: (seats: number) => number, floored: (seats: number) => number): number => {
  let seats = 1
  while (floored(seats) < executed(seats)) seats++
  return seats
}
/** Seats from which on a transaction pays the floor of its calldata (EIP-7623). */
export const floors = {
  'propose, posted': floorFrom(executedPost, flooredPost),
  claimEpochProofRight: floorFrom(executedClaim, flooredClaim),
} as const

const n = (value: number): string => value.toLocaleString('en')
const { round } = prices
const roundNumbers = parameters.shuffleRounds

const flat = { grown: () => 0 }
/** Of the forced queue: the entry before is hashed, the entry to take is read, and the date of the next one. */
const queue = { hashed: 2_158, taken: 2_241, next: 2_227 }
/** A commitment in calldata, instead of zeroes. */
const COMMITMENT = 32 * (OTHER_BYTE - ZERO_BYTE)
const terms = {
  'setupEpoch, changed set': {
    words: `Up to ${committee} validators the whole set serves. A larger one is shuffled: rounds × what a round costs. EPOCH-12 has ${Math.min(...roundNumbers)} to ${Math.max(...roundNumbers)} rounds, another number at every doubling of ${committee}; a round costs ${n(round.shared + 3 * round.sharedWord)} gas and ${round.hash} for every 256 validators up to ${n(SHARED_END)}, ${n(roundOf(SHARED_END + 1))} up to ${n(NARROW_END)}, and ${n(round.wide)} beyond, where indices no longer fit into 16 bits.`,
    grown: ofValidators,
  },
  'propose, verified': {
    words: `Signatures of the quorum, two thirds of the seats: ${n(prices.verified)} gas each, 3,000 of them to recover it and 1,024 for its 64 bytes. A seat costs another ${prices.givenSeat} for the 20 bytes of its member.`,
    grown: (seats) => seats * prices.givenSeat + quorumOf(seats) * prices.verified,
  },
  'propose, posted': {
    words: `Calldata. From ${floors['propose, posted']} seats on the transaction pays its floor (EIP-7623) and nothing for what it executes: ${n(prices.floorSignature)} gas for a signature, ${prices.floorSeat} for a seat. With fewer they cost ${n(prices.posted)} and ${prices.givenSeat}.`,
    grown: (seats) => Math.max(executedPost(seats), flooredPost(seats)),
  },
  claimEpochProofRight: {
    words: `Calldata: the committee, ${prices.givenSeat} gas a seat; from ${floors.claimEpochProofRight} seats on its floor (EIP-7623), ${prices.floorSeat}.`,
    grown: (seats) => Math.max(executedClaim(seats), flooredClaim(seats)),
  },
  'setupEpoch, whole set, changed': {
    words: `Seats: ${n(prices.wholeSeat)} gas each, 2,100 of them to read its member, 160 to log it.`,
    grown: (seats) => seats * prices.wholeSeat,
  },
  'setupEpoch, drawn from 10,000': {
    words: `${ROUNDS} rounds for every 16 seats, ${n(round.ownWord)} gas each up to ${3 * BLOCKS} seats, and ${n(round.sharedWord)} beyond, where seats share the hashes for ${BLOCKS} × 256 validators; ${n(prices.drawnSeat)} gas a seat.`,
    grown: ofDrawn,
  },
  'propose, taking 1': {
    words: `Nothing (QUEUE-10). With a second entry, ${n(queue.next)} gas once, to read whether the next one is due.`,
    grown: (waiting) => (waiting > 1 ? queue.next : 0),
  },
  'forceInclusion of 1 kB': {
    words: `Nothing (QUEUE-10). Behind another entry, ${n(queue.hashed)} gas once: its commitment is hashed into the new one.`,
    grown: (waiting) => (waiting > 0 ? queue.hashed : 0),
  },
  'proposeWithProof, taking 1': {
    words: `Nothing (QUEUE-10). Of none it takes none; the first entry costs ${n(queue.taken)} gas once and the calldata of its commitment, the second another ${n(queue.next)}.`,
    grown: (waiting) => (waiting > 0 ? queue.taken + COMMITMENT : 0) + (waiting > 1 ? queue.next : 0),
  },
  'submitEpochProof, claimed': { words: 'Nothing (PROOF-6), but for zeroes in calldata.', ...flat },
  prune: { words: 'Nothing (PRUNE-6).', ...flat },
  'epoch, per block': {
    words: `What an epoch pays once, ${n(prices.epoch)} gas for sample, claim, proof and what a first block costs more, is shared by its blocks. Each costs ${n(prices.block)} by itself.`,
    grown: (blocks) => prices.epoch / blocks,
  },
} as const satisfies Record<string, Term>

export type CurveName = keyof typeof terms
/** In the order of the tables. */
export const curveNames = Object.keys(terms) as CurveName[]
export const termOf = (name: CurveName): Term => terms[name]
