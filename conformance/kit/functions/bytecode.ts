/** The functions as the production contracts compute them: `Functions.sol` opens their libraries on an EVM. */
import { posix } from 'node:path'
import { z } from 'zod'
import { artifactOf } from '../../../impl/contracts/artifact.ts'
import {
  compileSources,
  PRODUCTION_SOURCES,
  readSources,
  type Sources,
} from '../../../impl/contracts/compile.ts'
import { packedRounds } from '../../../impl/contracts/deploy.ts'
import type { Parameters } from '../../../spec/parameters.ts'
import { type Anvil, startAnvil } from '../../evm/anvil.ts'
import { RpcError } from '../../evm/rpc.ts'
import { type Hex, wordHex } from '../../evm/word.ts'
import type { Answer, Computer } from './computer.ts'
import type { FunctionName, Input } from './table.ts'

const OPENED = 'conformance/kit/functions/Functions.sol'
/** Where the functions that sign for no contract in particular are. */
const SOMEWHERE: Hex = '0x00000000000000000000000000000000000f0c70'
/** A set of hundreds is put into storage in one call. */
const GAS = 1n << 28n
const hex = z.string().regex(/^0x[0-9a-f]*$/)

/** Calldata of one function, and what its answer means. Where something does not fit a word: RangeError. */
interface Translation {
  /** @returns words after the selector */
  words(input: never, parameters: Parameters): readonly bigint[]
  read(answer: readonly bigint[]): unknown
  /** Whose code it is, and on which chain; any if absent. */
  domain?(input: never): { readonly chainId: number; readonly rollup: Hex }
}

const number = ([word]: readonly bigint[]): number => Number(word)
const asWord = ([word]: readonly bigint[]): Hex => wordHex(word!)
/** After the offset and the length of a list. */
const list = (words: readonly bigint[]): bigint[] => words.slice(2)
const addressOrNull = ([word]: readonly bigint[]): string | null =>
  word === 0n ? null : `0x${word!.toString(16).padStart(40, '0')}`

/** All but the list at the end. */
const headerFields = ['parentHash', 'slot', 'timestamp', 'stateRoot', 'transactionsHash'].concat([
  'forcedCount',
  'forcedHash',
  'hasOthers',
])
interface HeaderInput {
  readonly header: Record<string, string | number | boolean> & { readonly blobHashes: readonly string[] }
}
/** A header is the only argument: its offset, its words, the offset of its list, the list. */
const headerWords = ({ header }: HeaderInput): bigint[] => [
  32n,
  ...headerFields.map((field) => asGiven(header[field]!)),
  BigInt(headerFields.length + 1) * 32n,
  BigInt(header.blobHashes.length),
  ...header.blobHashes.map(asGiven),
]
const domain = (input: { chainId: number; rollup: Hex }) => input

const translations: { readonly [Name in FunctionName]?: Translation } = {
  epochOf: { words: given((i, p) => [i.slot, p.slotsPerEpoch]), read: number },
  offsetOf: { words: given((i, p) => [i.slot, p.slotsPerEpoch]), read: number },
  slotAt: { words: given((i, p) => [i.timestamp, i.genesisTimestamp, p.slotDurationSeconds]), read: number },
  startOf: { words: given((i, p) => [i.slot, i.genesisTimestamp, p.slotDurationSeconds]), read: number },
  quorum: { words: given((i) => [i.seats]), read: number },
  proverShare: { words: given((i) => [i.rewardWei, i.basisPointFee]), read: ([word]) => `${word}` },
  seedOf: { words: given((i) => [i.epoch, i.prevrandao]), read: asWord },
  shuffle: { words: given((i) => [i.seed, i.count, i.seats]), read: (answer) => list(answer).map(Number) },
  committeePositions: {
    words: given((i) => [i.epoch, i.prevrandao, i.setSize]),
    read: (answer) => list(answer).map((member) => Number(member) - 1),
  },
  drawSeat: {
    words: given((i, p) => {
      // Members with the addresses from 1 on, packed (EPOCH-13).
      const seats = Array.from({ length: Number(i.seats) }, (_, seat) => wordHex(BigInt(seat + 1)).slice(-40))
      const packed = (seats.join('').match(/.{1,64}/g) ?? []).map((word) => `0x${word.padEnd(64, '0')}`)
      return [5 * 32, i.slot, i.sampleEpoch, i.prevrandao, p.slotsPerEpoch, 20 * seats.length, ...packed]
    }),
    read: ([member]) => (member === 0n ? null : Number(member) - 1),
  },
  genesisHash: { words: given((i) => [i.stateRoot]), read: asWord, domain },
  blockHash: { words: headerWords, read: asWord, domain },
  quoteDigest: {
    // No signature is part of what is signed.
    words: ({ quote: q }: { quote: Record<string, string | number> }) => [
      0n,
      0n,
      ...['proverAddress', 'epochToProve', 'validUntilSlot', 'bondAmount', 'basisPointFee'].map((field) =>
        asGiven(q[field]!),
      ),
    ],
    read: asWord,
    domain,
  },
  signerOf: { words: given((i) => [i.digest, i.r, i.vs]), read: addressOrNull },
  queueHash: {
    words: ({ entries }: Input<'queueHash'>) => queueWords(entries),
    read: asWord,
  },
  fallbackAt: {
    // The contracts store the slot after one, and 0 for none.
    words: ({ slot, countedFrom, entered, advanced, claimDeadline, queueWaits }: Input<'fallbackAt'>) =>
      [slot, countedFrom + 1, entered + 1, advanced + 1, Math.max(claimDeadline, 0), queueWaits].map(asGiven),
    read: (answer) => {
      const [countedFrom, entered, advanced, entries, since] = answer.map((word, at) =>
        at === 3 ? Number(word) : Number(word) - 1,
      )
      return { countedFrom, entered, advanced, since, entries }
    },
  },
}

