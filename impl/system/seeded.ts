import { Random } from './random.ts'
import { type Played, type PlayOptions, play } from './run.ts'
import { Scheduler } from './schedule.ts'
import type { System } from './system.ts'
import type { Weights } from './weights.ts'

/**
 * The run that a seed makes.
 * @param seed 32 bits
 * @param length choices at most
 * @param weights drawn if not given
 */
export function playSeed(
  system: System,
  seed: number,
  length: number,
  options?: PlayOptions,
  weights?: Weights,
): Played {
  const scheduler = new Scheduler(system, new Random(seed), weights)
  return play(system, (world, made) => (made < length ? scheduler.next(world) : undefined), options)
}
