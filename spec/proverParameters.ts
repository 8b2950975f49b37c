import { z } from 'zod'
import {
  block,
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

/** What the follower can tell; see spec/actors/prover.md. */
const proveView = z.strictObject({
  follows: z.enum(['nothing', 'behind', 'level']),
  alarm: z.boolean(),
  fallback: z.boolean(),
  epoch: orNone,
  tip: block,
  /** Of the epoch, in order, each once. */
  transactions: z.array(key),
  claim: key,
  available: wei,
  withdrawing: wei,
  unlockSlot: orNone,
})

const parameters = z
  .strictObject({
    /** The own key. */
    self: key,
    /** TIME-2. */
    slotsPerEpoch: z.number().int().positive(),
    /** CLAIM-1: C, in slots. */
    claimWindow: z.number().int().positive(),
    /** CLAIM-6. */
    minimumBond: wei,
    /** CLAIM-7, in basis points. */
    feeMaximum: count,
  })
  .refine((p) => p.claimWindow < p.slotsPerEpoch, {
    path: ['claimWindow'],
    message: 'expected fewer slots than an epoch has: a prover needs time after the claim window (DEPLOY-2)',
  })

/** What a prover decides by. */
export type ProverParameters = z.infer<typeof parameters>

/** A profile of a prover. */
export const proverProfileSchema = z.strictObject({
  name,
  /** What this profile keeps still, for the trust ledger. */
  freezes: z.array(z.string()),
  parameters,
  /** Whose verification can end. */
  transactions: z.array(key),
  /** What is held at first. */
  initialHeld: z.array(key),
  /** That are quoted; the first is the one that is varied. None: nothing is quoted. */
  offers: z.array(z.strictObject({ validUntilSlot: count, bond: wei, fee: count })),
  /** Of deposits and withdrawals. None: the escrow is not called. */
  amounts: z.array(
    wei.refine((amount) => amount !== '0', 'expected more than 0: it is an instance everywhere'),
  ),
  views: z.array(proveView),
  crashes,
  /** The last slot that is explored. */
  horizon: count,
  probes,
})
export type ProverProfile = z.infer<typeof proverProfileSchema>

const proverPreset = presetOf(proverProfileSchema)
export type ProverPreset = z.infer<typeof proverPreset>

/** The preset of the prover. @throws PresetError */
export const loadProverPreset = (): ProverPreset => loadPreset(proverPreset, 'prover')

/** @throws PresetError that says where and what was expected */
export const parseProverPreset = (data: unknown): ProverPreset =>
  parseNodePreset(proverPreset, data, 'spec/presets/prover.json')
