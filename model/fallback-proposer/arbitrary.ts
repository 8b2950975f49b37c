import fc from 'fast-check'
import type { FallbackProposerProfile } from '../../spec/fallbackProposerParameters.ts'
import { knownTransactions } from '../../spec/nodeParameters.ts'
import { canBeListed, Draw, namesOf } from '../node/arbitrary.ts'
import { blockText, isExecutable, missingOf, othersIn } from '../node/lists.ts'
import { NO_VIEW, type View } from '../node/vocabulary.ts'
import { type Building, NO_BUILDING } from '../proposer/vocabulary.ts'
import { type Event, type EventType, eventTypes, type State } from './vocabulary.ts'

/**
 * Coherent states of a profile's fallback proposer and events next to them, reachable or not: what is proven and what is
 * built could be built in a slot up to the current one, from what is held; the latter was begun after the former and on
 * another parent, and not without a view; without it no proof is made; nothing was submitted in a later slot
 * (`Coherent` in TLA+).
 */
export function pairs(profile: FallbackProposerProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = new Draw(gen as never, namesOf(profile), knownTransactions(profile), profile.horizon)
    const state = drawState(draw, profile)
    return { state, events: Array.from({ length: eventsPerState }, () => drawEvent(draw, state)) }
  })
}

function drawState(draw: Draw, { parameters, horizon }: FallbackProposerProfile): State {
  const slot = draw.integer(0, horizon)
  const held = draw.held()
  // Mostly the slot is free, and fallback in force.
  const reported = draw.view(draw.among([slot - 1, slot - 1, horizon]))
  const view = reported === NO_VIEW ? NO_VIEW : { ...reported, fallback: !draw.seldom(8) }
  const built = (first: number, fits: (it: Building) => boolean = () => true): Building => {
    const drawOne = () => drawBuilding(draw, draw.integer(first, slot), view)
    const couldBeBuilt = (it: Building): boolean =>
      canBeListed(it.slot, it, parameters) &&
      it.transactions.length > 0 &&
      isExecutable(it) &&
      missingOf(othersIn(it), held).length === 0 &&
      fits(it)
    return draw.fitting(drawOne, couldBeBuilt) ?? NO_BUILDING
  }
  const proven = draw.seldom(2) ? built(0) : NO_BUILDING
  const isElsewhere = (it: Building): boolean =>
    proven === NO_BUILDING || blockText(it.parent) !== blockText(proven.parent)
  const building =
    view !== NO_VIEW && draw.seldom(2) ? built(Math.max(0, proven.slot), isElsewhere) : NO_BUILDING
  return {
    slot,
    held,
    proven,
    submitted: draw.among([-1, -1, draw.integer(0, slot)]),
    view,
    building,
    proving: building !== NO_BUILDING && draw.seldom(2),
  }
}

/** A list on the tip of a view, or on another block of an earlier slot; of the queue, what may have waited then. */
function drawBuilding(draw: Draw, slot: number, { tip, queue }: View): Building {
  const waited = draw.seldom(3) ? queue.slice(0, -1) : queue
  return { slot, parent: draw.seldom(3) ? draw.block(slot - 1) : tip, ...draw.forcedList(waited) }
}

function drawEvent(draw: Draw, state: State): Event {
  const more: EventType[] = ['build', 'build', 'build', 'executed', 'proved', 'submitBlock']
  const type = draw.among([...eventTypes, ...more])
  switch (type) {
    case 'submitBlock':
    case 'giveUp':
      return { type }
    case 'build':
      return { type, ...draw.forcedList(state.view.queue) }
    case 'executed':
      return draw.resultOf(state.building)
    case 'proved':
      return {
        ...draw.resultOf(state.building),
        type,
        slot: draw.seldom(5) ? draw.integer(-1, state.slot) : state.building.slot,
      }
    default:
      return draw.nodeEvent(type, state)
  }
}
