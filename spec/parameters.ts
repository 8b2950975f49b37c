import { readFileSync } from 'node:fs'
import { z } from 'zod'

const count = z.number().int().nonnegative()
const positive = z.number().int().positive()
/** An amount in wei: a decimal string in files, because JSON numbers end at 2^53. */
export const wei = z.string().regex(/^(0|[1-9][0-9]*)$/, 'expected a decimal string of wei')

/** QUEUE-11: what the blobs of one block hold: 6 of 4,096 words of 31 bytes. */
export const BLOCK_CAPACITY_BYTES = 6 * 4096 * 31

/** CHALLENGE-12: so many slots has an epoch at most whose blocks are marked, two epochs of them, in a word of 256 bits. */
export const MARKED_EPOCH_SLOTS = 128

/** Protocol parameters: every number that a clause names. Slots and epochs are counts, amounts are wei. */
export const parametersSchema = z
  .strictObject({
    /** TIME-1. Seconds. */
    slotDurationSeconds: positive,
    /** TIME-2. */
    slotsPerEpoch: positive,
    /** CLAIM-1: C. */
    claimWindowSlots: positive,
    /** EPOCH-3. */
    targetCommitteeSize: positive,
    /** EPOCH-12: one number for each doubling of the set beyond the committee, the last one for all larger sets. */
    shuffleRounds: z.array(positive.max(255)).min(1).max(32),
    /** EPOCH-2: 1 or 2. The contracts implement 1. */
    seedLookaheadEpochs: z.union([z.literal(1), z.literal(2)]),
    /** EPOCH-8. The contracts implement `hash`. */
    proposerSelection: z.enum(['hash', 'offset']),
    /** REWARD-3. The contracts implement `claimant`. */
    rewardRemainder: z.enum(['claimant', 'blockProposers']),
    /** PROOF-10. The contracts implement `anyone`. */
    proofSubmission: z.enum(['anyone', 'claimedProver']),
    /** REWARD-6. The contracts implement `epoch`. */
    rewardBasis: z.enum(['epoch', 'block']),
    /** ESCROW-12. */
    withdrawalDelaySlots: positive,
    /** CLAIM-6. With 0, which models may have, nothing can be deployed (DEPLOY-6). */
    minimumBondWei: wei,
    /** ESCROW-3. */
    escrowCapWei: wei,
    /** REWARD-1. */
    epochRewardWei: wei,
    /** CHALLENGE-1: d. 0: signatures are verified by `propose`. */
    challengeSlots: count,
    /** FALLBACK-1: T_enter. 0: a deployment without fallback. */
    fallbackEnterSlots: count,
    /** FALLBACK-6: T_exit. */
    fallbackExitSlots: count,
    /** FALLBACK-7: T_activity. */
    fallbackExitActivitySlots: count,
    /** FALLBACK-15. */
    fallbackRewardWei: wei,
    /** QUEUE-3: from the epoch of the entry to includedByEpoch. */
    forcedDelayEpochs: count,
    /** QUEUE-7: m. */
    forcedMinimum: positive,
    /** QUEUE-1. Bytes. */
    forcedMaximumBytes: positive,
  })
  .refine((p) => p.claimWindowSlots < p.slotsPerEpoch, {
    path: ['claimWindowSlots'],
    message: 'expected fewer slots than an epoch has: a prover needs time after the claim window (DEPLOY-2)',
  })
  .refine((p) => p.challengeSlots <= p.claimWindowSlots, {
    path: ['challengeSlots'],
    message: 'expected at most claimWindowSlots, or the latest claim lacks time for its proof (CHALLENGE-10)',
  })
  .refine((p) => p.challengeSlots === 0 || p.slotsPerEpoch <= MARKED_EPOCH_SLOTS, {
    path: ['slotsPerEpoch'],
    message: `expected at most ${MARKED_EPOCH_SLOTS} where signatures are challenged (CHALLENGE-12)`,
  })
  .refine((p) => p.withdrawalDelaySlots >= p.slotsPerEpoch + p.claimWindowSlots, {
    path: ['withdrawalDelaySlots'],
    message:
      'expected at least an epoch and the claim window, or a quote is not guaranteed (ESCROW-11, DEPLOY-4)',
  })
  .refine((p) => BigInt(p.minimumBondWei) <= BigInt(p.escrowCapWei), {
    path: ['minimumBondWei'],
    message: 'expected at most escrowCapWei, or no bond can be posted (DEPLOY-6)',
  })
  .refine((p) => BigInt(p.escrowCapWei) < 1n << 128n, {
    path: ['escrowCapWei'],
    message: 'expected less than 2^128: accounts are stored in 128 bits (DEPLOY-5)',
  })
  .refine(
    (p) => p.fallbackEnterSlots === 0 || p.fallbackEnterSlots >= (p.forcedDelayEpochs + 2) * p.slotsPerEpoch,
    {
      path: ['fallbackEnterSlots'],
      message:
        'expected 0 or at least forcedDelayEpochs + 2 epochs, or a proof in time is cut off (FALLBACK-17)',
    },
  )
  .refine((p) => p.fallbackEnterSlots === 0 || p.fallbackExitActivitySlots >= 1, {
    path: ['fallbackExitActivitySlots'],
    message: 'expected at least 1, or a session ends before anybody can use it (FALLBACK-18)',
  })
  .refine((p) => p.fallbackEnterSlots === 0 || p.fallbackExitSlots >= p.fallbackExitActivitySlots, {
    path: ['fallbackExitSlots'],
    message: 'expected at least fallbackExitActivitySlots (FALLBACK-18)',
  })
  .refine((p) => p.forcedMinimum * p.forcedMaximumBytes <= BLOCK_CAPACITY_BYTES, {
    path: ['forcedMinimum'],
    message: `expected so few that they fit into the blobs of a block, ${BLOCK_CAPACITY_BYTES} bytes (QUEUE-11)`,
  })

