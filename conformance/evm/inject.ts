/**
 * The fast engine: a model state goes straight into the storage of the deployed bytecode, and every call is executed
 * from exactly that state.
 *
 * - All calls go through `eth_simulateV1`, those of many states in one request. A `state` override at the first block of
 *   a state replaces the whole storage of a contract, so nothing is inherited. Calls expected to be refused share a
 *   block, because a refusal changes nothing. When one of them succeeds after all, it and every call behind it in that
 *   request are executed again, each alone.
 * - Calls expected to succeed get a block each, for result and logs, in which the words that the block before changed are
 *   put back. What they change is told by the prestate tracer, which runs them one by one, each from the whole state (see
 *   trace.ts). Because the storage before is known in full, so is the storage after: no list of slots is needed, and no
 *   slot can be forgotten. On a sample the call tracer must give the same result, and a block in which an SLOAD reader
 *   stands in for the contracts' code the same storage. A call that is refused after all is executed again, alone.
 * - State overrides and calls recur in many requests: their JSON is written once.
 *
 * anvil 1.7.1 takes number and timestamp of each simulated block as given, in any order: a test holds it to that.
 * Both are always set here, because its own defaults depend on the blocks before.
 */
import { type Anvil, type AnvilOptions, startAnvil } from './anvil.ts'
import {
  applyChanges,
  CALL_TRACER,
  type CallFrame,
  type Changes,
  changesOf,
  DIFF_TRACER,
  type Diff,
  type Log,
  type Outcome,
  outcomeOf,
} from './trace.ts'
import { type Address, type Hex, quantityHex, type Storage, wordHex } from './word.ts'

/** `timestamp` in seconds since 1970. */
export type BlockEnvironment = {
  readonly timestamp: bigint
  readonly number?: bigint
  readonly prevrandao?: bigint
}

export type InjectedCall = {
  readonly from: Address
  readonly to: Address
  readonly data: Hex
  readonly valueWei?: bigint
  readonly blobVersionedHashes?: readonly Hex[]
  readonly gas?: bigint
  /** Only groups the calls; the outcome says what happened. */
  readonly expected: 'success' | 'refusal'
  /** Where this call needs another block than its job's: a different prevrandao, say. */
  readonly block?: Partial<BlockEnvironment>
}

export type Job = {
  /** Whole storage by contract; a contract that is not named has none. */
  readonly storage: Storage
  readonly balancesWei?: ReadonlyMap<Address, bigint>
  readonly block: BlockEnvironment
  readonly calls: readonly InjectedCall[]
}

/** An instruction as the engine executed it. `gas`: what was left before it; `depth` of calls, from 1. */
export type Step = {
  readonly pc: number
  readonly op: string
  readonly gas: number
  readonly gasCost: number
  readonly depth: number
  /** The top comes last. */
  readonly stack: readonly Hex[] | null
}

export type InjectorOptions = {
  /** Runtime bytecode, immutables filled in, by address. */
  readonly contracts: ReadonlyMap<Address, Hex>
  /** Processes, two when not given: on two cores a little faster than one with as many threads. */
  readonly engines?: number
  /** After how many calls a request is closed; 150 when not given. */
  readonly callsPerRequest?: number
  /** Every how many successful calls the result is taken a second way; 100 when not given, 0 for never. */
  readonly crossCheckEvery?: number
  readonly anvil?: AnvilOptions
}

export type Totals = { jobs: number; calls: number; succeeded: number; crossChecked: number; seconds: number }

/** The two ways to read what a call changed do not agree: the engine is not to be trusted. */
export class EngineDisagrees extends Error {
  override readonly name = 'EngineDisagrees'
}

/** Calldata is a list of slots, the answer their values. */
const SLOAD_READER: Hex = '0x5f5b80361460135780355481526020016001565b365ff3'

const DEFAULT_CALL_GAS = 15_000_000n
const UNLIMITED_GAS = quantityHex(1n << 48n)
const SENDER_BALANCE = quantityHex(10n ** 30n)

