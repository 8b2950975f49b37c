import type { Fact } from './fact.ts'
import type { FactOf } from './truth.ts'

/** How often what L1 is there for came about in a run. */
export interface Happened {
  blocks: number
  claims: number
  proofs: number
  slashes: number
  /** What was pending and is not any more, without a reorganisation. */
  prunes: number
  fallbacksEntered: number
  fallbacksLeft: number
  fallbackBlocks: number
  /** Forced transactions that blocks took. */
  forcedTaken: number
  committeesChanged: number
  reorganisations: number
}

export const nothingHappened = (): Happened => ({
  blocks: 0,
  claims: 0,
  proofs: 0,
  slashes: 0,
  prunes: 0,
  fallbacksEntered: 0,
  fallbacksLeft: 0,
  fallbackBlocks: 0,
  forcedTaken: 0,
  committeesChanged: 0,
  reorganisations: 0,
})

/** Adds what happened in a run. */
export function count(sum: Happened, facts: readonly Fact[]): void {
  let shown: FactOf<'shows'> | undefined
  let committee: string | undefined
  let reorganised = false
  for (const fact of facts) {
    switch (fact.kind) {
      case 'taken':
        sum.blocks++
        sum.forcedTaken += fact.proposal.forced
        break
      case 'based':
        sum.fallbackBlocks++
        sum.forcedTaken += fact.proposal.forced
        break
      case 'claimed':
        sum.claims++
        break
      case 'proven':
        sum.proofs++
        break
      case 'slashed':
        sum.slashes++
        break
      case 'reorganised':
        sum.reorganisations++
        reorganised = true
        break
      case 'seats':
        if (committee !== undefined && committee !== fact.committee.join()) sum.committeesChanged++
        committee = fact.committee.join()
        break
      case 'shows':
        if (shown && !reorganised && fact.chain.length < shown.chain.length) sum.prunes++
        if (fact.session && !shown?.session) sum.fallbacksEntered++
        if (shown?.session && !fact.session) sum.fallbacksLeft++
        shown = fact
        reorganised = false
        break
    }
  }
}