export type Parameters = z.infer<typeof parametersSchema>

/** Of the clauses whose reading is a constant, the one that the contracts implement; the models have them all. */
export const implementedReadings = {
  seedLookaheadEpochs: 1,
  proposerSelection: 'hash',
  rewardRemainder: 'claimant',
  proofSubmission: 'anyone',
  rewardBasis: 'epoch',
} as const satisfies Partial<Parameters>

/** Of an account, a content or a randomness: texts that the models compare are put together from these. */
const name = z.string().regex(/^[a-z][a-z0-9]*$/, 'expected lower-case letters and digits')

const quote = z.strictObject({ proverAddress: name, bondAmount: wei, basisPointFee: count })
/** Which instances of an event a profile explores; see spec/actors/l1-rollup.md. */
const family = z.enum(['none', 'valid', 'full'])

/** A profile: parameters, the initial state and the event instances that are explored. */
export const profileSchema = z.strictObject({
  name,
  /** What this profile keeps still, for the trust ledger. */
  freezes: z.array(z.string()),
  parameters: parametersSchema,
  /** TIME-4: where time begins, −1 being before genesis. */
  firstSlot: z.union([z.literal(-1), z.literal(0)]).default(0),
  /** Time stops here: the last slot that is explored. */
  horizon: positive,
  /** What blocks may hold beside forced transactions; `none` stands for nothing. */
  contents: z.array(name).min(1),
  /** Transactions that may enter the forced-inclusion queue, in this order; the same may stand there twice. */
  forceable: z.array(name),
  /** Initial validators, in order. */
  validators: z.array(name),
  addable: z.array(name),
  removable: z.array(name),
  /** Names of prevrandao values; the first is the constructor's. */
  randaos: z.array(name).min(1),
  provers: z.array(name),
  /** Tokens by holder at the start, `rollup` being the reward pool. */
  tokens: z.record(name, wei).refine((tokens) => !('escrow' in tokens), {
    path: ['escrow'],
    message: 'expected no tokens of the escrow beside the deposits that it holds (ESCROW-10)',
  }),
  /** Available amount by prover at the start. */
  deposits: z.record(name, wei),
  /** The unit of valid deposits. */
  depositWei: wei,
  quotes: z.array(quote),
  /** Who tries to collect rewards. */
  collectors: z.array(name),
  families: z.strictObject({
    propose: family,
    challenge: family,
    claimEpochProofRight: family,
    submitEpochProof: family,
    proposeWithProof: family,
    forceInclusion: family,
    prune: family,
    setupEpoch: family,
    validators: family,
    deposit: family,
    withdrawal: family,
    collectSlashed: family,
    collectReward: family,
  }),
  /** Which events beside the instances are asked about; see spec/actors/l1-rollup.md. */
  probes: z.strictObject({
    /** Every so-manieth state is asked, with one field that differs from a base; none when 0. */
    everyState: count,
    /** Every so-manieth state is asked with two such fields as well; none when 0. */
    pairsEveryState: count,
  }),
})

export type Profile = z.infer<typeof profileSchema>
export type EventFamily = keyof Profile['families']

/** No graph that is explored whole has as many states, whatever the constants: more are those of a wrong rule. */
export const STATE_LIMIT = 1_000_000

/** Everybody whom a profile names: validators, those that can be added, provers. Each once. */
export const peopleOf = ({ validators, addable, provers }: Profile): string[] => [
  ...new Set([...validators, ...addable, ...provers]),
]

const presetSchema = z.strictObject({ name: z.string(), profiles: z.array(profileSchema).min(1) })
export type Preset = z.infer<typeof presetSchema>

