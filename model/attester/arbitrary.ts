import fc from 'fast-check'
import { type AttesterProfile, knownTransactions } from '../../spec/nodeParameters.ts'
import { Draw, namesOf } from '../node/arbitrary.ts'
import { NO_PROPOSAL, NO_VIEW, type Proposal } from '../node/vocabulary.ts'
import { type Event, type EventType, eventTypes, forms, type State } from './vocabulary.ts'

/**
 * Coherent states of a profile's attester and events next to them, reachable or not: what was signed and what is worked on
 * is of no later slot than the current one, and after a start with an empty store nothing was signed before signsFrom.
 */
export function pairs(profile: AttesterProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = new Draw(gen as never, namesOf(profile), knownTransactions(profile), profile.horizon)
    const state = drawState(draw, profile)
    return { state, events: Array.from({ length: eventsPerState }, () => drawEvent(draw, state, profile)) }
  })
}

function drawState(draw: Draw, { horizon }: AttesterProfile): State {
  const clock = draw.clock()
  const signsFrom = draw.among([0, 0, draw.integer(0, clock.slot + 1)])
  // Mostly the slot is free.
  const view = draw.view(draw.among([clock.slot - 1, clock.slot - 1, horizon]))
  const ofSlot = (first: number): Proposal => {
    const slot = draw.integer(first, clock.slot)
    return { ...draw.proposal(slot, view), timestampSlot: slot }
  }
  const isWorking = view !== NO_VIEW && signsFrom <= clock.slot && draw.seldom(2)
  return {
    ...clock,
    held: draw.held(),
    signed:
      signsFrom <= clock.slot && draw.seldom(3) ? { ...ofSlot(signsFrom), blobs: 'match' } : NO_PROPOSAL,
    signsFrom,
    view,
    work: isWorking ? ofSlot(signsFrom) : NO_PROPOSAL,
  }
}

function drawEvent(draw: Draw, state: State, { parameters, horizon }: AttesterProfile): Event {
  const more: EventType[] = ['receiveProposal', 'receiveProposal', 'receiveProposal', 'executed', 'executed']
  const type = draw.among([...eventTypes, ...more])
  if (type === 'executed') return draw.resultOf(state.work)
  if (type !== 'receiveProposal') return draw.nodeEvent(type)
  const { slot, view } = state
  const members = [...parameters.committees[slot]!, 'stranger']
  return {
    type,
    form: draw.seldom(8) ? draw.among(forms) : 'fits',
    signer: draw.seldom(8) ? draw.among(members) : parameters.proposers[slot]!,
    proposal: draw.proposal(draw.seldom(8) ? draw.integer(0, horizon + 1) : slot, view),
  }
}
