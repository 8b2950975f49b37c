import { STRANGER } from '../../../../model/l1-rollup/instances.ts'
import type { RefusalName } from '../../../../model/l1-rollup/refusals.ts'
import { type Change, Scenario } from '../../../../model/l1-rollup/scenario.ts'
import type { Block, Event, Log, State } from '../../../../model/l1-rollup/vocabulary.ts'
import { loadPreset, type Profile } from '../../../../spec/parameters.ts'

/** One call at a boundary, with what the clause says of it. */
export interface BoundaryCase {
  readonly clause: string
  /** In the words of the clause. */
  readonly says: string
  readonly before: Scenario
  readonly event: Event
  /** The first refusal; absent: accepted. */
  readonly refusal?: RefusalName
  /** What the clause says of the state and the logs after it. */
  readonly shows?: Shows
}

export interface Shows {
  readonly found: (after: State, logs: readonly Log[]) => unknown
  readonly expected: unknown
}

/** Gathers cases clause by clause. They are written from the clauses' own words and by nobody's rules. */
export class Boundaries {
  readonly cases: BoundaryCase[] = []
  /** The Boundary lines that the cases were written from, by clause. */
  readonly lines = new Map<string, string>()
  #clause = ''

  /** The cases that follow are of this clause, whose Boundary line says so. */
  of(clause: string, line: string): void {
    this.#clause = clause
    this.lines.set(clause, line)
  }

  passes(says: string, before: Scenario, event: Event, shows?: Shows): void {
    this.cases.push({ clause: this.#clause, says, before, event, ...(shows && { shows }) })
  }

  refuses(says: string, before: Scenario, event: Event, refusal: RefusalName): void {
    this.cases.push({ clause: this.#clause, says, before, event, refusal })
  }
}

const [rfc] = loadPreset('rfc').profiles as [Profile]
const named = (name: string, change: Partial<Profile>): Scenario =>
  Scenario.deployed({ ...rfc, name: `rfc${name}`, ...change })
export const validators = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `v${index + 1}`)

/** Preset `rfc`, and the same with few changes. */
export const start = Scenario.deployed(rfc)
/** Amounts of single wei: p1 has 7 in the escrow, p2 has 5, an epoch earns 7. */
export const small = named('small', {
  tokens: { ...rfc.tokens, rollup: '7' },
  deposits: { p1: '7', p2: '5' },
  quotes: rfc.quotes.map((quote) => ({ ...quote, bondAmount: '1' })),
  parameters: { ...rfc.parameters, minimumBondWei: '1', epochRewardWei: '7' },
})
/** Before genesis. */
export const early = named('early', { firstSlot: -1 })
/** Quotes may promise nothing. */
export const free = named('free', { parameters: { ...rfc.parameters, minimumBondWei: '0' } })
/** A block takes two forced transactions, where two are due. */
export const takingTwo = named('two', { parameters: { ...rfc.parameters, forcedMinimum: 2 } })
/** Signatures are posted, and challenged for so many slots. */
export const challengedFor = (challengeSlots: number): Scenario =>
  named(`challenged${challengeSlots}`, { parameters: { ...rfc.parameters, challengeSlots } })
export const withValidators = (count: number, word: string): Scenario =>
  named(word, { validators: validators(count) })

/** A block in slot 0. */
export const begun = start.propose()
/** In the slot after the epoch of that block. */
export const claimable = begun.at(32)

/** A forced transaction enters the queue. */
export const forced = (at: Scenario, change: Change<'forceInclusion'> = {}): Scenario =>
  at.after(at.event('forceInclusion', change))

export const ETHER = 10n ** 18n
export const wei = (amount: bigint): string => amount.toString()
export const block = (slot: number, content = 'a', forced = 0): Block => ({
  slot,
  content,
  forced,
  beneficiary: 'none',
})

export const inState = (found: (after: State) => unknown, expected: unknown): Shows => ({ found, expected })
export const inLogs = (expected: unknown, pick = (log: Log): unknown => log.type): Shows => ({
  found: (_, emitted) => emitted.map(pick),
  expected,
})

export const prune: Event = { type: 'prune', caller: STRANGER }
export const setup: Event = { type: 'setupEpoch', caller: STRANGER, randao: 'r2' }
export const deposit = (caller: string, amount: bigint): Event => ({
  type: 'deposit',
  caller,
  amount: wei(amount),
})
export const starts = (caller: string, amount: bigint): Event => ({
  type: 'startWithdrawal',
  caller,
  amount: wei(amount),
})
export const executes = (caller: string, receiver = caller): Event => ({
  type: 'executeWithdrawal',
  caller,
  receiver,
})
export const collectSlashed: Event = { type: 'collectSlashed', caller: STRANGER }
export const proof = (at: Scenario) => at.event('submitEpochProof')
export const admin = (
  type: 'addValidator' | 'removeValidator',
  validator: string,
  caller = 'admin',
): Event => ({ type, caller, validator })
