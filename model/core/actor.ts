import type { AnyStateMachine, StateValue } from 'xstate'
import type { z } from 'zod'

/** What an actor is made of, by type. Names are those of the vocabulary, of the refusals and of the presets. */
export interface ActorTypes {
  readonly state: object
  readonly event: { readonly type: string }
  readonly effect: object
  /** Name of a rule that guards an event. */
  readonly check: string
  /** Name of a guard that chooses between transitions of one event and refuses nothing. */
  readonly selector: string
  readonly refusal: string
  /** A cut of a preset: parameters, initial state, who and what there is. */
  readonly profile: {
    readonly name: string
    readonly probes: { readonly everyState: number; readonly pairsEveryState: number }
  }
  /** What one instance of the actor is created with. */
  readonly deployment: object
}

/** How many fields of a probe differ from its base, at most. */
export type ProbedFields = 1 | 2

/** A rule as the statechart sees it: facts by name in, verdict out. */
export type Rule = (facts: object) => boolean

/** What an accepted event does to the state: pure. */
export type Update<T extends ActorTypes> = (
  state: T['state'],
  event: T['event'],
  deployment: T['deployment'],
) => T['state']

/** What an accepted event sends out, in order, told from the state at its place among the actions of the transition. */
export type EffectsOf<T extends ActorTypes> = (
  state: T['state'],
  event: T['event'],
  deployment: T['deployment'],
) => readonly T['effect'][]

/** What the names in a statechart mean: all that a machine needs beside its shape. */
export interface Parts<T extends ActorTypes> {
  /** Every rule that guards an event, by the one name that both have. */
  readonly rules: Readonly<Record<T['check'], Rule>>
  readonly selectors: Readonly<
    Record<T['selector'], (state: T['state'], deployment: T['deployment'], event: T['event']) => boolean>
  >
  /** What the rules are asked about, by the names of their parameters; every fact has a value in every state. */
  facts(state: T['state'], event: T['event'], deployment: T['deployment']): object
  /** Actions that change the state, by name. */
  readonly updates: Readonly<Record<string, Update<T>>>
  /** Actions that send something out, by name. */
  readonly effects: Readonly<Record<string, EffectsOf<T>>>
}

/**
 * An actor as a value: generic code (engines, explorer, parity, walks, generator) takes one and names none. A composed
 * system is an actor too.
 */
export interface Actor<T extends ActorTypes> extends Parts<T> {
  /** As its folders are called. */
  readonly name: string
  readonly schema: {
    readonly state: z.ZodObject
    readonly event: z.ZodDiscriminatedUnion
    readonly effect: z.ZodType
  }
  /** The refusal of each check and the clause that it enforces, in no order. */
  readonly refusals: Readonly<Record<T['check'], { readonly refusal: T['refusal']; readonly clause: string }>>
  /** The statechart, with its guards and actions bound to a deployment. */
  machine(deployment: T['deployment'], initial: T['state']): AnyStateMachine
  /** The value of the machine that belongs to a stored state. */
  valueOf(state: T['state']): StateValue
  /** The state after everything that its time has made due; the state itself where nothing is. */
  due(state: T['state'], deployment: T['deployment']): T['state']
  deployment(profile: T['profile']): T['deployment']
  initial(profile: T['profile']): T['state']
  /** The event instances of a profile in a state; equal ones count once. */
  instances(state: T['state'], profile: T['profile'], deployment: T['deployment']): readonly T['event'][]
  /** Events that every form is asked about in a state, and that nobody follows; equal ones count once. */
  probes(
    state: T['state'],
    profile: T['profile'],
    deployment: T['deployment'],
    fields: ProbedFields,
  ): readonly T['event'][]
  readonly habits: Habits<T>
}

/** How a random walk of the actor behaves, so that it acts where rules change and not everything happens at once. */
export interface Habits<T extends ActorTypes> {
  /** How often an event is drawn against the others that are enabled. */
  weight(type: T['event']['type'], state: T['state'], profile: T['profile']): number
  /** Whether an event still waits in this state. `draw`: a word that follows from the walk's seed and a counter. */
  waits(
    type: T['event']['type'],
    state: T['state'],
    profile: T['profile'],
    draw: (counter: number) => bigint,
  ): boolean
}
