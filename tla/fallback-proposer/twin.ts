/** The fallback proposer in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { FallbackProposerProfile } from '../../spec/fallbackProposerParameters.ts'
import { nodeChoices, nodeLists } from '../node/constants.ts'
import { integer } from '../tlc/text.ts'
import type { Twin } from '../tlc/twin.ts'

export const fallbackProposerTwin: Twin<FallbackProposerProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'FallbackProposerReach',
    pointwise: 'PointwiseFallbackProposer',
    properties: 'FallbackProposerProperties',
    consequences: 'FallbackProposerConsequences',
    reach: 'FallbackProposerReach',
  },
  live: {},
  rules: (profile) => {
    const { plain, structured } = nodeLists(profile)
    return { plain: [...plain, ['Horizon', integer(profile.horizon, 'horizon')]], structured }
  },
  bounds: nodeChoices,
  tables: () => [],
}
