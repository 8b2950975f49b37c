import type { AnyStateMachine, AnyStateNode } from 'xstate'
import type { z } from 'zod'
import type { Actor, ActorTypes } from './actor.ts'

/** What a transition of every statechart says of itself, in XState's `meta`. */
export interface TransitionMeta {
  /** Clauses that the transition carries out; those that guard it follow from the names of its checks. */
  clauses: readonly string[]
  /** Names of the nested `and` guards, in order, where there are several. */
  stages?: readonly string[]
}

/**
 * The statechart as data, read from the machine itself and never from a copy: what refusals, the explorer's fast path
 * and the generator work from.
 */
export interface Reading<T extends ActorTypes> {
  /** All events of the vocabulary, in its order. */
  readonly eventTypes: readonly T['event']['type'][]
  /** Every transition of every leaf state, in the order in which they are tried. */
  readonly transitions: readonly Transition<T>[]
  /** The checks of each event, in their order, by stage. Empty for an event that is never refused. */
  readonly stages: Readonly<Record<T['event']['type'], readonly Stage<T>[]>>
}

export interface Transition<T extends ActorTypes> {
  /** Path of a leaf state, as in `committeeMode.claimed`. */
  readonly from: string
  readonly event: T['event']['type']
  /** Guards that choose between transitions of one event and are no checks. */
  readonly selectors: readonly T['selector'][]
  readonly checks: readonly T['check'][]
  readonly to: string
  /** Names of updates and effects, in order. */
  readonly actions: readonly string[]
  readonly clauses: readonly string[]
}

/** Checks that are made together. The name is empty when an event has one stage only. */
export interface Stage<T extends ActorTypes> {
  readonly name: string
  readonly checks: readonly T['check'][]
}

/** The machine has a shape that cannot be read; a mistake in the machine. */
export class UnreadableMachine extends Error {
  override name = 'UnreadableMachine'
}

/** The names of an actor's events, in the order of its vocabulary. */
export function eventTypesOf<T extends ActorTypes>({
  schema,
}: Pick<Actor<T>, 'schema'>): T['event']['type'][] {
  return schema.event.options.map((option) => {
    const { type } = (option as z.ZodObject).shape as unknown as { type: z.ZodLiteral<string> }
    return type.value
  })
}

/**
 * Reads a machine.
 * @throws UnreadableMachine for a construct that the project does not use, for a guard that is no `and` of names, and
 * when two transitions of one event differ in their checks
 */
export function readMachine<T extends ActorTypes>(actor: Actor<T>, machine: AnyStateMachine): Reading<T> {
  const eventTypes = eventTypesOf(actor)
  const transitions: Transition<T>[] = []
  const stages = new Map<string, readonly Stage<T>[]>()
  for (const leaf of leavesOf(machine.root))
    for (let node: AnyStateNode | undefined = leaf; node; node = node.parent)
      for (const definition of [...node.transitions.values()].flat()) {
        const event: T['event']['type'] = definition.eventType
        const place = `${event} in ${pathOf(leaf)}`
        const { selectors, groups } = splitGuard(actor, definition.guard, place)
        const meta = definition.meta as TransitionMeta | undefined
        if (!meta) throw new UnreadableMachine(`${place}: expected meta with the clauses`)
        const read = named<T>(groups, meta.stages, place)
        const known = stages.get(event)
        if (known && JSON.stringify(known) !== JSON.stringify(read))
          throw new UnreadableMachine(
            `${place}: its checks differ from those of another transition of ${event}`,
          )
        stages.set(event, read)
        transitions.push({
          from: pathOf(leaf),
          event,
          selectors,
          checks: groups.flat(),
          to: pathOf(definition.target?.[0] ? initialLeaf(definition.target[0]) : leaf),
          actions: definition.actions.map((action) => actionName(actor, action, place)),
          clauses: meta.clauses,
        })
      }
  const missing = eventTypes.filter((type) => !stages.has(type))
  if (missing.length > 0) throw new UnreadableMachine(`no transition for ${missing.join(', ')}`)
  return { eventTypes, transitions, stages: Object.fromEntries(stages) as Reading<T>['stages'] }
}

/** The checks of an event, in their order. */
export function checksOf<T extends ActorTypes>(
  reading: Reading<T>,
  event: T['event']['type'],
): readonly T['check'][] {
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
function splitGuard<T extends ActorTypes>(
  actor: Actor<T>,
  guard: unknown,
  place: string,
): { selectors: T['selector'][]; groups: T['check'][][] } {
  if (guard === undefined) return { selectors: [], groups: [] }
  const parts = partsOf(guard)
  if (!parts) throw new UnreadableMachine(`${place}: expected a guard that is an and([…]) of names`)
  const selectors: T['selector'][] = []
  const groups: T['check'][][] = []
  let loose: T['check'][] | undefined
  for (const part of parts) {
    if (typeof part !== 'string') {
      const inner = splitGuard(actor, part, place)
      selectors.push(...inner.selectors)
      groups.push(...inner.groups)
      loose = undefined
    } else if (part in actor.refusals) {
      if (!loose) {
        loose = []
        groups.push(loose)
      }
      loose.push(part)
    } else if (part in actor.selectors) selectors.push(part)
    else throw new UnreadableMachine(`${place}: expected the name of a check or a selector, found ${part}`)
  }
  return { selectors, groups }
}

/** What an `and([…])` holds; XState keeps it on the function that stands for the guard. */
function partsOf(guard: unknown): readonly unknown[] | undefined {
  if (typeof guard !== 'function' || guard.name !== 'and' || !('guards' in guard)) return undefined
  return guard.guards as readonly unknown[]
}

function named<T extends ActorTypes>(
  groups: T['check'][][],
  names: readonly string[] = [],
  place: string,
): Stage<T>[] {
  const expected = groups.length > 1 ? groups.length : 0
  if (names.length !== expected)
    throw new UnreadableMachine(`${place}: expected ${expected} names of stages, got ${names.length}`)
  return groups.map((checks, index) => ({ name: names[index] ?? '', checks }))
}

function actionName<T extends ActorTypes>(actor: Actor<T>, action: unknown, place: string): string {
  const name = typeof action === 'object' && action && 'type' in action ? String(action.type) : String(action)
  if (name in actor.updates || name in actor.effects) return name
  throw new UnreadableMachine(`${place}: expected the name of an update or an effect, found ${name}`)
}
