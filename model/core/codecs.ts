import { z } from 'zod'
import type { Actor, ActorTypes } from './actor.ts'
import { type Codec, codecOf } from './codec.ts'

/** The forms of an actor's values. */
export interface Codecs<T extends ActorTypes> {
  readonly state: Codec<T['state']>
  readonly event: Codec<T['event']>
  readonly effects: Codec<readonly T['effect'][]>
}

const known = new WeakMap<object, Codecs<ActorTypes>>()

/** The codecs of an actor, made once. */
export function codecsOf<T extends ActorTypes>({ schema }: Actor<T>): Codecs<T> {
  const made = (known.get(schema) as Codecs<T> | undefined) ?? {
    state: codecOf(schema.state) as unknown as Codec<T['state']>,
    event: codecOf(schema.event) as unknown as Codec<T['event']>,
    effects: codecOf(z.array(schema.effect)) as unknown as Codec<readonly T['effect'][]>,
  }
  known.set(schema, made as unknown as Codecs<ActorTypes>)
  return made
}