/** Bad data in a preset or a constant: says where and what was expected. */
export class PresetError extends Error {
  override name = 'PresetError'
}

/** Names of the presets in this folder. */
export const presetNames = ['tiny', 'deep', 'rfc'] as const

/** Profiles of preset `tiny` with more slots and what else makes them larger: `deep`, for hours where `tiny` takes minutes. */
const deepSchema = z.strictObject({
  name: z.literal('deep'),
  of: z.literal('tiny'),
  profiles: z.record(z.string(), z.strictObject({ horizon: positive, addable: z.array(name).optional() })),
})

/**
 * Reads a preset, with protocol constants overridden by name.
 * @param name `tiny`, `deep` (some profiles of `tiny`, over more slots) or `rfc`
 * @param constants parameter name to its text, for example `{ seedLookaheadEpochs: '2' }`
 * @throws PresetError for an unknown preset, an unknown constant, or a value outside of its relation
 */
export function loadPreset(name: string, constants: Readonly<Record<string, string>> = {}): Preset {
  if (!(presetNames as readonly string[]).includes(name))
    throw new PresetError(`preset ${name}: expected one of ${presetNames.join(', ')}`)
  return name === 'deep' ? loadDeep(constants) : readPreset(name, constants)
}

function readPreset(name: string, constants: Readonly<Record<string, string>>): Preset {
  const file = new URL(`./presets/${name}.json`, import.meta.url)
  return parsePreset(JSON.parse(readFileSync(file, 'utf8')), `spec/presets/${name}.json`, constants)
}

function loadDeep(constants: Readonly<Record<string, string>>): Preset {
  const place = 'spec/presets/deep.json'
  const read = deepSchema.safeParse(
    JSON.parse(readFileSync(new URL('./presets/deep.json', import.meta.url), 'utf8')),
  )
  if (!read.success) throw new PresetError(`${place}: ${z.prettifyError(read.error)}`)
  const { name, of, profiles: larger } = read.data
  const { profiles } = readPreset(of, constants)
  const unknown = Object.keys(larger).find((profile) => !profiles.some((it) => it.name === profile))
  if (unknown !== undefined)
    throw new PresetError(`${place}: profiles.${unknown}: preset ${of} has no such profile`)
  return {
    name,
    profiles: profiles.flatMap((profile) => {
      const change = larger[profile.name]
      return change
        ? [{ ...profile, horizon: change.horizon, addable: change.addable ?? profile.addable }]
        : []
    }),
  }
}

/**
 * A profile of preset `tiny`.
 * @throws PresetError for an unknown one
 */
export function profileNamed(name: string): Profile {
  const { profiles } = loadPreset('tiny')
  const found = profiles.find((profile) => profile.name === name)
  if (found) return found
  throw new PresetError(`profile ${name}: expected one of ${profiles.map((it) => it.name).join(', ')}`)
}

/**
 * Profiles that nobody explores: their states and events are drawn and put to the models pair by pair.
 * @param target `modelChecker`: those whose amounts TLC can hold; `bytecode`: the others, at the widths of the EVM
 */
export function loadPointwise(target: 'modelChecker' | 'bytecode'): readonly Profile[] {
  const file = new URL('./presets/pointwise.json', import.meta.url)
  const { profiles } = parsePreset(JSON.parse(readFileSync(file, 'utf8')), 'spec/presets/pointwise.json')
  const isSmall = ({ parameters }: Profile) => BigInt(parameters.escrowCapWei) < 1n << 31n
  return profiles.filter((profile) => isSmall(profile) === (target === 'modelChecker'))
}

/** Parses preset data; `place` names it in errors. */
export function parsePreset(
  data: unknown,
  place: string,
  constants: Readonly<Record<string, string>> = {},
): Preset {
  const first = presetSchema.safeParse(data)
  if (!first.success) throw new PresetError(`${place}: ${z.prettifyError(first.error)}`)
  const profiles = first.data.profiles.map((profile) => {
    const parameters: Record<string, unknown> = { ...profile.parameters }
    for (const [key, text] of Object.entries(constants)) {
      if (!(key in parameters))
        throw new PresetError(`constant ${key}: expected one of ${Object.keys(parameters).join(', ')}`)
      const isNumber = /^-?[0-9]+$/.test(text)
      if (Array.isArray(parameters[key])) parameters[key] = text.split(',').map(Number)
      else parameters[key] = typeof parameters[key] === 'number' && isNumber ? Number(text) : text
    }
    const parsed = parametersSchema.safeParse(parameters)
    if (!parsed.success)
      throw new PresetError(
        `${place}, profile ${profile.name}${Object.keys(constants).length > 0 ? ' with the given constants' : ''}: ${z.prettifyError(parsed.error)}`,
      )
    return { ...profile, parameters: parsed.data }
  })
  return { ...first.data, profiles }
}
