import type { AnyStateMachine } from 'xstate'
import type { Actor, ActorTypes, ProbedFields, Rule } from './actor.ts'
import { codecsOf } from './codecs.ts'
import { type Accepted, createXStateEngine, InconsistentMachine } from './engine.ts'
import { createFactsOf, type Guard } from './parts.ts'
import { checksOf, type Reading, readMachine } from './reading.ts'

/** A fact that decides a check: a number, an amount in wei, a name or a canonical text. */
export type Fact = number | bigint | string

/** Why an event is refused: the name that a contract reverts with, the clause, and what decided it, in order. */
export interface Refusal<T extends ActorTypes> {
  readonly refusal: T['refusal']
  readonly check: T['check']
  readonly clause: string
  /** Parameters of the rule in their order, without booleans: the arguments of the error. */
  readonly decisive: readonly { readonly name: string; readonly value: Fact }[]
}

/** An accepted event's next state and effects, or why it is refused. A refusal changes nothing. */
export type Step<T extends ActorTypes> = Accepted<T> | { readonly refusals: readonly Refusal<T>[] }

/** An actor with the parameters of a profile, asked one event at a time. */
export interface Deployed<T extends ActorTypes> {
  readonly actor: Actor<T>
  readonly profile: T['profile']
  readonly deployment: T['deployment']
  readonly machine: AnyStateMachine
  readonly reading: Reading<T>
  readonly initial: T['state']
  /** The event instances of the profile in a state by their texts, so each once. */
  instancesByText(state: T['state']): ReadonlyMap<string, T['event']>
  instances(state: T['state']): readonly T['event'][]
  /**
   * In how many fields the probes differ from a base that the profile asks for in a state; 0 where it asks for none.
   * @param number of the state in the order of discovery, 0-based
   */
  probedFields(number: number): ProbedFields | 0
  /** Events that are asked about and not followed, by their texts. */
  probesByText(state: T['state'], fields: ProbedFields): ReadonlyMap<string, T['event']>
  /** Names of all failing checks, in the order of the checks. */
  failing(state: T['state'], event: T['event']): T['check'][]
  /** The same with what decided them. */
  refusals(state: T['state'], event: T['event']): Refusal<T>[]
  step(state: T['state'], event: T['event']): Step<T>
}

/**
 * @param profile whose parameters the actor has
 * @param machine another machine of the same profile, for example one with a guard replaced
 */
export function deploy<T extends ActorTypes>(
  actor: Actor<T>,
  profile: T['profile'],
  machine: AnyStateMachine = machineOf(actor, profile),
): Deployed<T> {
  const deployment = actor.deployment(profile)
  const { everyState, pairsEveryState } = profile.probes
  const reading = readMachine(actor, machine)
  const factsOf = createFactsOf(actor, deployment)
  const guards = machine.implementations.guards as unknown as Record<string, Guard<T>>
  const checks = new Map(reading.eventTypes.map((type) => [type, checksOf(reading, type)]))
  const engine = createXStateEngine(actor, machine)

  const failing = (state: T['state'], event: T['event']) =>
    checks.get(event.type)!.filter((check) => !guards[check]!({ context: state, event }))
  const refusals = (state: T['state'], event: T['event']) =>
    failing(state, event).map((check) => ({
      ...actor.refusals[check],
      check,
      decisive: decisiveFacts(actor.rules[check], factsOf(state, event)),
    }))
  const step = (state: T['state'], event: T['event']): Step<T> => {
    const found = refusals(state, event)
    const accepted = engine.next(state, event)
    if (found.length > 0 === (accepted !== undefined))
      throw new InconsistentMachine(
        `${event.type}: the machine ${accepted ? 'accepts' : 'refuses'} it, and the failing checks are [${found.map(({ refusal }) => refusal).join(', ')}]`,
      )
    return accepted ?? { refusals: found }
  }
  const { event: codec } = codecsOf(actor)
  const byText = (events: readonly T['event'][]) => new Map(events.map((event) => [codec.text(event), event]))
  const instancesByText = (state: T['state']) => byText(actor.instances(state, profile, deployment))
  return {
    actor,
    profile,
    deployment,
    machine,
    reading,
    initial: actor.initial(profile),
    instancesByText,
    probedFields: (number) => (isOneOf(pairsEveryState, number) ? 2 : isOneOf(everyState, number) ? 1 : 0),
    probesByText: (state, fields) => byText(actor.probes(state, profile, deployment, fields)),
    instances: (state) => [...instancesByText(state).values()],
    failing,
    refusals,
    step,
  }
}

const isOneOf = (every: number, number: number): boolean => every > 0 && number % every === 0

/** The statechart of a profile, in its initial state. */
export function machineOf<T extends ActorTypes>(actor: Actor<T>, profile: T['profile']): AnyStateMachine {
  return actor.machine(actor.deployment(profile), actor.initial(profile))
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
