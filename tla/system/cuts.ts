/**
 * The system in TLA+, cut by cut: what is composed of the actors, each with the profiles that it is explored in. Rung 1 and
 * the tests go over all of them. In the history variable `event` of a cut, `node` is whose step it is (a node, `L1` or
 * `time`), and `signer` or `caller` who sent what it is about: stories draw their lifelines and arrows from these.
 */
import { epochProfiles } from '../../spec/system/epoch.ts'
import { fallbackProfiles, largeFallbackProfiles } from '../../spec/system/fallback.ts'
import { largeSlotProfiles, slotProfiles } from '../../spec/system/slot.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { constantLines, profileModules } from '../tlc/profileModule.ts'
import { moduleName, type Twin } from '../tlc/twin.ts'
import { attackProfiles } from './attacks/profiles.ts'
import { attacksTwin } from './attacks/twin.ts'
import { challengedProfiles } from './challenged/profiles.ts'
import { challengedTwin } from './challenged/twin.ts'
import { epochTwin } from './epoch/twin.ts'
import { fallbackTwin } from './fallback/twin.ts'
import { lazyProfiles } from './lazy/profiles.ts'
import { lazyTwin } from './lazy/twin.ts'
import { largeLifecycleProfiles, lifecycleProfiles } from './lifecycle/profiles.ts'
import { lifecycleTwin } from './lifecycle/twin.ts'
import { slotTwin } from './slot/twin.ts'

interface Profile {
  readonly name: string
}

/** A cut as whatever goes over all of them sees it. */
export interface Cut<P extends Profile = Profile> {
  /** Its folder. */
  readonly cut: string
  readonly twin: Twin<P>
  readonly profiles: readonly P[]
  /** What is too large for every check, `lockstep check --preset deep`; no model is of one of these. */
  readonly large?: readonly Large<P>[]
}

/** A profile with its distinct states: one that silently shrinks is seen. */
export interface Large<P> {
  readonly profile: P
  readonly states: number
}

const cut = <P extends Profile>(of: Cut<P>): Cut => of as unknown as Cut

export const cuts: readonly Cut[] = [
  cut({ cut: 'slot', twin: slotTwin, profiles: slotProfiles, large: largeSlotProfiles }),
  cut({ cut: 'attacks', twin: attacksTwin, profiles: attackProfiles }),
  cut({
    cut: 'challenged',
    twin: challengedTwin,
    profiles: challengedProfiles,
  }),
  cut({ cut: 'fallback', twin: fallbackTwin, profiles: fallbackProfiles, large: largeFallbackProfiles }),
  cut({ cut: 'epoch', twin: epochTwin, profiles: epochProfiles }),
  cut({ cut: 'lazy', twin: lazyTwin, profiles: lazyProfiles }),
  cut({ cut: 'lifecycle', twin: lifecycleTwin, profiles: lifecycleProfiles, large: largeLifecycleProfiles }),
]

/** The files of one profile, by name: its modules and the configuration that checks every property in them. */
export function cutFiles<P extends Profile>(
  twin: Twin<P>,
  profile: P,
  stateLimit?: number,
): Map<string, string> {
  const { invariants, steps } = propertiesStated(twin)
  const config = [
    'INIT MCInit',
    'NEXT MCNext',
    'CHECK_DEADLOCK FALSE',
    'VIEW View',
    'INVARIANT StatesAreWithinLimit',
    ...invariants.map(({ name }) => `INVARIANT ${name}`),
    ...steps.map(({ name }) => `PROPERTY ${name}`),
    'CONSTANTS',
    ...constantLines(twin, profile, stateLimit),
    '',
  ].join('\n')
  return new Map([...profileModules(twin, profile), [`${moduleName(profile)}.cfg`, config]])
}
