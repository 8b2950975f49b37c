/** The fallback controller in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { FallbackProfile } from '../../spec/fallbackParameters.ts'
import { integer, string } from '../tlc/text.ts'
import type { Constant, Twin } from '../tlc/twin.ts'

export const fallbackControllerTwin: Twin<FallbackProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'FallbackControllerReach',
    pointwise: 'PointwiseFallbackController',
    properties: 'FallbackControllerProperties',
    consequences: 'FallbackControllerConsequences',
    reach: 'FallbackControllerReach',
  },
  live: { LiveSpec: { module: 'LiveFallbackController', profile: 'default' } },
  rules: ({ parameters }) => ({ plain: ruleConstants(parameters), structured: [] }),
  bounds: ({ horizon }) => ({ plain: [['Horizon', integer(horizon, 'horizon')]], structured: [] }),
  tables: () => [],
}

const ruleConstants = (p: FallbackProfile['parameters']): Constant[] => [
  ['SlotsPerEpoch', integer(p.slotsPerEpoch, 'slotsPerEpoch')],
  ['ClaimWindowSlots', integer(p.claimWindowSlots, 'claimWindowSlots')],
  ['FallbackEnterSlots', integer(p.fallbackEnterSlots, 'fallbackEnterSlots')],
  ['FallbackExitSlots', integer(p.fallbackExitSlots, 'fallbackExitSlots')],
  ['FallbackExitActivitySlots', integer(p.fallbackExitActivitySlots, 'fallbackExitActivitySlots')],
  ['CountFrom', string(p.countFrom)],
  ['IdleChain', string(p.idleChain)],
  ['ClaimAtEntry', string(p.claimAtEntry)],
]