type AccountOverride = { state?: Record<Hex, Hex>; balance?: Hex; code?: Hex }
type StateOverrides = Record<Address, AccountOverride>
/** A block of `eth_simulateV1`, as JSON. */
type BlockText = string
type CallResult = { status: Hex; returnData: Hex; gasUsed: Hex; logs: Log[] }
type Success = Extract<Outcome, { status: 'success' }>

type Place = { job: Job; call: InjectedCall; jobIndex: number; callIndex: number }
/** Calls that share a simulated block. */
type SimulatedBlock = {
  readonly places: readonly Place[]
  /** What the block before it changed of the state, put back in this one; without it the whole state is given. */
  readonly changed?: Storage
}

export class Injector {
  readonly #engines: readonly Anvil[]
  readonly #contracts: ReadonlyMap<Address, Hex>
  readonly #callsPerRequest: number
  readonly #crossCheckEvery: number
  /** State overrides of a job as JSON, without the braces around them. */
  readonly #stateTexts = new WeakMap<Job, string>()
  #nextEngine = 0
  #successes = 0
  #crossChecked = 0

  private constructor(engines: readonly Anvil[], options: InjectorOptions) {
    this.#engines = engines
    this.#contracts = options.contracts
    this.#callsPerRequest = options.callsPerRequest ?? 150
    this.#crossCheckEvery = options.crossCheckEvery ?? 100
  }

  /** @throws EngineMissing, EngineDied */
  static async start(options: InjectorOptions): Promise<Injector> {
    const anvilOptions = { maxInFlight: 3, ...options.anvil }
    const engines = await Promise.all(
      Array.from({ length: options.engines ?? 2 }, () => startAnvil(anvilOptions)),
    )
    return Injector.over(engines, options)
  }

  /** Over engines that already run; `stop` ends them. */
  static async over(engines: readonly Anvil[], options: InjectorOptions): Promise<Injector> {
    for (const engine of engines) {
      for (const [address, code] of options.contracts) await engine.request('anvil_setCode', [address, code])
    }
    return new Injector(engines, options)
  }

  /** Process ids of the engines. */
  get pids(): number[] {
    return this.#engines.map((engine) => engine.pid)
  }

