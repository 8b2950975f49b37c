/** Schedules: runs that seeds make, played many at a time, in pieces that are kept as soon as they are done. */
import type { Choice } from '../../impl/system/choice.ts'
import { count, type Happened, nothingHappened } from '../../impl/system/happened.ts'
import type { Predicate } from '../../impl/system/predicates.ts'
import { scheduled } from '../../impl/system/scheduled.ts'
import { playSeed } from '../../impl/system/seeded.ts'
import { systemOf } from '../../impl/system/system.ts'
import type { TaskContext } from '../rungs/sideProcess.ts'
import { shrink } from './shrink.ts'

/** Consecutive schedules of a setup. */
export interface ScheduleTask {
  readonly setup: string
  readonly seed: number
  readonly first: number
  readonly count: number
}

/** The first schedule that violates a predicate. */
export interface Violated {
  readonly seed: number
  readonly predicate: Predicate
  /** As few of its choices as still violate it. */
  readonly choices: readonly Choice[]
}

export interface ScheduleAnswer {
  readonly schedules: number
  readonly choices: number
  /** Generated steps that were made. */
  readonly steps: number
  readonly happened: Happened
  readonly violated?: Violated
}

/** A task that was played. */
export interface Piece {
  readonly task: ScheduleTask
  readonly answer: ScheduleAnswer
}

/** The seed of the so-manieth schedule: 32 bits, of which neighbours share nothing. */
export function seedOf(seed: number, index: number): number {
  let mixed = (Math.imul(seed, 0x9e3779b1) + index) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Plays the schedules of a task, up to the first that violates a predicate. */
export async function playSchedules(
  { setup, seed, first, count: schedules }: ScheduleTask,
  { signal, did }: Pick<TaskContext, 'signal' | 'did'>,
): Promise<ScheduleAnswer> {
  const { setup: given, length, weights } = scheduled[setup]!
  const system = systemOf(given)
  const happened = nothingHappened()
  let [choices, steps] = [0, 0]
  for (let index = 0; index < schedules; index++) {
    // Messages, the one that ends it among them, are read between two schedules.
    if (index % 10 === 0) await new Promise(setImmediate)
    signal.throwIfAborted()
    const own = seedOf(seed, first + index)
    const played = playSeed(system, own, length, undefined, weights)
    choices += played.choices.length
    steps += played.steps
    count(happened, played.world.facts)
    did?.(1)
    const [violation] = played.violations
    if (!violation) continue
    const { predicate } = violation
    const violated = { seed: own, predicate, choices: shrink(system, predicate, played) }
    return { schedules: index + 1, choices, steps, happened, violated }
  }
  return { schedules, choices, steps, happened }
}

/** Schedules of one task: so few that an interrupted run loses little. */
const PIECE = 250

/** What is to be played of every setup. @param names all if absent */
export function piecesOf(runs: number, seed: number, names = Object.keys(scheduled)): ScheduleTask[] {
  const whole = names.reduce((sum, name) => sum + scheduled[name]!.weight, 0)
  const shares = names.map((name) => Math.floor((runs * scheduled[name]!.weight) / whole))
  const left = runs - shares.reduce((sum, share) => sum + share, 0)
  return names.flatMap((setup, place) => {
    const share = shares[place]! + (place < left ? 1 : 0)
    return Array.from({ length: Math.ceil(share / PIECE) }, (_, piece) => ({
      setup,
      seed,
      first: piece * PIECE,
      count: Math.min(PIECE, share - piece * PIECE),
    }))
  })
}
