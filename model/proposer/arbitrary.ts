import fc from 'fast-check'
import { knownTransactions, type ProposerProfile } from '../../spec/nodeParameters.ts'
import { canBeListed, Draw, namesOf } from '../node/arbitrary.ts'
import { isExecutable, missingOf, othersIn, rootAfter } from '../node/lists.ts'
import { NO_PROPOSAL, NO_VIEW, type Proposal } from '../node/vocabulary.ts'
import { type Event, type EventType, eventTypes, forms, NO_BUILDING, type State } from './vocabulary.ts'

/**
 * Coherent states of a profile's proposer and events next to them, reachable or not: what was proposed and what is built
 * could be built in an own slot up to the current one and from signsFrom on, the latter in a later one; the own proposals
 * are right, attestations are for one of them, by members or by whoever was one, and what is published has a quorum (`Coherent` in TLA+).
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
  const held = draw.held()
  // Mostly the slot is free.
  const view = draw.view(draw.among([clock.slot - 1, clock.slot - 1, horizon]))
  const built = (first: number): Proposal => {
    if (first > clock.slot) return NO_PROPOSAL
    const drawOne = () => draw.proposal(draw.seldom(4) ? draw.integer(first, clock.slot) : clock.slot, view)
    const fits = (it: Proposal): boolean =>
      parameters.proposers[it.slot] === parameters.self &&
      canBeListed(it.slot, it, parameters) &&
      isExecutable(it) &&
      missingOf(othersIn(it), held).length === 0
    return draw.fitting(drawOne, fits) ?? NO_PROPOSAL
  }
  const proposed = draw.seldom(2) ? right(built(signsFrom)) : NO_PROPOSAL
  const committee = parameters.committees[proposed.slot] ?? []
  // All of them in half of the states: a block that may be published is seldom enough.
  const members = draw.seldom(2) ? [...committee] : committee.filter(() => draw.integer(1, 3) > 1)
  // Of a committee that L1 has taken back (F-62).
  const attestations = proposed !== NO_PROPOSAL && draw.seldom(4) ? ['former', ...members] : members
  const building =
    view !== NO_VIEW && draw.seldom(3) ? built(Math.max(signsFrom, proposed.slot + 1)) : NO_PROPOSAL
  const { slot, parent, transactions, forced } = building
  return {
    ...clock,
    held,
    proposed,
    attestations,
    published: 3 * attestations.length > 2 * committee.length && draw.seldom(2),
    signsFrom,
    view,
    building: building === NO_PROPOSAL ? NO_BUILDING : { slot, parent, transactions, forced },
  }
}

/** BUILD-18: as the node itself makes it. */
const right = (proposal: Proposal): Proposal =>
  proposal === NO_PROPOSAL
    ? proposal
    : { ...proposal, timestampSlot: proposal.slot, root: rootAfter(proposal), blobs: 'match' }

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
        proposal: draw.seldom(4)
          ? draw.proposal(draw.integer(0, horizon), state.view)
          : { ...state.proposed, ...(draw.seldom(4) && draw.among(otherFields(state.proposed))) },
      }
    default:
      return draw.nodeEvent(type, state)
  }
}

/** What differs from a proposal in one field alone. */
const otherFields = ({ slot, timestampSlot, forced }: Proposal): Partial<Proposal>[] => [
  { slot: slot + 1 },
  { timestampSlot: timestampSlot + 1 },
  { forced: forced + 1 },
  { blobs: 'other' },
]
