import { proposalText } from '../../model/node/facts.ts'
import { blockText } from '../../model/node/lists.ts'
import type { View } from '../../model/node/vocabulary.ts'
import type { System } from './system.ts'
import {
  alarmIsRight,
  bodyText,
  type FactOf,
  isComputed,
  isFinal,
  isRightBody,
  isTwice,
  type Known,
  tipIsRight,
} from './truth.ts'
import type { Fact } from './vocabulary.ts'

/** What has to hold of every run, whatever the network and the Byzantine members do. */
export const predicates = {
  /** No two blocks of one slot can have a quorum while fewer than 2q − k members are Byzantine. */
  oneQuorum: ['ATTEST-10'],
  /** An honest member signs at most once per slot, across restarts. */
  signsOnce: ['ATTEST-7', 'ATTEST-10'],
  /** An honest member signs what it executed, with the root that it gave, of transactions that it holds or that L1 forces. */
  signsComputed: ['ATTEST-12', 'ATTEST-14', 'ATTEST-15', 'ATTEST-18'],
  /** An honest proposer signs at most one proposal per slot, across restarts. */
  proposesOnce: ['BUILD-5', 'BUILD-6'],
  /** An honest proposer hands blocks to L1 that a quorum attested. */
  submitsQuorum: ['BUILD-21'],
  /** What L1 has taken a quorum attested. */
  takenHasQuorum: ['PROPOSE-10', 'PROPOSE-11'],
  /** What an honest member signs, proposes and publishes stands on the tip that its follower told last. */
  actsOnTip: ['ATTEST-9', 'BUILD-3', 'FOLLOW-1', 'FOLLOW-9'],
  /** While its follower raises the alarm a member neither signs nor proposes nor publishes. */
  alarmIsHeeded: ['FOLLOW-5'],
  /** The tip that a follower tells is what it computed from the bodies of its view; level is the last of that. */
  tipIsComputed: ['FOLLOW-2', 'FOLLOW-3', 'FOLLOW-8', 'FOLLOW-11'],
  /** The alarm is raised exactly as long as a root of the view is known to differ. */
  alarmIsExact: ['FOLLOW-2', 'FOLLOW-3', 'FOLLOW-4', 'FOLLOW-6'],
  /** A node holds what it verified since its store was lost, or what L1 forces. */
  holdsVerified: ['TX-1', 'TX-8', 'TX-15'],
  /** What a node holds it holds until it is final. */
  keepsHeld: ['TX-10'],
  /** L1 takes nothing twice that is not forced, while fewer than a quorum are Byzantine. No planted node shows it yet. */
  takesOnce: ['ATTEST-13', 'ATTEST-16', 'BUILD-15', 'BUILD-16'],
  /** What leaves a node as a transaction it holds. */
  passesHeld: ['TX-2', 'TX-18'],
  /** A stashed transaction leaves its node only when the node signed a proposal with it or L1 has shown it. */
  stashIsSilent: ['TX-7', 'TX-18'],
} as const satisfies Record<string, readonly string[]>
export type Predicate = keyof typeof predicates

/** A predicate that does not hold: of whom, in which slot. */
export interface Violation {
  readonly predicate: Predicate
  readonly slot: number
  /** Undefined where it is nobody's alone. */
  readonly member: string | undefined
}

export const violationText = ({ predicate, slot, member }: Violation): string =>
  member === undefined ? `${predicate} in slot ${slot}` : `${predicate} by ${member} in slot ${slot}`

/** With 2q − k or more Byzantine members two quorums need no honest member in common. */
export const fewByzantine = ({ setup, committees, quorums }: System, slot: number): boolean =>
  committees[slot]!.filter((name) => setup.byzantine.includes(name)).length <
  2 * quorums[slot]! - committees[slot]!.length

/** Whether some honest member is in every quorum. */
export const someHonest = ({ setup, committees, quorums }: System, slot: number): boolean =>
  committees[slot]!.filter((name) => setup.byzantine.includes(name)).length < quorums[slot]!

/** What is kept of a member between its facts. */
interface Member extends Known {
  read: Known['read']
  bodies: Set<string>
  /** What its follower told last. */
  told: View | undefined
  verified: Set<string>
  /** What it read of the queue. */
  forced: Set<string>
  /** Whose copy was verified last. */
  copy: FactOf<'verified'> | undefined
  secret: Set<string>
}
const emptyStore = () => ({
  ...{ bodies: new Set<string>(), verified: new Set<string>() },
  ...{ forced: new Set<string>(), secret: new Set<string>(), copy: undefined },
})

/** The predicates of a run, brought up to date fact by fact. */
export class Watch {
  readonly violations: Violation[] = []
  readonly #told = new Set<string>()
  readonly #members = new Map<string, Member>()
  /** Who of the honest signed a proposal, by its text. */
  readonly #signers = new Map<string, Set<string>>()
  /** The texts of a slot that would have a quorum if all Byzantine members signed them. */
  readonly #quorums = new Map<number, Set<string>>()
  /** What the chains up to blocks that L1 took have, by their texts. */
  readonly #chains = new Map<string, readonly string[]>()
  readonly #signed = new Set<string>()
  readonly #proposed = new Set<string>()
  #facts = 0

  constructor(private readonly system: System) {}

