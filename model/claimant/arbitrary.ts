import fc from 'fast-check'
import type { ClaimantParameters, ClaimantProfile } from '../../spec/claimantParameters.ts'
import { epochOf, offsetOf } from '../l1-rollup/rules/arithmetic.ts'
import { Draw } from '../node/arbitrary.ts'
import { NOBODY } from '../node/vocabulary.ts'
import { coveredWei, endedEpoch } from './quotes.ts'
import {
  type ClaimView,
  type Event,
  type EventType,
  eventTypes,
  forms,
  NO_CLAIM_VIEW,
  type Quote,
  type State,
} from './vocabulary.ts'

/**
 * Coherent states of a profile's claimant and events next to them, reachable or not: what was claimed was claimed in an
 * own slot of a claim window up to the current one, not in epoch 0; quotes ascend by prover, one of each, are for the
 * epoch before the current one, valid or not, their bonds and fees are allowed; coverage ascends by prover, with amounts
 * above 0, and so do those that failed (`Coherent` in TLA+).
 */
export function pairs(profile: ClaimantProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = new Draw(gen as never, [], [], profile.horizon)
    const state = drawState(draw, profile)
    return { state, events: Array.from({ length: eventsPerState }, () => drawEvent(draw, state, profile)) }
  })
}

function drawState(draw: Draw, profile: ClaimantProfile): State {
  const { parameters, horizon } = profile
  // Mostly a slot in which something is claimed.
  const slot = draw.seldom(3)
    ? draw.integer(0, horizon)
    : draw.among([...ownSlots(horizon, parameters), horizon])
  const claimed = draw.seldom(3) ? draw.among([-1, ...ownSlots(slot, parameters)]) : -1
  const quotes = proversOf(profile)
    .filter(() => draw.seldom(2))
    .flatMap((prover) => {
      const fits = (quote: Quote) => isKept(quote, slot, parameters)
      return draw.fitting(() => drawQuote(draw, prover, slot, parameters), fits) ?? []
    })
  return { slot, claimed, view: drawView(draw, slot, profile), quotes }
}

/** Slots up to one in which self can have claimed. */
const ownSlots = (latest: number, { self, proposers, slotsPerEpoch, claimWindow }: ClaimantParameters) =>
  Array.from({ length: latest + 1 }, (_, slot) => slot).filter(
    (slot) =>
      proposers[slot] === self && slot >= slotsPerEpoch && offsetOf({ slot, slotsPerEpoch }) < claimWindow,
  )

const isKept = (quote: Quote, slot: number, parameters: ClaimantParameters): boolean =>
  quote.epoch === endedEpoch(slot, parameters) &&
  BigInt(quote.bond) >= BigInt(parameters.minimumBond) &&
  quote.fee <= parameters.feeMaximum

/** All that a profile names and one that it does not, ascending. */
const proversOf = ({ parameters: { self }, quotes }: ClaimantProfile): string[] =>
  [...new Set([self, ...quotes.map(({ prover }) => prover), 'stranger'])].sort()

function drawQuote(draw: Draw, prover: string, slot: number, parameters: ClaimantParameters): Quote {
  const { feeMaximum } = parameters
  const minimumBond = BigInt(parameters.minimumBond)
  const ended = Math.max(endedEpoch(slot, parameters), 0)
  return {
    prover,
    epoch: draw.among([ended, ended, ended, ended, ended + 1, 0]),
    validUntilSlot: draw.among([slot, slot + 1, slot + 1, slot + 2, Math.max(slot - 1, 0)]),
    bond: String(minimumBond + draw.among([0n, 0n, 1n, 2n, minimumBond > 0n ? -1n : 0n])),
    fee: draw.among([0, 1, feeMaximum, Math.max(feeMaximum - 1, 0), feeMaximum + 1]),
  }
}

/** Around the minimum bond, above 0. */
function drawAmount(draw: Draw, minimumBond: bigint): string {
  const amount = minimumBond + BigInt(draw.integer(-1, 2))
  return String(amount > 0n ? amount : 1n)
}

function drawView(draw: Draw, slot: number, profile: ClaimantProfile): ClaimView {
  if (draw.seldom(8)) return NO_CLAIM_VIEW
  const { parameters, horizon } = profile
  const { slotsPerEpoch } = parameters
  const minimumBond = BigInt(parameters.minimumBond)
  const ended = endedEpoch(slot, parameters)
  return {
    follows: draw.among(['level', 'level', 'level', 'level', 'behind']),
    alarm: draw.seldom(8),
    fallback: draw.seldom(8),
    epoch: draw.seldom(5) ? draw.integer(-1, epochOf({ slot: horizon, slotsPerEpoch })) : ended,
    claim: draw.seldom(6) ? draw.among(proversOf(profile)) : NOBODY,
    coverage: proversOf(profile)
      .filter(() => !draw.seldom(4))
      .map((prover) => ({ prover, amount: drawAmount(draw, minimumBond) })),
    failed: proversOf(profile).filter(() => draw.seldom(4)),
  }
}

function drawEvent(draw: Draw, state: State, profile: ClaimantProfile): Event {
  const { slot, view } = state
  const type = draw.among<EventType>([...eventTypes, 'receiveQuote', 'receiveQuote', 'claim'])
  switch (type) {
    case 'tick':
      return slot < profile.horizon ? { type } : { type: 'claim' }
    case 'follow':
      return { type, view: drawView(draw, slot, profile) }
    case 'receiveQuote': {
      const prover = draw.among(proversOf(profile))
      const quote = drawQuote(draw, prover, slot, profile.parameters)
      const covered = coveredWei(view, prover)
      return {
        type,
        form: draw.seldom(8) ? draw.among(forms) : 'fits',
        signer: draw.seldom(8) ? draw.among(proversOf(profile)) : prover,
        quote: draw.seldom(3) ? { ...quote, bond: String(draw.among([covered, covered + 1n])) } : quote,
      }
    }
    case 'claim':
      return { type }
    case 'crash':
      return { type, store: draw.among(['kept', 'lost']) }
  }
}
