import type { ActorTypes } from '../../model/core/actor.ts'
import type { Fact } from '../../model/core/deployed.ts'

/** What the generated steps of all actors have in common. */

/** What an event leads to: a value in either case, and a refusal changes nothing. */
export type Step<T extends ActorTypes> = Accepted<T> | Refused<T['refusal']>

/** The state after an accepted event, and what is sent out, in order. */
export interface Accepted<T extends ActorTypes> {
  readonly next: T['state']
  readonly effects: readonly T['effect'][]
}

/** Why an event is refused: the name that every form has, the clause, and what decided it. */
export interface Refused<Name extends string = string> {
  readonly refusal: Name
  readonly clause: string
  /** Facts of the rule in their order, without booleans. */
  readonly decisive: readonly { readonly name: string; readonly value: Fact }[]
}

/** One check of an event: a rule and what is said where it does not hold. */
export interface Check<Name extends string = string> {
  readonly refusal: Name
  readonly clause: string
  readonly decisive: readonly string[]
  holds(facts: object): boolean
}

/**
 * @param decisive names of the facts that a refusal gives, in order
 */
export const check = <Facts extends object, const Name extends string>(
  holds: (facts: Facts) => boolean,
  refusal: Name,
  clause: string,
  decisive: readonly (keyof Facts & string)[],
): Check<Name> => ({ refusal, clause, decisive, holds: holds as (facts: object) => boolean })

/** The refusal of the first check that fails; those after it are not asked. */
export function firstRefusal<Name extends string>(
  checks: readonly Check<Name>[],
  facts: object,
): Refused<Name> | undefined {
  const failing = checks.find(({ holds }) => !holds(facts))
  return failing && refused(failing, facts)
}

/** The refusals of all checks that fail, in their order. */
export const allRefusals = <Name extends string>(
  checks: readonly Check<Name>[],
  facts: object,
): Refused<Name>[] => checks.filter(({ holds }) => !holds(facts)).map((failing) => refused(failing, facts))

function refused<Name extends string>(
  { refusal, clause, decisive }: Check<Name>,
  facts: object,
): Refused<Name> {
  const values = facts as Readonly<Record<string, Fact>>
  return { refusal, clause, decisive: decisive.map((name) => ({ name, value: values[name]! })) }
}

/** The checks pass, and the statechart has no transition there: a mistake in the statechart. */
export class NoTransition extends Error {
  override name = 'NoTransition'
}

/** @throws NoTransition */
export function noTransition([value, { type }]: readonly [unknown, { readonly type: string }]): never {
  throw new NoTransition(`${type}: its checks pass, and ${JSON.stringify(value)} has no transition for it`)
}
