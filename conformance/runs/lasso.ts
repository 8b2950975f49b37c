/**
 * How a lasso, whose loop goes on for ever, becomes a run on blocks, whose slots only rise.
 *
 * A model whose time never ends counts slots from the oldest epoch that matters: now and then it goes back by whole epochs,
 * and a dead chain does not grow older than two. Here the loop is unrolled and time goes on, so the slots and epochs of an
 * event are shifted by what lies between the slot of the lasso and the slot reached. The draw of proposers is the one thing
 * that depends on a slot by itself: who proposes or claims in the lasso does so here under the name of the proposer here.
 * Blocks are those at the same place of the chain.
 *
 * After every step the state reached must be that of the lasso, both told relative to the oldest epoch that matters.
 */

import { epochNow, proposerUnder, sampleInForce } from '../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { epochOf, offsetOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { stateText } from '../../model/l1-rollup/texts.ts'
import { type Block, type Event, GENESIS, type State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'

/** A chain this many epochs old is dead, whatever happens. */
const DEAD_AFTER_EPOCHS = 2
/** Stands for whoever has the role: another slot, another proposer. */
const SOME_MEMBER = 'member'

/**
 * An event of a lasso as it happens here.
 * @param there the lasso's state before the event
 * @param here the state that was reached
 */
export function eventHere(event: Event, there: State, here: State, profile: Profile): Event {
  const deployment = deploymentOf(profile)
  const shift = here.slot - there.slot
  const [thereMembers, hereMembers] = [there, here].map(
    (state) => sampleInForce(state, profile.parameters).members,
  )
  const caller = (name: string): string =>
    thereMembers!.includes(name) ? proposerUnder(hereMembers!, here, deployment) : name
  const block = (named: Block): Block => {
    if (sameBlock(named, there.proven)) return here.proven
    const place = there.pending.findIndex((pending) => sameBlock(pending, named))
    return here.pending[place] ?? (named.slot < 0 ? named : { ...named, slot: named.slot + shift })
  }
  switch (event.type) {
    case 'propose':
    case 'proposeWithProof':
      return {
        ...event,
        caller: caller(event.caller),
        slot: event.slot + shift,
        timestampSlot: event.timestampSlot + shift,
        parent: block(event.parent),
      }
    case 'claimEpochProofRight': {
      const { quote } = event
      const shiftedEpochs = epochNow(here, profile.parameters) - epochNow(there, profile.parameters)
      const epochToProve = quote.epochToProve + shiftedEpochs
      const validUntilSlot = quote.validUntilSlot + shift
      return { ...event, caller: caller(event.caller), quote: { ...quote, epochToProve, validUntilSlot } }
    }
    case 'submitEpochProof':
      return { ...event, from: block(event.from), to: block(event.to) }
    default:
      return event
  }
}

/**
 * A state told relative to the oldest epoch that matters, that of the oldest pending block: two states with the same text
 * have the same future, but for the draw of proposers. A proven block of an earlier epoch is told as genesis, and an unlock
 * slot of an earlier one, which holds nobody back, as 0; so is the date of what was due before. What fallback counts from is
 * told as how long ago it was.
 */
export function relativeText(state: State, { parameters }: Profile): string {
  const { slotsPerEpoch } = parameters
  const { members } = sampleInForce(state, parameters)
  const role = (name: string): string => (members.includes(name) ? SOME_MEMBER : name)
  const oldest = epochOf({ slot: state.pending[0]?.slot ?? state.slot, slotsPerEpoch })
  const start = oldest * slotsPerEpoch
  const age = Math.min(epochNow(state, parameters) - oldest, DEAD_AFTER_EPOCHS)
  const block = (own: Block): Block => ({
    ...own,
    slot: own.slot - start,
    beneficiary: role(own.beneficiary),
  })
  const accounts = Object.entries(state.accounts).map(([name, account]) => [
    name,
    { ...account, unlockSlot: Math.max(0, account.unlockSlot - start) },
  ])
  const { claim, fallback } = state
  const ago = (slot: number): number => (slot < 0 ? slot : state.slot - slot)
  return stateText({
    ...state,
    slot: age * slotsPerEpoch + offsetOf({ slot: state.slot, slotsPerEpoch }),
    proven: state.proven.slot < start ? GENESIS : block(state.proven),
    pending: state.pending.map(block),
    accounts: Object.fromEntries(accounts),
    claim: claim && { ...claim, epochToProve: claim.epochToProve - oldest, claimant: role(claim.claimant) },
    queue: state.queue.map(({ transaction, includedByEpoch }) => ({
      transaction,
      includedByEpoch: Math.max(0, includedByEpoch - oldest),
    })),
    fallback: {
      countedFrom: ago(fallback.countedFrom),
      entered: ago(fallback.entered),
      advanced: ago(fallback.advanced),
    },
  })
}

const sameBlock = (left: Block, right: Block): boolean =>
  left.slot === right.slot &&
  left.content === right.content &&
  left.beneficiary === right.beneficiary &&
  left.forced === right.forced
