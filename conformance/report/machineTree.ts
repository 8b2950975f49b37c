import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { type CheckName, type RefusalName, refusals } from '../../model/l1-rollup/refusals.ts'

/** A check that guards a transition, or a condition that chooses among transitions. */
export interface GuardName {
  readonly name: string
  /** Of a check; a condition has neither. */
  readonly refusal: RefusalName | undefined
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

/** The states and transitions of a machine as XState resolved them, without functions. */
export function machineTree(machine: AnyStateMachine): MachineState {
  return readState(machine.root)
}

/** All states, parents before children. */
export const statesOf = (state: MachineState): MachineState[] => [state, ...state.children.flatMap(statesOf)]

function readState(node: AnyStateNode): MachineState {
  const initial = node.type === 'compound' ? node.initial?.target?.[0]?.id : undefined
  return {
    id: node.id,
    key: node.key,
    type: node.type,
    initial,
    transitions: [...node.transitions.values()].flat().map(readTransition),
    children: Object.values(node.states).map((child) => readState(child)),
  }
}

interface ResolvedTransition {
  readonly eventType: string
  readonly guard?: unknown
  readonly actions: readonly unknown[]
  readonly target?: readonly AnyStateNode[] | undefined
  readonly meta?: { readonly clauses?: readonly string[]; readonly stages?: readonly string[] } | undefined
}

function readTransition(transition: ResolvedTransition): MachineTransition {
  const named = guardStages(transition.guard)
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
function guardStages(guard: unknown): GuardName[][] {
  if (guard === undefined) return []
  const parts = partsOf(guard)
  if (parts === undefined) return [[describeGuard(nameOf(guard))]]
  if (operatorOf(guard) !== 'and')
    return [[describeGuard(`${operatorOf(guard)}(${namesIn(guard).join(', ')})`)]]
  if (parts.every((part) => partsOf(part) === undefined))
    return [parts.map((part) => describeGuard(nameOf(part)))]
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

function describeGuard(name: string): GuardName {
  const known = name in refusals ? refusals[name as CheckName] : undefined
  return { name, refusal: known?.refusal, clause: known?.clause }
}