  async stop(): Promise<void> {
    await Promise.all(this.#engines.map((engine) => engine.stop()))
  }

  /** All outcomes of one state, in the order of its calls. */
  async inject(job: Job): Promise<Outcome[]> {
    const [outcomes] = await this.#runBatch([job])
    return outcomes!
  }

  /**
   * Streams states through the engine, a bounded number at a time.
   * @param report called once per job, in the order of the jobs
   * @throws EngineDied (what was reported until then stands), EngineDisagrees; whatever `report` throws
   */
  async run(
    jobs: Iterable<Job> | AsyncIterable<Job>,
    report: (job: Job, outcomes: readonly Outcome[], index: number) => void,
  ): Promise<Totals> {
    const started = performance.now()
    const crossCheckedBefore = this.#crossChecked
    const totals = { jobs: 0, calls: 0, succeeded: 0, crossChecked: 0, seconds: 0 }
    const window: { batch: Job[]; outcomes: Promise<Outcome[][]> }[] = []
    const deliver = async () => {
      const { batch, outcomes } = window.shift()!
      for (const [index, results] of (await outcomes).entries()) {
        report(batch[index]!, results, totals.jobs++)
        totals.calls += results.length
        totals.succeeded += results.filter((it) => it.status === 'success').length
      }
    }
    for await (const batch of inBatches(jobs, this.#callsPerRequest)) {
      const outcomes = this.#runBatch(batch)
      // Awaited in order, so a later one may fail first: it is still reported, when its turn comes.
      outcomes.catch(() => {})
      window.push({ batch, outcomes })
      if (window.length >= 4 * this.#engines.length) await deliver()
    }
    while (window.length > 0) await deliver()
    const seconds = (performance.now() - started) / 1000
    return { ...totals, crossChecked: this.#crossChecked - crossCheckedBefore, seconds }
  }

  async #runBatch(jobs: readonly Job[]): Promise<Outcome[][]> {
    const engine = this.#engines[this.#nextEngine++ % this.#engines.length]!
    const outcomes: Outcome[][] = jobs.map((job) => new Array(job.calls.length))
    const places = jobs.map((job, jobIndex) =>
      job.calls.map((call, callIndex): Place => ({ job, call, jobIndex, callIndex })),
    )
    const changes = new Map(
      await Promise.all(
        places
          .flat()
          .filter(shouldSucceed)
          .map(async (place): Promise<[Place, Changes]> => {
            const diff = await this.#trace<Diff>(engine, place, DIFF_TRACER)
            return [place, changesOf(diff, [place.call.from])]
          }),
      ),
    )
    const blocks = places.flatMap((ofJob) => blocksOf(ofJob, changes))
    if (blocks.length === 0) return outcomes
    const results = await simulate(
      engine,
      blocks.map((block) => () => this.#blockOf(block)),
    )
    const ordered = blocks.flatMap((block) => block.places)
    const unexpected = ordered.findIndex(
      (place, index) => !shouldSucceed(place) && hasSucceeded(results[index]!),
    )
    const settled = ordered.map(async (place, index) => {
      const result = results[index]!
      // What stands behind it in the request ran in a state that it changed.
      const isSpoilt = unexpected >= 0 && index >= unexpected
      const settle = (): Outcome | Promise<Outcome> => {
        if (isSpoilt || shouldSucceed(place) !== hasSucceeded(result))
          return this.#executeAlone(engine, place)
        return shouldSucceed(place)
          ? this.#successOf(engine, place, result, changes.get(place)!)
          : refusalOf(result)
      }
      outcomes[place.jobIndex]![place.callIndex] = await settle()
    })
    await Promise.all(settled)
    return outcomes
  }

  async #successOf(
    engine: Anvil,
    place: Place,
    { returnData, gasUsed, logs }: CallResult,
    changes: Changes,
  ): Promise<Outcome> {
    const outcome: Success = {
      status: 'success',
      returnData,
      gasUsed: BigInt(gasUsed),
      logs: logs.map(plainLog),
      changes,
    }
    if (this.#isSampled()) await this.#crossCheck(engine, place, outcome)
    return outcome
  }

  async #executeAlone(engine: Anvil, place: Place): Promise<Outcome> {
    const [frame, diff] = await Promise.all([
      this.#trace<CallFrame>(engine, place, CALL_TRACER),
      this.#trace<Diff>(engine, place, DIFF_TRACER),
    ])
    const outcome = outcomeOf(frame, diff, place.call.from)
    if (outcome.status === 'success' && this.#isSampled()) await this.#crossCheck(engine, place, outcome)
    return outcome
  }

  #trace<T>(engine: Anvil, place: Place, tracer: { tracer: string; tracerConfig: object }): Promise<T> {
    return engine.request<T>('debug_traceCall', () => {
      const { tracer: name, tracerConfig } = tracer
      const state = this.#stateText(place.job, [place.call])
      return `[${callText(place.call)},"latest",{"tracer":"${name}","tracerConfig":${JSON.stringify(tracerConfig)},"stateOverrides":${state},"blockOverrides":${environmentText(place)}}]`
    })
  }

  /** Every instruction that the only call of a job executes, in their order. */
  async steps(job: Job): Promise<Step[]> {
    const place: Place = { job, call: job.calls[0]!, jobIndex: 0, callIndex: 0 }
    const state = this.#stateText(job, [place.call])
    const { structLogs } = await this.#engines[0]!.request<{ structLogs: Step[] }>('debug_traceCall', () => {
      return `[${callText(place.call)},"latest",{"disableMemory":true,"disableStorage":true,"stateOverrides":${state},"blockOverrides":${environmentText(place)}}]`
    })
    return structLogs
  }

  #isSampled(): boolean {
    return this.#crossCheckEvery > 0 && this.#successes++ % this.#crossCheckEvery === 0
  }

