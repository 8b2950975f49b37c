import type { Fact } from './fact.ts'
import { type Predicate, someHonest, type Violation } from './predicates.ts'
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
import { isOf } from './whole.ts'

/** The predicates of L1 of all facts at once: each fact is judged by those before it. */
export function ofLedger(system: System, facts: readonly Fact[]): Violation[] {
  return facts.flatMap((fact, place) =>
    brokenBy(system, fact, facts.slice(0, place)).map((predicate) => ({
      predicate,
      slot: fact.slot,
      member: predicate === 'provedIsNotSlashed' ? fact.member : undefined,
    })),
  )
}

function brokenBy(system: System, fact: Fact, before: readonly Fact[]): Predicate[] {
  switch (fact.kind) {
    case 'shows':
      return brokenByChain(fact, before)
    case 'taken':
    case 'based':
      return brokenByBlock(system, fact, before.findLast(isOf('shows')))
    case 'proven':
      return fact.valid ? [] : ['ledgerIsEarned']
    case 'slashed': {
      const proved = sinceReorganised(before)
        .filter(isOf('proven'))
        .some(({ prover, epoch }) => prover === fact.member && epoch === fact.epoch)
      return proved ? ['provedIsNotSlashed'] : []
    }
    default:
      return []
  }
}

const sinceReorganised = (facts: readonly Fact[]): readonly Fact[] =>
  facts.slice(facts.findLastIndex(({ kind }) => kind === 'reorganised') + 1)

function brokenByBlock(
  { setup }: System,
  fact: FactOf<'taken' | 'based'>,
  shown: FactOf<'shows'> | undefined,
): Predicate[] {
  if (!shown) return []
  const { slot, proposal } = fact
  const isHonest = fact.kind === 'based' || someHonest(setup, fact.committee)
  return [
    ...(isServed(proposal, shown, slot, setup.profile.parameters) ? [] : ['forcedAreServed' as const]),
    ...(!isHonest || forcedAreFront(proposal, shown) ? [] : ['forcedAreInOrder' as const]),
  ]
}

function brokenByChain(fact: FactOf<'shows'>, before: readonly Fact[]): Predicate[] {
  const { chain, proven, slot } = fact
  const place = before.findLastIndex(isOf('shows'))
  const last = before[place] as FactOf<'shows'> | undefined
  const goesOn = before.slice(place + 1).every(({ kind }) => kind !== 'reorganised')
  const earned = new Set(
    before.flatMap((one, at) => (isEarned(one, before.slice(0, at)) ? [earnedText(one.proposal)] : [])),
  )
  return [
    ...(!last || !goesOn || isAppended(last, fact) ? [] : ['ledgerAppends' as const]),
    ...(chainStands(chain, slot) ? [] : ['chainIsOne' as const]),
    ...(chain.every((header) => earned.has(shownText(header))) ? [] : ['ledgerIsEarned' as const]),
    ...(listsTwice(chain.slice(0, proven)) ? ['provenOnce' as const] : []),
    ...(marksAreRight(fact) ? [] : ['marksFollowChain' as const]),
  ]
}

/** Whether a block was taken as it should be; what of its quorum is judged elsewhere (`takenHasQuorum`). */
const isEarned = (fact: Fact, before: readonly Fact[]): fact is FactOf<'taken' | 'based'> =>
  fact.kind === 'taken' ||
  (fact.kind === 'based' && fact.valid && before.findLast(isOf('shows'))?.session === true)
