import { proposalText } from '../../model/node/facts.ts'
import { blockText } from '../../model/node/lists.ts'
import {
  fewByzantine,
  isOnTip,
  isShownTo,
  type Predicate,
  someHonest,
  type Violation,
  violationText,
} from './safety.ts'
import type { System } from './system.ts'
import {
  alarmIsRight,
  bodyText,
  type FactOf,
  isComputed,
  isFinal,
  isRightBody,
  isTwice,
  tipIsRight,
} from './truth.ts'
import type { Fact } from './vocabulary.ts'

/** The predicates of `Watch` of all facts at once, without what that keeps between them. */
export function violationsOf(system: System, facts: readonly Fact[]): Violation[] {
  const found = [...ofSlots(system, facts), ...ofBlocks(system, facts), ...ofMembers(system, facts)]
  const told = new Map(found.map((violation) => [violationText(violation), violation]))
  return [...told.values()]
}

const isOf =
  <Kind extends Fact['kind']>(kind: Kind) =>
  (fact: Fact): fact is FactOf<Kind> =>
    fact.kind === kind

/** What members sign and propose, slot by slot. */
function ofSlots(system: System, facts: readonly Fact[]): Violation[] {
  const { setup, quorums } = system
  const found: Violation[] = []
  const violate = (predicate: Predicate, slot: number, member?: string) => {
    found.push({ predicate, slot, member })
  }
  const signed = facts.filter(isOf('signed'))
  const proposed = facts.filter(isOf('proposed'))
  const slots = new Set([...signed, ...proposed].flatMap(({ slot, proposal }) => [slot, proposal.slot]))
  for (const slot of slots) {
    for (const member of system.honest) {
      const own = signed.filter((fact) => fact.member === member && fact.slot === slot)
      if (own.length > 1) violate('signsOnce', slot, member)
      if (!own.every(isComputed)) violate('signsComputed', slot, member)
      if (proposed.filter((fact) => fact.member === member && fact.slot === slot).length > 1)
        violate('proposesOnce', slot, member)
    }
    if (slot < 0 || !fewByzantine(system, slot)) continue
    const ofSlot = signed.filter(({ proposal }) => proposal.slot === slot)
    const texts = [...new Set(ofSlot.map(({ proposal }) => proposalText(proposal)))]
    const withQuorum = texts.filter((text) => {
      const signers = ofSlot.filter(({ proposal }) => proposalText(proposal) === text)
      return new Set(signers.map(({ member }) => member)).size + setup.byzantine.length >= quorums[slot]!
    })
    if (withQuorum.length > 1) violate('oneQuorum', slot)
  }
  return found
}

/** Blocks on their way to L1, and there. */
function ofBlocks(system: System, facts: readonly Fact[]): Violation[] {
  const { setup, committees, quorums } = system
  const found: Violation[] = []
  for (const [place, fact] of facts.entries()) {
    if (fact.kind !== 'submitted' && fact.kind !== 'taken') continue
    const { slot, member, attestations } = fact
    const before = facts.slice(0, place).filter(isOf('taken'))
    if (fact.kind === 'taken' && someHonest(system, slot) && isTwice(fact.proposal, chainOf(fact, before)))
      found.push({ predicate: 'takesOnce', slot, member: undefined })
    const text = proposalText(fact.proposal)
    const made = (name: string) =>
      facts
        .slice(0, place)
        .some((it) => it.kind === 'signed' && it.member === name && proposalText(it.proposal) === text)
    const counted = attestations.filter(
      (name) => committees[slot]!.includes(name) && (setup.byzantine.includes(name) || made(name)),
    )
    if (new Set(counted).size >= quorums[slot]!) continue
    if (fact.kind === 'submitted') found.push({ predicate: 'submitsQuorum', slot, member })
    else found.push({ predicate: 'takenHasQuorum', slot, member: undefined })
  }
  return found
}

