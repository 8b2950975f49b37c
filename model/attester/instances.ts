import type { AttesterProfile } from '../../spec/nodeParameters.ts'
import { executedInstances, listsOf, nodeInstances, otherForced, staleAt } from '../node/instances.ts'
import { rootAfter } from '../node/lists.ts'
import { GENESIS, type Proposal, WRONG_ROOT } from '../node/vocabulary.ts'
import { type Event, type EventOf, forms, type State } from './vocabulary.ts'

/** The event instances of a profile in a state, as spec/actors/attester.md lists them; some twice. */
export const eventInstances = (state: State, profile: AttesterProfile): Event[] => [
  ...nodeInstances(state, profile),
  ...proposalInstances(state, profile),
  ...executedInstances(state.work),
]

function proposalInstances(state: State, profile: AttesterProfile): Event[] {
  const { slot, view } = state
  const { committees, proposers } = profile.parameters
  const proposer = proposers[slot]!
  const baseOf = (list: { transactions: string[]; forced: number }): Proposal => ({
    slot,
    timestampSlot: slot,
    parent: view.tip,
    ...list,
    root: rootAfter({ parent: view.tip, ...list }),
    blobs: 'match',
  })
  const lists = listsOf(profile.lists, view)
  const first = baseOf(lists[0]!.base)
  const others: Partial<Proposal>[] = [
    { root: [...WRONG_ROOT] },
    { blobs: 'other' },
    { slot: slot + 1, timestampSlot: slot + 1 },
    ...(slot > 0 ? [{ slot: slot - 1, timestampSlot: slot - 1 }] : []),
    { timestampSlot: slot + 1 },
    ...otherParents(view.tip).map((parent) => ({ parent })),
    { transactions: [], forced: 0, root: view.tip.root },
    { transactions: ['t1', 't1'] },
    ...otherForced(first),
  ]
  const proposals = [
    ...lists.flatMap(({ base, greedy }) => [baseOf(base), baseOf(greedy)]),
    ...others.map((change) => ({ ...first, ...change })),
  ]
  const base: EventOf<'receiveProposal'> = {
    type: 'receiveProposal',
    form: 'fits',
    signer: proposer,
    proposal: first,
  }
  const signers = [...committees[slot]!, 'stranger'].filter((member) => member !== proposer)
  return [
    ...proposals.map((proposal) => ({ ...base, proposal })),
    ...forms.map((form) => ({ ...base, form })),
    ...signers.map((signer) => ({ ...base, signer })),
  ]
}

/** Blocks that are not the own tip: genesis, one of the first slot, and one of the slot of the tip that nobody knows. */
const otherParents = (tip: Proposal['parent']): Proposal['parent'][] => {
  const isGenesis = ({ slot, root }: Proposal['parent']) => slot === -1 && root.length === 0
  const isFirst = ({ slot, root }: Proposal['parent']) => slot === 0 && root.join() === 't1'
  return [
    ...(isGenesis(tip) ? [] : [GENESIS, staleAt(tip.slot)]),
    ...(isFirst(tip) ? [] : [{ slot: 0, root: ['t1'] }]),
  ]
}
