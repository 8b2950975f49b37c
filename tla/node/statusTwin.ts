/** What a node answers about transactions, in TLA+, checked of the nodes of a domain: as a twin it has Bug and Reach models. */
import { fileURLToPath } from 'node:url'
import type { Twin } from '../tlc/twin.ts'

interface StatusProfile {
  readonly name: string
}

/** The one domain, that of NodeStatusDomain.tla. */
export const statusProfile: StatusProfile = { name: 'answers' }

const nothing = { plain: [], structured: [] }

export const statusTwin: Twin<StatusProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'NodeStatusReach',
    pointwise: 'PointwiseNodeStatus',
    properties: 'NodeStatusProperties',
    reach: 'NodeStatusReach',
  },
  live: {},
  rules: () => nothing,
  bounds: () => nothing,
  tables: () => [],
}
