import { assign } from 'xstate'
import type { ActorTypes, Parts } from './actor.ts'

type Args<T extends ActorTypes> = { context: T['state']; event: T['event'] }
export type Guard<T extends ActorTypes> = (args: Args<T>) => boolean

/** Facts of an event in a state, kept for the pair that was asked about last: one event is asked of many guards. */
export function createFactsOf<T extends ActorTypes>(
  { facts }: Pick<Parts<T>, 'facts'>,
  deployment: T['deployment'],
): (state: T['state'], event: T['event']) => object {
  let last: { state: T['state']; event: T['event']; facts: object } | undefined
  return (state, event) => {
    if (last?.state !== state || last.event !== event)
      last = { state, event, facts: facts(state, event, deployment) }
    return last.facts
  }
}

/** The guards of a statechart: each is its rule, asked about the facts of the event, or a selector. */
export function createGuards<T extends ActorTypes>(
  parts: Parts<T>,
  deployment: T['deployment'],
): Record<T['check'] | T['selector'], Guard<T>> {
  const facts = createFactsOf(parts, deployment)
  const checks = Object.entries<Parts<T>['rules'][T['check']]>(parts.rules).map(
    ([name, rule]): [string, Guard<T>] => [name, ({ context, event }) => rule(facts(context, event))],
  )
  const selectors = Object.entries<Parts<T>['selectors'][T['selector']]>(parts.selectors).map(
    ([name, holds]): [string, Guard<T>] => [name, ({ context, event }) => holds(context, deployment, event)],
  )
  return Object.fromEntries([...checks, ...selectors]) as Record<T['check'] | T['selector'], Guard<T>>
}

/** The actions of a statechart: updates assign, effects answer with what they send out, which engines collect. */
export function createActions<T extends ActorTypes>(parts: Parts<T>, deployment: T['deployment']) {
  const updates = Object.entries(parts.updates).map(([name, update]) => [
    name,
    assign(({ context, event }: Args<T>) => update(context, event, deployment)),
  ])
  const effects = Object.entries(parts.effects).map(([name, sent]) => [
    name,
    ({ context, event }: Args<T>) => sent(context, event, deployment),
  ])
  return Object.fromEntries([...updates, ...effects]) as Record<
    string,
    ReturnType<typeof assign<T['state'], T['event'], undefined, T['event'], never>>
  >
}
