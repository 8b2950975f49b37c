import type { Quote } from '../../model/claimant/vocabulary.ts'
import type { Header, L1View } from '../../model/follower/vocabulary.ts'
import { takenBy, tipOf } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import {
  type Event,
  type EventOf,
  GENESIS as L1_GENESIS,
  type Block as L1Block,
  type State as L1State,
  NO_OTHERS,
} from '../../model/l1-rollup/vocabulary.ts'
import { blockText, listText, rootAfter } from '../../model/node/lists.ts'
import { type Block, GENESIS, type Proposal, type View } from '../../model/node/vocabulary.ts'
import type { Building } from '../../model/proposer/vocabulary.ts'
import type { Target } from '../../model/prover/vocabulary.ts'
import { NO_ADDRESS } from '../../model/shared/units.ts'
import type { Parameters } from '../../spec/parameters.ts'
import type { System } from './system.ts'
import type { EscrowCall, World } from './vocabulary.ts'

/** Where nodes and L1 meet: what the one calls a block, and what the other does. */

/**
 * What L1 knows of a block beside its slot and its forced transactions. A block of forced ones alone has the content that
 * says so (QUEUE-6).
 */
export const contentOf = ({ transactions, forced, root, blobs }: Proposal): string =>
  transactions.length === forced ? NO_OTHERS : `${listText(transactions)}/${listText(root)}/${blobs}`

/** What the blobs of a header carry that has the hashes of others (ATTEST-17): the effects of no transaction of its list. */
const OTHER_BODY: readonly string[] = ['other']

/**
 * A block as L1 shows it. What it takes from the queue its commitment says (QUEUE-5), which L1 compares; what that has to
 * do with its body, L1 cannot know.
 * @param waiting what of the queue no block before it has taken
 */
export const headerOf = (
  { slot, parent, transactions, forced, root, blobs }: Proposal,
  waiting: readonly string[],
): Header => ({
  slot,
  parent,
  body: blobs === 'match' ? transactions : [...OTHER_BODY],
  forced: waiting.slice(0, forced),
  root,
})

const isSame = (one: L1Block, other: L1Block): boolean =>
  one.slot === other.slot && one.content === other.content && one.forced === other.forced

type Taken = World['blocks'][number]

/** A block of L1 as it shows it, undefined for Genesis. */
export const headerNamed = (block: L1Block, blocks: World['blocks']): Header | undefined =>
  block.slot === L1_GENESIS.slot ? undefined : takenAs(block, blocks).header

/** What L1 took last under the name of a block. */
const takenAs = (block: L1Block, blocks: World['blocks']): Taken =>
  blocks.findLast(({ l1 }) => isSame(l1, block))!

interface Chain {
  readonly taken: readonly Taken[]
  readonly headers: readonly Header[]
}
const EMPTY: Chain = { taken: [], headers: [] }
const chains = new WeakMap<Taken, Chain>()

/** The blocks up to one that L1 took, oldest first. */
function chainOf(last: Taken, blocks: World['blocks']): Chain {
  const known = chains.get(last)
  if (known) return known
  const { parent } = last
  const below = parent.slot === L1_GENESIS.slot ? EMPTY : chainOf(takenAs(parent, blocks), blocks)
  const chain = { taken: [...below.taken, last], headers: [...below.headers, last.header] }
  chains.set(last, chain)
  return chain
}

/** The blocks up to one, oldest first, as L1 shows them. */
const headersUpTo = (last: L1Block, blocks: World['blocks']): readonly Header[] =>
  last.slot === L1_GENESIS.slot ? [] : chainOf(takenAs(last, blocks), blocks).headers

/**
 * What L1 shows in a state, with what time alone will make of it up to the last slot of a run. Final is what it cannot go
 * back behind.
 */
