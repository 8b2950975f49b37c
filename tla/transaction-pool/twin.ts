/** The transaction pool in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { PoolProfile } from '../../spec/poolParameters.ts'
import { integer, record, sequence, string, strings } from '../tlc/text.ts'
import type { Constants, Twin } from '../tlc/twin.ts'

type PoolView = PoolProfile['views'][number]

const names = (texts: readonly string[]): string => sequence(strings(texts))

const view = ({ root, final, queue }: PoolView): string =>
  record(
    [
      ['root', names(root)],
      ['final', names(final)],
      ['queue', names(queue)],
    ],
    'views',
  )

const nullifiers = (named: PoolProfile['parameters']['nullifiers']): string =>
  record(
    Object.entries(named).map(([transaction, it]) => [transaction, string(it)]),
    'nullifiers',
  )

const rules = ({ parameters, transactions, proofs }: PoolProfile): Constants => ({
  plain: [
    ['PoolMaximum', integer(parameters.poolMaximum, 'poolMaximum')],
    ['VerifyingMaximum', integer(parameters.verifyingMaximum, 'verifyingMaximum')],
  ],
  structured: [
    ['Peers', names(parameters.peers)],
    ['Transactions', names(transactions)],
    ['Nullifiers', nullifiers(parameters.nullifiers)],
    ['Proofs', names(proofs)],
  ],
})

const bounds = (profile: PoolProfile): Constants => ({
  plain: [['Horizon', integer(profile.horizon, 'horizon')]],
  structured: [
    ['Own', names(profile.own)],
    ['Requests', names(profile.requests)],
    ['Asks', names(profile.asks)],
    ['Views', sequence(profile.views.map(view))],
    ['Crashes', names(profile.crashes)],
  ],
})

export const transactionPoolTwin: Twin<PoolProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'TransactionPoolReach',
    pointwise: 'PointwiseTransactionPool',
    properties: 'TransactionPoolProperties',
    consequences: 'TransactionPoolConsequences',
    reach: 'TransactionPoolReach',
  },
  live: {},
  rules,
  bounds,
  tables: () => [],
}
