import type { Parameters } from '../../spec/parameters.ts'
import type { Address, Count, Epoch, Index, Slot, SlotOffset, Timestamp } from '../shared/units.ts'
import { NO_ADDRESS } from '../shared/units.ts'
import type { Draws } from './draws.ts'
import { epochOf, includedByEpochOf, offsetOf, sampledEpochOf } from './rules/arithmetic.ts'
import { entryIsDue } from './rules/due.ts'
import type { Block, EventOf, Posting, QueueEntry, Sample, State } from './vocabulary.ts'

/** What a rollup is deployed with. */
export type Deployment = { parameters: Parameters; draws: Draws; administrator: Address }

/** The slot that the clock shows. TIME-4: before genesis it stands at slot 0. */
export function slotNow({ slot }: Pick<State, 'slot'>): Slot {
  return Math.max(slot, 0)
}

/** Epoch of the current slot. */
export function epochNow(state: State, p: Parameters): Epoch {
  return epochOf({ slot: slotNow(state), slotsPerEpoch: p.slotsPerEpoch })
}

/** How far the current slot is into its epoch. */
export function offsetNow(state: State, p: Parameters): SlotOffset {
  return offsetOf({ slot: slotNow(state), slotsPerEpoch: p.slotsPerEpoch })
}

/** TIME-4: the time of the current slot in seconds from genesis, negative before it. */
export function clockFacts(
  { slot }: State,
  p: Parameters,
): { timestamp: Timestamp; genesisTimestamp: Timestamp } {
  return { timestamp: slot * p.slotDurationSeconds, genesisTimestamp: 0 }
}

/** Last pending block, or the proven tip. */
export function tipOf(state: State): Block {
  return state.pending.at(-1) ?? state.proven
}

/** PROOF-4: how many pending blocks are of the same epoch as the first of them. */
export function epochLength(state: State, p: Parameters): Count {
  const [oldest] = state.pending
  if (!oldest) return 0
  const epoch = epochOf({ slot: oldest.slot, slotsPerEpoch: p.slotsPerEpoch })
  const later = state.pending.findIndex(
    ({ slot }) => epochOf({ slot, slotsPerEpoch: p.slotsPerEpoch }) !== epoch,
  )
  return later < 0 ? state.pending.length : later
}

/** PROOF-4: last block of the oldest unproven epoch, or the proven tip. */
export function epochEnd(state: State, p: Parameters): Block {
  return state.pending[epochLength(state, p) - 1] ?? state.proven
}

/** What is known of a pending block that was proposed in a slot; it is found by its slot. */
export interface Posted {
  readonly block: Block
  readonly parent: Block
  /** How many entries of the queue the chain up to the parent has taken. */
  readonly takenBefore: Count
  /** CHALLENGE-2: undefined where attestations are verified. */
  readonly posting: Posting | undefined
}

/** CHALLENGE-3, CHALLENGE-4: the pending block of a slot, undefined if there is none. */
export function postedIn(slot: Slot, { pending, posted, proven, taken }: State): Posted | undefined {
  const at = pending.findIndex((block) => block.slot === slot)
  if (at < 0) return undefined
  return {
    block: pending[at]!,
    parent: pending[at - 1] ?? proven,
    takenBefore: taken + forcedIn(pending.slice(0, at)),
    posting: posted[at],
  }
}

/** The first seat whose attestation is given and not by its member, −1 if there is none. */
export function firstFalseSeat({ committee, attestations }: Posting): number {
  return attestations.findIndex((signer, seat) => signer !== NO_ADDRESS && signer !== committee[seat])
}

/** CHALLENGE-6: the pending blocks that have a false attestation, by their slots, each with the first such seat. */
export function falseSeatsIn({ pending, posted }: State): { slot: Slot; seat: Index }[] {
  return posted
    .map((posting, at) => ({ slot: pending[at]!.slot, seat: firstFalseSeat(posting) }))
    .filter(({ seat }) => seat >= 0)
}

/** How many transactions of the queue some blocks take together. */
export function forcedIn(blocks: readonly Block[]): Count {
  return blocks.reduce((sum, { forced }) => sum + forced, 0)
}

/** QUEUE-8: how many entries of the queue the chain has taken, pending blocks included. */
export function takenBy({ taken, pending }: State): Count {
  return taken + forcedIn(pending)
}

/** QUEUE-4: how many entries the chain has not taken. */
export function waitingIn(state: State): Count {
  return state.queue.length - takenBy(state)
}

/** QUEUE-3: whether the entry at an index of the queue is due, not if there is none. */
export function isDueAt(index: Index, state: State, p: Parameters): boolean {
  const entry = state.queue[index]
  if (!entry) return false
  return entryIsDue({ includedByEpoch: entry.includedByEpoch, currentEpoch: epochNow(state, p) })
}

/** QUEUE-3: how many of the entries that the chain has not taken are due. They are the front, because dates never fall. */
export function dueIn(state: State, p: Parameters): Count {
  const waiting = state.queue.slice(takenBy(state))
  const later = waiting.findIndex((_, index) => !isDueAt(takenBy(state) + index, state, p))
  return later < 0 ? waiting.length : later
}

/** QUEUE-3: what enters the queue now. */
export function queueEntryOf(
  state: State,
  { transaction }: EventOf<'forceInclusion'>,
  p: Parameters,
): QueueEntry {
  const { forcedDelayEpochs } = p
  return {
    transaction,
    includedByEpoch: includedByEpochOf({ currentEpoch: epochNow(state, p), forcedDelayEpochs }),
  }
}

/** FALLBACK-1: a deployment whose T_enter is 0 has none, and counts nothing. */
export const hasFallback = ({ fallbackEnterSlots }: Parameters): boolean => fallbackEnterSlots > 0

/** EPOCH-5: the sample in force, that with the greatest epoch not later than now. EPOCH-6: the last one, if nobody set the epoch up. */
export function sampleInForce(state: State, p: Parameters): Sample {
  const epoch = epochNow(state, p)
  return state.samples.findLast((sample) => sample.epoch <= epoch)!
}

/** VALIDATOR-5: the validator set as it was before the first change in the current epoch or the one before it. */
export function frozenValidators(state: State, p: Parameters): readonly Address[] {
  const { current, previous, earlier, changedEpoch } = state.validators
  const epoch = epochNow(state, p)
  if (changedEpoch === epoch) return earlier
  return changedEpoch === epoch - 1 ? previous : current
}

/** EPOCH-8, EPOCH-11: the proposer of the current slot under a committee, nobody if it is empty. */
export function proposerUnder(
  committee: readonly Address[],
  state: State,
  { parameters, draws }: Deployment,
): Address {
  if (committee.length === 0) return NO_ADDRESS
  const { randao, epoch } = sampleInForce(state, parameters)
  return committee[draws.seat(randao, epoch, slotNow(state), committee.length)]!
}

/** EPOCH-2, EPOCH-3: the sample that a call in the current epoch takes. */
export function sampleTakenNow(state: State, randao: string, { parameters, draws }: Deployment): Sample {
  const { seedLookaheadEpochs } = parameters
  const epoch = sampledEpochOf({ currentEpoch: epochNow(state, parameters), seedLookaheadEpochs })
  const frozen = frozenValidators(state, parameters)
  const members = draws.committee(randao, epoch, frozen.length).map((at) => frozen[at]!)
  return { epoch, randao, members }
}
