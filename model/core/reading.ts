import type { AnyStateNode } from 'xstate'
import type { GuardName } from '../l1-rollup/guards.ts'
import type { L1Rollup, TransitionMeta } from '../l1-rollup/l1-rollup.machine.ts'
import { type CheckName, refusals } from '../l1-rollup/refusals.ts'
import type { UpdateName } from '../l1-rollup/updates.ts'
import { type EventType, eventSchema } from '../l1-rollup/vocabulary.ts'

/**
 * The statechart as data, read from the machine itself and never from a copy: what refusals, the explorer's fast path
 * and the generator work from.
 */
export type Reading = {
  /** Every transition of every leaf state, in the order in which they are tried. */
  transitions: readonly Transition[]
  /** The checks of each event, in their order, by stage. Empty for an event that is never refused. */
  stages: Readonly<Record<EventType, readonly Stage[]>>
}

export type Transition = {
  /** Path of a leaf state, as in `committeeMode.claimed`. */
  from: string
  event: EventType
  /** Guards that choose between transitions of one event and are no checks. */
  selectors: readonly GuardName[]
  checks: readonly CheckName[]
  to: string
  actions: readonly UpdateName[]
  clauses: readonly string[]
}

/** Checks that are made together. The name is empty when an event has one stage only. */
export type Stage = { name: string; checks: readonly CheckName[] }

/** The machine has a shape that cannot be read; a mistake in the machine. */
export class UnreadableMachine extends Error {
  override name = 'UnreadableMachine'
}

export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)

/**
 * Reads a machine.
 * @throws UnreadableMachine for a construct that the project does not use, for a guard that is no `and` of names, and
 * when two transitions of one event differ in their checks
 */
export function readMachine(machine: L1Rollup): Reading {
  const leaves = leavesOf(machine.root)
  const transitions: Transition[] = []
  const stages = Object.fromEntries(eventTypes.map((type) => [type, undefined])) as Record<
    EventType,
    readonly Stage[] | undefined
  >
  for (const leaf of leaves)
    for (let node: AnyStateNode | undefined = leaf; node; node = node.parent)
      for (const definition of [...node.transitions.values()].flat()) {
        const event = definition.eventType as EventType
        const place = `${event} in ${pathOf(leaf)}`
        const { selectors, groups } = splitGuard(definition.guard, place)
        const meta = definition.meta as TransitionMeta | undefined
        if (!meta) throw new UnreadableMachine(`${place}: expected meta with the clauses`)
        const read = named(groups, meta.stages, place)
        const known = stages[event]
        if (known && JSON.stringify(known) !== JSON.stringify(read))
          throw new UnreadableMachine(
            `${place}: its checks differ from those of another transition of ${event}`,
          )
        stages[event] = read
        transitions.push({
          from: pathOf(leaf),
          event,
          selectors,
          checks: groups.flat(),
          to: pathOf(definition.target?.[0] ? initialLeaf(definition.target[0]) : leaf),
          actions: definition.actions.map((action) => nameOf(action, place) as UpdateName),
          clauses: meta.clauses,
        })
      }
  const missing = eventTypes.filter((type) => !stages[type])
  if (missing.length > 0) throw new UnreadableMachine(`no transition for ${missing.join(', ')}`)
  return { transitions, stages: stages as Reading['stages'] }
}

/** The checks of an event, in their order. */
export function checksOf(reading: Reading, event: EventType): readonly CheckName[] {
  return reading.stages[event].flatMap((stage) => stage.checks)
}

function leavesOf(node: AnyStateNode): AnyStateNode[] {
  if (node.always?.length || node.after.length || node.invoke.length || node.entry.length || node.exit.length)
    throw new UnreadableMachine(`${pathOf(node)}: expected no always, after, invoke, entry or exit`)
  const children = Object.values(node.states)
  return children.length === 0 ? [node] : children.flatMap(leavesOf)
}

function initialLeaf(node: AnyStateNode): AnyStateNode {
  const first = node.initial?.target[0]
  return first ? initialLeaf(first) : node
}

function pathOf(node: AnyStateNode): string {
  return node.path.join('.')
}

/** A guard as its selectors and the groups that its `and`s nest the checks in. */
function splitGuard(guard: unknown, place: string): { selectors: GuardName[]; groups: CheckName[][] } {
  if (guard === undefined) return { selectors: [], groups: [] }
  const parts = partsOf(guard)
  if (!parts) throw new UnreadableMachine(`${place}: expected a guard that is an and([…]) of names`)
  const selectors: GuardName[] = []
  const groups: CheckName[][] = []
  let loose: CheckName[] | undefined
  for (const part of parts) {
    if (typeof part !== 'string') {
      const inner = splitGuard(part, place)
      selectors.push(...inner.selectors)
      groups.push(...inner.groups)
      loose = undefined
    } else if (part in refusals) {
      if (!loose) {
        loose = []
        groups.push(loose)
      }
      loose.push(part as CheckName)
    } else selectors.push(part as GuardName)
  }
  return { selectors, groups }
}

/** What an `and([…])` holds; XState keeps it on the function that stands for the guard. */
function partsOf(guard: unknown): readonly unknown[] | undefined {
  if (typeof guard !== 'function' || guard.name !== 'and' || !('guards' in guard)) return undefined
  return guard.guards as readonly unknown[]
}

function named(groups: CheckName[][], names: readonly string[] = [], place: string): Stage[] {
  const expected = groups.length > 1 ? groups.length : 0
  if (names.length !== expected)
    throw new UnreadableMachine(`${place}: expected ${expected} names of stages, got ${names.length}`)
  return groups.map((checks, index) => ({ name: names[index] ?? '', checks }))
}

function nameOf(action: unknown, place: string): string {
  if (typeof action === 'string') return action
  if (typeof action === 'object' && action && 'type' in action && typeof action.type === 'string')
    return action.type
  throw new UnreadableMachine(`${place}: expected actions by name`)
}