  async #crossCheck(engine: Anvil, place: Place, found: Success): Promise<void> {
    const frame = await this.#trace<CallFrame>(engine, place, CALL_TRACER)
    const traced = outcomeOf(frame, { pre: {}, post: {} }, place.call.from)
    mustAgree('result', { ...found, changes: undefined }, { ...traced, changes: undefined })
    const after = applyChanges(place.job.storage, found.changes)
    const slotsOf = (address: Address) => [
      ...new Set([...(place.job.storage.get(address)?.keys() ?? []), ...(after.get(address)?.keys() ?? [])]),
    ]
    const read = [...this.#contracts.keys()].map((address) => ({ address, slots: slotsOf(address) }))
    const reader = (): BlockText =>
      blockText(
        environmentText(place),
        JSON.stringify(Object.fromEntries(read.map(({ address }) => [address, { code: SLOAD_READER }]))),
        read.map(({ address, slots }) =>
          callText({ from: place.call.from, to: address, data: concatWords(slots), expected: 'success' }),
        ),
      )
    const [simulated, ...answers] = await simulate(engine, [() => this.#blockOf({ places: [place] }), reader])
    const { status, returnData, gasUsed, logs } = simulated!
    const result = {
      status: status === '0x1' ? 'success' : 'reverted',
      returnData,
      gasUsed: BigInt(gasUsed),
      logs: logs.map(plainLog),
    }
    mustAgree('result', result, { ...found, changes: undefined })
    for (const [index, { address, slots }] of read.entries()) {
      const values = slots.map((slot) => after.get(address)?.get(slot) ?? 0n)
      mustAgree(`storage of ${address}`, answers[index]?.returnData, concatWords(values))
    }
    this.#crossChecked++
  }

  #blockOf({ places, changed }: SimulatedBlock): BlockText {
    const calls = places.map(({ call }) => call)
    const state = this.#stateText(places[0]!.job, calls, changed)
    return blockText(environmentText(places[0]!), state, calls.map(callText))
  }

  /** State overrides as JSON: the job's, or what was changed of it, and funds for senders that need some and are no contracts. */
  #stateText(job: Job, calls: readonly InjectedCall[], changed?: Storage): string {
    const known = changed ? restoringText(job, changed) : this.#wholeText(job)
    const senders = calls.filter((call) => call.valueWei || call.blobVersionedHashes).map(({ from }) => from)
    const funded = [...new Set(senders)]
      .filter((from) => !this.#contracts.has(from))
      .map((from) => `"${from}":{"balance":"${SENDER_BALANCE}"}`)
    return `{${[...funded, ...(known === '' ? [] : [known])].join(',')}}`
  }

  #wholeText(job: Job): string {
    const known = this.#stateTexts.get(job) ?? JSON.stringify(this.#encode(job)).slice(1, -1)
    this.#stateTexts.set(job, known)
    return known
  }

  #encode(job: Job): StateOverrides {
    const overrides: StateOverrides = {}
    for (const address of this.#contracts.keys()) {
      const state: Record<Hex, Hex> = {}
      for (const [slot, value] of job.storage.get(address) ?? []) state[wordHex(slot)] = wordHex(value)
      overrides[address] = { state, balance: quantityHex(job.balancesWei?.get(address) ?? 0n) }
    }
    for (const address of job.storage.keys()) {
      if (!this.#contracts.has(address)) throw new Error(`storage for ${address}, which has no code here`)
    }
    return overrides
  }
}

const plainLog = ({ address, topics, data }: Log): Log => ({ address, topics, data })

const concatWords = (words: readonly bigint[]): Hex =>
  `0x${words.map((word) => wordHex(word).slice(2)).join('')}`

const mustAgree = (what: string, simulated: unknown, traced: unknown) => {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? quantityHex(item) : item))
  if (text(simulated) === text(traced)) return
  throw new EngineDisagrees(`${what}: simulated ${text(simulated)}, traced ${text(traced)}`)
}

