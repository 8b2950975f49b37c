import fc from 'fast-check'
import { type AttesterProfile, knownTransactions } from '../../spec/nodeParameters.ts'
import { canBeListed, Draw, namesOf } from '../node/arbitrary.ts'
import { hasTwice, isExecutable, listText, missingOf, othersIn, rootAfter } from '../node/lists.ts'
import { NO_PROPOSAL, NO_VIEW, type Proposal } from '../node/vocabulary.ts'
import { type Event, type EventType, eventTypes, forms, type State } from './vocabulary.ts'

/**
 * Coherent states of a profile's attester and events next to them, reachable or not: what was signed and what is worked on
 * could be taken, is of no later slot than the current one and of none before signsFrom; the former was held and right, the
 * latter is of a later slot (`Coherent` in TLA+).
 */
export function pairs(profile: AttesterProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = new Draw(gen as never, namesOf(profile), knownTransactions(profile), profile.horizon)
    const state = drawState(draw, profile)
    return { state, events: Array.from({ length: eventsPerState }, () => drawEvent(draw, state, profile)) }
  })
}

function drawState(draw: Draw, { horizon, parameters }: AttesterProfile): State {
  const clock = draw.clock()
  const signsFrom = draw.among([0, 0, draw.integer(0, clock.slot + 1)])
  // Mostly the slot is free.
  const view = draw.view(draw.among([clock.slot - 1, clock.slot - 1, horizon]))
  const held = draw.held()
  const taken = (first: number, fits: (proposal: Proposal) => boolean): Proposal => {
    if (first > clock.slot) return NO_PROPOSAL
    const drawOne = (): Proposal => {
      const slot = draw.integer(first, clock.slot)
      return { ...draw.proposal(slot, view), timestampSlot: slot }
    }
    return draw.fitting(drawOne, (it) => canBeTaken(it, parameters) && fits(it)) ?? NO_PROPOSAL
  }
  const wasSigned = (it: Proposal): boolean =>
    it.blobs === 'match' &&
    isExecutable(it) &&
    missingOf(othersIn(it), held).length === 0 &&
    listText(it.root) === listText(rootAfter(it))
  const signed = draw.seldom(3) ? taken(signsFrom, wasSigned) : NO_PROPOSAL
  const isWorking = view !== NO_VIEW && draw.seldom(2)
  return {
    ...clock,
    held,
    signed,
    signsFrom,
    view,
    work: isWorking ? taken(Math.max(signsFrom, signed.slot + 1), () => true) : NO_PROPOSAL,
  }
}

const canBeTaken = (it: Proposal, parameters: AttesterProfile['parameters']): boolean =>
  parameters.committees[it.slot]!.includes(parameters.self) &&
  canBeListed(it.slot, it, parameters) &&
  !hasTwice(it)

function drawEvent(draw: Draw, state: State, { parameters, horizon }: AttesterProfile): Event {
  const more: EventType[] = ['receiveProposal', 'receiveProposal', 'receiveProposal', 'executed', 'executed']
  const type = draw.among([...eventTypes, ...more])
  if (type === 'executed') return draw.resultOf(state.work)
  if (type !== 'receiveProposal') return draw.nodeEvent(type, state)
  const { slot, view } = state
  const members = [...parameters.committees[slot]!, 'stranger']
  return {
    type,
    form: draw.seldom(8) ? draw.among(forms) : 'fits',
    signer: draw.seldom(8) ? draw.among(members) : parameters.proposers[slot]!,
    proposal: draw.proposal(draw.seldom(8) ? draw.integer(0, horizon + 1) : slot, view),
  }
}
