/** The attester in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { AttesterProfile } from '../../spec/nodeParameters.ts'
import { nodeBounds, nodeRules } from '../node/constants.ts'
import type { Twin } from '../tlc/twin.ts'

export const attesterTwin: Twin<AttesterProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'AttesterReach',
    pointwise: 'PointwiseAttester',
    properties: 'AttesterProperties',
    consequences: 'AttesterConsequences',
    reach: 'AttesterReach',
  },
  live: {},
  rules: nodeRules,
  bounds: nodeBounds,
  tables: () => [],
}
