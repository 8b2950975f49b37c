import { floorDiv } from '../../shared/arithmetic.ts'
import type { Count, Slot } from '../../shared/units.ts'

/** FALLBACK-6, FALLBACK-7. Slots of a session in which nobody advances. */
export const unusedSessionSlots = ({
  fallbackExitSlots,
  fallbackExitActivitySlots,
}: {
  fallbackExitSlots: Count
  fallbackExitActivitySlots: Count
}): Count => (fallbackExitSlots < fallbackExitActivitySlots ? fallbackExitSlots : fallbackExitActivitySlots)

/** FALLBACK-8. Slots from one entry to the next while the queue waits and nobody acts. */
export const slotsPerCycle = ({
  fallbackEnterSlots,
  fallbackExitSlots,
  fallbackExitActivitySlots,
}: {
  fallbackEnterSlots: Count
  fallbackExitSlots: Count
  fallbackExitActivitySlots: Count
}): Count => fallbackEnterSlots + unusedSessionSlots({ fallbackExitSlots, fallbackExitActivitySlots })

/** Of two slots the one that comes first. */
export const earlierOf = ({ one, other }: { one: Slot; other: Slot }): Slot => (one < other ? one : other)

/**
 * FALLBACK-6, FALLBACK-7. When a session ends in which nobody advances any more.
 * @param enteredNext the slot after that of its entry, 0 if there is no session
 * @param advancedNext the slot after that of its last advance, or of its entry if it had none
 * @returns the slot after that of the exit, 0 if there is no session
 */
export const sessionEndNext = ({
  enteredNext,
  advancedNext,
  fallbackExitSlots,
  fallbackExitActivitySlots,
}: {
  enteredNext: Slot
  advancedNext: Slot
  fallbackExitSlots: Count
  fallbackExitActivitySlots: Count
}): Slot =>
  enteredNext === 0
    ? 0
    : earlierOf({ one: enteredNext + fallbackExitSlots, other: advancedNext + fallbackExitActivitySlots })

/** FALLBACK-6, FALLBACK-7. Whether a session is in force. `endNext`: the slot after that of its exit, 0 if there is none. */
export const sessionInForce = ({ endNext, slot }: { endNext: Slot; slot: Slot }): boolean =>
  slot + 1 < endNext

/** FALLBACK-6, FALLBACK-7. The slot after that of the exit, 0 before it and without a session. */
export const leftNext = ({ endNext, slot }: { endNext: Slot; slot: Slot }): Slot =>
  sessionInForce({ endNext, slot }) ? 0 : endNext

/**
 * FALLBACK-2, FALLBACK-8. What the slots are counted from after a session.
 * @param countedFromNext what is counted from if there was no session: the slot after it, 0 for nothing
 * @param endNext the slot after that of the session's exit, 0 if there was none
 * @param queueWaits whether the slots are counted anew from an exit
 * @returns the slot after the one counted from; 0 if nothing is counted, as in a session
 */
export const countedNext = ({
  countedFromNext,
  endNext,
  slot,
  queueWaits,
}: {
  countedFromNext: Slot
  endNext: Slot
  slot: Slot
  queueWaits: boolean
}): Slot => (endNext === 0 ? countedFromNext : queueWaits ? leftNext({ endNext, slot }) : 0)

/**
 * FALLBACK-1, FALLBACK-3. The first entry that is not stored, whether or not its slot has come.
 * @param baseNext the slot after the one counted from, 0 if nothing is counted
 * @param fallbackEnterSlots 0 if a deployment has no fallback
 * @param claimDeadline first slot in which the epoch of the live claim can no longer be proven, 0 if none is live
 * @returns the slot after that of the entry, 0 if there will be none
 */
export const firstEntryNext = ({
  baseNext,
  fallbackEnterSlots,
  claimDeadline,
}: {
  baseNext: Slot
  fallbackEnterSlots: Count
  claimDeadline: Slot
}): Slot =>
  baseNext === 0 || fallbackEnterSlots === 0
    ? 0
    : baseNext + fallbackEnterSlots > claimDeadline
      ? baseNext + fallbackEnterSlots
      : claimDeadline + 1

/**
 * FALLBACK-8. How many entries time alone has made.
 * @param entryNext the slot after that of the first of them, 0 if there will be none
 * @param queueWaits whether the slots are counted anew from an exit
 * @param cycleSlots from one entry to the next, positive
 */
export const entriesPassed = ({
  entryNext,
  slot,
  queueWaits,
  cycleSlots,
}: {
  entryNext: Slot
  slot: Slot
  queueWaits: boolean
  cycleSlots: Count
}): Count =>
  entryNext === 0 || slot + 1 < entryNext
    ? 0
    : queueWaits
      ? floorDiv(slot + 1 - entryNext, cycleSlots) + 1
      : 1

/**
 * FALLBACK-8. The last of the entries that time alone has made.
 * @param entryNext the slot after that of the first of them
 * @param entries how many have passed
 * @returns the slot after that of the entry, 0 if none has passed
 */
export const lastEntryNext = ({
  entryNext,
  entries,
  cycleSlots,
}: {
  entryNext: Slot
  entries: Count
  cycleSlots: Count
}): Slot => (entries === 0 ? 0 : entryNext + (entries - 1) * cycleSlots)

/**
 * CHALLENGE-13. What the slots are counted from when a challenge ends the live claim: an entry that waited for it is one
 * of the next slot.
 * @param countedFromNext the slot after the one counted from, 0 if nothing is counted
 * @param fallbackEnterSlots 0 if a deployment has no fallback
 * @returns the slot after the one counted from, 0 if nothing is counted
 */
export const releasedNext = ({
  countedFromNext,
  fallbackEnterSlots,
  slot,
}: {
  countedFromNext: Slot
  fallbackEnterSlots: Count
  slot: Slot
}): Slot =>
  countedFromNext === 0 || countedFromNext + fallbackEnterSlots > slot + 1
    ? countedFromNext
    : slot + 2 - fallbackEnterSlots
