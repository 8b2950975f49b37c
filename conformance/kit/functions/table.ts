/**
 * The pure functions of the rules, with what they take and give. Values are JSON for any language: words, digests and
 * addresses in hexadecimal, lower case; amounts as decimal strings of wei; slots, epochs and counts as numbers. What does
 * not fit a type here is bad input, which a function refuses.
 */
import { z } from 'zod'

const bytes = (count: number) => z.string().regex(new RegExp(`^0x[0-9a-f]{${2 * count}}$`))
const word = bytes(32)
const address = bytes(20)
const natural = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const wei = z
  .string()
  .regex(/^(0|[1-9][0-9]*)$/)
  .refine((text) => BigInt(text) < 1n << 256n)
const positions = z.array(natural)
/** A slot, or −1 for none. */
const slotOrNone = z.number().int().min(-1).max(Number.MAX_SAFE_INTEGER)

const header = z.strictObject({
  parentHash: word,
  slot: natural,
  timestamp: natural,
  stateRoot: word,
  transactionsHash: word,
  forcedCount: natural,
  forcedHash: word,
  hasOthers: z.boolean(),
  blobHashes: z.array(word),
})
const quote = z.strictObject({
  proverAddress: address,
  epochToProve: natural,
  validUntilSlot: natural,
  bondAmount: wei,
  basisPointFee: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1),
})
/** What signatures and blocks are bound to: chain and contract. */
const domain = { chainId: natural, rollup: address }

/** Of each: the clauses that it follows from, and in words what it computes. */
export const functions = {
  epochOf: of(['TIME-2'], 'the epoch of a slot', { slot: natural }, natural),
  offsetOf: of(['TIME-2'], 'the offset of a slot in its epoch', { slot: natural }, natural),
  slotAt: of(
    ['TIME-1'],
    'the slot of a time in seconds; 0 before genesis',
    { timestamp: natural, genesisTimestamp: natural },
    natural,
  ),
  startOf: of(
    ['TIME-1', 'PROPOSE-4'],
    'when a slot starts, in seconds',
    { slot: natural, genesisTimestamp: natural },
    natural,
  ),
  seedOf: of(
    ['EPOCH-2', 'EPOCH-10'],
    'the seed of the epoch that is sampled for',
    { epoch: natural, prevrandao: word },
    word,
  ),
  shuffle: of(
    ['EPOCH-9', 'EPOCH-10'],
    'where the first `seats` indices of a list of `count` go; fewer seats than entries',
    { seed: word, count: natural, seats: natural },
    positions,
  ),
  committeePositions: of(
    ['EPOCH-2', 'EPOCH-3', 'EPOCH-4', 'EPOCH-9', 'EPOCH-10'],
    'positions in a frozen set of `setSize` that a sample draws, one per seat',
    { epoch: natural, prevrandao: word, setSize: natural },
    positions,
  ),
  drawSeat: of(
    ['EPOCH-2', 'EPOCH-8', 'EPOCH-10', 'EPOCH-11'],
    'the seat of the proposer of a slot under the sample of `sampleEpoch`; null, nobody, without seats',
    { slot: natural, sampleEpoch: natural, prevrandao: word, seats: natural },
    natural.nullable(),
  ),
  quorum: of(['PROPOSE-11'], 'attestations that a committee needs', { seats: natural }, natural),
  genesisHash: of(
    ['PROPOSE-14'],
    'the hash of the block before the first: the EIP-712 digest of the state root that the rollup starts from',
    { ...domain, stateRoot: word },
    word,
  ),
  blockHash: of(
    ['PROPOSE-10', 'PROPOSE-13'],
    'the hash of a block, which is what a member signs: the EIP-712 digest of its header',
    { ...domain, header },
    word,
  ),
  quoteDigest: of(
    ['CLAIM-9'],
    'what a prover signs: the EIP-712 digest of a quote',
    { ...domain, quote },
    word,
  ),
  signerOf: of(
    ['CLAIM-9', 'PROPOSE-10'],
    'whom a compact signature (EIP-2098) recovers to; null, nobody, also where s is in the upper half',
    { digest: word, r: word, vs: word },
    address.nullable(),
  ),
  versionedHashOf: of(
    ['PROPOSE-9'],
    'the versioned hash of a KZG commitment (EIP-4844)',
    { commitment: bytes(48) },
    word,
  ),
  proverShare: of(
    ['REWARD-2'],
    "the prover's part of a reward, in wei",
    { rewardWei: wei, basisPointFee: natural },
    wei,
  ),
  queueHash: of(
    ['QUEUE-3', 'QUEUE-5', 'QUEUE-12'],
    'the commitment to a queue into which this data entered in these epochs',
    { entries: z.array(z.strictObject({ data: z.string().regex(/^0x([0-9a-f]{2})+$/), epoch: natural })) },
    word,
  ),
  fallbackAt: of(
    ['FALLBACK-1', 'FALLBACK-3', 'FALLBACK-6', 'FALLBACK-7', 'FALLBACK-8'],
    'what has become of the stored fallback by a slot, if nobody has acted since',
    {
      slot: natural,
      countedFrom: slotOrNone,
      entered: slotOrNone,
      advanced: slotOrNone,
      claimDeadline: slotOrNone,
      queueWaits: z.boolean(),
    },
    z.strictObject({
      countedFrom: slotOrNone,
      entered: slotOrNone,
      advanced: slotOrNone,
      since: slotOrNone,
      entries: natural,
    }),
  ),
} as const

export type FunctionName = keyof typeof functions
export type Input<Name extends FunctionName> = z.infer<(typeof functions)[Name]['input']>
export type Output<Name extends FunctionName> = z.infer<(typeof functions)[Name]['output']>
export const functionNames = Object.keys(functions) as FunctionName[]

function of<Fields extends z.ZodRawShape, Result extends z.ZodType>(
  clauses: readonly string[],
  says: string,
  fields: Fields,
  output: Result,
) {
  return { clauses, says, input: z.strictObject(fields), output }
}
