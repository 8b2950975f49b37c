/** What the functions are asked: boundaries, inputs that were drawn once and for all, and bad ones, by case. */
import { bytesToHex, keccak256, toHex } from 'viem'
import { offsetOf } from '../../../model/l1-rollup/rules/arithmetic.ts'
import { randaoValue } from '../../../model/shared/hash.ts'
import { compactVs, keyOf, sign } from '../../evm/ecdsa.ts'
import numberedBlobs from '../../evm/numbered-blobs.json' with { type: 'json' }
import { type Hex, wordHex } from '../../evm/word.ts'
import { functionProfile, referenceFunctions } from './reference.ts'
import type { FunctionName, Input } from './table.ts'

/** Inputs by the name of the case. Those of `refused` are bad, all others are good. */
export type Inputs = Readonly<Record<string, readonly unknown[]>>

const { parameters } = functionProfile
const { slotsPerEpoch, slotDurationSeconds, targetCommitteeSize } = parameters

const ZERO = wordHex(0n)
const GREATEST = wordHex((1n << 256n) - 1n)
const TOO_LONG = `0x01${'00'.repeat(32)}`
const FAR = Number.MAX_SAFE_INTEGER
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const HIGH_BIT = 1n << 255n

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)
/** The same word on every machine. */
const drawn = (label: string): Hex => keccak256(toHex(`lockstep vectors ${label}`))
const drawnNumber = (label: string, below: number): number => Number(BigInt(drawn(label)) % BigInt(below))
const randaos = functionProfile.randaos.map((name) => wordHex(randaoValue(name)))
/** EPOCH-2, its boundary. */
const boundarySeed = 0xcc69885fda6bcc1a4ace058b4a62bf5e179ea78fd58a1ccd71c22cc9b688792fn

const slots = [
  0,
  1,
  slotsPerEpoch - 1,
  slotsPerEpoch,
  slotsPerEpoch + 1,
  2 * slotsPerEpoch - 1,
  2 * slotsPerEpoch,
  2 ** 32 - 1,
  2 ** 32,
  FAR - offsetOf({ slot: FAR, slotsPerEpoch }) - 1,
  FAR,
].map((slot) => ({ slot }))
const drawnSlots = range(0, 16).map((at) => ({ slot: drawnNumber(`slot ${at}`, 2 ** 24) }))
const ofSlots = { boundaries: slots, drawn: drawnSlots, refused: [{ slot: -1 }] }

const genesisTimestamp = 1_800_000_000
const times = [-1, 0, 1, slotDurationSeconds - 1, slotDurationSeconds, slotDurationSeconds + 1]
  .concat([slotDurationSeconds * slotsPerEpoch - 1, slotDurationSeconds * slotsPerEpoch, 2 ** 32])
  .map((seconds) => ({ timestamp: genesisTimestamp + seconds, genesisTimestamp }))

const header = {
  parentHash: drawn('parent'),
  slot: 7,
  timestamp: genesisTimestamp + 7 * slotDurationSeconds,
  stateRoot: drawn('state root'),
  transactionsHash: drawn('transactions'),
  forcedCount: 2,
  forcedHash: drawn('queue'),
  hasOthers: true,
  blobHashes: [drawn('blob 0')],
}
const words = { parentHash: ZERO, stateRoot: ZERO, transactionsHash: ZERO, forcedHash: ZERO }
/** Each differs from the first in one field, or is at an end of its range. */
const headers = [
  header,
  { ...header, parentHash: drawn('another parent') },
  { ...header, slot: 8 },
  { ...header, timestamp: header.timestamp + 1 },
  { ...header, stateRoot: drawn('another state root') },
  { ...header, transactionsHash: drawn('other transactions') },
  { ...header, forcedCount: 3 },
  { ...header, forcedHash: drawn('another queue') },
  { ...header, hasOthers: false },
  { ...header, blobHashes: [] },
  { ...header, blobHashes: range(0, 2).map((at) => drawn(`blob ${at}`)) },
  { ...header, blobHashes: [drawn('blob 1'), drawn('blob 0')] },
  { ...header, blobHashes: range(0, 6).map((at) => drawn(`blob ${at}`)) },
  { ...words, slot: 0, timestamp: 0, forcedCount: 0, hasOthers: false, blobHashes: [] },
  {
    parentHash: GREATEST,
    stateRoot: GREATEST,
    transactionsHash: GREATEST,
    forcedHash: GREATEST,
    slot: FAR,
    timestamp: FAR,
    forcedCount: FAR,
    hasOthers: true,
    blobHashes: [GREATEST],
  },
]
const badHeaders = [
  { ...header, slot: -1 },
  { ...header, stateRoot: TOO_LONG },
  { ...header, forcedCount: -1 },
  { ...header, forcedHash: TOO_LONG },
  { ...header, blobHashes: [TOO_LONG] },
]

