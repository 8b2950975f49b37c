/** Whose time a slot is, and what can be challenged in it: what the bands of a story tell beside epoch and offset. */
import type { ActorTypes } from '../../model/core/actor.ts'
import { CodecError, parseJson } from '../../model/core/codec.ts'
import { codecsOf } from '../../model/core/codecs.ts'
import { effective } from '../../model/fallback-controller/due.ts'
import { inSession } from '../../model/fallback-controller/timing.ts'
import type { State as ControllerState } from '../../model/fallback-controller/vocabulary.ts'
import { slotNow } from '../../model/l1-rollup/chain.ts'
import { dueFacts, fallbackChange } from '../../model/l1-rollup/due.ts'
import { lastChallengeSlot, signaturesAreChallenged } from '../../model/l1-rollup/rules/arithmetic.ts'
import { pruneDue } from '../../model/l1-rollup/rules/due.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'
import type { FallbackProfile } from '../../spec/fallbackParameters.ts'
import type { Profile } from '../../spec/parameters.ts'
import type { StoryPhase } from '../evidence.ts'
import type { CheckedSubject } from './subjects.ts'

/** FALLBACK-8, CHALLENGE-5: of what is stored, as time has made it. */
export function rollupPhase(state: State, { parameters: p }: Profile): StoryPhase {
  const change = fallbackChange(state, p)
  const timing = change?.after ?? state.fallback
  const isDropped = pruneDue(dueFacts(state, p, change))
  const open = (isDropped ? [] : state.pending)
    .map(({ slot }) => ({ slot, until: lastChallengeSlot({ blockSlot: slot, ...p }) }))
    .filter(({ until }) => slotNow(state) <= until)
  return {
    ...(p.fallbackEnterSlots > 0 && { session: inSession(timing) ? timing.entered : null }),
    ...(signaturesAreChallenged(p) && { challenges: open }),
  }
}

/** FALLBACK-8. */
export function controllerPhase(state: ControllerState, { parameters }: FallbackProfile): StoryPhase {
  const { entered } = effective(state, parameters)
  return parameters.fallbackEnterSlots > 0 ? { session: inSession({ entered }) ? entered : null } : {}
}

/**
 * Reads the phase off the state of a story, as canonical JSON that may show more than the variables of the actor.
 * @returns undefined where nobody says whose time it is, and for a state that a mistake has led out of the vocabulary
 */
export function phasesOf<T extends ActorTypes>(
  { actor, phase }: Partial<Pick<CheckedSubject<T>, 'actor' | 'phase'>>,
  profile: T['profile'],
): (state: string) => StoryPhase | undefined {
  if (!actor) return () => undefined
  const { state: codec } = codecsOf(actor)
  const names = Object.keys(actor.schema.state.shape)
  return (text) => {
    const shown = parseJson(text) as Readonly<Record<string, unknown>>
    try {
      return phase?.(codec.decode(Object.fromEntries(names.map((name) => [name, shown[name]]))), profile)
    } catch (error) {
      if (error instanceof CodecError) return undefined
      throw error
    }
  }
}
