import type { AnyStateMachine, AnyStateNode } from 'xstate'

/** A check that guards a transition, or a condition that chooses among transitions. */
export interface GuardName {
  readonly name: string
  /** Of a check; a condition has neither. */
  readonly refusal: string | undefined
  readonly clause: string | undefined
}

export interface MachineTransition {
  readonly event: string
  /** Checks by stage, in their order; one stage without a title where the machine names none. */
  readonly stages: readonly { readonly title: string; readonly checks: readonly GuardName[] }[]
  /** Guards that are no check: they choose among the transitions of one event. */
  readonly conditions: readonly GuardName[]
  readonly actions: readonly string[]
  /** Ids of states; empty: the state stays. */
  readonly targets: readonly string[]
  readonly clauses: readonly string[]
}

export interface MachineState {
  readonly id: string
  readonly key: string
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history'
  /** Id of the initial child, of a compound state. */
  readonly initial: string | undefined
  readonly transitions: readonly MachineTransition[]
  readonly children: readonly MachineState[]
}

/** What a check refuses with, and the clause that it enforces, by the name of the check. */
export type Refusals = Readonly<Record<string, { readonly refusal: string; readonly clause: string }>>

/**
 * The states and transitions of a machine as XState resolved them, without functions.
 * @param refusals those of its actor: a guard that is not among them is a condition
 */
export function machineTree(machine: AnyStateMachine, refusals: Refusals): MachineState {
  return readState(machine.root, refusals)
}

/** All states, parents before children. */
export const statesOf = (state: MachineState): MachineState[] => [state, ...state.children.flatMap(statesOf)]

function readState(node: AnyStateNode, refusals: Refusals): MachineState {
  const initial = node.type === 'compound' ? node.initial?.target?.[0]?.id : undefined
  return {
    id: node.id,
    key: node.key,
    type: node.type,
    initial,
    transitions: [...node.transitions.values()].flat().map((it) => readTransition(it, refusals)),
    children: Object.values(node.states).map((child) => readState(child, refusals)),
  }
}

interface ResolvedTransition {
  readonly eventType: string
  readonly guard?: unknown
  readonly actions: readonly unknown[]
  readonly target?: readonly AnyStateNode[] | undefined
  readonly meta?: { readonly clauses?: readonly string[]; readonly stages?: readonly string[] } | undefined
}

function readTransition(transition: ResolvedTransition, refusals: Refusals): MachineTransition {
  const describe = (name: string) => describeGuard(name, refusals)
  const named = guardStages(transition.guard).map((stage) => stage.map(describe))
  const checks = named.map((stage) => stage.filter(({ refusal }) => refusal !== undefined))
  const conditions = named.flat().filter(({ refusal }) => refusal === undefined)
  const filled = checks.filter((stage) => stage.length > 0)
  const titles = transition.meta?.stages ?? []
  return {
    event: transition.eventType,
    stages: filled.map((stage, i) => ({
      title: filled.length === titles.length ? titles[i]! : '',
      checks: stage,
    })),
    conditions,
    actions: transition.actions.map(nameOf),
    targets: (transition.target ?? []).map(({ id }) => id),
    clauses: transition.meta?.clauses ?? [],
  }
}

/** A guard as groups of names: what is nested in one `and` belongs together. */
function guardStages(guard: unknown): string[][] {
  if (guard === undefined) return []
  const parts = partsOf(guard)
  if (parts === undefined) return [[nameOf(guard)]]
  if (operatorOf(guard) !== 'and') return [[`${operatorOf(guard)}(${namesIn(guard).join(', ')})`]]
  if (parts.every((part) => partsOf(part) === undefined)) return [parts.map(nameOf)]
  return parts.flatMap((part) => guardStages(part))
}

const partsOf = (guard: unknown): readonly unknown[] | undefined =>
  typeof guard === 'function' && 'guards' in guard ? (guard.guards as readonly unknown[]) : undefined

const operatorOf = (guard: unknown): string => (typeof guard === 'function' ? guard.name : '')

const namesIn = (guard: unknown): string[] => partsOf(guard)?.flatMap(namesIn) ?? [nameOf(guard)]

/** Of an action or a guard: its name, as a string, in a parameterised object, or of a function. */
function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'function') return value.name || 'inline'
  if (typeof value === 'object' && value !== null && 'type' in value) return String(value.type)
  return 'inline'
}

function describeGuard(name: string, refusals: Refusals): GuardName {
  const known = refusals[name]
  return { name, refusal: known?.refusal, clause: known?.clause }
}
