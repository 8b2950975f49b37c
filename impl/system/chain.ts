import { inSession } from '../../model/fallback-controller/timing.ts'
import { dueIn, takenBy, tipOf } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
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

/** What a follower that lags behind nothing reports. @param blocks those that L1 took, by both names */
export function viewOf(stored: L1State, blocks: World['blocks'], p: Parameters): View {
  const state = effective(stored, p)
  const taken = takenBy(state)
  return {
    follows: 'level',
    tip: nodeBlockOf(tipOf(state), blocks),
    alarm: false,
    fallback: inSession(state.fallback),
    queue: state.queue.slice(taken, taken + dueIn(state, p)).map(({ transaction }) => transaction),
  }
}

function nodeBlockOf({ slot }: L1Block, blocks: World['blocks']): Block {
  return slot === L1_GENESIS.slot ? GENESIS : blocks.findLast(({ l1 }) => l1.slot === slot)!.node
}

/** A block that L1 never took has a name there that no block has. */
function l1BlockOf(block: Block, blocks: World['blocks']): L1Block {
  const text = blockText(block)
  if (text === blockText(GENESIS)) return L1_GENESIS
  const known = blocks.find(({ node }) => blockText(node) === text)
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
