/**
 * What rungs 1 and 2 check of actors; what is composed of them is in `cuts.ts`. A second actor is its folders in `model` and `tla`, a value like `l1RollupSubject`, and a line
 * in `subjects`; one with contracts goes through rungs 3 and 4 too, which name the rollup.
 */
import type { ActorTypes } from '../../model/core/actor.ts'
import { fallbackController } from '../../model/fallback-controller/actor.ts'
import { pairs as fallbackPairs } from '../../model/fallback-controller/arbitrary.ts'
import type { FallbackControllerTypes } from '../../model/fallback-controller/types.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { pairs } from '../../model/l1-rollup/arbitrary.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { roles } from '../../model/node/roles.ts'
import { loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import { loadPointwise, loadPreset } from '../../spec/parameters.ts'
import { fallbackControllerTwin } from '../../tla/fallback-controller/twin.ts'
import { l1RollupTwin } from '../../tla/l1-rollup/twin.ts'
import { roleTwins } from '../../tla/node/twins.ts'
import type { Twin } from '../../tla/tlc/twin.ts'
import type { Story, StoryPhase } from '../evidence.ts'
import type { Subject } from './graph-parity/subject.ts'
import { controllerPhase, rollupPhase } from './phases.ts'
import type { RungContext } from './rung.ts'

interface Named {
  readonly name: string
}

/** What rung 1 checks: the models of an actor, or of several that are composed. */
export interface Modelled {
  /**
   * Before the names of its profiles, models and properties in the report and the record, so that those of two actors are
   * told apart: `proposer/`. Empty for the rollup, whose preset is the one that the command line names.
   */
  readonly prefix: string
  readonly twin: Twin<Named>
  /** Those of a check. */
  profiles(context: Pick<RungContext, 'preset' | 'presetName' | 'allProfiles'>): readonly Named[]
  /** Whose constants its Bug, Reach and liveness models have. */
  modelProfiles(): readonly Named[]
  /** Absent: it is composed of several. */
  readonly actor?: AnySubject['actor']
  time?(profile: Named): Story['time']
  phase?(state: ActorTypes['state'], profile: ActorTypes['profile']): StoryPhase
}

/** A subject with the profiles in which it is checked. */
export interface CheckedSubject<T extends ActorTypes> extends Subject<T> {
  /** As of all that rung 1 checks. */
  readonly prefix: string
  /**
   * Those of a check. The command line names profiles of the rollup: another actor has all of its preset, and none where
   * only some were asked for.
   */
  profiles(context: Pick<RungContext, 'preset' | 'presetName' | 'allProfiles'>): readonly T['profile'][]
  /** Whose constants its Bug, Reach and liveness models have, whatever was overridden: what they show depends on them. */
  modelProfiles(): readonly T['profile'][]
  /** Those of which pairs are drawn. */
  pairProfiles(): readonly T['profile'][]
  /** How much is drawn of each of them. */
  readonly drawn: { readonly states: number; readonly eventsPerState: number }
  /** How a story of a profile divides its time. */
  time?(profile: T['profile']): Story['time']
  /** Whose time the slot of a stored state is. */
  phase?(state: T['state'], profile: T['profile']): StoryPhase
}

/** What is drawn of an actor with few shapes, whose profiles reach most of what it can be asked. */
const DRAWN_OF_ROLES = { states: 501, eventsPerState: 40 }
const DRAWN_OF_CONTRACTS = { states: 1_002, eventsPerState: 100 }

/** Slots stay far from the greatest integer of TLC, and far beyond every deadline. */
const LATEST_SLOTS = [8, 40, 100_000]

export const l1RollupSubject: CheckedSubject<L1RollupTypes> = {
  actor: l1Rollup,
  twin: l1RollupTwin,
  pairs: (profile, eventsPerState) =>
    LATEST_SLOTS.map((latest) => pairs(profile, l1Rollup.deployment(profile), latest, eventsPerState)),
  prefix: '',
  profiles: ({ preset }) => preset.profiles,
  modelProfiles: () => loadPreset('tiny').profiles,
  pairProfiles: () => loadPointwise('modelChecker'),
  drawn: DRAWN_OF_CONTRACTS,
  time: ({ parameters }) => parameters,
  phase: rollupPhase,
}

export const fallbackControllerSubject: CheckedSubject<FallbackControllerTypes> = {
  actor: fallbackController,
  twin: fallbackControllerTwin,
  pairs: (profile, eventsPerState) =>
    LATEST_SLOTS.map((latest) => fallbackPairs(profile, latest, eventsPerState)),
  prefix: 'fallback-controller/',
  profiles: ({ allProfiles }) => (allProfiles ? loadFallbackPreset().profiles : []),
  modelProfiles: () => loadFallbackPreset().profiles,
  pairProfiles: () => loadFallbackPreset().pointwise,
  drawn: DRAWN_OF_CONTRACTS,
  time: ({ parameters }) => parameters,
  phase: controllerPhase,
}

/** The roles of a node: pairs are drawn of the profiles that are explored. */
const roleSubjects: readonly CheckedSubject<ActorTypes>[] = roles.map(({ actor, profiles, pairs }) => ({
  actor,
  twin: roleTwins.find((role) => role.actor === actor.name)!.twin as Twin<ActorTypes['profile']>,
  pairs: (profile, eventsPerState) => [pairs(profile, eventsPerState)],
  prefix: `${actor.name}/`,
  profiles: ({ allProfiles }) => (allProfiles ? profiles() : []),
  modelProfiles: profiles,
  pairProfiles: profiles,
  drawn: DRAWN_OF_ROLES,
}))

/** A subject as the rungs see it: they hand its profiles, states and events on to it and look into none. */
export type AnySubject = CheckedSubject<ActorTypes>

export const anySubject = <T extends ActorTypes>(subject: CheckedSubject<T>): AnySubject =>
  subject as unknown as AnySubject

export const subjects: readonly AnySubject[] = [
  anySubject(l1RollupSubject),
  anySubject(fallbackControllerSubject),
  ...roleSubjects.map(anySubject),
]
