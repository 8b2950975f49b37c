import { eventText, stateText } from '../../model/l1-rollup/texts.ts'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import { type Driver, DriverError, type Observation, type Outcome } from '../drivers/driver.ts'
import { ViewRefused } from '../evm/blocks.ts'
import type { Storage } from '../evm/word.ts'
import { leavesThatDiffer, tellValue } from '../leaves.ts'
import { UnknownBlock } from '../translation/blocks.ts'
import { UnknownAddress } from '../translation/cast.ts'
import { NotAnnounced } from '../translation/logs.ts'
import { RefusalEncoder } from '../translation/refusals.ts'
import { StorageUnexplained } from '../translation/storageUnexplained.ts'
import { stepsOf, type Trace } from './trace.ts'

/** Where two drivers part for the first time. */
export interface Difference {
  readonly trace: Trace
  /** Index of the block, 0-based; −1 before the first. */
  readonly block: number
  /** Index of the event in its block, where one event is concerned. */
  readonly event: number | undefined
  readonly expected: string
  readonly found: string
  /** Refusals that one of them has and the other has not. */
  readonly refusals: readonly string[]
}

/** What two drivers agreed on, one event at a time. */
export interface Step {
  readonly block: number
  readonly event: Event
  readonly outcome: Outcome
}

export interface Played {
  readonly steps: number
  readonly difference: Difference | undefined
  /** The steps up to the difference. */
  readonly course: readonly Step[]
  /** What both were in at the end, or before the block that differs. */
  readonly last: Observation
}

export interface PlayOptions {
  /** Compares raw storage. @throws StorageUnexplained */
  readonly requireSameStorage?: (expected: Storage, found: Storage) => void
  readonly signal?: AbortSignal
  /** Called for every step that both made alike, with what both were in after its block. */
  readonly onBlock?: (steps: readonly Step[], after: Observation) => void
}

/** What a driver under test may throw because of what it does, and not because something around it broke. */
const faults = [DriverError, StorageUnexplained, UnknownBlock, UnknownAddress, NotAnnounced, ViewRefused]
const encoder = new RefusalEncoder()

/**
 * Plays a trace on two drivers and compares every outcome and, after every block, everything that can be observed.
 * @param expected the model
 * @param found what is under test
 */
export async function play(
  trace: Trace,
  expected: Driver,
  found: Driver,
  { requireSameStorage, signal, onBlock }: PlayOptions = {},
): Promise<Played> {
  const course: Step[] = []
  await Promise.all([expected.reset(), found.reset()])
  let last = await expected.observe()
  const part = (
    block: number,
    event: number | undefined,
    want: string,
    have: string,
    refusals: readonly string[] = [],
  ): Played => ({
    steps: course.length,
    difference: { trace, block, event, expected: want, found: have, refusals },
    course,
    last,
  })
  const start = await differenceOfStates(last, found, requireSameStorage)
  if (start) return part(-1, undefined, start.expected, start.found)

  for (const [block, events] of trace.blocks.entries()) {
    signal?.throwIfAborted()
    const wanted = await expected.apply(events)
    const had = await attempt(() => found.apply(events))
    if ('fault' in had) return part(block, undefined, wanted.map(describeOutcome).join(', '), had.fault)
    if (had.value.length !== events.length)
      return part(block, undefined, `${events.length} outcomes`, `${had.value.length} outcomes`)
    const at = events.findIndex((_, index) => !sameOutcome(wanted[index]!, had.value[index]!))
    if (at >= 0) {
      const sides = [wanted[at]!, had.value[at]!] as const
      return part(block, at, describeOutcome(sides[0]), describeOutcome(sides[1]), unsharedRefusals(...sides))
    }
    const after = await expected.observe()
    const parted = await differenceOfStates(after, found, requireSameStorage)
    if (parted) return part(block, undefined, parted.expected, parted.found)
    const steps = events.map((event, index) => ({ block, event, outcome: wanted[index]! }))
    course.push(...steps)
    last = after
    onBlock?.(steps, after)
  }
  return { steps: stepsOf(trace), difference: undefined, course, last }
}

/** For people: place, event, expected, found. */
export function describeDifference({ trace, block, event, expected, found }: Difference): string {
  const events = trace.blocks[block]
  const which = event === undefined ? '' : `, transaction ${event + 1}`
  const shown = events && (event === undefined ? events : [events[event]!]).map(eventText).join(' then ')
  return [
    `${trace.title} (profile ${trace.profile}): ${block < 0 ? 'before the first block' : `block ${block + 1} of ${trace.blocks.length}${which}`}`,
    ...(shown ? [`event: ${shown}`] : []),
    `expected: ${expected}`,
    `found: ${found}`,
  ].join('\n  ')
}

export function describeOutcome(outcome: Outcome): string {
  if (outcome.accepted) return 'accepted'
  return `refused with ${outcome.data ? encoder.describe(outcome.data) : outcome.refusal}`
}

function sameOutcome(expected: Outcome, found: Outcome): boolean {
  if (expected.accepted || found.accepted) return expected.accepted === found.accepted
  const sameSet = !expected.all || !found.all || expected.all.join() === found.all.join()
  const sameData = !expected.data || !found.data || expected.data === found.data
  return expected.refusal === found.refusal && sameSet && sameData
}

/** Of two outcomes that are not the same; where only their arguments differ, the refusal of both. */
function unsharedRefusals(expected: Outcome, found: Outcome): string[] {
  const [left, right] = [expected, found].map((outcome) =>
    outcome.accepted ? [] : (outcome.all ?? [outcome.refusal]),
  ) as [readonly string[], readonly string[]]
  const unshared = [
    ...left.filter((name) => !right.includes(name)),
    ...right.filter((name) => !left.includes(name)),
  ]
  return unshared.length > 0 ? unshared : [...left]
}

/** Where what a driver is in differs from what is expected, or it cannot say. */
export async function differenceOfStates(
  expected: Observation,
  driver: Driver,
  requireSameStorage: PlayOptions['requireSameStorage'],
): Promise<{ expected: string; found: string } | undefined> {
  const seen = await attempt(() => driver.observe())
  if ('fault' in seen) return { expected: stateText(expected.stored), found: seen.fault }
  const { stored, effective, storage } = seen.value
  const [want, have] = [stateText(expected.stored), stateText(stored)]
  if (want !== have) return fieldByField('stored', expected.stored, stored)
  const [wantView, haveView] = [expected.effective, effective].map((view) => JSON.stringify(view))
  if (wantView !== haveView) return fieldByField('effective', expected.effective, effective)
  if (!requireSameStorage || !expected.storage || !storage) return undefined
  const raw = await attempt(async () => requireSameStorage(expected.storage!, storage))
  return 'fault' in raw ? { expected: 'the storage that stands for the state', found: raw.fault } : undefined
}

function fieldByField(what: string, expected: unknown, found: unknown): { expected: string; found: string } {
  const leaves = leavesThatDiffer(expected, found)
  const side = (name: 'left' | 'right'): string =>
    leaves.map((leaf) => `${what} ${leaf.path.join('.')} ${tellValue(leaf[name])}`).join(', ')
  return { expected: side('left'), found: side('right') }
}

async function attempt<Value>(act: () => Promise<Value>): Promise<{ value: Value } | { fault: string }> {
  try {
    return { value: await act() }
  } catch (error) {
    if (faults.some((kind) => error instanceof kind)) return { fault: (error as Error).message }
    throw error
  }
}
