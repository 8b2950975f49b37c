/** What rungs 1 and 2 established, as the check publishes it. */
import type { ActorTypes } from '../../../model/core/actor.ts'
import type { ModelResult } from '../../../tla/tlc/models.ts'
import { errorText, type TlcResult } from '../../../tla/tlc/result.ts'
import type { ProfileEvidence, RungFailure, ModelResult as Shown, Story } from '../../evidence.ts'
import type { CauseFinder } from '../causes/finder.ts'
import { tellingOf } from '../causes/telling.ts'
import { tellUnevaluated } from '../causes/unevaluated.ts'
import type { Comparison, Difference } from '../graph-parity/compare.ts'
import type { PointwiseResult } from '../graph-parity/pointwise.ts'
import { phasesOf } from '../phases.ts'
import type { RungContext, RungOutcome } from '../rung.ts'
import type { StepDifference, StepParity } from '../step-parity/compare.ts'
import type { AnySubject, Modelled } from '../subjects.ts'
import { constantsShown, idleProperties, propertiesShown, propertyPlace, shown } from './models.ts'
import { originOf, storyOf } from './stories.ts'

/** What checking one profile established. */
export interface ProfileResult {
  readonly profile: { readonly name: string }
  readonly tlc: TlcResult
  readonly comparison: Comparison | undefined
  /** Of the generated step, where the statechart has a graph. */
  readonly steps?: StepParity | undefined
  /** Why the statechart has no graph. */
  readonly problem?: string
  /** Distinct states that there must be, where no record has them. */
  readonly expectedStates?: number | undefined
}

/** Of a profile of which pairs are drawn: what was compared, or why nothing was. */
export type PairsResult = { readonly profile: string } & (PointwiseResult | { readonly problem: string })

type ModelChecking = Extract<RungOutcome, { key: 'modelChecking' }>
type GraphParity = Extract<RungOutcome, { key: 'graphParity' }>

/** Nothing of it is about bytecode. */
const noBytecode = { passed: new Map(), refused: new Map() }

export function modelCheckingOf(
  subject: Modelled,
  context: RungContext,
  profiles: readonly ProfileResult[],
  models: readonly ModelResult[],
): ModelChecking {
  const { prefix } = subject
  const failures: RungFailure[] = []
  const stories: Story[] = []
  for (const { profile, tlc, expectedStates } of profiles) {
    const problem = profileProblem(tlc, expectedStates)
    if (problem)
      failures.push({
        profile: prefix + profile.name,
        ...propertyPlace(subject, tlc.violated),
        text: problem,
      })
    if (tlc.counterexample)
      stories.push(
        storyOf(
          context.out,
          {
            title: `${tlc.violated} is violated`,
            source: `profile ${profile.name}`,
            profile: profile.name,
            ...clockOf(subject, profile),
            prefix,
          },
          tlc.counterexample,
        ),
      )
  }
  const clocks = new Map(subject.modelProfiles().map((profile) => [profile.name, clockOf(subject, profile)]))
  for (const found of models) {
    const { model, tlc } = found
    if (!found.ok)
      failures.push({
        profile: prefix + model.profile,
        ...propertyPlace(subject, model.expected),
        text: `${model.kind} model ${prefix}${model.name}: ${found.problem}`,
      })
    // A liveness model of a cut keeps no events: its lasso is in the table and no story.
    if (tlc.counterexample?.states[0]?.variables.has('event'))
      stories.push(
        storyOf(context.out, originOf(found, clocks.get(model.profile), prefix), tlc.counterexample),
      )
  }
  const ofProfiles = profiles.map(({ profile, tlc }) => ({
    name: prefix + profile.name,
    kind: 'safety' as const,
    expected: 'pass',
    result: tlc.violated ?? tlc.outcome,
    distinctStates: tlc.distinctStates,
    seconds: tlc.seconds,
    constants: constantsShown(subject.twin, profile),
  }))
  const besides = models.map(shown)
  const listed = propertiesShown(subject)
  // Bug models belong to the whole preset: a part of them asks for a part of the conjuncts.
  if (context.presetName === 'tiny' && context.allProfiles)
    failures.push(
      ...idleProperties(besides, listed).map(({ property, text }) => ({
        ...propertyPlace(subject, property),
        text: prefix + text,
      })),
    )
  return {
    key: 'modelChecking',
    summary: {
      models: [...ofProfiles, ...besides.map((model) => prefixed(model, prefix))],
      properties: listed.map((property) => ({ ...property, name: prefix + property.name })),
    },
    profiles: profiles.map(({ profile, tlc }) => ({
      profile: prefix + profile.name,
      numbers: { distinctStates: tlc.distinctStates, depth: tlc.depth, seconds: tlc.seconds },
      differences: [],
    })),
    stories,
    ...noBytecode,
    failures,
  }
}

const prefixed = (model: Shown, prefix: string): Shown => ({
  ...model,
  name: prefix + model.name,
  ...(model.profile !== undefined && { profile: prefix + model.profile }),
})

/** How the stories of a profile tell their time. */
const clockOf = (subject: Modelled, profile: { readonly name: string }) => ({
  time: subject.time?.(profile),
  phaseOf: phasesOf(subject, profile as ActorTypes['profile']),
})