/** What the blocks below one have, of those that L1 had taken. */
function chainOf({ proposal: { parent } }: FactOf<'taken'>, before: readonly FactOf<'taken'>[]): string[] {
  const text = blockText(parent)
  const place = before.findLastIndex(
    ({ proposal }) => blockText({ slot: proposal.slot, root: proposal.root }) === text,
  )
  const below = before[place]
  return below ? [...chainOf(below, before.slice(0, place)), ...below.proposal.transactions] : []
}

/** What each member tells, holds and does with it, looking back from each of its facts. */
function ofMembers({ setup, honest }: System, facts: readonly Fact[]): Violation[] {
  return honest.flatMap((name) => {
    const own = facts.filter(({ member, kind }) => member === name && kind !== 'taken')
    return own.flatMap((fact, place) =>
      brokenBy(fact, own.slice(0, place), setup.maxViewAge).map((predicate) => ({
        ...{ predicate, slot: fact.slot, member: name },
      })),
    )
  })
}

function brokenBy(fact: Fact, before: readonly Fact[], maxViewAge: number): Predicate[] {
  switch (fact.kind) {
    case 'told': {
      const taken = sinceLost(before).filter(isOf('fetched')).filter(isRightBody)
      const known = {
        read: sinceStart(before).findLast(isOf('read'))?.view,
        bodies: new Set(taken.map(({ header }) => bodyText(header))),
      }
      return [
        ...(tipIsRight(fact, known, maxViewAge) ? [] : ['tipIsComputed' as const]),
        ...(alarmIsRight(fact, known) ? [] : ['alarmIsExact' as const]),
      ]
    }
    case 'holds':
      return isHeld(fact.transaction, before) ? [] : ['holdsVerified']
    case 'drops':
      return isFinal(sinceStart(before).findLast(isOf('read'))?.view, fact.transaction) ? [] : ['keepsHeld']
    case 'passed':
      return [
        ...(isHeld(fact.transaction, before) ? [] : ['passesHeld' as const]),
        ...(isSecret(fact.transaction, before) ? ['stashIsSilent' as const] : []),
      ]
    case 'signed':
    case 'proposed':
    case 'submitted': {
      const told = toldLast(before)
      return [
        ...(isOnTip(told, fact.kind, fact.proposal.parent) ? [] : ['actsOnTip' as const]),
        ...(told?.alarm ? ['alarmIsHeeded' as const] : []),
      ]
    }
    default:
      return []
  }
}

const sinceLost = (facts: readonly Fact[]): readonly Fact[] =>
  facts.slice(facts.findLastIndex((fact) => fact.kind === 'crashed' && fact.store === 'lost') + 1)

const sinceStart = (facts: readonly Fact[]): readonly Fact[] =>
  facts.slice(facts.findLastIndex(({ kind }) => kind === 'crashed') + 1)

const toldLast = (facts: readonly Fact[]) => sinceStart(facts).findLast(isOf('told'))?.view

const isHeld = (transaction: string, before: readonly Fact[]): boolean =>
  sinceLost(before).some(
    (fact) =>
      (fact.kind === 'verified' && fact.transaction === transaction) ||
      (fact.kind === 'read' && fact.view.forced.includes(transaction)),
  )

/** It came into the store from the stash, and nothing since has brought it to light. */
function isSecret(transaction: string, before: readonly Fact[]): boolean {
  const facts = sinceLost(before)
  const wasStashed = (fact: Fact, place: number): boolean => {
    if (fact.kind !== 'holds' || fact.role !== 'pool' || fact.transaction !== transaction) return false
    const copy = facts.slice(0, place).findLast(isOf('verified'))
    const told = toldLast(before.slice(0, before.length - facts.length + place))
    return copy?.transaction === transaction && copy.from === 'stash' && !isShownTo(told, transaction)
  }
  const place = facts.findLastIndex(wasStashed)
  if (place < 0) return false
  return !facts.slice(place).some((fact) => {
    if (fact.kind === 'signed' || fact.kind === 'proposed')
      return fact.proposal.transactions.includes(transaction)
    return fact.kind === 'told' && isShownTo(fact.view, transaction)
  })
}
