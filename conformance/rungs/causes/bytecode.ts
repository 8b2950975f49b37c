import { decodeErrorResult, decodeEventLog, parseAbi } from 'viem'
import { canonicalText } from '../../../model/core/codec.ts'
import { machineOf } from '../../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../../model/core/reading.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { refusals as refusalOf } from '../../../model/l1-rollup/refusals.ts'
import { stateText } from '../../../model/l1-rollup/texts.ts'
import type { EventType } from '../../../model/l1-rollup/vocabulary.ts'
import { applyChanges, type Changes, type Log, type Outcome } from '../../evm/trace.ts'
import type { Address, Hex, Storage } from '../../evm/word.ts'
import { UnknownBlock } from '../../translation/blocks.ts'
import { UnknownAddress } from '../../translation/cast.ts'
import type { Deployment } from '../../translation/deployment.ts'
import { blockText } from '../../translation/headers.ts'
import { LogEncoder, logSignatures } from '../../translation/logs.ts'
import { RefusalEncoder, refusalAbi } from '../../translation/refusals.ts'
import { StorageUnexplained } from '../../translation/storageUnexplained.ts'
import type { Expectation } from '../one-step/difference.ts'
import type { PreparedJob } from '../one-step/preparation.ts'
import { type Answer, disagreementsAt, type Place } from './disagreement.ts'
import { storedVariables } from './storedVariables.ts'

/** What the bytecode of one profile answers, in the words of a place; left is the statechart. */
export class BytecodeAnswers {
  readonly #deployment: Pick<Deployment, 'profile' | 'addresses' | 'blocks' | 'storageMap'>
  readonly #encoder = new RefusalEncoder()
  readonly #errors = refusalAbi()
  readonly #logs: LogEncoder
  readonly #orders = new Map<EventType, readonly string[]>()
  readonly #nameOfContract: ReadonlyMap<string, string>

