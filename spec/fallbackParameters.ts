import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PresetError } from './parameters.ts'

const count = z.number().int().nonnegative()
const positive = z.number().int().positive()
/** Of a profile: modules and folders are named after it. */
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected letters and digits, a lower-case one first')

/** Parameters of the fallback controller, readings of its clauses included. Slots are counts. */
export const fallbackParametersSchema = z
  .strictObject({
    /** TIME-2. */
    slotsPerEpoch: positive,
    /** CLAIM-1: C. */
    claimWindowSlots: positive,
    /** FALLBACK-1: T_enter; 0 for a deployment without fallback. */
    fallbackEnterSlots: count,
    /** FALLBACK-6: T_exit. */
    fallbackExitSlots: count,
    /** FALLBACK-7: T_activity. */
    fallbackExitActivitySlots: count,
    /** FALLBACK-2. The rollup has `advance`. */
    countFrom: z.enum(['advance', 'provenBlock']),
    /** FALLBACK-2. The rollup has `whileWaiting`. */
    idleChain: z.enum(['counts', 'whileWaiting', 'whilePending']),
    /** FALLBACK-3. The rollup has `kept`. */
    claimAtEntry: z.enum(['kept', 'returned', 'slashed']),
  })
  .refine((p) => p.claimWindowSlots < p.slotsPerEpoch, {
    path: ['claimWindowSlots'],
    message: 'expected fewer slots than an epoch has: a prover needs time after the claim window',
  })
  .refine(
    ({ fallbackEnterSlots, fallbackExitSlots, fallbackExitActivitySlots }) =>
      fallbackEnterSlots === 0 ||
      (fallbackExitActivitySlots > 0 && fallbackExitActivitySlots <= fallbackExitSlots),
    {
      path: ['fallbackExitActivitySlots'],
      message: 'expected at least 1 and at most fallbackExitSlots (FALLBACK-18)',
    },
  )

export type FallbackParameters = z.infer<typeof fallbackParametersSchema>

/** A profile: parameters, and how far the controller is explored. */
export const fallbackProfileSchema = z.strictObject({
  name,
  /** What this profile keeps still, for the trust ledger. */
  freezes: z.array(z.string()),
  parameters: fallbackParametersSchema,
  /** Time stops here: the last slot that is explored. */
  horizon: positive,
  /** Which events beside the instances are asked about; see spec/actors/fallback-controller.md. */
  probes: z.strictObject({
    /** Every so-manieth state is asked; none when 0. */
    everyState: count,
    /** Every so-manieth state is asked with two fields that differ; none when 0. */
    pairsEveryState: count,
  }),
})

export type FallbackProfile = z.infer<typeof fallbackProfileSchema>

const presetSchema = z.strictObject({
  name: z.string(),
  /** Those that are explored whole. */
  profiles: z.array(fallbackProfileSchema).min(1),
  /** Those of which states and events are drawn, and nothing is explored. */
  pointwise: z.array(fallbackProfileSchema).min(1),
})
export type FallbackPreset = z.infer<typeof presetSchema>

const place = 'spec/presets/fallback-controller.json'

/** The preset of the fallback controller. @throws PresetError */
export const loadFallbackPreset = (): FallbackPreset =>
  parseFallbackPreset(
    JSON.parse(readFileSync(new URL('./presets/fallback-controller.json', import.meta.url), 'utf8')),
  )

/** @throws PresetError that says where and what was expected */
export function parseFallbackPreset(data: unknown): FallbackPreset {
  const parsed = presetSchema.safeParse(data)
  if (!parsed.success) throw new PresetError(`${place}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