  /** Looks at the facts that are new. */
  look(facts: readonly Fact[]): void {
    for (; this.#facts < facts.length; this.#facts++) this.#take(facts[this.#facts]!)
  }

  #take(fact: Fact): void {
    switch (fact.kind) {
      case 'signed':
        this.#acts(fact)
        this.#signs(fact)
        break
      case 'proposed': {
        this.#acts(fact)
        const { member, slot } = fact
        if (this.#proposed.has(`${member} ${slot}`)) this.#violate('proposesOnce', slot, member)
        this.#proposed.add(`${member} ${slot}`)
        break
      }
      case 'submitted':
        this.#acts(fact)
        if (!this.#hasQuorum(fact)) this.#violate('submitsQuorum', fact.slot, fact.member)
        break
      case 'taken':
        if (!this.#hasQuorum(fact)) this.#violate('takenHasQuorum', fact.slot)
        this.#grows(fact)
        break
      default:
        this.#learns(fact, this.#of(fact.member))
    }
  }

  #of(name: string): Member {
    const member = this.#members.get(name) ?? { read: undefined, told: undefined, ...emptyStore() }
    this.#members.set(name, member)
    return member
  }

  /** What members know and hold. */
  #learns(fact: Exclude<Fact, { readonly proposal: unknown }>, of: Member): void {
    const { member, slot } = fact
    switch (fact.kind) {
      case 'crashed':
        of.read = undefined
        of.told = undefined
        if (fact.store === 'lost') Object.assign(of, emptyStore())
        break
      case 'read':
        of.read = fact.view
        for (const transaction of fact.view.forced) of.forced.add(transaction)
        break
      case 'fetched':
        if (isRightBody(fact)) of.bodies.add(bodyText(fact.header))
        break
      case 'told':
        of.told = fact.view
        if (!tipIsRight(fact, of, this.system.setup.maxViewAge)) this.#violate('tipIsComputed', slot, member)
        if (!alarmIsRight(fact, of)) this.#violate('alarmIsExact', slot, member)
        for (const transaction of [...fact.view.tip.root, ...fact.view.queue]) of.secret.delete(transaction)
        break
      case 'verified':
        of.verified.add(fact.transaction)
        of.copy = fact
        break
      case 'holds': {
        const { role, transaction } = fact
        if (!isHeldBy(of, transaction)) this.#violate('holdsVerified', slot, member)
        const isStashed = of.copy?.transaction === transaction && of.copy.from === 'stash'
        if (role === 'pool' && isStashed && !isShownTo(of.told, transaction)) of.secret.add(transaction)
        break
      }
      case 'drops':
        if (!isFinal(of.read, fact.transaction)) this.#violate('keepsHeld', slot, member)
        break
      case 'passed':
        if (!isHeldBy(of, fact.transaction)) this.#violate('passesHeld', slot, member)
        if (of.secret.has(fact.transaction)) this.#violate('stashIsSilent', slot, member)
        break
    }
  }

  /** FOLLOW-5, FOLLOW-9. */
  #acts({ kind, member, slot, proposal }: FactOf<'signed' | 'proposed' | 'submitted'>): void {
    const of = this.#of(member)
    if (!isOnTip(of.told, kind, proposal.parent)) this.#violate('actsOnTip', slot, member)
    if (of.told?.alarm) this.#violate('alarmIsHeeded', slot, member)
    if (kind !== 'submitted') for (const transaction of proposal.transactions) of.secret.delete(transaction)
  }

  #signs(fact: FactOf<'signed'>): void {
    const { member, slot, proposal } = fact
    const text = proposalText(proposal)
    if (this.#signed.has(`${member} ${slot}`)) this.#violate('signsOnce', slot, member)
    this.#signed.add(`${member} ${slot}`)
    if (!isComputed(fact)) this.#violate('signsComputed', slot, member)
    const signers = this.#signers.get(text) ?? new Set()
    this.#signers.set(text, signers.add(member))
    const { setup, quorums } = this.system
    if (proposal.slot < 0 || signers.size + setup.byzantine.length < quorums[proposal.slot]!) return
    const texts = this.#quorums.get(proposal.slot) ?? new Set()
    this.#quorums.set(proposal.slot, texts.add(text))
    if (texts.size > 1 && fewByzantine(this.system, proposal.slot)) this.#violate('oneQuorum', proposal.slot)
  }

  #grows({ slot, proposal }: FactOf<'taken'>): void {
    const { parent, transactions, root } = proposal
    const before = this.#chains.get(blockText(parent)) ?? []
    if (isTwice(proposal, before) && someHonest(this.system, slot)) this.#violate('takesOnce', slot)
    this.#chains.set(blockText({ slot: proposal.slot, root }), [...before, ...transactions])
  }

  #hasQuorum({ slot, proposal, attestations }: FactOf<'submitted' | 'taken'>): boolean {
    const { setup, committees, quorums } = this.system
    const signers = this.#signers.get(proposalText(proposal))
    const counted = committees[slot]!.filter(
      (name) => attestations.includes(name) && (setup.byzantine.includes(name) || signers?.has(name)),
    )
    return counted.length >= quorums[slot]!
  }

  #violate(predicate: Predicate, slot: number, member?: string): void {
    const violation = { predicate, slot, member }
    const text = violationText(violation)
    if (this.#told.has(text)) return
    this.#told.add(text)
    this.violations.push(violation)
  }
}

const isHeldBy = ({ verified, forced }: Member, transaction: string): boolean =>
  verified.has(transaction) || forced.has(transaction)

export const isShownTo = (told: View | undefined, transaction: string): boolean =>
  told !== undefined && (told.tip.root.includes(transaction) || told.queue.includes(transaction))

/** Who builds has to be level with its view, too (FOLLOW-9). */
export const isOnTip = (told: View | undefined, kind: Fact['kind'], parent: View['tip']): boolean =>
  told !== undefined &&
  told.follows !== 'nothing' &&
  (told.follows === 'level' || kind === 'signed') &&
  blockText(told.tip) === blockText(parent)
