import type { PoolProfile } from '../../spec/poolParameters.ts'
import { reportsAndCrashes } from '../node/instances.ts'
import { type Copy, type Event, type EventOf, forms, type State } from './vocabulary.ts'

/** The event instances of a profile in a state, as spec/actors/transaction-pool.md lists them; some twice. */
export const eventInstances = (state: State, profile: PoolProfile): Event[] => [
  ...(state.slot >= profile.horizon ? [] : [{ type: 'tick' as const }]),
  ...reportsAndCrashes(profile),
  ...transactionInstances(profile),
  ...roleInstances(profile),
  ...requestInstances(state, profile),
]

/** Transactions that come, and what becomes of them. */
function transactionInstances({ transactions, proofs, parameters: { peers }, own }: PoolProfile): Event[] {
  const senders = [...peers, ...own]
  const copies = transactions.flatMap((transaction) =>
    proofs.flatMap((proof) => senders.map((from): Copy => ({ transaction, proof, from }))),
  )
  const bases = copies.map(
    (copy): EventOf<'receiveTransaction'> => ({ type: 'receiveTransaction', form: 'fits', ...copy }),
  )
  const first = bases.find(({ from }) => from === peers[0])!
  return [
    ...bases,
    ...forms.map((form) => ({ ...first, form })),
    ...copies.flatMap((copy) =>
      [true, false].map((valid) => ({ type: 'verified' as const, ...copy, valid })),
    ),
    ...senders.map((from) => ({ type: 'leave' as const, from })),
  ]
}

/** What the roles of the node say. */
const roleInstances = ({ asks, transactions }: PoolProfile): Event[] => [
  ...asks.map((transaction) => ({ type: 'ask' as const, transaction })),
  ...[[], ...transactions.map((transaction) => [transaction]), transactions].map((list) => ({
    type: 'release' as const,
    transactions: list,
  })),
]

function requestInstances({ slot }: State, { requests, parameters: { peers } }: PoolProfile): Event[] {
  const bases = requests.flatMap((transaction) =>
    peers.map(
      (from): EventOf<'receiveRequest'> => ({
        type: 'receiveRequest',
        form: 'fits',
        transaction,
        slot,
        from,
      }),
    ),
  )
  const [first] = bases
  if (first === undefined) return []
  return [
    ...bases,
    ...forms.map((form) => ({ ...first, form })),
    { ...first, slot: slot + 1 },
    ...(slot > 0 ? [{ ...first, slot: slot - 1 }] : []),
  ]
}
