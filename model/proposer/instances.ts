import type { ProposerProfile } from '../../spec/nodeParameters.ts'
import { executedInstances, listsOf, nodeInstances, otherForced } from '../node/instances.ts'
import { WRONG_ROOT } from '../node/vocabulary.ts'
import { type Event, type EventOf, forms, type State } from './vocabulary.ts'

/** The event instances of a profile in a state, as spec/actors/proposer.md lists them; some twice. */
export const eventInstances = (state: State, profile: ProposerProfile): Event[] => [
  ...nodeInstances(state, profile),
  { type: 'publish' },
  ...buildInstances(state, profile),
  ...executedInstances(state.building),
  ...attestationInstances(state, profile),
]

/** Lists that are built, and each way in which the first can be wrong; some twice. */
export function buildInstances(
  { view }: Pick<State, 'view'>,
  profile: Pick<ProposerProfile, 'lists'>,
): EventOf<'build'>[] {
  const lists = listsOf(profile.lists, view)
  const first = lists[0]!.base
  return [
    ...lists.flatMap(({ base, greedy }) => [base, greedy]),
    { transactions: [], forced: 0 },
    { ...first, transactions: ['t1', 't1'] },
    ...otherForced(first).map((change) => ({ ...first, ...change })),
  ].map((list) => ({ type: 'build', ...list }))
}

function attestationInstances({ proposed }: State, { signers }: ProposerProfile): Event[] {
  const [first] = signers
  if (first === undefined) return []
  const base: EventOf<'receiveAttestation'> = {
    type: 'receiveAttestation',
    form: 'fits',
    signer: first,
    proposal: proposed,
  }
  return [
    ...[...signers, 'stranger'].map((signer) => ({ ...base, signer })),
    ...forms.map((form) => ({ ...base, form })),
    { ...base, proposal: { ...proposed, root: [...WRONG_ROOT] } },
  ]
}