const rollup = keyOf('a rollup').address
/** The same struct for another chain or another contract is another message (PROPOSE-13, CLAIM-9). */
const domains = [
  { chainId: 1, rollup },
  { chainId: 31_337, rollup },
  { chainId: 11_155_111, rollup: keyOf('another rollup').address },
  { chainId: 1, rollup: keyOf('another rollup').address },
]

const quote = {
  proverAddress: keyOf('p1').address,
  epochToProve: 0,
  validUntilSlot: 40,
  bondAmount: parameters.minimumBondWei,
  basisPointFee: 5_000,
}
const quotes = [
  quote,
  { ...quote, proverAddress: keyOf('p2').address },
  { ...quote, epochToProve: 1 },
  { ...quote, validUntilSlot: 41 },
  { ...quote, bondAmount: `${BigInt(quote.bondAmount) - 1n}` },
  ...[0, 10_000, 10_001, 2 ** 32 - 1].map((basisPointFee) => ({ ...quote, basisPointFee })),
  {
    proverAddress: `0x${'00'.repeat(20)}`,
    epochToProve: 0,
    validUntilSlot: 0,
    bondAmount: '0',
    basisPointFee: 0,
  },
  {
    proverAddress: `0x${'ff'.repeat(20)}`,
    epochToProve: FAR,
    validUntilSlot: FAR,
    bondAmount: `${(1n << 256n) - 1n}`,
    basisPointFee: 2 ** 32 - 1,
  },
]
const badQuotes = [
  { ...quote, basisPointFee: 2 ** 32 },
  { ...quote, bondAmount: `${1n << 256n}` },
  { ...quote, bondAmount: '-1' },
  { ...quote, proverAddress: `0x01${quote.proverAddress.slice(2)}` },
  { ...quote, epochToProve: -1 },
]

const entry = (label: string, epoch: number) => ({ data: bytesToHex(new TextEncoder().encode(label)), epoch })
const queue = [entry('tx1', 0), entry('tx2', 0), entry('tx3', 1)]
/** Another order, another date, another byte, and the same twice are other queues. */
const queues = [
  [],
  ...range(1, 4).map((length) => queue.slice(0, length)),
  [queue[1]!, queue[0]!],
  [{ ...queue[0]!, epoch: 1 }],
  [{ ...queue[0]!, data: '0x747832' }],
  [{ ...queue[0]!, data: '0x00' }],
  [queue[0]!, queue[0]!],
  [entry('tx1'.repeat(100), 2 ** 32)],
]

const { fallbackEnterSlots, fallbackExitSlots, fallbackExitActivitySlots } = parameters
const NONE = -1
const quiet = { countedFrom: NONE, entered: NONE, advanced: NONE, claimDeadline: NONE, queueWaits: false }
/** So many slots, each with the one before. */
const around = (slots: readonly number[]): number[] => [
  ...new Set(slots.flatMap((slot) => [slot - 1, slot]).filter((slot) => slot >= 0)),
]
const at = (stored: Partial<Input<'fallbackAt'>>, slots: readonly number[]) =>
  slots.map((slot) => ({ ...quiet, ...stored, slot }))
const cycleSlots = fallbackEnterSlots + Math.min(fallbackExitSlots, fallbackExitActivitySlots)
/** Entries and exits, n of them, of a chain that is counted from a slot on while the queue waits. */
const turns = (from: number, cycles: number) =>
  range(0, cycles).flatMap((cycle) => [
    from + cycle * cycleSlots + fallbackEnterSlots,
    from + (cycle + 1) * cycleSlots,
  ])
const session = { entered: 96, advanced: 96 }
/** Until T_exit by advances, the last one in time. */
const usedSession = { entered: 96, advanced: 96 + fallbackExitSlots - 1 }

