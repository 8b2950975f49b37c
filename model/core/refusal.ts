import type { Profile } from '../../spec/parameters.ts'
import { createFactsOf, type Guard, type Rule, rules } from '../l1-rollup/guards.ts'
import { createL1Rollup, deploymentOf, type L1Rollup } from '../l1-rollup/l1-rollup.machine.ts'
import { type CheckName, type RefusalName, refusals as refusalOf } from '../l1-rollup/refusals.ts'
import type { Event, EventType, State } from '../l1-rollup/vocabulary.ts'
import { createXStateEngine, InconsistentMachine } from './engine.ts'
import { checksOf, eventTypes, type Reading, readMachine } from './reading.ts'

/** A fact that decides a check: a number, an amount in wei, a name or a canonical text. */
export type Fact = number | bigint | string

/** Why an event is refused: the name that a contract reverts with, the clause, and what decided it, in order. */
export type Refusal = {
  refusal: RefusalName
  check: CheckName
  clause: string
  /** Parameters of the rule in their order, without booleans: the arguments of the error. */
  decisive: readonly { name: string; value: Fact }[]
}

/** The rollup of a profile, asked one event at a time. */
export type Rollup = {
  machine: L1Rollup
  reading: Reading
  /** Names of all failing checks, in the order of the checks. */
  failing(state: State, event: Event): CheckName[]
  /** The same with what decided them. */
  refusals(state: State, event: Event): Refusal[]
  /** The next state, or why there is none. A refusal changes nothing. */
  step(state: State, event: Event): { state: State } | { refusals: Refusal[] }
}

/**
 * @param profile whose parameters, hash and administrator the rollup has
 * @param machine another machine of the same profile, for example one with a guard replaced
 */
export function createRollup(profile: Profile, machine: L1Rollup = createL1Rollup(profile)): Rollup {
  const reading = readMachine(machine)
  const factsOf = createFactsOf(deploymentOf(profile))
  const guards = machine.implementations.guards as unknown as Record<CheckName, Guard>
  const checks = Object.fromEntries(eventTypes.map((type) => [type, checksOf(reading, type)])) as Record<
    EventType,
    readonly CheckName[]
  >
  const engine = createXStateEngine(machine)

  const failing = (state: State, event: Event) =>
    checks[event.type].filter((check) => !guards[check]({ context: state, event }))
  const refusals = (state: State, event: Event) =>
    failing(state, event).map((check) => ({
      ...refusalOf[check],
      check,
      decisive: decisiveFacts(rules[check], factsOf(state, event)),
    }))
  const step = (state: State, event: Event) => {
    const found = refusals(state, event)
    const after = engine.next(state, event)
    if (found.length > 0 === (after !== undefined))
      throw new InconsistentMachine(
        `${event.type}: the machine ${after ? 'accepts' : 'refuses'} it, and the failing checks are [${found.map(({ refusal }) => refusal).join(', ')}]`,
      )
    return after ? { state: after } : { refusals: found }
  }
  return { machine, reading, failing, refusals, step }
}

/** Parameters of a rule in their order, read from it: a rule takes its facts apart before it looks at them. */
export function decisiveFacts(rule: Rule, facts: object): { name: string; value: Fact }[] {
  const decisive: { name: string; value: Fact }[] = []
  rule(
    new Proxy(facts, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target)
        if (value === undefined) throw new InconsistentMachine(`no fact is called ${String(name)}`)
        if (typeof value !== 'boolean') decisive.push({ name: String(name), value: value as Fact })
        return value
      },
    }),
  )
  return decisive
}
