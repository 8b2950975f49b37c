/** The system's cut of a slot in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { SlotProfile } from '../../../spec/system/slot.ts'
import { names } from '../../node/constants.ts'
import { integer, record, sequence, set, strings } from '../../tlc/text.ts'
import type { Twin } from '../../tlc/twin.ts'

const nameSet = (texts: readonly string[]): string => set(strings(texts))

export const slotTwin: Twin<SlotProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'SlotReach',
    // Its rules are those of its nodes, which are asked pointwise themselves.
    pointwise: 'MCSlot',
    properties: 'SlotProperties',
    consequences: 'SlotConsequences',
    reach: 'SlotReach',
  },
  live: { SlotSpec: { module: 'LiveSlot', profile: 'calm' } },
  rules: (profile) => ({
    plain: [
      ['MinTxPerBlock', integer(profile.minTxPerBlock, 'minTxPerBlock')],
      ['ForcedMinimum', integer(profile.forcedMinimum, 'forcedMinimum')],
      ['Byzantine', nameSet(profile.byzantine)],
    ],
    structured: [
      ['Committees', sequence(profile.committees.map(names))],
      ['Proposers', names(profile.proposers)],
      ['KnownTransactions', names(Object.keys(profile.reached))],
      ['InitialHeld', names(profile.initialHeld)],
      [
        'Reached',
        record(
          Object.entries(profile.reached).map(([transaction, nodes]) => [transaction, nameSet(nodes)]),
          'reached',
        ),
      ],
      ['Queue', names(profile.queue)],
    ],
  }),
  bounds: (profile) => ({
    plain: [['Horizon', integer(profile.committees.length - 1, 'the last slot')]],
    structured: [
      ['Lists', sequence(profile.lists.map(names))],
      ['Crashes', names(profile.crashes)],
    ],
  }),
  tables: () => [],
}
