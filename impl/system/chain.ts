import type { Header, L1View } from '../../model/follower/vocabulary.ts'
import { tipOf } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import {
  type EventOf,
  GENESIS as L1_GENESIS,
  type Block as L1Block,
  type State as L1State,
  NO_OTHERS,
} from '../../model/l1-rollup/vocabulary.ts'
import { blockText, listText } from '../../model/node/lists.ts'
import { type Block, GENESIS, type Proposal, type View } from '../../model/node/vocabulary.ts'
import { NO_ADDRESS } from '../../model/shared/units.ts'
import type { Parameters } from '../../spec/parameters.ts'
import type { System } from './system.ts'
import type { World } from './vocabulary.ts'

/** Where nodes and L1 meet: what the one calls a block, and what the other does. */

/**
 * What L1 knows of a block beside its slot and its forced transactions. A block of forced ones alone has the content that
 * says so (QUEUE-6).
 */
export const contentOf = ({ transactions, forced, root, blobs }: Proposal): string =>
  transactions.length === forced ? NO_OTHERS : `${listText(transactions)}/${listText(root)}/${blobs}`

/** What the blobs of a header carry that has the hashes of others (ATTEST-17): the effects of no transaction of its list. */
const OTHER_BODY: readonly string[] = ['other']

/** A block that L1 has taken, as it shows it. */
export const headerOf = ({ slot, parent, transactions, forced, root, blobs }: Proposal): Header => ({
  ...{ slot, parent, body: blobs === 'match' ? transactions : [...OTHER_BODY] },
  ...{ forced, root },
})

const isSame = (one: L1Block, other: L1Block): boolean =>
  one.slot === other.slot && one.content === other.content && one.forced === other.forced

/** The blocks up to one, oldest first, as L1 shows them. */
function headersUpTo(last: L1Block, blocks: World['blocks']): Header[] {
  const headers: Header[] = []
  for (let block = last; block.slot !== L1_GENESIS.slot; ) {
    const { header, parent } = blocks.findLast(({ l1 }) => isSame(l1, block))!
    headers.unshift(header)
    block = parent
  }
  return headers
}

/**
 * What L1 shows in a state, with what time alone will make of it up to the last slot of a run.
 * @param blocks those that L1 took
 */
export function l1ViewOf(state: L1State, blocks: World['blocks'], system: System): L1View {
  const { parameters } = system.l1
  const chain = headersUpTo(tipOf(state), blocks)
  const ahead = (slot: number): L1State => effective({ ...state, slot }, parameters)
  const firstSlot = (from: number, to: number, holds: (later: L1State) => boolean): number => {
    for (let slot = from; slot <= to; slot++) if (holds(ahead(slot))) return slot
    return -1
  }
  const isActive = ({ fallback: { entered } }: L1State): boolean => entered >= 0
  const { horizon } = system.setup
  const fallbackFrom = parameters.fallbackEnterSlots === 0 ? -1 : firstSlot(state.slot, horizon, isActive)
  return {
    time: state.slot,
    chain,
    proven: chain.length - state.pending.length,
    // Nothing is proven in these runs yet, so that nothing is final.
    final: 0,
    prunesAt: firstSlot(
      state.slot,
      lastToProve(state, parameters) + 1,
      ({ pending }) => pending.length === 0,
    ),
    fallbackFrom,
    fallbackUntil: fallbackFrom < 0 ? -1 : firstSlot(fallbackFrom, horizon, (later) => !isActive(later)),
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
export function shownNow({ views }: Pick<World, 'views'>): Pick<View, 'tip' | 'queue'> {
  const { chain, forced } = views.at(-1)!
  const last = chain.at(-1)
  return {
    tip: last ? { slot: last.slot, root: last.root } : GENESIS,
    queue: forced.slice(chain.reduce((taken, header) => taken + header.forced, 0)),
  }
}

/** A block that L1 never took has a name there that no block has. */
function l1BlockOf(block: Block, blocks: World['blocks']): L1Block {
  const text = blockText(block)
  if (text === blockText(GENESIS)) return L1_GENESIS
  const known = blocks.findLast(({ header }) => blockText(header) === text)
  return known?.l1 ?? { slot: block.slot, content: 'unknown', beneficiary: NO_ADDRESS, forced: 0 }
}

/**
 * The call of L1 by which a proposal is published.
 * @param signers one per seat, `none` for an empty one
 */
export function proposeOf(
  caller: string,
  proposal: Proposal,
  signers: readonly string[],
  { slot, blocks }: World,
  { committees }: System,
): EventOf<'propose'> {
  return {
    type: 'propose',
    caller,
    committee: [...committees[slot]!],
    slot: proposal.slot,
    timestampSlot: proposal.timestampSlot,
    parent: l1BlockOf(proposal.parent, blocks),
    content: contentOf(proposal),
    // A header names what its transaction carries: what that has to do with the list, L1 cannot know.
    blobs: 'match',
    forced: proposal.forced,
    forcedHash: 'match',
    attestations: [...signers],
  }
}
