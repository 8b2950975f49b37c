/**
 * The fast engine: a model state goes straight into the storage of the deployed bytecode, and every call is executed
 * from exactly that state.
 *
 * - Calls expected to be refused go through `eth_simulateV1`: those of one state share a simulated block, and many
 *   states a request, because a refusal changes nothing. A `state` override replaces the whole storage of a
 *   contract, so nothing is inherited either. When one of them succeeds after all, it and every call behind it in
 *   that request are executed again, each alone.
 * - Calls expected to succeed are traced one by one, which also gives everything that they changed (see trace.ts).
 *   Because the storage before is known in full, so is the storage after: no list of slots is needed, and no slot
 *   can be forgotten. On a sample the same call goes through `eth_simulateV1` as well, followed by a block in which
 *   an SLOAD reader stands in for the contracts' code, and both ways must agree.
 *
 * anvil 1.7.1 takes number and timestamp of each simulated block as given, in any order: a test holds it to that.
 * Both are always set here, because its own defaults depend on the blocks before.
 */
import { type Anvil, type AnvilOptions, startAnvil } from './anvil.ts'
import {
  applyChanges,
  CALL_TRACER,
  type CallFrame,
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

export type InjectorOptions = {
  /** Runtime bytecode, immutables filled in, by address. */
  readonly contracts: ReadonlyMap<Address, Hex>
  /** Processes, two when not given: on two cores a little faster than one with as many threads. */
  readonly engines?: number
  /** After how many calls a request is closed; 60 when not given. */
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

type RpcCall = {
  from: Address
  to: Address
  input: Hex
  gas: Hex
  value?: Hex
  blobVersionedHashes?: readonly Hex[]
}
type AccountOverride = { state?: Record<Hex, Hex>; balance?: Hex; code?: Hex }
type StateOverrides = Record<Address, AccountOverride>
type BlockStateCall = {
  blockOverrides: Record<string, Hex>
  stateOverrides?: StateOverrides
  calls: RpcCall[]
}
type CallResult = { status: Hex; returnData: Hex; gasUsed: Hex; logs: Log[] }
type Success = Extract<Outcome, { status: 'success' }>

type Place = { job: Job; call: InjectedCall; jobIndex: number; callIndex: number }

export class Injector {
  readonly #engines: readonly Anvil[]
  readonly #contracts: ReadonlyMap<Address, Hex>
  readonly #callsPerRequest: number
  readonly #crossCheckEvery: number
  readonly #encoded = new WeakMap<Job, StateOverrides>()
  #nextEngine = 0
  #successes = 0
  #crossChecked = 0

  private constructor(engines: readonly Anvil[], options: InjectorOptions) {
    this.#engines = engines
    this.#contracts = options.contracts
    this.#callsPerRequest = options.callsPerRequest ?? 60
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
    const places = jobs.flatMap((job, jobIndex) =>
      job.calls.map((call, callIndex): Place => ({ job, call, jobIndex, callIndex })),
    )
    const settle = ({ jobIndex, callIndex }: Place, outcome: Outcome) => {
      outcomes[jobIndex]![callIndex] = outcome
    }
    const alone = async (place: Place) => settle(place, await this.#executeAlone(engine, place))
    await Promise.all([
      this.#executeTogether(
        engine,
        places.filter(({ call }) => call.expected === 'refusal'),
        settle,
        alone,
      ),
      ...places.filter(({ call }) => call.expected === 'success').map(alone),
    ])
    return outcomes
  }

  async #executeTogether(
    engine: Anvil,
    places: readonly Place[],
    settle: (place: Place, outcome: Outcome) => void,
    alone: (place: Place) => Promise<void>,
  ): Promise<void> {
    if (places.length === 0) return
    const groups = groupByBlock(places)
    const results = await simulate(
      engine,
      groups.map((group) => this.#blockOf(group)),
    )
    const ordered = groups.flat()
    const firstSuccess = results.findIndex(({ status }) => status === '0x1')
    const untouched = firstSuccess < 0 ? ordered.length : firstSuccess
    for (let index = 0; index < untouched; index++) settle(ordered[index]!, refusalOf(results[index]!))
    await Promise.all(ordered.slice(untouched).map(alone))
  }

  async #executeAlone(engine: Anvil, place: Place): Promise<Outcome> {
    const overrides = {
      stateOverrides: this.#stateOf(place.job, [place.call]),
      blockOverrides: environmentOf(place),
    }
    const trace = <T>(tracer: object) =>
      engine.request<T>('debug_traceCall', [rpcCallOf(place.call), 'latest', { ...tracer, ...overrides }])
    const [frame, diff] = await Promise.all([trace<CallFrame>(CALL_TRACER), trace<Diff>(DIFF_TRACER)])
    const outcome = outcomeOf(frame, diff, place.call.from)
    if (
      outcome.status === 'success' &&
      this.#crossCheckEvery > 0 &&
      this.#successes++ % this.#crossCheckEvery === 0
    ) {
      await this.#crossCheck(engine, place, outcome)
    }
    return outcome
  }

  async #crossCheck(engine: Anvil, place: Place, traced: Success): Promise<void> {
    const after = applyChanges(place.job.storage, traced.changes)
    const slotsOf = (address: Address) => [
      ...new Set([...(place.job.storage.get(address)?.keys() ?? []), ...(after.get(address)?.keys() ?? [])]),
    ]
    const read = [...this.#contracts.keys()].map((address) => ({ address, slots: slotsOf(address) }))
    const reader: BlockStateCall = {
      blockOverrides: environmentOf(place),
      stateOverrides: Object.fromEntries(read.map(({ address }) => [address, { code: SLOAD_READER }])),
      calls: read.map(({ address, slots }) => ({
        from: place.call.from,
        to: address,
        input: concatWords(slots),
        gas: quantityHex(DEFAULT_CALL_GAS),
      })),
    }
    const [simulated, ...answers] = await simulate(engine, [this.#blockOf([place]), reader])
    const { status, returnData, gasUsed, logs } = simulated!
    const result = {
      status: status === '0x1' ? 'success' : 'reverted',
      returnData,
      gasUsed: BigInt(gasUsed),
      logs: logs.map(plainLog),
    }
    mustAgree('result', result, { ...traced, changes: undefined })
    for (const [index, { address, slots }] of read.entries()) {
      const values = slots.map((slot) => after.get(address)?.get(slot) ?? 0n)
      mustAgree(`storage of ${address}`, answers[index]?.returnData, concatWords(values))
    }
    this.#crossChecked++
  }

  #blockOf(places: readonly Place[]): BlockStateCall {
    const calls = places.map(({ call }) => call)
    return {
      blockOverrides: environmentOf(places[0]!),
      stateOverrides: this.#stateOf(places[0]!.job, calls),
      calls: calls.map(rpcCallOf),
    }
  }

  #stateOf(job: Job, calls: readonly InjectedCall[]): StateOverrides {
    const known = this.#encoded.get(job) ?? this.#encode(job)
    this.#encoded.set(job, known)
    const senders = calls.filter((call) => call.valueWei || call.blobVersionedHashes).map(({ from }) => from)
    if (senders.length === 0) return known
    return { ...Object.fromEntries(senders.map((from) => [from, { balance: SENDER_BALANCE }])), ...known }
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

const simulate = async (engine: Anvil, blockStateCalls: readonly BlockStateCall[]): Promise<CallResult[]> => {
  const blocks = await engine.request<{ calls: CallResult[] }[]>('eth_simulateV1', [
    { blockStateCalls },
    'latest',
  ])
  return blocks.flatMap((block) => block.calls)
}

const refusalOf = ({ returnData, gasUsed }: CallResult): Outcome => ({
  status: 'reverted',
  returnData,
  gasUsed: BigInt(gasUsed),
})

const rpcCallOf = ({ from, to, data, gas, valueWei, blobVersionedHashes }: InjectedCall): RpcCall => ({
  from,
  to,
  input: data,
  gas: quantityHex(gas ?? DEFAULT_CALL_GAS),
  ...(valueWei ? { value: quantityHex(valueWei) } : {}),
  ...(blobVersionedHashes ? { blobVersionedHashes } : {}),
})

const environmentOf = ({ job, call }: Place): Record<string, Hex> => {
  const block = { ...job.block, ...call.block }
  return {
    time: quantityHex(block.timestamp),
    number: quantityHex(block.number ?? 1n),
    prevRandao: wordHex(block.prevrandao ?? 0n),
    gasLimit: UNLIMITED_GAS,
    // Simulated blocks always have 0; traced calls would otherwise have the chain's.
    baseFeePerGas: '0x0',
  }
}

/** Calls of one job share a block unless they ask for another one (compared by identity: define each once). */
const groupByBlock = (places: readonly Place[]): Place[][] => {
  const groups = new Map<Job, Map<InjectedCall['block'], Place[]>>()
  for (const place of places) {
    const ofJob = groups.get(place.job) ?? new Map<InjectedCall['block'], Place[]>()
    groups.set(place.job, ofJob)
    const group = ofJob.get(place.call.block)
    if (group) group.push(place)
    else ofJob.set(place.call.block, [place])
  }
  return [...groups.values()].flatMap((ofJob) => [...ofJob.values()])
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