export function l1ViewOf(
  { l1: state, past, blocks }: Pick<World, 'l1' | 'past' | 'blocks'>,
  system: System,
): L1View {
  const { parameters } = system.l1
  const chain = [...headersUpTo(tipOf(state), blocks)]
  const { horizon } = system.setup
  let [prunesAt, fallbackFrom, fallbackUntil] = [-1, -1, -1]
  for (let slot = state.slot; slot <= Math.max(horizon, lastToProve(state, parameters) + 1); slot++) {
    const { pending, fallback } = effective({ ...state, slot }, parameters)
    if (prunesAt < 0 && state.pending.length > 0 && pending.length === 0) prunesAt = slot
    if (slot > horizon || parameters.fallbackEnterSlots === 0) continue
    if (fallbackFrom < 0 && fallback.entered >= 0) fallbackFrom = slot
    if (fallbackFrom >= 0 && fallbackUntil < 0 && fallback.entered < 0) fallbackUntil = slot
  }
  return {
    time: state.slot,
    chain,
    proven: chain.length - state.pending.length,
    final: headersUpTo((past[0]?.l1 ?? state).proven, blocks).length,
    prunesAt,
    fallbackFrom,
    fallbackUntil,
    forced: state.queue.map(({ transaction }) => transaction),
    setUp: Math.max(state.samples.at(-1)!.epoch - parameters.seedLookaheadEpochs, -1),
  }
}

/** PRUNE-1: the last slot in which the oldest unproven epoch can be proven; before every slot if there is none. */
function lastToProve({ pending }: L1State, { slotsPerEpoch }: Parameters): number {
  const [oldest] = pending
  return oldest ? (epochOf({ slot: oldest.slot, slotsPerEpoch }) + 2) * slotsPerEpoch - 1 : -2
}

/** What a follower that lags behind nothing tells of what L1 shows. */
export function shownNow({ views, slot }: Pick<World, 'views' | 'slot'>): Pick<View, 'tip' | 'queue'> {
  const { forced, ...view } = views.at(-1)!
  const chain = chainAt(view, slot)
  const last = chain.at(-1)
  return {
    tip: last ? { slot: last.slot, root: last.root } : GENESIS,
    queue: forced.slice(takenIn(chain)),
  }
}

/** How many entries of the queue the blocks of a chain take. */
export const takenIn = (chain: readonly Header[]): number =>
  chain.reduce((taken, { forced }) => taken + forced.length, 0)

/** What is left in a slot of what a view shows. */
export const chainAt = (
  { chain, proven, prunesAt }: Pick<L1View, 'chain' | 'proven' | 'prunesAt'>,
  slot: number,
): readonly Header[] => (prunesAt >= 0 && slot >= prunesAt ? chain.slice(0, proven) : chain)

/** A block that L1 never took has a name there that no block has. */
export function l1BlockOf(block: Block, blocks: World['blocks']): L1Block {
  if (isGenesis(block)) return L1_GENESIS
  const known = takenBlock(block, blocks)
  return known?.l1 ?? { slot: block.slot, content: 'unknown', beneficiary: NO_ADDRESS, forced: 0 }
}

const isGenesis = (block: Block): boolean => blockText(block) === blockText(GENESIS)

/** What L1 took last under the name that nodes have for a block. */
function takenBlock(block: Block, blocks: World['blocks']): Taken | undefined {
  const text = blockText(block)
  return blocks.findLast(({ header }) => blockText(header) === text)
}

/** The chain up to a block, empty for one that L1 never took. */
export function chainUpTo(block: Block, blocks: World['blocks']): readonly Header[] {
  const taken = takenBlock(block, blocks)
  return taken ? chainOf(taken, blocks).headers : []
}

/** The block from which an epoch is proven: of an epoch before, or one of fallback, which came with its proof. */
export function provenFrom({ epoch, tip }: Target, blocks: World['blocks'], slotsPerEpoch: number): Block {
  const last = takenBlock(tip, blocks)
  const from = last && chainOf(last, blocks).taken.findLast((taken) => isBefore(taken, epoch, slotsPerEpoch))
  return from ? { slot: from.header.slot, root: from.header.root } : GENESIS
}