const simulate = async (engine: Anvil, blocks: readonly (() => BlockText)[]): Promise<CallResult[]> => {
  const simulated = await engine.request<{ calls: CallResult[] }[]>(
    'eth_simulateV1',
    () => `[{"blockStateCalls":[${blocks.map((block) => block()).join(',')}]},"latest"]`,
  )
  return simulated.flatMap((block) => block.calls)
}

const blockText = (environment: string, state: string, calls: readonly string[]): BlockText =>
  `{"blockOverrides":${environment},"stateOverrides":${state},"calls":[${calls.join(',')}]}`

const refusalOf = ({ returnData, gasUsed }: CallResult): Outcome => ({
  status: 'reverted',
  returnData,
  gasUsed: BigInt(gasUsed),
})

const callTexts = new WeakMap<InjectedCall, string>()

/** A call as JSON. */
const callText = (call: InjectedCall): string => {
  const known = callTexts.get(call)
  if (known !== undefined) return known
  const { from, to, data, gas, valueWei, blobVersionedHashes } = call
  const text = JSON.stringify({
    from,
    to,
    input: data,
    gas: quantityHex(gas ?? DEFAULT_CALL_GAS),
    ...(valueWei ? { value: quantityHex(valueWei) } : {}),
    ...(blobVersionedHashes ? { blobVersionedHashes } : {}),
  })
  callTexts.set(call, text)
  return text
}

/** Overrides of a call's block as JSON. */
const environmentText = ({ job, call }: Place): string => {
  const block = { ...job.block, ...call.block }
  return JSON.stringify({
    time: quantityHex(block.timestamp),
    number: quantityHex(block.number ?? 1n),
    prevRandao: wordHex(block.prevrandao ?? 0n),
    gasLimit: UNLIMITED_GAS,
    // Simulated blocks always have 0; traced calls would otherwise have the chain's.
    baseFeePerGas: '0x0',
  })
}

const shouldSucceed = ({ call }: Place): boolean => call.expected === 'success'
const hasSucceeded = ({ status }: CallResult): boolean => status === '0x1'

/**
 * The blocks in which the calls of a job are simulated: first those that are to be refused and change nothing, then the
 * others, of which each gets back what the one before it changed.
 */
function blocksOf(ofJob: readonly Place[], changes: ReadonlyMap<Place, Changes>): SimulatedBlock[] {
  const refused = groupByBlock(ofJob.filter((place) => !shouldSucceed(place)))
  const groups = [...refused, ...ofJob.filter(shouldSucceed).map((place) => [place])]
  return groups.map((places, index) => {
    if (index === 0) return { places }
    const before = groups[index - 1]!.at(-1)!
    return { places, changed: changes.get(before)?.storage ?? new Map() }
  })
}

/** The words of the job's state that were changed, as overrides in JSON, without the braces around them. */
function restoringText({ storage }: Job, changed: Storage): string {
  const accounts = [...changed].map(([address, slots]) => {
    const words = [...slots.keys()].map(
      (slot) => `"${wordHex(slot)}":"${wordHex(storage.get(address)?.get(slot) ?? 0n)}"`,
    )
    return `"${address}":{"stateDiff":{${words.join(',')}}}`
  })
  return accounts.join(',')
}

/** Calls of one job share a block unless they ask for another one (compared by identity: define each once). */
const groupByBlock = (places: readonly Place[]): Place[][] => {
  const groups = new Map<InjectedCall['block'], Place[]>()
  for (const place of places) {
    const group = groups.get(place.call.block)
    if (group) group.push(place)
    else groups.set(place.call.block, [place])
  }
  return [...groups.values()]
}

async function* inBatches(
  jobs: Iterable<Job> | AsyncIterable<Job>,
  callsPerRequest: number,
): AsyncGenerator<Job[]> {
  let batch: Job[] = []
  let calls = 0
  for await (const job of jobs) {
    batch.push(job)
    calls += job.calls.length
    if (calls >= callsPerRequest) {
      yield batch
      batch = []
      calls = 0
    }
  }
  if (batch.length > 0) yield batch
}