function profileProblem(tlc: TlcResult, expectedStates = tlc.distinctStates): string | undefined {
  if (tlc.outcome === 'error') return `TLC failed: ${tlc.errors.map(({ text }) => text).join('; ')}`
  if (tlc.outcome !== 'pass') return `${tlc.violated ?? tlc.outcome} is violated`
  return tlc.distinctStates === expectedStates
    ? undefined
    : `${tlc.distinctStates} states, expected ${expectedStates}`
}

const nothing: GraphParity['summary'] = {
  states: 0,
  transitions: 0,
  effects: 0,
  refusalSets: 0,
  steps: 0,
  probes: 0,
  pairs: 0,
  differences: 0,
}

/** Why forms differ, as far as somebody looks for causes. */
export interface Told extends Pick<GraphParity, 'stories'> {
  readonly failures: RungFailure[]
  /** Of a profile, by its whole name. */
  told(profile: string): readonly string[]
}

export const toldBy = (
  subject: AnySubject,
  { out }: Pick<RungContext, 'out'>,
  finder: CauseFinder,
): Told => ({ ...tellingOf(subject, finder, { out }), told: (profile) => finder.told(profile) })

/** Nobody does: of each profile the nearest difference is told, with the way to it. */
export const nothingTold = (): Told => ({ failures: [], stories: [], told: () => [] })

export function graphParityOf(
  subject: Modelled,
  results: readonly ProfileResult[],
  pointwise: readonly PairsResult[],
  { failures, stories, told: toldOf }: Told,
): GraphParity {
  const { prefix } = subject
  const total = { ...nothing }
  const profiles: ProfileEvidence[] = []
  for (const { profile: of, tlc, comparison, steps, problem } of results) {
    const profile = prefix + of.name
    if (!comparison) {
      const text = problem
        ? `the statechart cannot be explored: ${problem}`
        : tlc.outcome === 'error'
          ? `not compared: ${subject.actor ? tellUnevaluated(subject as AnySubject, errorText(tlc)) : errorText(tlc)}`
          : `not compared, because TLC ended with ${tlc.violated ?? tlc.outcome}`
      failures.push({ profile, clauses: [], text })
      continue
    }
    const { states, transitions, effects, refusalSets, probes, differenceCount } = comparison
    total.states += states
    total.transitions += transitions
    total.effects += effects
    total.refusalSets += refusalSets
    total.probes += probes
    total.differences += differenceCount
    const told = toldOf(profile)
    const answered = steps && { steps: steps.pairs }
    profiles.push({
      profile,
      numbers: {
        states,
        transitions,
        effects,
        refusalSets,
        ...answered,
        probes,
        differences: differenceCount,
      },
      differences: told,
    })
    if (steps) {
      total.steps += steps.pairs
      total.differences += steps.differenceCount
      if (steps.smallest) failures.push({ profile, clauses: [], text: stepText(steps, steps.smallest) })
    }
    // What differs and is no answer to an event.
    if (differenceCount > 0 && told.length === 0)
      failures.push({
        profile,
        clauses: [],
        text: `${differenceCount} differences, the nearest: ${describe(comparison.differences[0]!)}`,
      })
  }
  for (const result of pointwise) {
    const profile = prefix + result.profile
    if ('problem' in result) {
      failures.push({ profile, clauses: [], text: result.problem })
      continue
    }
    const { pairs, accepted, differenceCount, smallest } = result
    total.pairs += pairs
    total.differences += differenceCount
    const differences = smallest ? toldOf(profile) : []
    profiles.push({
      profile: `${profile} (pairs)`,
      numbers: { pairs, accepted, refused: pairs - accepted, differences: differenceCount },
      differences,
    })
    if (differenceCount > 0 && differences.length === 0)
      failures.push({ profile, clauses: [], text: `pairs: ${differenceCount} differences` })
  }
  return { key: 'graphParity', summary: total, profiles, stories, ...noBytecode, failures }
}

/** A difference for people: where, what each side says, and how to get there. */
function describe({ kind, state, event, left, right, path: steps }: Difference): string {
  return [
    `${kind}${event ? ` of ${event}` : ''} in state ${state}`,
    `TLA+: ${left}`,
    `statechart: ${right}`,
    `after ${steps.length === 0 ? 'no event' : steps.join(', ')}`,
  ].join('\n')
}

const stepText = ({ differenceCount }: StepParity, { state, event, ...said }: StepDifference): string =>
  [
    `generated steps: ${differenceCount} differences, the smallest: ${event} in state ${state}`,
    `statechart: ${said.statechart}`,
    `generated step: ${said.generated}`,
  ].join('\n')

/** The outcomes of several subjects as one for each rung. */
export function together(outcomes: readonly RungOutcome[]): RungOutcome[] {
  const checked = outcomes.filter((outcome) => outcome.key === 'modelChecking')
  const compared = outcomes.filter((outcome) => outcome.key === 'graphParity')
  const lists = (some: readonly RungOutcome[]) => ({
    profiles: some.flatMap(({ profiles }) => profiles),
    stories: some.flatMap(({ stories }) => stories),
    failures: some.flatMap(({ failures }) => failures),
    ...noBytecode,
  })
  const models = checked.flatMap(({ summary }) => summary.models)
  const properties = checked.flatMap(({ summary }) => summary.properties)
  const total = { ...nothing }
  for (const { summary } of compared)
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += summary[name]
  return [
    ...(checked.length > 0
      ? [{ key: 'modelChecking' as const, summary: { models, properties }, ...lists(checked) }]
      : []),
    ...(compared.length > 0 ? [{ key: 'graphParity' as const, summary: total, ...lists(compared) }] : []),
  ]
}
