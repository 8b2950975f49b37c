import { type ActorScope, type AnyMachineSnapshot, type AnyStateMachine, createActor } from 'xstate'
import type { Actor, ActorTypes } from './actor.ts'
import type { Guard } from './parts.ts'
import type { Reading, Transition } from './reading.ts'

/** The statechart and what is read from it disagree: a mistake in the machine. */
export class InconsistentMachine extends Error {
  override name = 'InconsistentMachine'
}

/** What an accepted event leads to: the next state, and what is sent out, in order. */
export interface Accepted<T extends ActorTypes> {
  readonly state: T['state']
  readonly effects: readonly T['effect'][]
}

/** Runs a statechart one event at a time. */
export interface Engine<T extends ActorTypes> {
  /** `undefined` when the event is refused. */
  next(state: T['state'], event: T['event']): Accepted<T> | undefined
}

/** An action with what XState calls it with. */
interface Executed {
  readonly exec: (info: never, params: never) => unknown
  readonly info: unknown
  readonly params: unknown
}

/** XState itself. One inert scope serves all calls: the public pure functions build one each time, ten times slower. */
export function createXStateEngine<T extends ActorTypes>(
  actor: Actor<T>,
  machine: AnyStateMachine,
): Engine<T> {
  const self = createActor(machine)
  const nothing = () => {}
  const effects: T['effect'][] = []
  const scope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    // What assigns has been carried out already; what is left sends something out.
    actionExecutor: ({ exec, info, params }: Executed) => {
      effects.push(...(exec(info as never, params as never) as readonly T['effect'][]))
    },
  } as unknown as ActorScope<AnyMachineSnapshot, T['event']>
  let last: { state: T['state']; snapshot: AnyMachineSnapshot } | undefined
  return {
    next(state, event) {
      if (last?.state !== state)
        last = {
          state,
          snapshot: machine.resolveState({ value: actor.valueOf(state), context: state }),
        }
      const { snapshot } = last
      if (!snapshot.can(event)) return undefined
      effects.length = 0
      const after = machine.transition(snapshot, event, scope as never)
      requireValue(actor, after.context, pathOf(after.value), event)
      return { state: after.context, effects: [...effects] }
    },
  }
}

/** The transitions as a table, with the machine's own guards and actions: the same answers, faster. */
export function createFlatEngine<T extends ActorTypes>(
  actor: Actor<T>,
  machine: AnyStateMachine,
  reading: Reading<T>,
): Engine<T> {
  type Args = { context: T['state']; event: T['event'] }
  const guards = machine.implementations.guards as unknown as Record<string, Guard<T>>
  const actions = machine.implementations.actions as unknown as Record<
    string,
    { assignment(args: Args): T['state'] } & ((args: Args) => readonly T['effect'][])
  >
  const table = new Map<string, Transition<T>[]>()
  for (const transition of reading.transitions) {
    const key = `${transition.from} ${transition.event}`
    table.set(key, [...(table.get(key) ?? []), transition])
  }
  return {
    next(state, event) {
      const candidates = table.get(`${pathOf(actor.valueOf(state))} ${event.type}`) ?? []
      const args = { context: state, event }
      const chosen = candidates.find(
        ({ selectors, checks }) =>
          selectors.every((name) => guards[name]!(args)) && checks.every((name) => guards[name]!(args)),
      )
      if (!chosen) return undefined
      const effects: T['effect'][] = []
      let after = state
      for (const name of chosen.actions) {
        const action = actions[name]!
        if (name in actor.effects) effects.push(...action({ context: after, event }))
        else after = action.assignment({ context: after, event })
      }
      requireValue(actor, after, chosen.to, event)
      return { state: after, effects }
    },
  }
}

/** A value of a machine as the path of its leaf: `committeeMode.claimed`. */
function pathOf(value: unknown): string {
  if (typeof value === 'string') return value
  const [[key, inner]] = Object.entries(value as Record<string, unknown>) as [[string, unknown]]
  return `${key}.${pathOf(inner)}`
}

function requireValue<T extends ActorTypes>(
  actor: Actor<T>,
  state: T['state'],
  reached: string,
  event: T['event'],
): void {
  const expected = pathOf(actor.valueOf(state))
  if (reached !== expected)
    throw new InconsistentMachine(
      `${event.type}: the machine is in ${reached}, the state as stored belongs to ${expected}`,
    )
}