  constructor(deployment: Pick<Deployment, 'profile' | 'addresses' | 'blocks' | 'storageMap'>) {
    this.#deployment = deployment
    const { addresses, storageMap, profile } = deployment
    this.#logs = new LogEncoder(addresses, storageMap)
    this.#nameOfContract = new Map(
      Object.entries(addresses).map(([name, address]) => [address.toLowerCase(), name]),
    )
    const reading = readMachine(l1Rollup, machineOf(l1Rollup, profile))
    for (const type of reading.eventTypes)
      this.#orders.set(
        type,
        checksOf(reading, type).map((check) => refusalOf[check].refusal),
      )
  }

  /** The place of one call in an injected state that the bytecode did not answer as expected. @param why if nothing else is found */
  placeOfCall(
    { state, storage, chain }: Pick<PreparedJob, 'state' | 'storage' | 'chain'>,
    { event, text, expected }: Pick<Expectation, 'event' | 'text' | 'expected'>,
    outcome: Outcome,
    why: string,
  ): Place {
    const at = { state: stateText(state), event: text }
    const refused = 'refusal' in expected ? expected : undefined
    if (outcome.status === 'reverted') {
      const { refusals = [], data } = refused ?? {}
      const both = this.refused(event.type, { refusals, data }, outcome.returnData)
      const next = 'next' in expected && { next: stateText(expected.next) }
      return explained({ ...at, left: { ...both.left, ...next }, right: both.right }, why)
    }
    const found = applyChanges(storage, outcome.changes)
    const next = this.nextOf(found, state.slot)
    if ('refusal' in expected) {
      const right = { ...lacking(expected.refusals), ...(next !== undefined && { next }) }
      return explained({ ...at, left: { refusals: expected.refusals }, right }, why)
    }
    const after = chain.after(event, expected.next)
    const wanted = stateText(expected.next)
    const effects = [this.#logs.encode(expected.logs, after), outcome.logs].map((logs) => this.effects(logs))
    // Only where nothing else says it.
    const isUnexplained = next === undefined || (next === wanted && effects[0] === effects[1])
    const { storageMap } = this.#deployment
    const left: Answer = {
      refusals: [],
      next: wanted,
      effects: effects[0]!,
      ...(isUnexplained && { stored: this.stored(storageMap.storageOf(expected.next, after)) }),
    }
    const right: Answer = {
      refusals: [],
      effects: effects[1]!,
      ...(next !== undefined && { next }),
      ...(isUnexplained && { stored: this.stored(found, outcome.changes) }),
    }
    return explained({ ...at, left, right }, why)
  }

  /** The bytecode refuses; the statechart for these reasons in their order, or not at all. */
  refused(
    type: EventType,
    expected: { readonly refusals: readonly string[]; readonly data?: Hex | undefined },
    data: Hex,
  ): { left: Answer; right: Answer } {
    const { refusals } = expected
    const [first] = refusals
    const { name, says } = this.#read(data)
    const order = this.#orders.get(type) ?? []
    const wanted = expected.data && name === first ? this.#read(expected.data).says : undefined
    const right = (answer: Answer): Answer => ({
      ...answer,
      ...(wanted !== undefined && says !== undefined && { says }),
      ...(answer.lacks?.length && { instead: name }),
    })
    const left: Answer = { refusals, ...(wanted !== undefined && { says: wanted }) }
    if (first === undefined || name === first) return { left, right: right({ refusals: [name], lacks: [] }) }
    // What is no refusal stands for the one that it is given instead of.
    if (!order.includes(name)) return { left, right: right({ refusals: [], lacks: [first] }) }
    const isPassed = refusals.includes(name) || order.indexOf(name) > order.indexOf(first)
    return { left, right: right({ refusals: [name], lacks: isPassed ? [first] : [] }) }
  }

  /** α; `undefined` where storage is that of no state. */
  nextOf(storage: Storage, slot: number): string | undefined {
    try {
      return stateText(this.#deployment.storageMap.stateOf(storage, slot))
    } catch (error) {
      if (noState.some((kind) => error instanceof kind)) return undefined
      throw error
    }
  }

  stored(storage: Storage, changes?: Pick<Changes, 'accounts'>): string {
    const { storageMap } = this.#deployment
    const tree = storedVariables(storageMap, storageMap.unworn(storage), (value) => this.#word(value))
    const accounts = Object.fromEntries(
      [...(changes?.accounts ?? [])].map(([address, change]) => [String(this.#word(address)), { ...change }]),
    )
    return canonicalText({ ...tree, accounts })
  }

  effects(logs: readonly Log[]): string {
    return canonicalText(logs.map((log) => this.#readLog(log)))
  }

  /** A refusal by the names of its arguments; in words where it is none. */
  #read(data: Hex): { name: string; says?: string } {
    try {
      const {
        errorName,
        args = [],
        abiItem,
      } = decodeErrorResult({ abi: this.#errors, data }) as {
        errorName: string
        args?: readonly unknown[]
        abiItem: { readonly inputs: readonly { readonly name?: string }[] }
      }
      const named = abiItem.inputs.map(({ name = '' }, index) => [name, this.#word(args[index])])
      return { name: errorName, says: canonicalText(Object.fromEntries(named)) }
    } catch {
      return { name: this.#encoder.describe(data) }
    }
  }

  #readLog({ address, topics, data }: Log): { type: string; [argument: string]: unknown } {
    const by = this.#word(address)
    try {
      const { eventName, args } = decodeEventLog({
        abi: logAbi,
        data,
        strict: true,
        topics: [...topics] as [Hex, ...Hex[]],
      }) as unknown as { eventName: string; args: Record<string, unknown> }
      const words = Object.entries(args ?? {}).map(([name, value]) => [name, this.#word(value)])
      return { ...Object.fromEntries(words), by, type: eventName }
    } catch {
      return { type: 'a log that no clause names', by, topics, data }
    }
  }

  /** Names for addresses and hashes that somebody or something has. */
  #word(value: unknown): unknown {
    const told = (some: unknown): unknown => {
      if (Array.isArray(some)) return some.map(told)
      if (typeof some === 'number') return BigInt(some)
      if (typeof some !== 'string') return some
      if (/^0x[0-9a-f]{40}$/i.test(some)) return this.#nameOf(some as Address)
      if (!/^0x[0-9a-f]{64}$/i.test(some)) return some
      if (some === this.#deployment.blocks.genesisHash) return 'genesis'
      try {
        return blockText(this.#deployment.blocks.preimage(some as Hex).block)
      } catch {
        return some
      }
    }
    return told(value)
  }

  #nameOf(address: Address): string {
    const contract = this.#nameOfContract.get(address.toLowerCase())
    if (contract !== undefined) return contract
    try {
      return this.#deployment.storageMap.cast.nameOf(address)
    } catch {
      return address
    }
  }
}

const noState = [StorageUnexplained, UnknownBlock, UnknownAddress]
const logAbi = parseAbi(Object.values(logSignatures).flat() as unknown as readonly [string])

/** The bytecode accepts what is refused: it lacks the first check, and what the others do is not known. */
export const lacking = (refusals: readonly string[]): Answer => ({
  refusals: [],
  lacks: refusals.slice(0, 1),
})

/** A place, and why it is one where its answers do not show it. */
export const explained = (place: Place, why: string): Place =>
  disagreementsAt(place).length > 0 ? place : { ...place, right: { unevaluated: why } }
