import fc from 'fast-check'
import type { FallbackProfile } from '../../spec/fallbackParameters.ts'
import { epochOf, offsetOf } from '../l1-rollup/rules/arithmetic.ts'
import type { Count, Slot } from '../shared/units.ts'
import { type Event, type EventType, eventTypes, NONE, type State } from './vocabulary.ts'

/** Draws a value of an arbitrary. */
type Draw = <Value>(arbitrary: (...given: never[]) => fc.Arbitrary<Value>, ...given: unknown[]) => Value

/**
 * How far a state that was settled last lies back, counted from the first slot that decides anything in it: a model that
 * goes through the slots one by one has to follow.
 */
const MOST_SLOTS_BACK = 300

/**
 * Coherent states of a profile's controller and events next to them, reachable or not: each is one in which nothing was due
 * when it was stored, some slots ago.
 * @param latestSlot the latest slot in which a state was stored
 */
export function pairs({ parameters: p }: FallbackProfile, latestSlot: number, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = gen as unknown as Draw
    const state = drawState(draw, p, latestSlot)
    const events = Array.from({ length: eventsPerState }, () => drawEvent(draw, state))
    return { state, events }
  })
}

type Parameters = FallbackProfile['parameters']

const integer = (draw: Draw, min: number, max: number): number => draw(fc.integer as never, { min, max })
const among = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[integer(draw, 0, values.length - 1)]!
const boolean = (draw: Draw): boolean => among(draw, [false, true])
/** A slot up to another, less than so many before it; often one of the two ends. */
const before = (draw: Draw, last: Slot, slots: Count): Slot => {
  const first = Math.max(0, last - slots + 1)
  return among(draw, [first, last, integer(draw, first, last)])
}

function drawState(draw: Draw, p: Parameters, latestSlot: number): State {
  const stored = integer(draw, 0, latestSlot)
  const inSession = p.fallbackEnterSlots > 0 && boolean(draw)
  const state = inSession ? drawSession(draw, p, stored) : drawCommittee(draw, p, stored)
  const { countedFrom, entered, pending } = state
  const earliest = Math.min(...[countedFrom, entered, pending, stored].filter((slot) => slot !== NONE))
  const most = MOST_SLOTS_BACK - (stored - earliest)
  const longest = p.fallbackEnterSlots + p.fallbackExitSlots + p.slotsPerEpoch
  return {
    ...state,
    slot: stored + among(draw, [0, 1, integer(draw, 0, Math.min(longest, most)), integer(draw, 0, most)]),
  }
}

/** What every state has, and that nothing else decides. */
const drawRest = (draw: Draw, p: Parameters) => ({
  forced: boolean(draw),
  bonds: { returned: p.claimAtEntry === 'returned' ? integer(draw, 0, 1) : 0, slashed: integer(draw, 0, 1) },
})

/** A session that has not ended when it is stored. */
function drawSession(draw: Draw, p: Parameters, stored: Slot): State {
  const entered = before(draw, stored, p.fallbackExitSlots)
  const advanced = Math.max(entered, before(draw, stored, p.fallbackExitActivitySlots))
  return {
    slot: stored,
    countedFrom: NONE,
    entered,
    advanced,
    pending: NONE,
    claimDeadline: NONE,
    provenSlot: drawProven(draw, stored),
    ...drawRest(draw, p),
  }
}

/** The committee in force: blocks, a claim and a count that have led to no prune and to no entry when they are stored. */
function drawCommittee(draw: Draw, p: Parameters, stored: Slot): State {
  const { pending, claimDeadline } = drawPending(draw, p, stored)
  const rest = drawRest(draw, p)
  // FALLBACK-3: a claim that holds the entry off lets the count go on for an epoch more.
  const held = claimDeadline !== NONE && p.claimAtEntry === 'kept' ? p.slotsPerEpoch : 0
  // Counted from a proven block, none is pending that is not later than it (FALLBACK-2).
  const latest = p.countFrom === 'provenBlock' && pending !== NONE ? pending : stored
  const earliest = Math.min(latest, Math.max(0, stored - p.fallbackEnterSlots - held + 1))
  const counted = before(draw, latest, latest - earliest + 1)
  const isIdle = p.fallbackEnterSlots === 0 || (mayBeIdle(p, pending, rest.forced) && !counts(draw, p))
  return {
    slot: stored,
    entered: NONE,
    advanced: NONE,
    pending,
    claimDeadline,
    countedFrom: isIdle ? NONE : counted,
    provenSlot: drawProven(draw, pending === NONE ? stored : pending - 1),
    ...rest,
  }
}

/** FALLBACK-2. */
const mayBeIdle = ({ idleChain }: Parameters, pending: Slot, forced: boolean): boolean =>
  pending === NONE && (idleChain === 'whilePending' || (idleChain === 'whileWaiting' && !forced))

/** FALLBACK-2: with nothing pending and nothing queued, a count that a prune did not stop may be running. */
const counts = (draw: Draw, { idleChain }: Parameters): boolean =>
  idleChain === 'whileWaiting' && boolean(draw)

function drawPending(draw: Draw, p: Parameters, stored: Slot): Pick<State, 'pending' | 'claimDeadline'> {
  const { slotsPerEpoch, claimWindowSlots } = p
  const epoch = epochOf({ slot: stored, slotsPerEpoch })
  const start = epoch * slotsPerEpoch
  const kind = among(draw, epoch > 0 ? ['none', 'current', 'claimed', 'unclaimed'] : ['none', 'current'])
  const unclaimed = { claimDeadline: NONE }
  if (kind === 'none') return { pending: NONE, ...unclaimed }
  if (kind === 'current') return { pending: before(draw, stored, stored - start + 1), ...unclaimed }
  const pending = before(draw, start - 1, slotsPerEpoch)
  const isOpen = offsetOf({ slot: stored, slotsPerEpoch }) < claimWindowSlots
  return kind === 'unclaimed' && isOpen
    ? { pending, ...unclaimed }
    : { pending, claimDeadline: start + slotsPerEpoch }
}

/** Genesis, or a block not later than a slot. */
const drawProven = (draw: Draw, latest: Slot): Slot =>
  latest < 0 ? NONE : among(draw, [NONE, latest, integer(draw, 0, latest), Math.max(0, latest - 1)])

function drawEvent(draw: Draw, state: State): Event {
  const type = among(draw, [...eventTypes, 'prove', 'proposeWithProof', 'proposeWithProof'] as EventType[])
  switch (type) {
    case 'prove':
      return { type, takesForced: boolean(draw), leavesPending: boolean(draw) }
    case 'proposeWithProof': {
      const { slot, provenSlot, entered, countedFrom } = state
      const near = among(draw, [slot, slot, provenSlot, provenSlot, entered, countedFrom])
      return { type, takesForced: boolean(draw), slot: Math.max(0, near + among(draw, [-1, 0, 0, 1])) }
    }
    default:
      return { type }
  }
}
