import { z } from 'zod'
import {
  count,
  crashes,
  key,
  loadPreset,
  name,
  orNone,
  parseNodePreset,
  presetOf,
  probes,
} from './nodeParameters.ts'
import { wei } from './parameters.ts'

/** What a prover signs; see spec/actors/claimant.md. */
const quote = z.strictObject({
  prover: key,
  epoch: count,
  validUntilSlot: count,
  bond: wei,
  /** In basis points. */
  fee: count,
})

/** What the follower can tell; see spec/actors/claimant.md. */
const claimView = z.strictObject({
  follows: z.enum(['nothing', 'behind', 'level']),
  alarm: z.boolean(),
  fallback: z.boolean(),
  epoch: orNone,
  claim: key,
  /** Ascending by prover. */
  coverage: z.array(z.strictObject({ prover: key, amount: wei })),
  failed: z.array(key),
})

const parameters = z.strictObject({
  /** The own key. */
  self: key,
  /** Per slot, its proposer. */
  proposers: z.array(key).min(1),
  /** TIME-2. */
  slotsPerEpoch: z.number().int().positive(),
  /** CLAIM-1: C, in slots. */
  claimWindow: z.number().int().positive(),
  /** CLAIM-6. */
  minimumBond: wei,
  /** CLAIM-7, in basis points. */
  feeMaximum: count,
})

/** What a claimant decides by. */
export type ClaimantParameters = z.infer<typeof parameters>

/** A profile of a claimant. */
export const claimantProfileSchema = z
  .strictObject({
    name,
    /** What this profile keeps still, for the trust ledger. */
    freezes: z.array(z.string()),
    parameters,
    /** That are sent by their provers; the first is the one that is varied. */
    quotes: z.array(quote).min(1),
    views: z.array(claimView),
    crashes,
    /** The last slot that is explored. */
    horizon: count,
    probes,
  })
  .refine(({ parameters: { proposers }, horizon }) => proposers.length === horizon + 1, {
    path: ['parameters', 'proposers'],
    message: 'expected a proposer for every slot up to the horizon',
  })
export type ClaimantProfile = z.infer<typeof claimantProfileSchema>

const claimantPreset = presetOf(claimantProfileSchema)
export type ClaimantPreset = z.infer<typeof claimantPreset>

/** The preset of the claimant. @throws PresetError */
export const loadClaimantPreset = (): ClaimantPreset => loadPreset(claimantPreset, 'claimant')

/** @throws PresetError that says where and what was expected */
export const parseClaimantPreset = (data: unknown): ClaimantPreset =>
  parseNodePreset(claimantPreset, data, 'spec/presets/claimant.json')
