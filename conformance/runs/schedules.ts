import fc from 'fast-check'
import { deploy } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { eventInstances } from '../../model/l1-rollup/instances.ts'
import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import type { Difference, Played } from './play.ts'
import type { Trace } from './trace.ts'

/** One choice: an index into the instances of the state reached, and whether the event joins the block before. */
export interface Choice {
  readonly pick: number
  readonly joins: boolean
}

/** One in so many choices lets time pass. */
const TIME_PASSES_ONE_IN = 4

/** What fast-check draws; it shrinks towards fewer events and towards the passing of time. */
export const schedules: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({ pick: fc.nat(0xffff), joins: fc.boolean() }),
  { minLength: 1, maxLength: 24, size: 'max' },
)

/** The run that a schedule stands for. Every index means something: it is taken modulo what there is. */
export function traceOfSchedule(profile: Profile, schedule: readonly Choice[], title: string): Trace {
  const deployment = deploymentOf(profile)
  return walk(profile, schedule, title, (state, { pick }) => {
    const instances = eventInstances(state, profile, deployment)
    const time = instances.findIndex(({ type }) => type === 'advanceSlot')
    const rest = instances.filter((_, index) => index !== time)
    const passes = time >= 0 && (rest.length === 0 || pick % TIME_PASSES_ONE_IN === 0)
    return passes ? instances[time] : rest[Math.floor(pick / TIME_PASSES_ONE_IN) % rest.length]
  })
}

/** The run of the events that choices stand for. @param eventOf what a choice means in the state reached */
export function walk(
  profile: Profile,
  schedule: readonly Choice[],
  title: string,
  eventOf: (state: State, choice: Choice) => Event | undefined,
): Trace {
  const rollup = deploy(l1Rollup, profile)
  const blocks: Event[][] = []
  let state = initialState(profile)
  for (const choice of schedule) {
    const event = eventOf(state, choice)
    if (!event) continue
    const last = blocks.at(-1)
    const passes = event.type === 'advanceSlot'
    if (choice.joins && !passes && last && last[0]!.type !== 'advanceSlot') last.push(event)
    else blocks.push([event])
    const result = rollup.step(state, event)
    if ('state' in result) state = result.state
  }
  return { title, profile: profile.name, blocks }
}

export interface Search {
  readonly seed: number
  readonly runs: number
  /** Plays one run on both sides. */
  readonly play: (trace: Trace) => Promise<Played>
  /** What is drawn, and the run that it stands for; schedules and their traces if absent. */
  readonly drawing?: Drawing
}

export interface Drawing {
  readonly schedules: fc.Arbitrary<readonly Choice[]>
  traceOf(profile: Profile, schedule: readonly Choice[], title: string): Trace
}

const usualDrawing: Drawing = { schedules, traceOf: traceOfSchedule }

/**
 * Plays random schedules until one shows a difference, and shrinks that: the schedule, then its events.
 * @returns the smallest difference that was found, `undefined` if there is none
 */
export async function searchSchedules(
  profile: Profile,
  { seed, runs, play, drawing = usualDrawing }: Search,
): Promise<Difference | undefined> {
  let smallest: Difference | undefined
  const property = fc.asyncProperty(drawing.schedules, async (schedule) => {
    const { difference } = await play(drawing.traceOf(profile, schedule, `schedule with seed ${seed}`))
    // The last failure that shrinking saw is the smallest one.
    if (difference) smallest = difference
    return !difference
  })
  const result = await fc.check(property, { seed, numRuns: runs })
  // An error that is no difference (the engine died) is not the schedule's fault.
  if (result.failed && result.errorInstance instanceof Error && !smallest) throw result.errorInstance
  return result.failed && smallest ? shrinkEvents(smallest, play) : undefined
}

/**
 * Leaves out what is not needed. A schedule cannot shrink all the way by itself: without an event the indices after it
 * mean other events.
 */
async function shrinkEvents(found: Difference, play: Search['play']): Promise<Difference> {
  const cut = (trace: Trace, block: number, event: number): Trace => {
    const rest = trace.blocks[block]!.toSpliced(event, 1)
    return { ...trace, blocks: trace.blocks.toSpliced(block, 1, ...(rest.length > 0 ? [rest] : [])) }
  }
  const attempt = async (trace: Trace): Promise<Difference | undefined> => (await play(trace)).difference
  const upTo = { ...found.trace, blocks: found.trace.blocks.slice(0, found.block + 1) }
  let smallest = (await attempt(upTo)) ?? found
  for (let block = smallest.trace.blocks.length - 1; block >= 0; block--)
    for (let event = smallest.trace.blocks[block]!.length - 1; event >= 0; event--) {
      // Leaving a block out moves the ones behind it, which were tried already.
      const smaller = await attempt(cut(smallest.trace, block, event))
      if (smaller) smallest = smaller
    }
  return smallest
}
