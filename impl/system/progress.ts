import { effective } from '../../model/l1-rollup/due.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { headerNamed } from './chain.ts'
import type { Choice } from './choice.ts'
import { Random } from './random.ts'
import { type Played, play } from './run.ts'
import { Scheduler } from './schedule.ts'
import type { System } from './system.ts'
import type { World } from './vocabulary.ts'

/**
 * What has to have come about so many slots after faults stop: the network delivers, nobody crashes or lies, L1 does not
 * go back. In a committee with a Byzantine quorum, which then does nothing, that is what fallback is for.
 */
export const promises = {
  /** What an honest member held is proven, where some quorum is honest. */
  heldIsProven: ['BUILD-17', 'PROOF-6', 'PRUNE-1'],
  /** What was forced is proven. */
  forcedIsProven: ['QUEUE-3', 'FALLBACK-14'],
  /** The proven chain is at most so many epochs old, where some quorum is honest. */
  goesOn: ['PROVE-4', 'PRUNE-5'],
  /** No follower raises the alarm, and all are level. */
  isLevel: ['FOLLOW-6', 'FOLLOW-9'],
  /** Fallback has ended, where some quorum is honest. */
  fallbackEnds: ['FALLBACK-6', 'FALLBACK-7'],
  /** The next epoch has a sample of its own, where somebody keeps. */
  epochsAreSetUp: ['EPOCH-2', 'FOLLOW-12'],
} as const satisfies Record<string, readonly string[]>
export type PromiseName = keyof typeof promises

/** Epochs after which the proven chain is too old: one to be built, one to be claimed and proven in, one that was pruned. */
const OLDEST_EPOCHS = 3

/** What a run broke. */
export interface Recovered extends Played {
  readonly broken: readonly PromiseName[]
}

/** A world when faults stop, as far as something is promised of it. */
interface Stopped {
  readonly held: readonly string[]
  readonly queued: number
}

/**
 * The run that a seed makes until faults stop, and from then on one in which nothing fails until the last slot.
 * @param length choices with faults
 * @param slots at least, without
 */
export function recover(system: System, seed: number, length: number, slots: number): Recovered {
  const scheduler = new Scheduler(system, new Random(seed))
  const { horizon } = system.setup
  const good: Choice[] = system.honest.map((node) => ({ do: 'resend', node }))
  let stopped: Stopped | undefined
  const played = play(system, (world, made) => {
    if (made < length && world.slot < horizon - slots) {
      const choice = scheduler.next(world)
      if (choice) return choice
    }
    stopped ??= stop(system, world)
    const next = good.shift()
    if (next) return next
    if (world.slot >= horizon) return undefined
    good.push({ do: 'round' }, { do: 'round' })
    return { do: 'pass', slots: 1 }
  })
  return { ...played, broken: brokenBy(system, played.world, stopped!) }
}

/** What honest members hold that can be built with. */
function stop({ setup, honest }: System, { nodes, l1 }: World): Stopped {
  const members = honest.filter((name) => setup.profile.validators.includes(name))
  const held = members.flatMap((name) => nodes[name]!.pool.stored)
  return { held: [...new Set(held)], queued: l1.queue.length }
}

function brokenBy(system: System, world: World, { held, queued }: Stopped): PromiseName[] {
  const { setup, honest, l1 } = system
  const { parameters, validators } = setup.profile
  const { slotsPerEpoch, seedLookaheadEpochs } = parameters
  const state = effective(world.l1, l1.parameters)
  const root = headerNamed(state.proven, world.blocks)?.root ?? []
  const epoch = (slot: number): number => epochOf({ slot, slotsPerEpoch })
  const seats = Math.min(parameters.targetCommitteeSize, validators.length)
  const hasHonestQuorum = setup.byzantine.length <= seats - (Math.floor((2 * seats) / 3) + 1)
  const broken: Record<PromiseName, boolean> = {
    heldIsProven: hasHonestQuorum && held.some((transaction) => !root.includes(transaction)),
    forcedIsProven: state.taken < queued,
    goesOn: hasHonestQuorum && epoch(world.slot) - epoch(Math.max(state.proven.slot, 0)) > OLDEST_EPOCHS,
    isLevel: honest.some((name) => {
      const { view } = world.nodes[name]!.attester
      return view.alarm || view.follows !== 'level'
    }),
    fallbackEnds: hasHonestQuorum && state.fallback.entered >= 0,
    epochsAreSetUp:
      setup.keepers.some((name) => honest.includes(name)) &&
      state.samples.at(-1)!.epoch < epoch(world.slot) + seedLookaheadEpochs,
  }
  return (Object.keys(broken) as PromiseName[]).filter((name) => broken[name])
}
