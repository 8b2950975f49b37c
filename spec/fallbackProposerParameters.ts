import { z } from 'zod'
import {
  count,
  crashes,
  key,
  loadPreset,
  name,
  parseNodePreset,
  presetOf,
  probes,
  view,
} from './nodeParameters.ts'

const parameters = z.strictObject({
  /** BUILD-13. */
  minTxPerBlock: count,
  /** QUEUE-7: m. */
  forcedMinimum: count,
})

/** What a fallback proposer decides by. */
export type FallbackProposerParameters = z.infer<typeof parameters>

/** A profile of a fallback proposer. */
export const fallbackProposerProfileSchema = z.strictObject({
  name,
  /** What this profile keeps still, for the trust ledger. */
  freezes: z.array(z.string()),
  parameters,
  /** Whose verification can end. */
  transactions: z.array(key),
  /** What is held at first. */
  initialHeld: z.array(key),
  /** What is built; the first is the one that is varied. */
  lists: z.array(z.array(key)).min(1),
  views: z.array(view),
  crashes,
  /** The last slot that is explored. */
  horizon: count,
  probes,
})
export type FallbackProposerProfile = z.infer<typeof fallbackProposerProfileSchema>

const fallbackProposerPreset = presetOf(fallbackProposerProfileSchema)
export type FallbackProposerPreset = z.infer<typeof fallbackProposerPreset>

/** The preset of the fallback proposer. @throws PresetError */
export const loadFallbackProposerPreset = (): FallbackProposerPreset =>
  loadPreset(fallbackProposerPreset, 'fallback-proposer')

/** @throws PresetError that says where and what was expected */
export const parseFallbackProposerPreset = (data: unknown): FallbackProposerPreset =>
  parseNodePreset(fallbackProposerPreset, data, 'spec/presets/fallback-proposer.json')
