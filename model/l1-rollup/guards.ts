import type { Deployment } from './chain.ts'
import { dueFacts } from './due.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import * as claim from './rules/claim.ts'
import * as due from './rules/due.ts'
import * as epoch from './rules/epoch.ts'
import * as escrow from './rules/escrow.ts'
import * as proof from './rules/proof.ts'
import * as propose from './rules/propose.ts'
import type { Event, State } from './vocabulary.ts'

/** A rule as the statechart sees it: facts by name in, verdict out. */
export type Rule = (facts: object) => boolean
/** Name of a guard: the checks, and what splits one event into two transitions without refusing it. */
export type GuardName = CheckName | 'slashDue'
export type Guard = (args: { context: State; event: Event }) => boolean

/** Every guard's rule, by the one name that both have. */
export const rules = { ...propose, ...claim, ...proof, ...due, ...epoch, ...escrow } as Record<
  GuardName,
  Rule
>

/** Facts of an event in a state, kept for the pair that was asked about last: one event is asked of many guards. */
export function createFactsOf(deployment: Deployment): (context: State, event: Event) => object {
  let last: { context: State; event: Event; facts: object } | undefined
  return (context, event) => {
    if (last?.context !== context || last.event !== event)
      last = { context, event, facts: factsOf(context, event, deployment) }
    return last.facts
  }
}

/** The guards of the statechart: each is its rule, asked about the facts of the event. */
export function createGuards(deployment: Deployment): Record<GuardName, Guard> {
  const facts = createFactsOf(deployment)
  const names = Object.keys(rules) as GuardName[]
  const guards = Object.fromEntries(
    names.map((name): [string, Guard] => [name, ({ context, event }) => rules[name](facts(context, event))]),
  ) as Record<GuardName, Guard>
  // Whether a bond is forfeited is asked of the stored state, whatever the event.
  guards.slashDue = ({ context }) => rules.slashDue(dueFacts(context, deployment.parameters))
  return guards
}
