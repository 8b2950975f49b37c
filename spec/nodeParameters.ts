import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PresetError } from './parameters.ts'

const count = z.number().int().nonnegative()
/** Of a profile: modules and folders are named after it. */
const profileName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'expected letters and digits, a lower-case one first')
/** Of a member or a transaction: ids of effects are put together from these. */
const name = z.string().regex(/^[a-z][a-z0-9]*$/, 'expected lower-case letters and digits')
const names = z.array(name)

const view = z.strictObject({
  follows: z.enum(['nothing', 'behind', 'level']),
  tip: z.strictObject({ slot: z.number().int().min(-1), root: names }),
  alarm: z.boolean(),
  fallback: z.boolean(),
  queue: names,
})

/** What the attester and the proposer are deployed with alike. */
const nodeParametersSchema = z.strictObject({
  /** The own key. */
  self: name,
  /** ATTEST-2, BUILD-20: per slot, its committee in order. */
  committees: z.array(names.min(1)).min(1),
  /** ATTEST-6, BUILD-2: per slot, its proposer. */
  proposers: names.min(1),
  /** BUILD-13. */
  minTxPerBlock: count,
  /** QUEUE-7: m. */
  forcedMinimum: count,
})
export type NodeParameters = z.infer<typeof nodeParametersSchema>

const nodeShape = {
  name: profileName,
  /** What this profile keeps still, for the trust ledger. */
  freezes: z.array(z.string()),
  parameters: nodeParametersSchema,
  /** Whose verification can end. */
  transactions: names,
  /** That are proposed or built. */
  lists: z.array(names).min(1),
  /** That the follower can report. */
  views: z.array(view).min(1),
  /** What becomes of the store when the node crashes; none for a profile without crashes. */
  crashes: z.array(z.enum(['kept', 'lost'])),
  /** Transactions that are held at first, ascending. */
  initialHeld: names,
  /** Time stops here: the last slot that is explored. */
  horizon: count,
  /** Which events beside the instances are asked about. */
  probes: z.strictObject({ everyState: count, pairsEveryState: count }),
}

/** Every slot up to the horizon has its committee and its proposer. */
const covered = ({ parameters, horizon }: { parameters: NodeParameters; horizon: number }): boolean =>
  [parameters.committees, parameters.proposers].every(({ length }) => length === horizon + 1)
const uncovered = {
  path: ['parameters'],
  message: 'expected a committee and a proposer for every slot up to horizon',
}

export const attesterProfileSchema = z.strictObject(nodeShape).refine(covered, uncovered)
export type AttesterProfile = z.infer<typeof attesterProfileSchema>

export const proposerProfileSchema = z
  // By whom attestations come; none for a profile without them.
  .strictObject({ ...nodeShape, signers: names })
  .refine(covered, uncovered)
export type ProposerProfile = z.infer<typeof proposerProfileSchema>

/** A preset: profiles that are explored whole. */
export interface NodePreset<Profile> {
  readonly name: string
  readonly profiles: readonly Profile[]
}

/** The preset of the attester. @throws PresetError */
export const loadAttesterPreset = (): NodePreset<AttesterProfile> => load('attester', attesterProfileSchema)

/** The preset of the proposer. @throws PresetError */
export const loadProposerPreset = (): NodePreset<ProposerProfile> => load('proposer', proposerProfileSchema)

function load<Profile extends z.ZodType>(actor: string, profile: Profile): NodePreset<z.infer<Profile>> {
  const place = `./presets/${actor}.json`
  const data = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'))
  const parsed = z.strictObject({ name: z.literal(actor), profiles: z.array(profile).min(1) }).safeParse(data)
  if (!parsed.success) throw new PresetError(`spec/presets/${actor}.json: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
