/**
 * What a transaction did, from anvil's tracers, for simulated calls and for mined transactions alike. The call
 * tracer gives the result, the prestate tracer's diff every change. The EVM's journal makes the diff, so it is
 * complete: every slot of every contract, every balance, every created account, whether or not anybody thought of
 * it.
 */
import type { Address, Hex, Storage } from './word.ts'

export type Log = { readonly address: Address; readonly topics: readonly Hex[]; readonly data: Hex }

export type AccountChange = { readonly balanceWei?: bigint; readonly nonce?: bigint }

export type Changes = {
  /** Slots whose value differs from before, with the new one; 0 where it was cleared. */
  readonly storage: Storage
  /** Balances and nonces of everybody but sender and fee recipient; a created contract shows as its nonce of 1. */
  readonly accounts: ReadonlyMap<Address, AccountChange>
}

export type Outcome =
  | {
      readonly status: 'reverted'
      readonly returnData: Hex
      readonly gasUsed: bigint
      /** What a traced call changed all the same: nothing, if the engine is right. */
      readonly changes?: Changes
    }
  | {
      readonly status: 'success'
      readonly returnData: Hex
      readonly gasUsed: bigint
      readonly logs: readonly Log[]
      readonly changes: Changes
    }

export const CALL_TRACER = { tracer: 'callTracer', tracerConfig: { withLog: true } }
export const DIFF_TRACER = { tracer: 'prestateTracer', tracerConfig: { diffMode: true, disableCode: true } }

type TracedLog = Log & { index: Hex }

/** Answer to `CALL_TRACER`. */
export type CallFrame = {
  gasUsed: Hex
  output?: Hex
  error?: string
  logs?: TracedLog[]
  calls?: CallFrame[]
}

type DiffSide = Record<Address, { balance?: Hex; nonce?: number; storage?: Record<Hex, Hex> }>

/** Answer to `DIFF_TRACER`. */
export type Diff = { pre: DiffSide; post: DiffSide }

export const outcomeOf = (frame: CallFrame, diff: Diff, sender: Address): Outcome => {
  const returnData = frame.output ?? '0x'
  const gasUsed = BigInt(frame.gasUsed)
  if (frame.error !== undefined)
    return { status: 'reverted', returnData, gasUsed, changes: changesOf(diff, [sender]) }
  const logs = logsOf(frame)
    .sort((left, right) => Number(left.index) - Number(right.index))
    .map(({ address, topics, data }) => ({ address, topics, data }))
  return { status: 'success', returnData, gasUsed, logs, changes: changesOf(diff, [sender]) }
}

const logsOf = (frame: CallFrame): TracedLog[] =>
  frame.error === undefined ? [...(frame.logs ?? []), ...(frame.calls ?? []).flatMap(logsOf)] : []

/** @param bystanders sender and fee recipient: their nonce and balance change with every transaction, and say nothing */
export const changesOf = ({ pre, post }: Diff, bystanders: readonly Address[]): Changes => {
  const storage = new Map<Address, Map<bigint, bigint>>()
  const accounts = new Map<Address, AccountChange>()
  for (const address of new Set([...Object.keys(pre), ...Object.keys(post)]) as Set<Address>) {
    const slots = new Map<bigint, bigint>()
    // A slot that was cleared is in `pre` only.
    for (const slot of Object.keys(pre[address]?.storage ?? {})) slots.set(BigInt(slot), 0n)
    for (const [slot, value] of Object.entries(post[address]?.storage ?? {}))
      slots.set(BigInt(slot), BigInt(value))
    if (slots.size > 0) storage.set(address, slots)

    const { balance, nonce } = post[address] ?? {}
    if (bystanders.includes(address) || (balance === undefined && nonce === undefined)) continue
    accounts.set(address, {
      ...(balance === undefined ? {} : { balanceWei: BigInt(balance) }),
      ...(nonce === undefined ? {} : { nonce: BigInt(nonce) }),
    })
  }
  return { storage, accounts }
}

/** Storage after a successful call, from the storage before it. Zero slots are left out. */
export const applyChanges = (before: Storage, changes: Changes): Map<Address, Map<bigint, bigint>> => {
  const after = new Map([...before].map(([address, slots]) => [address, new Map(slots)]))
  for (const [address, slots] of changes.storage) {
    const target = after.get(address) ?? new Map<bigint, bigint>()
    after.set(address, target)
    for (const [slot, value] of slots) {
      if (value === 0n) target.delete(slot)
      else target.set(slot, value)
    }
  }
  return after
}
