/** The cut of lazy sequencing in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import { record, string } from '../../tlc/text.ts'
import type { Twin } from '../../tlc/twin.ts'
import { slotTwin } from '../slot/twin.ts'
import type { LazyProfile } from './profiles.ts'

export const lazyTwin: Twin<LazyProfile> = {
  ...slotTwin,
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'LazyReach',
    // Its rules are those of its nodes, which are asked pointwise themselves.
    pointwise: 'MCLazy',
    properties: 'LazyProperties',
    reach: 'LazyReach',
  },
  live: {},
  rules(profile) {
    const { plain, structured } = slotTwin.rules(profile)
    const nullifiers = Object.entries(profile.nullifiers).map(([name, it]): [string, string] => [
      name,
      string(it),
    ])
    return { plain, structured: [...structured, ['Nullifiers', record(nullifiers, 'nullifiers')]] }
  },
}
