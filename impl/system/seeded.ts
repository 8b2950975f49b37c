import { Random } from './random.ts'
import { type Played, type PlayOptions, play } from './run.ts'
import { Scheduler } from './schedule.ts'
import type { System } from './system.ts'

/**
 * The run that a seed makes.
 * @param seed 32 bits
 * @param length choices at most
 */
export function playSeed(system: System, seed: number, length: number, options?: PlayOptions): Played {
  const scheduler = new Scheduler(system, new Random(seed))
  return play(system, (world, made) => (made < length ? scheduler.next(world) : undefined), options)
}
