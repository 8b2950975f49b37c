/**
 * The system in TLA+, cut by cut: what is composed of the actors, each with the profiles that it is explored in. Rung 1 and
 * the tests go over all of them. In the history variable `event` of a cut, `node` is whose step it is (a node, `L1` or
 * `time`), and `signer` or `caller` who sent what it is about: stories draw their lifelines and arrows from these.
 */
import { slotProfiles } from '../../spec/system/slot.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { constantLines, profileModules } from '../tlc/profileModule.ts'
import { moduleName, type Twin } from '../tlc/twin.ts'
import { attackProfiles, attackStates } from './attacks/profiles.ts'
import { attacksTwin } from './attacks/twin.ts'
import { challengedProfiles, challengedStates } from './challenged/profiles.ts'
import { challengedTwin } from './challenged/twin.ts'
import { epochProfiles, epochStates } from './epoch/profiles.ts'
import { epochTwin } from './epoch/twin.ts'
import { fallbackProfiles, fallbackStates } from './fallback/profiles.ts'
import { fallbackTwin } from './fallback/twin.ts'
import { lazyProfiles, lazyStates } from './lazy/profiles.ts'
import { lazyTwin } from './lazy/twin.ts'
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
  /**
   * Of a cut that rung 1 does not take yet, so that a test does: distinct states of each profile. To hand it over, drop them
   * and record the cut: `lockstep check --actor NAME --record`.
   */
  readonly states?: Readonly<Record<string, number>>
}

const cut = <P extends Profile>(of: Cut<P>): Cut => of as unknown as Cut

export const cuts: readonly Cut[] = [
  cut({ cut: 'slot', twin: slotTwin, profiles: slotProfiles }),
  cut({ cut: 'attacks', twin: attacksTwin, profiles: attackProfiles, states: attackStates }),
  cut({
    cut: 'challenged',
    twin: challengedTwin,
    profiles: challengedProfiles,
    states: challengedStates,
  }),
  cut({ cut: 'fallback', twin: fallbackTwin, profiles: fallbackProfiles, states: fallbackStates }),
  cut({ cut: 'epoch', twin: epochTwin, profiles: epochProfiles, states: epochStates }),
  cut({ cut: 'lazy', twin: lazyTwin, profiles: lazyProfiles, states: lazyStates }),
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
