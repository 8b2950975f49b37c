/** What of a profile each constant of the modules in this folder is: those of every role of a node. */
import { type AttesterProfile, knownTransactions } from '../../spec/nodeParameters.ts'
import { integer, record, sequence, string, strings } from '../tlc/text.ts'
import type { Constant, Constants } from '../tlc/twin.ts'

type View = AttesterProfile['views'][number]
/** What the profiles of all roles have. */
type NodeProfile = Pick<
  AttesterProfile,
  'parameters' | 'transactions' | 'lists' | 'views' | 'crashes' | 'initialHeld' | 'horizon'
>

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

/** Constants of NodeTypes.tla, those of NodeHeld.tla included. */
export function nodeRules(profile: NodeProfile): Constants {
  const p = profile.parameters
  return {
    plain: [
      ['Self', string(p.self)],
      ['MinTxPerBlock', integer(p.minTxPerBlock, 'minTxPerBlock')],
      ['ForcedMinimum', integer(p.forcedMinimum, 'forcedMinimum')],
    ],
    structured: [
      ['Committees', sequence(p.committees.map(names))],
      ['Proposers', names(p.proposers)],
      ...heldRules(profile),
    ],
  }
}

/** Constants of NodeInstances.tla. */
export const nodeBounds = (profile: NodeProfile): Constants => ({
  plain: [['Horizon', integer(profile.horizon, 'horizon')]],
  structured: [
    ['Transactions', names(profile.transactions)],
    ['Lists', sequence(profile.lists.map(names))],
    ['Views', sequence(profile.views.map(view))],
    ['Crashes', names(profile.crashes)],
  ],
})
