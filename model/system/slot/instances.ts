/** What can happen in a slot: spec/system/slot.md, Instances. */
import type { SlotProfile } from '../../../spec/system/slot.ts'
import { canonicalText } from '../../core/codec.ts'
import { rootAfter } from '../../node/lists.ts'
import { NO_VIEW, type Proposal, WRONG_ROOT } from '../../node/vocabulary.ts'
import { setOf } from '../sets.ts'
import { tipOf, viewOf, waitingAfter } from './l1.ts'
import { attests, honestOf, honestProposersOf } from './members.ts'
import type { Block, Event, State } from './vocabulary.ts'

export function instancesOf(state: State, profile: SlotProfile): Event[] {
  const lies = liesOf(state, profile)
  return [
    ...nodeInstances(state, profile),
    ...workInstances(state, profile),
    ...messageInstances(state, profile, lies),
    ...blocksHanded(state, profile, lies).map((block): Event => ({ type: 'take', node: 'L1', ...block })),
    ...(state.phase === 'closed' && state.slot === profile.committees.length - 1
      ? []
      : [{ type: 'tick' as const, node: 'time' }]),
  ]
}

function nodeInstances(state: State, profile: SlotProfile): Event[] {
  const { reached, crashes } = profile
  const view = viewOf(state.chain, profile)
  const [now, none] = [canonicalText(view), canonicalText(NO_VIEW)]
  return honestOf(profile).flatMap((node): Event[] => {
    const has = canonicalText(state.attester[node]!.view)
    const isNews = has !== now && (has === none || view.tip.slot < state.slot)
    return [
      ...Object.entries(reached).flatMap(([transaction, nodes]) =>
        (nodes.includes(node) ? [true, false] : [false]).map(
          (valid): Event => ({ type: 'transactionVerified', node, transaction, valid }),
        ),
      ),
      ...(isNews ? [{ type: 'follow' as const, node, view }] : []),
      ...(state.crashed.node === 'nobody'
        ? crashes.map((store): Event => ({ type: 'crash', node, store }))
        : []),
    ]
  })
}

/** Of work of an earlier slot nothing comes. */
function workInstances(state: State, profile: SlotProfile): Event[] {
  const attesting = honestOf(profile).filter((node) => state.attester[node]!.work.slot === state.slot)
  const lists = listsOf(state, profile)
  return [
    ...attesting.map((node): Event => ({ type: 'attest', node })),
    ...honestProposersOf(profile).flatMap((node): Event[] => [
      ...lists.map((list): Event => ({ type: 'build', node, ...list })),
      ...(state.proposer[node]!.building.slot === state.slot ? [{ type: 'propose' as const, node }] : []),
      { type: 'publish', node },
    ]),
  ]
}

function messageInstances(state: State, profile: SlotProfile, lies: readonly Proposal[]): Event[] {
  const { byzantine } = profile
  const signedBy = (signer: string, proposals: readonly Proposal[]) =>
    proposals.map((proposal) => ({ signer, proposal }))
  const bySigner = (record: Readonly<Record<string, readonly Proposal[]>>) =>
    Object.entries(record).flatMap(([signer, proposals]) => signedBy(signer, proposals))
  const offered = Object.values(state.offered).flat()
  const proposals = [...byzantine.flatMap((signer) => signedBy(signer, lies)), ...bySigner(state.offered)]
  const attestations = [
    ...byzantine.flatMap((signer) => signedBy(signer, [...lies, ...offered])),
    ...bySigner(state.attested),
  ]
  return [
    ...honestOf(profile).flatMap((node) =>
      proposals.map((it): Event => ({ type: 'receiveProposal', node, ...it })),
    ),
    ...honestProposersOf(profile).flatMap((node) =>
      attestations.map((it): Event => ({ type: 'receiveAttestation', node, ...it })),
    ),
  ]
}

function blocksHanded(state: State, profile: SlotProfile, lies: readonly Proposal[]): Block[] {
  const committee = profile.committees[state.slot]!
  const known = [...lies, ...Object.values(state.attested).flat()]
  return [
    ...state.submitted,
    ...profile.byzantine.flatMap((caller) =>
      known.flatMap((proposal) =>
        [committee.filter((member) => attests(state, profile, member, proposal)), committee].map(
          (signers) => ({ caller, proposal, signers: setOf(signers) }),
        ),
      ),
    ),
  ]
}

/** As it was when the slot began. */
const before = ({ chain, slot }: State): Block[] => chain.filter(({ proposal }) => proposal.slot < slot)

function listsOf(state: State, profile: SlotProfile): { transactions: string[]; forced: number }[] {
  const waiting = waitingAfter(before(state), profile).length
  return profile.lists.flatMap((transactions) =>
    Array.from({ length: Math.min(transactions.length, waiting) + 1 }, (_, forced) => ({
      transactions: [...transactions],
      forced,
    })),
  )
}

function liesOf(state: State, profile: SlotProfile): Proposal[] {
  const parent = tipOf(before(state))
  const right = listsOf(state, profile).map(
    (list): Proposal => ({
      slot: state.slot,
      timestampSlot: state.slot,
      parent,
      ...list,
      root: rootAfter({ parent, ...list }),
      blobs: 'match',
    }),
  )
  const first = right.find(({ forced }) => forced === 0)!
  return [...right, { ...first, root: [...WRONG_ROOT] }]
}
