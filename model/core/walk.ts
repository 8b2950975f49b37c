import { keccakWords, randaoValue } from '../shared/hash.ts'
import type { Actor, ActorTypes } from './actor.ts'
import { deploy } from './deployed.ts'
import { type Accepted, createFlatEngine } from './engine.ts'

/** A step of a walk: an accepted event, the state after it and what it sent out. */
export interface WalkStep<T extends ActorTypes> extends Accepted<T> {
  readonly event: T['event']
}

/**
 * A random walk through a profile: the same seed gives the same walk. It prefers to act where the actor's habits say that
 * rules change.
 * @param length steps at most; the walk ends before when nothing is enabled
 */
export function* walk<T extends ActorTypes>(
  actor: Actor<T>,
  profile: T['profile'],
  { seed, length }: { seed: number; length: number },
): Generator<WalkStep<T>> {
  const { habits } = actor
  const deployed = deploy(actor, profile)
  const engine = createFlatEngine(actor, deployed.machine, deployed.reading)
  let state = deployed.initial
  for (let index = 0; index < length; index++) {
    const now = state
    const waiting = deployed.reading.eventTypes.filter((type) =>
      habits.waits(type, now, profile, (counter) => drawn(seed, counter, type)),
    )
    const enabled = deployed
      .instances(now)
      .filter((event) => !waiting.includes(event.type) && deployed.failing(now, event).length === 0)
    if (enabled.length === 0) return
    const types = [...new Set(enabled.map(({ type }) => type))]
    const weights = types.map((type) => habits.weight(type, now, profile))
    const type = types[chosen(weights, drawn(seed, index, 'type'))]
    const instances = enabled.filter((event) => event.type === type)
    const event = instances[Number(drawn(seed, index, 'instance') % BigInt(instances.length))]!
    const accepted = engine.next(now, event)!
    state = accepted.state
    yield { event, ...accepted }
  }
}

function chosen(weights: readonly number[], word: bigint): number {
  let rest = Number(word % BigInt(weights.reduce((sum, weight) => sum + weight, 0)))
  return weights.findIndex((weight) => {
    rest -= weight
    return rest < 0
  })
}

/** A word that follows from the seed, a counter and what it is for. */
function drawn(seed: number, counter: number, purpose: string): bigint {
  return keccakWords(BigInt(seed), BigInt(counter), randaoValue(purpose))
}
