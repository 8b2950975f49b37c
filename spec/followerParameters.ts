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

/** A block as L1 shows it; see spec/actors/follower.md. */
const header = z.strictObject({
  slot: orNone,
  /** With the root that it claims. */
  parent: block,
  body: z.array(key),
  forced: z.array(key),
  root: z.array(key),
})

/** What L1 shows at one of its blocks; see spec/actors/follower.md. */
const l1View = z
  .strictObject({
    time: orNone,
    chain: z.array(header),
    proven: count,
    final: count,
    prunesAt: orNone,
    fallbackFrom: orNone,
    fallbackUntil: orNone,
    forced: z.array(key),
    setUp: orNone,
  })
  .refine(({ chain, proven, final }) => final <= proven && proven <= chain.length, {
    path: ['proven'],
    message: 'expected final <= proven <= the length of the chain',
  })
  .refine(({ chain }) => chain.every(({ slot }, index) => slot > (chain[index - 1]?.slot ?? -1)), {
    path: ['chain'],
    message: 'expected ascending slots',
  })

const parameters = z.strictObject({
  /** FOLLOW-11, in slots. */
  maxViewAge: count,
  /** TIME-2. */
  slotsPerEpoch: z.number().int().positive(),
})

/** What a follower decides by. */
export type FollowerParameters = z.infer<typeof parameters>

/** A profile of a follower. */
export const followerProfileSchema = z.strictObject({
  name,
  /** What this profile keeps still, for the trust ledger. */
  freezes: z.array(z.string()),
  parameters,
  /** That can be read. */
  views: z.array(l1View).min(1),
  crashes,
  /** The last slot that is explored. */
  horizon: count,
  probes,
})
export type FollowerProfile = z.infer<typeof followerProfileSchema>

const followerPreset = presetOf(followerProfileSchema)
export type FollowerPreset = z.infer<typeof followerPreset>

/** The preset of the follower. @throws PresetError */
export const loadFollowerPreset = (): FollowerPreset => loadPreset(followerPreset, 'follower')

/** @throws PresetError that says where and what was expected */
export const parseFollowerPreset = (data: unknown): FollowerPreset =>
  parseNodePreset(followerPreset, data, 'spec/presets/follower.json')
