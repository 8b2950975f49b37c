import { proposalText } from '../../model/node/facts.ts'
import { blockText } from '../../model/node/lists.ts'
import type { View } from '../../model/node/vocabulary.ts'
import type { Fact } from './fact.ts'
import { LedgerWatch } from './ledgerWatch.ts'
import { MarketWatch } from './marketWatch.ts'
import {
  byzantineIn,
  fewByzantine,
  type Predicate,
  quorumOf,
  someHonest,
  type Violation,
  violationText,
} from './predicates.ts'
import type { System } from './system.ts'
import {
  alarmIsRight,
  bodyText,
  type FactOf,
  isComputed,
  isFinal,
  isForeseenBad,
  isLongEnough,
  isOfProposer,
  isOnLevel,
  isRightBody,
  isSound,
  isTwice,
  type Known,
  tipIsRight,
} from './truth.ts'

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
  bodies: new Set<string>(),
  verified: new Set<string>(),
  forced: new Set<string>(),
  secret: new Set<string>(),
  copy: undefined,
})

/** The predicates of a run, brought up to date fact by fact. */
export class Watch {
  readonly violations: Violation[] = []
  readonly #told = new Set<string>()
  readonly #members = new Map<string, Member>()
  /** Who of the honest signed a proposal, by its text. */
  readonly #signers = new Map<string, Set<string>>()
  /** The texts that were signed for a slot, and the committees that L1 had in charge of it. */
  readonly #slots = new Map<number, { readonly texts: Set<string>; readonly committees: Set<string> }>()
  /** What the chains up to blocks that L1 took have, by their texts. */
  readonly #chains = new Map<string, readonly string[]>()
  readonly #signed = new Set<string>()
  readonly #proposed = new Set<string>()
  #facts = 0

  /** What honest members proposed, each with its text. */
  readonly #texts = new Set<string>()
  readonly #ledger: LedgerWatch
  readonly #market: MarketWatch

  constructor(private readonly system: System) {
    const violate = (predicate: Predicate, slot: number, member?: string): void =>
      this.#violate(predicate, slot, member)
    this.#ledger = new LedgerWatch(system, violate)
    this.#market = new MarketWatch(system, violate)
  }

  /** Looks at the facts that are new. */
  look(facts: readonly Fact[]): void {
    for (; this.#facts < facts.length; this.#facts++) this.#take(facts[this.#facts]!)
  }

  #take(fact: Fact): void {
    this.#ledger.take(fact)
    this.#market.take(fact)
    switch (fact.kind) {
      case 'seats':
        this.#slot(fact.slot).committees.add(fact.committee.join(' '))
        this.#counts(fact.slot)
        break
      case 'signed':
        this.#acts(fact)
        this.#signs(fact)
        break
      case 'proposed': {
        this.#acts(fact)
        const { member, slot } = fact
        this.#texts.add(`${member} ${proposalText(fact.proposal)}`)
        this.#foresees(fact)
        if (!isSound(fact)) this.#violate('proposesSound', fact.slot, fact.member)
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
      case 'based':
        this.#chain(fact.proposal)
        this.#advances(fact)
        break
      case 'quoted':
      case 'handed':
        this.#deals(fact)
        break
      default:
        if (isLearnt(fact)) this.#learns(fact, this.#of(fact.member))
    }
  }

  #of(name: string): Member {
    const member = this.#members.get(name) ?? { read: undefined, told: undefined, ...emptyStore() }
    this.#members.set(name, member)
    return member
  }

  /** What members know and hold. */
  #learns(fact: Learnt, of: Member): void {
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

  /** BASED-6. */
  #advances({ member, slot, proposal }: FactOf<'based'>): void {
    const { honest, setup } = this.system
    if (honest.includes(member) && !isLongEnough(proposal, setup.minTxPerBlock))
      this.#violate('listsEnough', slot, member)
  }

  /** FOLLOW-5, FOLLOW-9, BASED-1. */
  #deals(fact: FactOf<'quoted' | 'handed'>): void {
    const { member, slot } = fact
    const of = this.#of(member)
    if (of.told?.alarm && (fact.kind === 'quoted' || fact.call === 'claim'))
      this.#violate('alarmIsHeeded', slot, member)
    if (!isOnLevel(fact, of, this.system.setup)) this.#violate('actsOnTip', slot, member)
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
    this.#foresees(fact)
    if (!fact.committee.includes(member) || !isOfProposer(fact, this.system.honest, this.#texts))
      this.#violate('signsAsMember', slot, member)
    const signers = this.#signers.get(text) ?? new Set()
    this.#signers.set(text, signers.add(member))
    if (proposal.slot < 0) return
    this.#slot(proposal.slot).texts.add(text)
    this.#counts(proposal.slot)
  }

  /** What L1 would say, and whether it is long enough. */
  #foresees({ member, slot, proposal, foreseen }: FactOf<'signed' | 'proposed'>): void {
    if (isForeseenBad(foreseen)) this.#violate('signsWhatHolds', slot, member)
    if (!isLongEnough(proposal, this.system.setup.minTxPerBlock)) this.#violate('listsEnough', slot, member)
  }

  #slot(slot: number) {
    const known = this.#slots.get(slot) ?? { texts: new Set(), committees: new Set() }
    this.#slots.set(slot, known)
    return known
  }

  /** ATTEST-10: whether two proposals of a slot have a quorum. */
  #counts(slot: number): void {
    const { texts, committees } = this.#slot(slot)
    if (texts.size < 2) return
    const { setup } = this.system
    for (const text of committees) {
      const committee = text.split(' ')
      if (!fewByzantine(setup, committee)) continue
      const liars = byzantineIn(setup, committee)
      const withQuorum = [...texts].filter((proposal) => {
        const signers = this.#signers.get(proposal)!
        return committee.filter((name) => signers.has(name)).length + liars >= quorumOf(committee)
      })
      if (withQuorum.length > 1) this.#violate('oneQuorum', slot)
    }
  }

  #grows({ slot, proposal, committee }: FactOf<'taken'>): void {
    const before = this.#chain(proposal)
    if (isTwice(proposal, before) && someHonest(this.system.setup, committee))
      this.#violate('takesOnce', slot)
  }

  /** @returns what the chain below a block has, which gets that block as well */
  #chain({ parent, slot, transactions, root }: FactOf<'taken'>['proposal']): readonly string[] {
    const before = this.#chains.get(blockText(parent)) ?? []
    this.#chains.set(blockText({ slot, root }), [...before, ...transactions])
    return before
  }

  #hasQuorum({ proposal, attestations, committee }: FactOf<'submitted' | 'taken'>): boolean {
    const { byzantine } = this.system.setup
    const signers = this.#signers.get(proposalText(proposal))
    const counted = committee.filter(
      (name) => attestations.includes(name) && (byzantine.includes(name) || signers?.has(name)),
    )
    return counted.length >= quorumOf(committee)
  }

  #violate(predicate: Predicate, slot: number, member?: string): void {
    const violation = { predicate, slot, member }
    const text = violationText(violation)
    if (this.#told.has(text)) return
    this.#told.add(text)
    this.violations.push(violation)
  }
}

/** What changes what members know and hold. */
type Learnt = FactOf<'crashed' | 'read' | 'fetched' | 'told' | 'verified' | 'holds' | 'drops' | 'passed'>
const learntKinds: readonly Learnt['kind'][] = [
  'crashed',
  'read',
  'fetched',
  'told',
  'verified',
  'holds',
  'drops',
  'passed',
]
const learnt: readonly string[] = learntKinds
const isLearnt = (fact: Fact): fact is Learnt => learnt.includes(fact.kind)

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
