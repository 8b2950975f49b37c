import type { Fact } from './fact.ts'
import type { Violate } from './predicates.ts'
import type { System } from './system.ts'
import {
  breaksPromise,
  type FactOf,
  handedKey,
  isBadCall,
  isForeseenBad,
  isHeldWhole,
  isWithinMeans,
} from './truth.ts'

/** What is kept of a member between its facts. */
interface Dealer {
  /** What it read last, undefined since its last start. */
  read: FactOf<'read'> | undefined
  /** Ever, across restarts. */
  readonly quoted: FactOf<'quoted'>[]
  handed: Set<string>
  /** The proof that was begun last, by its kind. */
  began: Map<string, string>
}

/** The predicates of quotes, claims, proofs and escrow, brought up to date fact by fact. */
export class MarketWatch {
  readonly #dealers = new Map<string, Dealer>()

  constructor(
    private readonly system: System,
    private readonly violate: Violate,
  ) {}

  take(fact: Fact): void {
    switch (fact.kind) {
      case 'crashed': {
        const of = this.#of(fact.member)
        of.read = undefined
        of.began = new Map()
        if (fact.store === 'lost') of.handed = new Set()
        break
      }
      case 'read':
        this.#of(fact.member).read = fact
        break
      case 'gaveUp':
        this.#of(fact.member).began.delete('block')
        break
      case 'began': {
        const { began } = this.#of(fact.member)
        if (began.get(fact.what) === fact.work) this.violate('provesOnce', fact.slot, fact.member)
        began.set(fact.what, fact.work)
        break
      }
      case 'took':
        this.violate('takesWhatFits', fact.slot, fact.member)
        break
      case 'quoted':
        this.#quotes(fact)
        break
      case 'handed':
        this.#hands(fact)
        break
    }
  }

  #quotes(fact: FactOf<'quoted'>): void {
    const { member, slot, quote } = fact
    const of = this.#of(member)
    if (of.quoted.some((other) => other.quote.epoch === quote.epoch)) this.violate('quotesOnce', slot, member)
    if (!isWithinMeans(fact, of.read)) this.violate('quotesItsMeans', slot, member)
    if (isForeseenBad(fact.foreseen)) this.violate('quotesWhatHolds', slot, member)
    if (!isHeldWhole(fact)) this.violate('quotesHeld', slot, member)
    of.quoted.push(fact)
  }

  #hands(fact: FactOf<'handed'>): void {
    const { member, slot } = fact
    const of = this.#of(member)
    const { slotsPerEpoch } = this.system.setup.profile.parameters
    if (isBadCall(fact)) this.violate('handsInWhatHolds', slot, member)
    const key = handedKey(fact)
    if (of.handed.has(key)) this.violate('handsInOnce', slot, member)
    of.handed.add(key)
    if (breaksPromise(fact, of.quoted, of.read, slotsPerEpoch)) this.violate('keepsPromises', slot, member)
  }

  #of(name: string): Dealer {
    const known = this.#dealers.get(name)
    if (known) return known
    const dealer: Dealer = { read: undefined, quoted: [], handed: new Set(), began: new Map() }
    this.#dealers.set(name, dealer)
    return dealer
  }
}