const isBefore = ({ based, header: { slot } }: Taken, epoch: number, slotsPerEpoch: number): boolean =>
  based || epochOf({ slot, slotsPerEpoch }) < epoch

/**
 * The call of L1 by which a proposal is published.
 * @param signers one per seat, `none` for an empty one
 */
export const proposeOf = (
  caller: string,
  proposal: Proposal,
  committee: readonly string[],
  signers: readonly string[],
  forcedHash: ForcedHash,
  blocks: World['blocks'],
): EventOf<'propose'> => ({
  type: 'propose',
  caller,
  committee: [...committee],
  ...blockOf(proposal, forcedHash, blocks),
  attestations: [...signers],
})

/** That by which a block of fallback is. */
export const proposeWithProofOf = (
  caller: string,
  proposal: Proposal,
  valid: boolean,
  forcedHash: ForcedHash,
  blocks: World['blocks'],
): EventOf<'proposeWithProof'> => ({
  type: 'proposeWithProof',
  caller,
  valid,
  ...blockOf(proposal, forcedHash, blocks),
})

/** QUEUE-8: what of the queue no block has taken. */
export const waitingIn = (state: L1State): string[] =>
  state.queue.slice(takenBy(state)).map(({ transaction }) => transaction)

/** QUEUE-5: whether a header names the front of the queue of L1. */
export type ForcedHash = EventOf<'propose'>['forcedHash']

/** That of whoever names the list that it has. */
export function forcedHashOf({ transactions, forced }: Proposal, state: L1State): ForcedHash {
  const front = waitingIn(state)
  return transactions.slice(0, forced).every((entry, place) => (front[place] ?? entry) === entry)
    ? 'match'
    : 'other'
}

const blockOf = (proposal: Proposal, forcedHash: ForcedHash, blocks: World['blocks']) => ({
  slot: proposal.slot,
  timestampSlot: proposal.timestampSlot,
  parent: l1BlockOf(proposal.parent, blocks),
  content: contentOf(proposal),
  // A header names what its transaction carries: what that has to do with the list, L1 cannot know.
  blobs: 'match' as const,
  forced: proposal.forced,
  forcedHash,
})

/** That by which an epoch is proven from one block up to another. */
export const submitEpochProofOf = (
  caller: string,
  from: Block,
  { tip }: Target,
  valid: boolean,
  blocks: World['blocks'],
): EventOf<'submitEpochProof'> => ({
  type: 'submitEpochProof',
  caller,
  valid,
  from: l1BlockOf(from, blocks),
  to: l1BlockOf(tip, blocks),
})

/** That by which a quote is claimed. @param signer whom its signature recovers to */
export const claimOf = (
  caller: string,
  { prover, epoch, validUntilSlot, bond, fee }: Quote,
  signer: string,
  committee: readonly string[],
): EventOf<'claimEpochProofRight'> => ({
  type: 'claimEpochProofRight',
  caller,
  committee: [...committee],
  quote: {
    proverAddress: prover,
    epochToProve: epoch,
    validUntilSlot,
    signer,
    bondAmount: bond,
    basisPointFee: fee,
  },
})

/** That by which an escrow is moved. What is paid out its prover receives. */
export function escrowOf(caller: string, call: EscrowCall): Event {
  switch (call.call) {
    case 'executeWithdrawal':
      return { type: 'executeWithdrawal', caller, receiver: caller }
    default:
      return { type: call.call, caller, amount: call.amount }
  }
}

/** A block of fallback as a proposal that nobody attests. */
export const proposalOf = ({ slot, parent, transactions, forced }: Building): Proposal => ({
  slot,
  timestampSlot: slot,
  parent,
  transactions,
  forced,
  root: rootAfter({ parent, transactions }),
  blobs: 'match',
})
