import type { Fact } from './fact.ts'
import type { Predicate, Violation } from './predicates.ts'
import type { System } from './system.ts'
import { breaksPromise, handedKey, isBadCall, isForeseenBad, isHeldWhole, isWithinMeans } from './truth.ts'
import { isOf, sinceLost, sinceStart } from './whole.ts'

/** The predicates of quotes, claims, proofs and escrow of all facts at once: each is judged by those of its member before it. */
export function ofMarket(system: System, facts: readonly Fact[]): Violation[] {
  return system.honest.flatMap((member) => {
    const own = facts.filter((fact) => fact.member === member)
    return own.flatMap((fact, place) =>
      brokenBy(system, fact, own.slice(0, place)).map((predicate) => ({
        predicate,
        slot: fact.slot,
        member,
      })),
    )
  })
}

function brokenBy({ setup }: System, fact: Fact, before: readonly Fact[]): Predicate[] {
  const read = sinceStart(before).findLast(isOf('read'))
  const quoted = before.filter(isOf('quoted'))
  switch (fact.kind) {
    case 'took':
      return ['takesWhatFits']
    case 'began': {
      const { what, work } = fact
      const since = sinceStart(before)
      const gaveUp = what === 'block' ? since.findLastIndex(({ kind }) => kind === 'gaveUp') + 1 : 0
      const last = since
        .slice(gaveUp)
        .filter(isOf('began'))
        .findLast((one) => one.what === what)
      return last?.work === work ? ['provesOnce'] : []
    }
    case 'quoted':
      return [
        ...(quoted.some(({ quote }) => quote.epoch === fact.quote.epoch) ? ['quotesOnce' as const] : []),
        ...(isWithinMeans(fact, read) ? [] : ['quotesItsMeans' as const]),
        ...(isForeseenBad(fact.foreseen) ? ['quotesWhatHolds' as const] : []),
        ...(isHeldWhole(fact) ? [] : ['quotesHeld' as const]),
      ]
    case 'handed': {
      const handed = sinceLost(before).filter(isOf('handed')).map(handedKey)
      const { slotsPerEpoch } = setup.profile.parameters
      return [
        ...(isBadCall(fact) ? ['handsInWhatHolds' as const] : []),
        ...(handed.includes(handedKey(fact)) ? ['handsInOnce' as const] : []),
        ...(breaksPromise(fact, quoted, read, slotsPerEpoch) ? ['keepsPromises' as const] : []),
      ]
    }
    default:
      return []
  }
}
