/** What of a profile each constant of the modules in this folder is: what the roles of a node have in common. */
import { type AttesterProfile, knownTransactions } from '../../spec/nodeParameters.ts'
import { integer, record, sequence, string, strings } from '../tlc/text.ts'
import type { Constant, Constants } from '../tlc/twin.ts'

type View = AttesterProfile['views'][number]
/** What the profiles of roles have that ask nothing of committees. */
interface ListsProfile extends Pick<AttesterProfile, 'transactions' | 'initialHeld'> {
  readonly parameters: Pick<AttesterProfile['parameters'], 'minTxPerBlock' | 'forcedMinimum'>
}
type ChoicesProfile = Pick<AttesterProfile, 'transactions' | 'lists' | 'views' | 'crashes'>
/** What the profiles of all roles in one slot have. */
type NodeProfile = ChoicesProfile & Pick<AttesterProfile, 'parameters' | 'initialHeld' | 'horizon'>

export const names = (texts: readonly string[]): string => sequence(strings(texts))
export const boolean = (value: boolean): string => (value ? 'TRUE' : 'FALSE')

/** A Block of spec/actors/attester.md. @throws ProfileModuleError for a slot that TLC cannot count */
export const block = ({ slot, root }: View['tip']): string =>
  record(
    [
      ['slot', integer(slot, 'slot')],
      ['root', names(root)],
    ],
    'tip',
  )

const view = ({ follows, tip, alarm, fallback, queue }: View): string =>
  record(
    [
      ['follows', string(follows)],
      ['tip', block(tip)],
      ['alarm', boolean(alarm)],
      ['fallback', boolean(fallback)],
      ['queue', names(queue)],
    ],
    'views',
  )

/** Constants of NodeHeld.tla. */
export const heldRules = (profile: Pick<NodeProfile, 'transactions' | 'initialHeld'>): Constant[] => [
  ['KnownTransactions', names(knownTransactions(profile))],
  ['InitialHeld', names(profile.initialHeld)],
]

/** Constants of NodeLists.tla, those of NodeHeld.tla included. */
export const nodeLists = (profile: ListsProfile): Constants => ({
  plain: [
    ['MinTxPerBlock', integer(profile.parameters.minTxPerBlock, 'minTxPerBlock')],
    ['ForcedMinimum', integer(profile.parameters.forcedMinimum, 'forcedMinimum')],
  ],
  structured: heldRules(profile),
})

/** Constants of NodeTypes.tla, those of NodeLists.tla included. */
export function nodeRules(profile: NodeProfile): Constants {
  const p = profile.parameters
  const { plain, structured } = nodeLists(profile)
  return {
    plain: [['Self', string(p.self)], ...plain],
    structured: [
      ['Committees', sequence(p.committees.map(names))],
      ['Proposers', names(p.proposers)],
      ...structured,
    ],
  }
}

/** Constants of NodeChoices.tla. */
export const nodeChoices = (profile: ChoicesProfile): Constants => ({
  plain: [],
  structured: [
    ['Transactions', names(profile.transactions)],
    ['Lists', sequence(profile.lists.map(names))],
    ['Views', sequence(profile.views.map(view))],
    ['Crashes', names(profile.crashes)],
  ],
})

/** Constants of NodeInstances.tla, and those of NodeChoices.tla. */
export const nodeBounds = (profile: NodeProfile): Constants => ({
  ...nodeChoices(profile),
  plain: [['Horizon', integer(profile.horizon, 'horizon')]],
})
