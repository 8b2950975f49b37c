import { proposalText } from '../../model/node/facts.ts'
import { blockText } from '../../model/node/lists.ts'
import type { Fact } from './fact.ts'
import {
  byzantineIn,
  fewByzantine,
  type Predicate,
  quorumOf,
  someHonest,
  type Violation,
  violationText,
} from './predicates.ts'
import { isOnTip, isShownTo } from './safety.ts'
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
  tipIsRight,
} from './truth.ts'
import type { Setup } from './vocabulary.ts'
import { ofLedger } from './wholeLedger.ts'
import { ofMarket } from './wholeMarket.ts'

/** The predicates of `Watch` of all facts at once, without what that keeps between them. */
export function violationsOf(system: System, facts: readonly Fact[]): Violation[] {
  const found = [
    ...ofSlots(system, facts),
    ...ofBlocks(system, facts),
    ...ofMembers(system, facts),
    ...ofLedger(system, facts),
    ...ofMarket(system, facts),
  ]
  const told = new Map(found.map((violation) => [violationText(violation), violation]))
  return [...told.values()]
}

export const isOf =
  <Kind extends Fact['kind']>(kind: Kind) =>
  (fact: Fact): fact is FactOf<Kind> =>
    fact.kind === kind

/** What members sign and propose, slot by slot. */
function ofSlots(system: System, facts: readonly Fact[]): Violation[] {
  const { setup } = system
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
      if (!own.every((fact) => isForProposer(system, fact, facts))) violate('signsAsMember', slot, member)
      if (proposed.filter((fact) => fact.member === member && fact.slot === slot).length > 1)
        violate('proposesOnce', slot, member)
    }
    const ofSlot = signed.filter(({ proposal }) => proposal.slot === slot)
    const texts = [...new Set(ofSlot.map(({ proposal }) => proposalText(proposal)))]
    const committees = facts.filter(isOf('seats')).filter((fact) => fact.slot === slot)
    for (const { committee } of committees) {
      if (!fewByzantine(setup, committee)) continue
      const withQuorum = texts.filter((text) => {
        const has = (name: string) =>
          ofSlot.some((fact) => fact.member === name && proposalText(fact.proposal) === text)
        return committee.filter(has).length + byzantineIn(setup, committee) >= quorumOf(committee)
      })
      if (withQuorum.length > 1) violate('oneQuorum', slot)
    }
  }
  return found
}

/** ATTEST-2, ATTEST-6. */
function isForProposer({ honest }: System, fact: FactOf<'signed'>, facts: readonly Fact[]): boolean {
  const before = facts.slice(0, facts.indexOf(fact)).filter(isOf('proposed'))
  const texts = new Set(before.map(({ member, proposal }) => `${member} ${proposalText(proposal)}`))
  return fact.committee.includes(fact.member) && isOfProposer(fact, honest, texts)
}

/** Blocks on their way to L1, and there. */
function ofBlocks(system: System, facts: readonly Fact[]): Violation[] {
  const { setup } = system
  const found: Violation[] = []
  for (const [place, fact] of facts.entries()) {
    if (fact.kind === 'based' && system.honest.includes(fact.member))
      if (!isLongEnough(fact.proposal, setup.minTxPerBlock))
        found.push({ predicate: 'listsEnough', slot: fact.slot, member: fact.member })
    if (fact.kind !== 'submitted' && fact.kind !== 'taken') continue
    const { slot, member, attestations, committee } = fact
    const before = facts.slice(0, place).filter(isBlock)
    if (
      fact.kind === 'taken' &&
      someHonest(setup, committee) &&
      isTwice(fact.proposal, chainOf(fact, before))
    )
      found.push({ predicate: 'takesOnce', slot, member: undefined })
    const text = proposalText(fact.proposal)
    const made = (name: string) =>
      facts
        .slice(0, place)
        .some((it) => it.kind === 'signed' && it.member === name && proposalText(it.proposal) === text)
    const counted = attestations.filter(
      (name) => committee.includes(name) && (setup.byzantine.includes(name) || made(name)),
    )
    if (new Set(counted).size >= quorumOf(committee)) continue
    if (fact.kind === 'submitted') found.push({ predicate: 'submitsQuorum', slot, member })
    else found.push({ predicate: 'takenHasQuorum', slot, member: undefined })
  }
  return found
}

type Block = FactOf<'taken' | 'based'>
const isBlock = (fact: Fact): fact is Block => fact.kind === 'taken' || fact.kind === 'based'

/** What the blocks below one have, of those that L1 had taken. */
function chainOf({ proposal: { parent } }: Block, before: readonly Block[]): string[] {
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
    const own = facts.filter(({ member, kind }) => member === name && !ofL1.includes(kind))
    return own.flatMap((fact, place) =>
      brokenBy(fact, own.slice(0, place), setup).map((predicate) => ({
        predicate,
        slot: fact.slot,
        member: name,
      })),
    )
  })
}

/** Facts that are named after a member and are no doing of its. */
const ofL1: readonly string[] = ['taken', 'based', 'claimed', 'proven', 'slashed']

function brokenBy(fact: Fact, before: readonly Fact[], setup: Setup): Predicate[] {
  const { maxViewAge, minTxPerBlock } = setup
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
        ...(fact.kind === 'proposed' && !isSound(fact) ? ['proposesSound' as const] : []),
        ...(fact.kind !== 'submitted' && isForeseenBad(fact.foreseen) ? ['signsWhatHolds' as const] : []),
        ...(fact.kind !== 'submitted' && !isLongEnough(fact.proposal, minTxPerBlock)
          ? ['listsEnough' as const]
          : []),
      ]
    }
    case 'quoted':
    case 'handed': {
      const told = toldLast(before)
      const read = sinceStart(before).findLast(isOf('read'))?.view
      const isAlarmed = told?.alarm && (fact.kind === 'quoted' || fact.call === 'claim')
      return [
        ...(isAlarmed ? ['alarmIsHeeded' as const] : []),
        ...(isOnLevel(fact, { told, read }, setup) ? [] : ['actsOnTip' as const]),
      ]
    }
    default:
      return []
  }
}

export const sinceLost = (facts: readonly Fact[]): readonly Fact[] =>
  facts.slice(facts.findLastIndex((fact) => fact.kind === 'crashed' && fact.store === 'lost') + 1)

export const sinceStart = (facts: readonly Fact[]): readonly Fact[] =>
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
