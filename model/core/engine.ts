import { type ActorScope, createActor } from 'xstate'
import type { Guard, GuardName } from '../l1-rollup/guards.ts'
import { type L1Rollup, stateValueOf } from '../l1-rollup/l1-rollup.machine.ts'
import type { UpdateName } from '../l1-rollup/updates.ts'
import type { Event, State } from '../l1-rollup/vocabulary.ts'
import type { Reading, Transition } from './reading.ts'

/** The statechart and what is read from it disagree: a mistake in the machine. */
export class InconsistentMachine extends Error {
  override name = 'InconsistentMachine'
}

/** Runs a statechart one event at a time. */
export type Engine = {
  /** The state after an accepted event, `undefined` when it is refused. */
  next(state: State, event: Event): State | undefined
}

type Snapshot = ReturnType<L1Rollup['resolveState']>
type Scope = ActorScope<Snapshot, Event>

/** XState itself. One inert scope serves all calls: the public pure functions build one each time, ten times slower. */
export function createXStateEngine(machine: L1Rollup): Engine {
  const self = createActor(machine)
  const nothing = () => {}
  const scope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  } as unknown as Scope
  let last: { state: State; snapshot: Snapshot } | undefined
  return {
    next(state, event) {
      if (last?.state !== state) {
        const resolved = machine.resolveState({ value: stateValueOf(state), context: state })
        last = { state, snapshot: resolved }
      }
      const { snapshot } = last
      if (!snapshot.can(event)) return undefined
      const after = machine.transition(snapshot, event, scope as never)
      requireClaimState(after.context, `committeeMode.${Object.values(after.value)[0]}`, event)
      return after.context
    },
  }
}

/** The transitions as a table, with the machine's own guards and assignments: the same answers, faster. */
export function createFlatEngine(machine: L1Rollup, reading: Reading): Engine {
  const guards = machine.implementations.guards as unknown as Record<GuardName, Guard>
  const actions = machine.implementations.actions as unknown as Record<
    UpdateName,
    { assignment(args: { context: State; event: Event }): State }
  >
  const table = new Map<string, Transition[]>()
  for (const transition of reading.transitions) {
    const key = `${transition.from} ${transition.event}`
    table.set(key, [...(table.get(key) ?? []), transition])
  }
  return {
    next(state, event) {
      const candidates = table.get(`committeeMode.${stateValueOf(state).committeeMode} ${event.type}`) ?? []
      const args = { context: state, event }
      const chosen = candidates.find(
        ({ selectors, checks }) =>
          selectors.every((name) => guards[name](args)) && checks.every((name) => guards[name](args)),
      )
      if (!chosen) return undefined
      const after = chosen.actions.reduce(
        (context, name) => actions[name].assignment({ context, event }),
        state,
      )
      requireClaimState(after, chosen.to, event)
      return after
    },
  }
}

function requireClaimState(context: State, reached: string, event: Event): void {
  const expected = `committeeMode.${stateValueOf(context).committeeMode}`
  if (reached !== expected)
    throw new InconsistentMachine(
      `${event.type}: the machine is in ${reached}, the claim as stored is ${expected}`,
    )
}
