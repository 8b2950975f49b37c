/** The proposer in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { ProposerProfile } from '../../spec/nodeParameters.ts'
import { nodeBounds, nodeRules } from '../node/constants.ts'
import { sequence, strings } from '../tlc/text.ts'
import type { Twin } from '../tlc/twin.ts'

export const proposerTwin: Twin<ProposerProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'ProposerReach',
    pointwise: 'PointwiseProposer',
    properties: 'ProposerProperties',
    consequences: 'ProposerConsequences',
    reach: 'ProposerReach',
  },
  live: {},
  rules: nodeRules,
  bounds: (profile) => {
    const { plain, structured } = nodeBounds(profile)
    return { plain, structured: [...structured, ['Signers', sequence(strings(profile.signers))]] }
  },
  tables: () => [],
}
