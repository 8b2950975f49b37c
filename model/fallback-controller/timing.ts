import type { Count, Slot } from '../shared/units.ts'
import {
  countedNext,
  entriesPassed,
  firstEntryNext,
  lastEntryNext,
  leftNext,
  releasedNext,
  sessionEndNext,
  sessionInForce,
  slotsPerCycle,
} from './rules/timing.ts'

/** When fallback comes and goes: slots, −1 for none (spec/actors/fallback-controller.md, State). */
export interface Timing {
  /** FALLBACK-2. The slot counted from; −1 in a session and while nothing is counted. */
  readonly countedFrom: Slot
  /** Entry of the session; −1 while the committee is in force. */
  readonly entered: Slot
  /** Last advance in the session, its entry before the first one; −1 while the committee is in force. */
  readonly advanced: Slot
}

/** T_enter (0: no fallback), T_exit and T_activity. */
export interface TimingParameters {
  readonly fallbackEnterSlots: Count
  readonly fallbackExitSlots: Count
  readonly fallbackExitActivitySlots: Count
}

/** The committee is in force and nothing is counted. */
export const idle: Timing = { countedFrom: -1, entered: -1, advanced: -1 }

/** The committee is in force and the slots are counted. */
export const countedFrom = (slot: Slot): Timing => ({ ...idle, countedFrom: slot })

/** Whether fallback is in force. */
export const inSession = ({ entered }: Pick<Timing, 'entered'>): boolean => entered >= 0

/** FALLBACK-2. Something waits from this slot on: it is counted from, unless a session is in force or the count runs. */
export function waits(timing: Timing, slot: Slot): Timing {
  return inSession(timing) || timing.countedFrom >= 0 ? timing : countedFrom(slot)
}

/**
 * FALLBACK-2, FALLBACK-7. The proven chain advances in this slot.
 * @param stillWaits whether something waits after it
 */
export function advances(timing: Timing, slot: Slot, stillWaits: boolean): Timing {
  if (inSession(timing)) return { ...timing, advanced: slot }
  return stillWaits ? countedFrom(slot) : idle
}

/** CHALLENGE-13. A challenge ends the live claim in this slot: an entry that waited for it is one of the next slot. */
export function released(
  timing: Timing,
  slot: Slot,
  { fallbackEnterSlots }: Pick<TimingParameters, 'fallbackEnterSlots'>,
): Timing {
  const countedFromNext = releasedNext({ countedFromNext: timing.countedFrom + 1, fallbackEnterSlots, slot })
  return { ...timing, countedFrom: countedFromNext - 1 }
}

/**
 * FALLBACK-1, FALLBACK-3, FALLBACK-6 to FALLBACK-8. After every entry and every exit that time alone makes due.
 * @param until the current slot, not before any of `timing`
 * @param deadline first slot in which the epoch of the live claim can no longer be proven, −1 if none is live
 * @param forced whether the queue waits: an exit then counts anew
 * @returns the given object itself when nothing is due
 */
export function timed(
  timing: Timing,
  until: Slot,
  deadline: Slot,
  forced: boolean,
  parameters: TimingParameters,
): Timing {
  return dueChange(timing, until, deadline, forced, parameters)?.after ?? timing
}

/** What comes of entries and exits that time alone makes due. */
export interface Change {
  readonly after: Timing
  /** Slot of the last entry or exit among them. */
  readonly since: Slot
  /** How many of them are entries. */
  readonly entries: Count
}

/**
 * LOG-10. Every entry and every exit that time alone makes due, computed and not folded; parameters as of `timed`.
 * @returns undefined when nothing is due
 */
export function dueChange(
  timing: Timing,
  until: Slot,
  deadline: Slot,
  forced: boolean,
  parameters: TimingParameters,
): Change | undefined {
  if (timing.countedFrom < 0 && timing.entered < 0) return undefined
  const { fallbackEnterSlots, fallbackExitSlots, fallbackExitActivitySlots } = parameters
  const exits = { fallbackExitSlots, fallbackExitActivitySlots }
  const now = { slot: until, queueWaits: forced }
  const countedFromNext = timing.countedFrom + 1
  const stored: Session = { enteredNext: timing.entered + 1, advancedNext: timing.advanced + 1 }
  const storedEndNext = sessionEndNext({ ...stored, ...exits })
  const entryNext = firstEntryNext({
    baseNext: countedNext({ ...now, countedFromNext, endNext: storedEndNext }),
    fallbackEnterSlots,
    claimDeadline: Math.max(0, deadline),
  })
  const cycleSlots = slotsPerCycle({ fallbackEnterSlots, ...exits })
  const entries = entriesPassed({ ...now, entryNext, cycleSlots })
  if (entries === 0 && leftNext({ endNext: storedEndNext, slot: until }) === 0) return undefined

  const lastNext = lastEntryNext({ entryNext, entries, cycleSlots })
  const session: Session = entries === 0 ? stored : { enteredNext: lastNext, advancedNext: lastNext }
  const endNext = sessionEndNext({ ...session, ...exits })
  return sessionInForce({ endNext, slot: until })
    ? { after: inForce(session), since: session.enteredNext - 1, entries }
    : {
        after: countedFrom(countedNext({ ...now, countedFromNext, endNext }) - 1),
        since: endNext - 1,
        entries,
      }
}

const inForce = ({ enteredNext, advancedNext }: Session): Timing => ({
  countedFrom: -1,
  entered: enteredNext - 1,
  advanced: advancedNext - 1,
})

/** A session as the rules take it: slots after those of its entry and its last advance, 0 if there is none. */
interface Session {
  readonly enteredNext: Slot
  readonly advancedNext: Slot
}
