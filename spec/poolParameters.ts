import { z } from 'zod'
import { count, crashes, key, loadPreset, name, parseNodePreset, presetOf, probes } from './nodeParameters.ts'

/** What the follower can tell the pool; see spec/actors/transaction-pool.md. */
const poolView = z.strictObject({
  root: z.array(key),
  /** Of a finalized L1 block. */
  final: z.array(key),
  /** Oldest first. */
  queue: z.array(key),
})

const parameters = z.strictObject({
  /** Nodes that may send. */
  peers: z.array(key).min(1),
  /** TX-12: how many may wait, in transactions. */
  poolMaximum: count,
  /** TX-14: how many of one peer are verified at a time, in transactions. */
  verifyingMaximum: count,
  /** TX-13: of each transaction that exists, its nullifier; one that is not named has a nullifier of its own. */
  nullifiers: z.record(key, key),
})

/** What a transaction pool decides by. */
export type PoolParameters = z.infer<typeof parameters>

const ascending = (names: readonly string[]): boolean =>
  names.every((name, index) => index === 0 || names[index - 1]! < name)

/** A profile of a transaction pool. */
export const poolProfileSchema = z
  .strictObject({
    name,
    /** What this profile keeps still, for the trust ledger. */
    freezes: z.array(z.string()),
    parameters,
    /** Of the senders that are no peers, those that send. */
    own: z.array(z.enum(['user', 'stash'])),
    /** That exist. */
    transactions: z.array(key).min(1),
    /** That are sent with them, by the names of their bytes. */
    proofs: z.array(key).min(1),
    /** That peers ask for; with none of them no request comes. */
    requests: z.array(key),
    /** That a role of the node asks for. */
    asks: z.array(key),
    views: z.array(poolView),
    crashes,
    /** The last slot that is explored. */
    horizon: count,
    probes,
  })
  .refine(({ transactions }) => ascending(transactions), {
    path: ['transactions'],
    message: 'expected every transaction once, ascending by name',
  })
  .refine(({ transactions, parameters: { nullifiers } }) => transactions.every((it) => it in nullifiers), {
    path: ['parameters', 'nullifiers'],
    message: 'expected the nullifier of every transaction',
  })
  .refine(({ proofs }) => ascending(proofs), {
    path: ['proofs'],
    message: 'expected every proof once, ascending by name',
  })
  .refine(({ parameters: { peers } }) => ascending(peers) && peers.every((peer) => peer < 'stash'), {
    path: ['parameters', 'peers'],
    message: 'expected every peer once, ascending by name and before "stash"',
  })
export type PoolProfile = z.infer<typeof poolProfileSchema>

const poolPreset = presetOf(poolProfileSchema)
export type PoolPreset = z.infer<typeof poolPreset>

/** The preset of the transaction pool. @throws PresetError */
export const loadPoolPreset = (): PoolPreset => loadPreset(poolPreset, 'transaction-pool')

/** @throws PresetError that says where and what was expected */
export const parsePoolPreset = (data: unknown): PoolPreset =>
  parseNodePreset(poolPreset, data, 'spec/presets/transaction-pool.json')
