import { z } from 'zod'

/** The words that the roles of a node share. Shapes and meanings: spec/actors/attester.md. */
export const slot = z.number().int().nonnegative()
/** A slot, or −1 for that of genesis and of nothing. */
export const slotOrNone = z.number().int().min(-1)
export const count = z.number().int().nonnegative()
export const transaction = z.string()
export const transactions = z.array(transaction)
export const member = z.string()

/** A block. `root`: the transactions that have had their effects up to it, in their order. */
export const blockSchema = z.strictObject({ slot: slotOrNone, root: transactions })
export type Block = z.infer<typeof blockSchema>

/** What the follower tells the roles. `queue`: the forced transactions that wait, oldest first. */
export const viewSchema = z.strictObject({
  follows: z.enum(['nothing', 'behind', 'level']),
  /** The own one. */
  tip: blockSchema,
  alarm: z.boolean(),
  fallback: z.boolean(),
  queue: transactions,
})
export type View = z.infer<typeof viewSchema>

/** What the follower tells the pool: spec/actors/transaction-pool.md. `final`: of `root`, what is final on L1. */
export const poolViewSchema = z.strictObject({ root: transactions, final: transactions, queue: transactions })
export type PoolView = z.infer<typeof poolViewSchema>

/** `forced`: how many of its first transactions it takes from the queue. */
export const proposalSchema = z.strictObject({
  slot: slotOrNone,
  timestampSlot: slotOrNone,
  parent: blockSchema,
  transactions,
  forced: count,
  root: transactions,
  blobs: z.enum(['match', 'other']),
})
export type Proposal = z.infer<typeof proposalSchema>

export const phases = ['build', 'attest', 'publish', 'closed'] as const
export const phase = z.enum(phases)
export type Phase = z.infer<typeof phase>

/** What becomes of the store in a crash. */
export const store = z.enum(['kept', 'lost'])

/** What stands for the prover of a claim where none is live. */
export const NOBODY = 'nobody'

export const GENESIS: Block = { slot: -1, root: [] }
export const NO_VIEW: View = { follows: 'nothing', tip: GENESIS, alarm: false, fallback: false, queue: [] }
export const NO_POOL_VIEW: PoolView = { root: [], final: [], queue: [] }
export const NO_PROPOSAL: Proposal = {
  slot: -1,
  timestampSlot: -1,
  parent: GENESIS,
  transactions: [],
  forced: 0,
  root: [],
  blobs: 'match',
}
/** The root of nothing. */
export const WRONG_ROOT: readonly string[] = ['wrong']

/** What is executed: a list on a parent. */
export const executionShape = { parent: blockSchema, transactions, forced: count }
export type Execution = Pick<Proposal, 'parent' | 'transactions' | 'forced'>

/** Events that every role has. */
export const tickSchema = z.strictObject({ type: z.literal('tick') })
export const followSchema = z.strictObject({ type: z.literal('follow'), view: viewSchema })
export const transactionVerifiedSchema = z.strictObject({
  type: z.literal('transactionVerified'),
  transaction,
  valid: z.boolean(),
})
export const executedSchema = z.strictObject({ type: z.literal('executed'), ...executionShape })
export const crashSchema = z.strictObject({ type: z.literal('crash'), store })

/** Variables that every role has. */
export const clockShape = { slot, phase }
export type Clock = { readonly slot: number; readonly phase: Phase }

/** Asks other nodes for a transaction. */
export const requestSchema = z.strictObject({
  kind: z.literal('request'),
  id: z.string(),
  body: z.strictObject({ transaction }),
  expiresSlot: slot,
})

/** Effects that every role has. `id`: from the content, so that who has one needs no other. */
export const executeSchema = z.strictObject({
  kind: z.literal('execute'),
  id: z.string(),
  body: z.strictObject(executionShape),
  expiresSlot: slot,
})