const signed = (digest: Hex, signer: string): Input<'signerOf'> => {
  const signature = sign(digest, keyOf(signer))
  return { digest, r: signature.r, vs: compactVs(signature) }
}
const digest = drawn('digest')
const signature = signed(digest, 'v1')
const s = BigInt(signature.vs) & (HIGH_BIT - 1n)
const withS = (value: bigint, parity: bigint) => ({ ...signature, vs: wordHex(value | (parity * HIGH_BIT)) })

async function digests(): Promise<{ attestation: Hex; quote: Hex }> {
  const { blockHash, quoteDigest } = referenceFunctions
  const given = { ...domains[0]!, header, quote }
  return {
    attestation: (await blockHash(given, parameters)) as Hex,
    quote: (await quoteDigest(given, parameters)) as Hex,
  }
}

/** All of them, by function and case. */
export async function functionInputs(): Promise<Readonly<Record<FunctionName, Inputs>>> {
  const { attestation, quote: quoted } = await digests()
  return {
    epochOf: ofSlots,
    offsetOf: ofSlots,
    slotAt: { boundaries: times, refused: [{ timestamp: -1, genesisTimestamp }] },
    startOf: {
      boundaries: [0, 1, slotsPerEpoch - 1, slotsPerEpoch, 2 ** 32].map((slot) => ({
        slot,
        genesisTimestamp,
      })),
      refused: [{ slot: -1, genesisTimestamp }],
    },
    seedOf: {
      boundaries: [0, 1, 2, 2 ** 32, FAR].flatMap((epoch) =>
        [ZERO, wordHex(1n), GREATEST].map((prevrandao) => ({ epoch, prevrandao })),
      ),
      drawn: randaos.map((prevrandao, epoch) => ({ epoch, prevrandao })),
      refused: [
        { epoch: 1, prevrandao: TOO_LONG },
        { epoch: -1, prevrandao: ZERO },
      ],
    },
    shuffle: {
      boundaries: [
        ...[49, 1_000].map((count) => ({ seed: wordHex(boundarySeed), count, seats: 6 })),
        ...[2, 3, 48, 49, 255, 256, 257, 258, 512, 513].map((count) => ({
          seed: drawn(`seed of ${count}`),
          count,
          seats: Math.min(count - 1, targetCommitteeSize),
        })),
        ...[ZERO, GREATEST].map((seed) => ({ seed, count: 60, seats: 59 })),
      ],
      drawn: range(0, 4).map((at) => ({
        seed: drawn(`seed ${at}`),
        count: 49 + drawnNumber(`count ${at}`, 1_000),
        seats: targetCommitteeSize,
      })),
    },
    committeePositions: {
      boundaries: [0, 1, 47, 48, 49, 50, 60, 256, 257].map((setSize) => ({
        epoch: 1,
        prevrandao: randaos[0]!,
        setSize,
      })),
      drawn: randaos.flatMap((prevrandao) =>
        [1, 2].map((epoch) => ({ epoch, prevrandao, setSize: functionProfile.validators.length })),
      ),
      refused: [{ epoch: 1, prevrandao: randaos[0]!, setSize: -1 }],
    },
    drawSeat: {
      seats: [0, 1, 2, 3, targetCommitteeSize - 1, targetCommitteeSize].flatMap((seats) =>
        [0, 1].map((slot) => ({ slot, sampleEpoch: 0, prevrandao: randaos[0]!, seats })),
      ),
      an_epoch: range(slotsPerEpoch, 2 * slotsPerEpoch).map((slot) => ({
        slot,
        sampleEpoch: 1,
        prevrandao: randaos[1]!,
        seats: targetCommitteeSize,
      })),
      // EPOCH-6: the sample stays in force, epoch and slot go on.
      inherited: range(2, 6).map((epoch) => ({
        slot: epoch * slotsPerEpoch,
        sampleEpoch: 1,
        prevrandao: randaos[1]!,
        seats: targetCommitteeSize,
      })),
      refused: [{ slot: -1, sampleEpoch: 0, prevrandao: randaos[0]!, seats: targetCommitteeSize }],
    },
    quorum: { sizes_0_to_128: range(0, 129).map((seats) => ({ seats })), refused: [{ seats: -1 }] },
    genesisHash: {
      boundaries: [ZERO, drawn('state root'), GREATEST].map((stateRoot) => ({ ...domains[0]!, stateRoot })),
      domains: domains.map((one) => ({ ...one, stateRoot: drawn('state root') })),
      refused: [{ ...domains[0], stateRoot: TOO_LONG }],
    },
    blockHash: {
      boundaries: headers.map((one) => ({ ...domains[0]!, header: one })),
      domains: domains.map((one) => ({ ...one, header })),
      refused: [
        ...badHeaders.map((one) => ({ ...domains[0], header: one })),
        { ...domains[0], rollup: rollup.slice(0, -2), header },
      ],
    },
    quoteDigest: {
      boundaries: quotes.map((one) => ({ ...domains[0]!, quote: one })),
      domains: domains.map((one) => ({ ...one, quote })),
      refused: badQuotes.map((one) => ({ ...domains[0], quote: one })),
    },
    signerOf: {
      attestations: ['v1', 'v2', 'v3', 'v4'].map((signer) => signed(attestation, signer)),
      quotes: ['p1', 'p2', 'stranger'].map((signer) => signed(quoted, signer)),
      boundaries: [
        signature,
        { ...signature, digest: drawn('another digest') },
        { ...signature, digest: ZERO },
        { ...signature, digest: GREATEST },
        withS(s, BigInt(signature.vs) >> 255n === 1n ? 0n : 1n),
        ...[1n, HALF_ORDER, HALF_ORDER + 1n, HIGH_BIT - 1n].map((value) => withS(value, 0n)),
        withS(0n, 0n),
        ...[0n, 1n, 5n, ORDER - 1n, ORDER, (1n << 256n) - 1n].map((r) => ({ ...signature, r: wordHex(r) })),
      ],
      refused: [{ ...signature, r: TOO_LONG }],
    },
    versionedHashOf: {
      numbered_blobs: Object.values(numberedBlobs).map(({ commitment }) => ({ commitment })),
      boundaries: [
        // The commitment to a blob of zeroes: the point at infinity.
        { commitment: `0xc0${'00'.repeat(47)}` },
        { commitment: bytesToHex(new Uint8Array(48).fill(255)) },
      ],
      refused: [47, 49].map((size) => ({ commitment: `0xc0${'00'.repeat(size - 1)}` })),
    },
    proverShare: {
      boundaries: [
        ...[0, 1, 4_999, 5_000, 9_999, 10_000].flatMap((basisPointFee) =>
          ['0', '1', '2', '7', parameters.epochRewardWei, `${(1n << 128n) - 1n}`].map((rewardWei) => ({
            rewardWei,
            basisPointFee,
          })),
        ),
      ],
      refused: [
        { rewardWei: '-1', basisPointFee: 5_000 },
        { rewardWei: '7', basisPointFee: -1 },
      ],
    },
    queueHash: {
      boundaries: queues.map((entries) => ({ entries })),
      refused: [{ entries: [{ ...queue[0]!, epoch: -1 }] }, { entries: [{ ...queue[0]!, data: '0x0' }] }],
    },
    fallbackAt: {
      counted: [
        ...at({}, [0, 1_000]),
        ...[0, 7, 1_000].flatMap((countedFrom) =>
          at({ countedFrom }, [countedFrom, ...around(turns(countedFrom, 2))]),
        ),
      ],
      queue_waits: [
        ...at({ countedFrom: 0, queueWaits: true }, [0, ...around(turns(0, 4)), 300, 330]),
        ...at({ countedFrom: 7, queueWaits: true }, around([...turns(7, 2), ...turns(7, 60).slice(-2)])),
      ],
      claimed: [96, 97, 128].flatMap((claimDeadline) =>
        [false, true].flatMap((queueWaits) =>
          at(
            { countedFrom: 0, claimDeadline, queueWaits },
            around([
              96,
              claimDeadline,
              claimDeadline + fallbackExitActivitySlots,
              claimDeadline + cycleSlots,
            ]),
          ),
        ),
      ),
      sessions: [session, { ...session, advanced: 100 }, usedSession].flatMap((stored) =>
        [false, true].flatMap((queueWaits) => {
          const end = Math.min(
            stored.entered + fallbackExitSlots,
            stored.advanced + fallbackExitActivitySlots,
          )
          return at({ ...stored, queueWaits }, [
            stored.advanced,
            ...around([end, end + fallbackEnterSlots, end + cycleSlots]),
          ])
        }),
      ),
      refused: [
        { ...quiet, slot: -1 },
        { ...quiet, slot: 0, entered: -2 },
      ],
    },
  }
}
