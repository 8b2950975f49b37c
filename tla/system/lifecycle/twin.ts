/** The cut of a block's life in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import { names } from '../../node/constants.ts'
import { sequence } from '../../tlc/text.ts'
import type { Constant, Twin } from '../../tlc/twin.ts'
import { epochTwin } from '../epoch/twin.ts'
import type { LifecycleProfile } from './profiles.ts'

/** What the cut of epochs has of it. */
const asEpoch = (profile: LifecycleProfile) => {
  const lies = profile.lies.map((lie) => ({ ...lie, back: 0 }))
  return { ...profile, lies, memory: 0, viewsExpire: true, withdrawals: [], liars: [], crashes: [] } as const
}

const without = (constants: readonly Constant[], ...left: string[]): Constant[] =>
  constants.filter(([name]) => !left.includes(name))

export const lifecycleTwin: Twin<LifecycleProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'LifecycleReach',
    // Its rules are those of its nodes, which are asked pointwise themselves.
    pointwise: 'MCLifecycle',
    properties: 'LifecycleProperties',
    reach: 'LifecycleReach',
  },
  live: {},
  rules(profile) {
    const epoch = epochTwin.rules(asEpoch(profile))
    return {
      plain: [['MinTxPerBlock', '1'], ...without(epoch.plain, 'Memory', 'ViewsExpire')],
      structured: [['Committees', sequence(profile.committees.map(names))], ...epoch.structured],
    }
  },
  bounds(profile) {
    const { plain, structured } = epochTwin.bounds(asEpoch(profile))
    return {
      plain: without(plain, 'Liars'),
      structured: without(structured, 'Withdrawals', 'Crashes'),
    }
  },
  tables: () => [],
}
