import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PresetError } from './parameters.ts'

export const count = z.number().int().nonnegative()
/** A slot or an epoch, or −1 for none. */
export const orNone = z.number().int().gte(-1)
/** Of a profile: modules and folders are named after it. */
export const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'expected letters and digits, a lower-case one first')
/** Of a member or a transaction: ids and texts that the models compare are put together from these. */
export const key = z.string().regex(/^[a-z][a-z0-9]*$/, 'expected lower-case letters and digits')

export const block = z.strictObject({ slot: z.number().int().gte(-1), root: z.array(key) })

/** What the follower can report; see spec/actors/attester.md. */
export const view = z.strictObject({
  follows: z.enum(['nothing', 'behind', 'level']),
  tip: block,
  alarm: z.boolean(),
  fallback: z.boolean(),
  /** All of them due, oldest first. */
  queue: z.array(key),
})

const parameters = z.strictObject({
  /** The own key. */
  self: key,
  /** Per slot, its committee in order. */
  committees: z.array(z.array(key).min(1)).min(1),
  /** Per slot, its proposer. */
  proposers: z.array(key).min(1),
  /** BUILD-13. */
  minTxPerBlock: count,
  /** QUEUE-7: m. */
  forcedMinimum: count,
})

/** Seconds of a slot from which on a phase lasts; that of build begins with the slot (BUILD-4, ATTEST-4, BUILD-23). */
export interface Deadlines {
  readonly attestFromSeconds: number
  readonly publishFromSeconds: number
  readonly closedFromSeconds: number
}

/** BUILD-24: what is wrong with deadlines, as the first inequality that does not hold; `undefined`: nothing. */
export function deadlineProblem(
  { attestFromSeconds, publishFromSeconds, closedFromSeconds }: Deadlines,
  { slotSeconds, l1SlotSeconds }: { readonly slotSeconds: number; readonly l1SlotSeconds: number },
): string | undefined {
  if (attestFromSeconds <= 0) return '0 < attestFromSeconds'
  if (publishFromSeconds <= attestFromSeconds) return 'attestFromSeconds < publishFromSeconds'
  if (closedFromSeconds < publishFromSeconds) return 'publishFromSeconds <= closedFromSeconds'
  return closedFromSeconds > slotSeconds - l1SlotSeconds
    ? 'closedFromSeconds <= slotSeconds - l1SlotSeconds'
    : undefined
}

/** What the roles of a node decide by. */
export type NodeParameters = z.infer<typeof parameters>

/** Which events beside the instances are asked about: none, since instances reach just outside of every rule. */
export const probes = z.strictObject({ everyState: z.literal(0), pairsEveryState: z.literal(0) })

/** What a crash leaves of the store. */
export const crashes = z.array(z.enum(['kept', 'lost']))

const shared = {
  name,
  /** What this profile keeps still, for the trust ledger. */
  freezes: z.array(z.string()),
  parameters,
  /** Whose verification can end. */
  transactions: z.array(key),
  /** What is proposed or built; the first is the one that is varied. */
  lists: z.array(z.array(key)).min(1),
  views: z.array(view),
  crashes,
  /** What is held at first. */
  initialHeld: z.array(key),
  /** The last slot that is explored. */
  horizon: count,
  probes,
}

interface Whole {
  readonly parameters: NodeParameters
  readonly horizon: number
}
const hasItsSlots = ({ parameters: { committees, proposers }, horizon }: Whole): boolean =>
  committees.length === horizon + 1 && proposers.length === horizon + 1
const everySlot = {
  path: ['parameters'],
  message: 'expected a committee and a proposer for every slot up to the horizon',
}
const hasMembersOnce = ({ parameters: { committees } }: Whole): boolean =>
  committees.every((members) => new Set(members).size === members.length)
const everyMemberOnce = { path: ['parameters', 'committees'], message: 'expected every member once' }

/** A profile of an attester. */
export const attesterProfileSchema = z
  .strictObject(shared)
  .refine(hasItsSlots, everySlot)
  .refine(hasMembersOnce, everyMemberOnce)
export type AttesterProfile = z.infer<typeof attesterProfileSchema>

/** A profile of a proposer. */
export const proposerProfileSchema = z
  .strictObject({
    ...shared,
    /** Of attestations; with none of them no attestation comes. */
    signers: z.array(key),
  })
  .refine(hasItsSlots, everySlot)
  .refine(hasMembersOnce, everyMemberOnce)
export type ProposerProfile = z.infer<typeof proposerProfileSchema>

/** Every transaction that can be held, ascending by name. */
export const knownTransactions = ({
  transactions,
  initialHeld,
}: Pick<AttesterProfile, 'transactions' | 'initialHeld'>): string[] =>
  [...new Set([...transactions, ...initialHeld])].sort()

export const presetOf = <Profile extends z.ZodType>(profile: Profile) =>
  z.strictObject({
    name: z.string(),
    /** Those that are explored whole. */
    profiles: z.array(profile).min(1),
  })

const attesterPreset = presetOf(attesterProfileSchema)
export type AttesterPreset = z.infer<typeof attesterPreset>
const proposerPreset = presetOf(proposerProfileSchema)
export type ProposerPreset = z.infer<typeof proposerPreset>

/** The preset of the attester. @throws PresetError */
export const loadAttesterPreset = (): AttesterPreset => loadPreset(attesterPreset, 'attester')

/** The preset of the proposer. @throws PresetError */
export const loadProposerPreset = (): ProposerPreset => loadPreset(proposerPreset, 'proposer')

/** The preset of an actor of a node, from its file. @throws PresetError */
export function loadPreset<Preset>(schema: z.ZodType<Preset>, actor: string): Preset {
  const file = new URL(`./presets/${actor}.json`, import.meta.url)
  return parseNodePreset(schema, JSON.parse(readFileSync(file, 'utf8')), `spec/presets/${actor}.json`)
}

/** @throws PresetError that says where and what was expected */
export function parseNodePreset<Preset>(schema: z.ZodType<Preset>, data: unknown, place: string): Preset {
  const parsed = schema.safeParse(data)
  if (!parsed.success) throw new PresetError(`${place}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** @throws PresetError that says where and what was expected */
export const parseAttesterPreset = (data: unknown): AttesterPreset =>
  parseNodePreset(attesterPreset, data, 'spec/presets/attester.json')

/** @throws PresetError that says where and what was expected */
export const parseProposerPreset = (data: unknown): ProposerPreset =>
  parseNodePreset(proposerPreset, data, 'spec/presets/proposer.json')