/** Two lists, of bytes and of epochs: their offsets; the first with the offsets of its entries, each with its length. */
function queueWords(entries: Input<'queueHash'>['entries']): bigint[] {
  const bodies = entries.map(({ data }) => {
    const digits = data.slice(2)
    const padded = digits.padEnd(Math.ceil(digits.length / 64) * 64, '0')
    return [BigInt(digits.length / 2), ...(padded.match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`))]
  })
  const offsets = bodies.map((_, at) => entries.length + bodies.slice(0, at).flat().length)
  const list = [BigInt(entries.length), ...offsets.map((at) => BigInt(at) * 32n), ...bodies.flat()]
  return [
    64n,
    BigInt(2 + list.length) * 32n,
    ...list,
    BigInt(entries.length),
    ...entries.map(({ epoch }) => asGiven(epoch)),
  ]
}

function given(
  words: (
    input: Record<string, string | number>,
    parameters: Parameters,
  ) => readonly (string | number | undefined)[],
): Translation['words'] {
  return (input, parameters) => words(input, parameters).map((value) => asGiven(value!))
}

/** A value as it is given, fit or not: a number, a decimal string, or bytes, which fill their word from the right. */
const asGiven = (value: string | number | boolean): bigint => BigInt(value)

/** What the contract is constructed with, in this order. */
const constructed = [
  'targetCommitteeSize',
  'shuffleRounds',
  'fallbackEnterSlots',
  'fallbackExitSlots',
  'fallbackExitActivitySlots',
  'forcedDelayEpochs',
  'forcedMinimum',
  'forcedMaximumBytes',
] as const

/** The production code on an EVM of its own. Nothing starts before the first question. */
export class Bytecode implements Computer {
  readonly declared: ReadonlySet<string> = new Set(Object.keys(translations))
  #started: Promise<{ engine: Anvil; selectors: Readonly<Record<string, Hex>>; creation: Hex }> | undefined
  /** What stands at an address, or is on its way there. */
  readonly #places = new Map<Hex, { readonly made: string; readonly done: Promise<void> }>()
  #chainId = 0

  /** @param change a mistake in the sources, for tests */
  constructor(readonly change: (sources: Sources) => Sources = (sources) => sources) {}

  async compute(name: FunctionName, parameters: Parameters, input: unknown): Promise<Answer> {
    const { words, read, domain } = translations[name]!
    const { engine, selectors } = await this.#start()
    let data: string
    try {
      const arguments_ = words(input as never, parameters).map((word) => wordHex(word).slice(2))
      data = `${selectorOf(selectors, name)}${arguments_.join('')}`
    } catch (error) {
      if (error instanceof RangeError) return { refused: `no calldata holds it: ${error.message}` }
      throw error
    }
    const { chainId, rollup } = domain?.(input as never) ?? { chainId: 1, rollup: SOMEWHERE }
    if (!/^0x[0-9a-f]{40}$/.test(rollup)) return { refused: `${rollup} is no address` }
    await this.#put(rollup, parameters)
    if (this.#chainId !== chainId) await engine.request('anvil_setChainId', [chainId])
    this.#chainId = chainId
    try {
      const call = { to: rollup, data, gas: `0x${GAS.toString(16)}` }
      const answer = await engine.request('eth_call', [call, 'latest'], hex)
      return { output: read((answer.slice(2).match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`))) }
    } catch (error) {
      if (error instanceof RpcError && /revert/i.test(error.message)) return { refused: error.message }
      throw error
    }
  }

  async stop(): Promise<void> {
    await (await this.#started)?.engine.stop()
    this.#started = undefined
  }

  #start() {
    this.#started ??= (async () => {
      const all = await readSources([PRODUCTION_SOURCES, posix.dirname(OPENED)])
      const compilation = await compileSources(this.change(reachedFrom(OPENED, all)))
      const { bytecode, selectors } = artifactOf(compilation, 'Functions')
      const engine = await startAnvil({ accounts: 1, blockGasLimit: GAS })
      return { engine, selectors: selectors as Readonly<Record<string, Hex>>, creation: bytecode as Hex }
    })()
    return this.#started
  }

  /** The code, made for the parameters, at an address. */
  async #put(address: Hex, parameters: Parameters): Promise<void> {
    const made = constructed
      .map((name) =>
        name === 'shuffleRounds' ? packedRounds(parameters.shuffleRounds) : BigInt(parameters[name]),
      )
      .map((value) => wordHex(value).slice(2))
      .join('')
    const { engine, creation } = await this.#start()
    const put = async () => {
      const call = { data: `${creation}${made}`, gas: `0x${GAS.toString(16)}` }
      const code = await engine.request('eth_call', [call, 'latest'], hex)
      await engine.request('anvil_setCode', [address, code])
    }
    const known = this.#places.get(address)
    const place = known?.made === made ? known : { made, done: put() }
    this.#places.set(address, place)
    await place.done
  }
}

function selectorOf(selectors: Readonly<Record<string, Hex>>, name: string): Hex {
  const found = Object.entries(selectors).find(([signature]) => signature.startsWith(`${name}(`))
  if (!found) throw new Error(`${OPENED} has no function ${name}`)
  return found[1]
}

/** The compiler is slow: only what a file imports, and what that imports. */
function reachedFrom(file: string, sources: Sources, into = new Map<string, string>()): Sources {
  if (into.has(file)) return into
  const text = sources.get(file)
  if (text === undefined) throw new Error(`${file}: no such source`)
  into.set(file, text)
  for (const [, path] of text.matchAll(/^import .*"(.+)";$/gm))
    reachedFrom(posix.join(posix.dirname(file), path!), sources, into)
  return into
}
