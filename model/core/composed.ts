import type { z } from 'zod'
import type { ActorTypes } from './actor.ts'
import { codecOf } from './codec.ts'
import { type Exploration, exploreAll, type Graph } from './explorer.ts'

/** What a system is made of, by type. */
export interface ComposedTypes {
  readonly state: object
  readonly event: { readonly type: string }
  readonly effect: object
  readonly profile: { readonly name: string }
}

/** What an event of a system comes to: the names of its refusals, or where it leads. */
export type Outcome<T extends ComposedTypes> =
  | { readonly refusals: readonly string[] }
  | { readonly state: T['state']; readonly effects: readonly T['effect'][] }

/** Actors that are composed, with the parameters of a profile. */
export interface Composition<T extends ComposedTypes> {
  readonly initial: T['state']
  /** Everything that can happen in a state, what is refused included; equal ones count once. */
  instances(state: T['state']): readonly T['event'][]
  step(state: T['state'], event: T['event']): Outcome<T>
}

/** Actors that are composed, as a value: generic code takes one and names none. */
export interface Composed<T extends ComposedTypes> {
  /** As the folder of its cut is called. */
  readonly name: string
  readonly schema: { readonly state: z.ZodObject; readonly event: z.ZodType; readonly effect: z.ZodType }
  /** The variables that hold, by node, the state of a role. */
  readonly roles: readonly string[]
  /** The form of an effect, where roles have effects of one kind that differ; that of the schema if absent. */
  readonly effectText?: (effect: T['effect']) => string
  compose(profile: T['profile']): Composition<T>
}

/**
 * The labelled state graph of a system.
 * @throws ExplorationFailed where an instance cannot be evaluated, and beyond the limit
 */
export function exploreComposed<T extends ComposedTypes>(
  { schema, compose, effectText }: Pick<Composed<T>, 'schema' | 'compose' | 'effectText'>,
  profile: T['profile'],
  options: Pick<Exploration, 'limit' | 'progress'> = {},
): Graph<ActorTypes> {
  const [state, event] = [codecOf(schema.state), codecOf(schema.event)]
  const textOf = effectText ?? (codecOf(schema.effect).text as (effect: T['effect']) => string)
  const { initial, instances, step } = compose(profile)
  return exploreAll<T['state'], T['event']>(
    {
      initial,
      text: state.text as (value: T['state']) => string,
      instancesByText: (at) => new Map(instances(at).map((it) => [event.text(it), it])),
      outcome(at, it) {
        const found = step(at, it)
        return 'refusals' in found
          ? found
          : { state: found.state, effects: `[${found.effects.map(textOf).join(',')}]` }
      },
    },
    options,
  )
}
