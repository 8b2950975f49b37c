/** The system's cut of a slot in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import { propertiesStated } from '../tlc/configurations.ts'
import { constantLines, profileModules } from '../tlc/profileModule.ts'
import { integer, record, sequence, set, strings } from '../tlc/text.ts'
import type { Twin } from '../tlc/twin.ts'
import { moduleName } from '../tlc/twin.ts'
import type { SlotProfile } from './profiles.ts'

const names = (texts: readonly string[]): string => sequence(strings(texts))
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
  live: {},
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

/** The files of one profile, by name: its modules and the configuration that checks every property in them. */
export function slotFiles(profile: SlotProfile, stateLimit?: number): Map<string, string> {
  const { invariants, steps } = propertiesStated(slotTwin)
  const config = [
    'INIT MCInit',
    'NEXT MCNext',
    'CHECK_DEADLOCK FALSE',
    'VIEW View',
    'INVARIANT StatesAreWithinLimit',
    ...invariants.map(({ name }) => `INVARIANT ${name}`),
    ...steps.map(({ name }) => `PROPERTY ${name}`),
    'CONSTANTS',
    ...constantLines(slotTwin, profile, stateLimit),
    '',
  ].join('\n')
  return new Map([...profileModules(slotTwin, profile), [`${moduleName(profile)}.cfg`, config]])
}
