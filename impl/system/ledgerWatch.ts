import type { Fact } from './fact.ts'
import { someHonest, type Violate } from './predicates.ts'
import type { System } from './system.ts'
import {
  chainStands,
  earnedText,
  type FactOf,
  forcedAreFront,
  isAppended,
  isServed,
  listsTwice,
  marksAreRight,
  shownText,
} from './truth.ts'

/** The predicates of L1, brought up to date fact by fact. */
export class LedgerWatch {
  #shown: FactOf<'shows'> | undefined
  #reorganised = false
  /** Blocks that were taken as they should be. */
  readonly #earned = new Set<string>()
  /** Who proved which epoch since L1 reorganised last. */
  #proved = new Set<string>()

  constructor(
    private readonly system: System,
    private readonly violate: Violate,
  ) {}

  take(fact: Fact): void {
    switch (fact.kind) {
      case 'shows':
        this.#shows(fact)
        break
      case 'reorganised':
        this.#reorganised = true
        this.#proved = new Set()
        break
      case 'taken':
        this.#earns(fact, true)
        break
      case 'based':
        this.#earns(fact, fact.valid && this.#shown?.session === true)
        break
      case 'proven':
        if (!fact.valid) this.violate('ledgerIsEarned', fact.slot)
        this.#proved.add(`${fact.prover} ${fact.epoch}`)
        break
      case 'slashed':
        if (this.#proved.has(`${fact.member} ${fact.epoch}`))
          this.violate('provedIsNotSlashed', fact.slot, fact.member)
        break
    }
  }

  /** A block that L1 took. */
  #earns(fact: FactOf<'taken' | 'based'>, isEarned: boolean): void {
    const { setup } = this.system
    const { slot, proposal } = fact
    if (isEarned) this.#earned.add(earnedText(proposal))
    if (!this.#shown) return
    const { parameters } = setup.profile
    if (!isServed(proposal, this.#shown, slot, parameters)) this.violate('forcedAreServed', slot)
    const isHonest = fact.kind === 'based' || someHonest(setup, fact.committee)
    if (isHonest && !forcedAreFront(proposal, this.#shown)) this.violate('forcedAreInOrder', slot)
  }

  #shows(fact: FactOf<'shows'>): void {
    const { slot, chain, proven } = fact
    const before = this.#shown
    if (before && !this.#reorganised && !isAppended(before, fact)) this.violate('ledgerAppends', slot)
    if (!chainStands(chain, slot)) this.violate('chainIsOne', slot)
    if (chain.some((header) => !this.#earned.has(shownText(header)))) this.violate('ledgerIsEarned', slot)
    if (listsTwice(chain.slice(0, proven))) this.violate('provenOnce', slot)
    if (!marksAreRight(fact)) this.violate('marksFollowChain', slot)
    this.#shown = fact
    this.#reorganised = false
  }
}
