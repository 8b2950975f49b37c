import fc from 'fast-check'
import { knownTransactions, type ProposerProfile } from '../../spec/nodeParameters.ts'
import { Draw, namesOf } from '../node/arbitrary.ts'
import { rootAfter } from '../node/lists.ts'
import { NO_PROPOSAL, NO_VIEW, type Proposal } from '../node/vocabulary.ts'
import { type Event, type EventType, eventTypes, forms, NO_BUILDING, type State } from './vocabulary.ts'

/**
 * Coherent states of a profile's proposer and events next to them, reachable or not: what was proposed and what is built is
 * of no later slot than the current one, attestations and publication are for a proposal, and the own proposals are right.
 */
export function pairs(profile: ProposerProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = new Draw(gen as never, namesOf(profile), knownTransactions(profile), profile.horizon)
    const state = drawState(draw, profile)
    return { state, events: Array.from({ length: eventsPerState }, () => drawEvent(draw, state, profile)) }
  })
}

function drawState(draw: Draw, { parameters, horizon }: ProposerProfile): State {
  const clock = draw.clock()
  const signsFrom = draw.among([0, 0, draw.integer(0, clock.slot + 1)])
  const maySign = signsFrom <= clock.slot
  // Mostly the slot is free.
  const view = draw.view(draw.among([clock.slot - 1, clock.slot - 1, horizon]))
  const isProposed = maySign && draw.seldom(2)
  const proposed = isProposed ? right(draw.proposal(draw.integer(signsFrom, clock.slot), view)) : NO_PROPOSAL
  const attestations = isProposed
    ? parameters.committees[proposed.slot]!.filter(() => draw.integer(1, 3) > 1)
    : []
  const { slot, parent, transactions, forced } = draw.proposal(clock.slot, view)
  const isBuilding = maySign && view !== NO_VIEW && draw.seldom(3)
  return {
    ...clock,
    held: draw.held(),
    proposed,
    attestations,
    published: isProposed && draw.seldom(4),
    signsFrom,
    view,
    building: isBuilding
      ? { slot: draw.seldom(4) ? draw.integer(signsFrom, slot) : slot, parent, transactions, forced }
      : NO_BUILDING,
  }
}

/** BUILD-18: as the node itself makes it. */
const right = (proposal: Proposal): Proposal => ({
  ...proposal,
  timestampSlot: proposal.slot,
  root: rootAfter(proposal),
  blobs: 'match',
})

function drawEvent(draw: Draw, state: State, { parameters, horizon }: ProposerProfile): Event {
  const more: EventType[] = ['build', 'build', 'build', 'executed', 'receiveAttestation', 'publish']
  const type = draw.among([...eventTypes, ...more])
  switch (type) {
    case 'publish':
      return { type }
    case 'build':
      return { type, ...draw.forcedList(state.view.queue) }
    case 'executed':
      return draw.resultOf(state.building)
    case 'receiveAttestation':
      return {
        type,
        form: draw.seldom(8) ? draw.among(forms) : 'fits',
        signer: draw.among([...parameters.committees[state.slot]!, 'stranger']),
        proposal: draw.seldom(4) ? draw.proposal(draw.integer(0, horizon), state.view) : state.proposed,
      }
    default:
      return draw.nodeEvent(type)
  }
}
