import { z } from 'zod'
import type { Deployed, Step } from '../../../model/core/deployed.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import { type Event, eventTypes, type State, stateSchema } from '../../../model/l1-rollup/vocabulary.ts'
import type { Parameters } from '../../../spec/parameters.ts'
import { leavesThatDiffer } from '../../leaves.ts'
import type { VectorCase, VectorStep } from '../format.ts'

export type StateVariable = keyof State
const stateVariables = Object.keys(stateSchema.shape) as StateVariable[]

const patternSchema = z.strictObject({
  type: z.enum(eventTypes),
  with: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)),
})

/** Deployments that an implementation may not have: with a T_enter above 0, and with posted signatures (CHALLENGE-1). */
const variants = ['fallback', 'challenges'] as const
export type Variant = (typeof variants)[number]

/** What nobody has who has no deployments of a variant. */
const partsOf = {
  fallback: { events: ['proposeWithProof'], variables: ['fallback'] },
  challenges: { events: ['challenge'], variables: ['posted'] },
} as const satisfies Record<
  Variant,
  { events: readonly Event['type'][]; variables: readonly StateVariable[] }
>

/**
 * What an implementation declares that it does not do: all events of a type, or those of which fields have one of the
 * values that are listed, for example `{type: 'propose', with: {blobs: ['fewer', 'more']}}`; variables of the state that it
 * does not tell; and variants of a rollup that it cannot be deployed as, whose own events and variables go with them.
 */
export const unsupportedSchema = z
  .strictObject({
    events: z.array(z.union([z.enum(eventTypes), patternSchema])).default([]),
    variables: z.array(z.enum(stateVariables as [StateVariable, ...StateVariable[]])).default([]),
    variants: z.array(z.enum(variants)).default([]),
  })
  .transform(({ events, variables, ...declared }) => ({
    events: [...new Set([...events, ...declared.variants.flatMap((name) => partsOf[name].events)])],
    variables: [...new Set([...variables, ...declared.variants.flatMap((name) => partsOf[name].variables)])],
    ...declared,
  }))
export type Unsupported = z.infer<typeof unsupportedSchema>
export const nothingUnsupported: Unsupported = { events: [], variables: [], variants: [] }

/** The variant of a deployment that is declared as unsupported; `undefined` where none is. */
export function variantLeftOut(
  { fallbackEnterSlots, challengeSlots }: Pick<Parameters, 'fallbackEnterSlots' | 'challengeSlots'>,
  { variants: declared }: Pick<Unsupported, 'variants'>,
): Variant | undefined {
  const is = { fallback: fallbackEnterSlots > 0, challenges: challengeSlots > 0 }
  return declared.find((name) => is[name])
}

/** The declaration that an event falls under, in words; `undefined` for an event that is supported. */
export function unsupportedAs(event: Event, { events }: Unsupported): string | undefined {
  const fields = event as unknown as Readonly<Record<string, unknown>>
  for (const pattern of events) {
    if (typeof pattern === 'string') {
      if (event.type === pattern) return pattern
      continue
    }
    const listed = Object.entries(pattern.with)
    if (event.type === pattern.type && listed.every(([name, values]) => isOneOf(values, fields[name])))
      return `${event.type} with ${listed.map(([name, values]) => `${name} ${values.join(' or ')}`).join(' and ')}`
  }
  return undefined
}

/** Steps that cannot be judged because of steps before them. */
export const FOLLOWS = 'what follows from them'

/** The steps of a case that are put to an implementation. */
export interface Part {
  readonly steps: readonly { readonly step: VectorStep; readonly next: State; readonly number: number }[]
  /** How many others, by why. */
  readonly notJudged: ReadonlyMap<string, number>
  /** How many of the steps change a variable that is not told, by the variable. */
  readonly untold: ReadonlyMap<string, number>
}

/** Of a case that is put as a whole. */
export function wholeOf({ pre, steps }: Pick<VectorCase, 'pre' | 'steps'>): Part {
  let state: State = pre
  return {
    notJudged: new Map(),
    untold: new Map(),
    steps: steps.map((step, index) => {
      state = afterStep(state, step)
      return { step, next: state, number: index + 1 }
    }),
  }
}

/**
 * What is left of a case without what is not supported. An event that is not supported is not put to the implementation, so
 * from then on it is where the statechart is without that event. A step is put to it, and judged, if the statechart says
 * the same of it there as the case does: the same refusals, or the same values of the variables that change and are told.
 * Every other step is treated as an unsupported one.
 */
export function supportedPart(
  vector: Pick<VectorCase, 'pre' | 'steps'>,
  unsupported: Unsupported,
  statechart: Pick<Deployed<L1RollupTypes>, 'step'>,
): Part {
  const { events, variables } = unsupported
  if (events.length + variables.length === 0) return wholeOf(vector)
  const steps: { step: VectorStep; next: State; number: number }[] = []
  const [notJudged, untold] = [new Map<string, number>(), new Map<string, number>()]
  const told = stateVariables.filter((name) => !variables.includes(name))
  let whole: State = vector.pre
  /** Where the implementation is; `undefined` as long as nothing was left out that changes the state. */
  let apart: State | undefined
  for (const [index, step] of vector.steps.entries()) {
    const next = afterStep(whole, step)
    const made = apart && statechart.step(apart, step.event)
    const follows = made && !saysTheSame(made, step, { before: apart!, next, told })
    const why = unsupportedAs(step.event, unsupported) ?? (follows ? FOLLOWS : undefined)
    if (why !== undefined) {
      addTo(notJudged, why)
      if ('post' in step) apart ??= whole
    } else {
      const before = apart ?? whole
      if (made && 'state' in made) apart = made.state
      const after = apart ?? next
      for (const name of variables) if (differs(before[name], after[name])) addTo(untold, name)
      steps.push({ step, next: after, number: index + 1 })
    }
    whole = next
  }
  return { steps, notJudged, untold }
}

/** Adds to what is counted under a name. */
export function addTo(counts: Map<string, number>, name: string, count = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + count)
}

interface Compared {
  readonly before: State
  /** After the step, by the case. */
  readonly next: State
  readonly told: readonly StateVariable[]
}

function saysTheSame(made: Step<L1RollupTypes>, step: VectorStep, { before, next, told }: Compared): boolean {
  if ('refusals' in made)
    return 'refused' in step && made.refusals.map(({ refusal }) => refusal).join() === step.refused.join()
  if ('refused' in step) return false
  const changed = told.filter((name) => name in step.post || differs(made.state[name], before[name]))
  return changed.every((name) => !differs(made.state[name], next[name]))
}

const isOneOf = (values: readonly unknown[], value: unknown): boolean => values.includes(value)

const differs = (left: unknown, right: unknown): boolean => leavesThatDiffer(left, right).length > 0

const afterStep = (state: State, step: VectorStep): State =>
  'post' in step ? { ...state, ...(step.post as Partial<State>) } : state
