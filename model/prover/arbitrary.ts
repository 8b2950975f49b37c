import fc from 'fast-check'
import { knownTransactions } from '../../spec/nodeParameters.ts'
import type { ProverProfile } from '../../spec/proverParameters.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import { Draw } from '../node/arbitrary.ts'
import { GENESIS, NOBODY } from '../node/vocabulary.ts'
import { epochNow, sameTarget, targetOf } from './derived.ts'
import {
  type Event,
  type EventType,
  eventTypes,
  NO_PROVE_VIEW,
  NO_QUOTE,
  NO_TARGET,
  type ProveView,
  type Quote,
  type State,
} from './vocabulary.ts'

/**
 * Coherent states of a profile's prover and events next to them, reachable or not: what was quoted is an own quote of an
 * ended epoch that could be signed in some slot up to the current one; what is proven and what there is a proof of are
 * of ended epochs and not the same, and nothing is proven without a view; a proof was submitted up to the current slot,
 * after the first epoch, and only if there is one; the escrow was called up to the current slot. The store was lost last
 * up to the current epoch, and what was quoted is of that epoch or a later one. A view says of no block that it has an
 * epoch, transactions or a claim, and nothing unlocks unless it is withdrawing (`Coherent` in TLA+).
 */
export function pairs(profile: ProverProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const holdable = knownTransactions(profile)
    const draw = new Draw(gen as never, [...holdable, 't9'], holdable, profile.horizon)
    const state = drawState(draw, profile)
    return { state, events: Array.from({ length: eventsPerState }, () => drawEvent(draw, state, profile)) }
  })
}

function drawState(draw: Draw, profile: ProverProfile): State {
  const { horizon, parameters } = profile
  // Mostly an epoch has ended, and one that has can be claimed for.
  const slot = draw.among([
    draw.integer(0, horizon),
    draw.integer(Math.min(parameters.slotsPerEpoch, horizon), horizon),
    Math.min(parameters.slotsPerEpoch + draw.integer(0, parameters.claimWindow - 1), horizon),
  ])
  const now: State = {
    slot,
    held: draw.held(),
    quoted: NO_QUOTE,
    quotesFrom: -1,
    proof: NO_TARGET,
    submitted: -1,
    moved: -1,
    view: drawView(draw, profile, slot),
    proving: NO_TARGET,
  }
  const quoted = draw.seldom(3) ? drawQuote(draw, profile, slot) : NO_QUOTE
  const current = epochNow(now, parameters)
  const latestStart = quoted === NO_QUOTE ? current : quoted.epoch
  const proof = drawTarget(draw, profile, now)
  const proving = drawTarget(draw, profile, now)
  return {
    ...now,
    quoted,
    quotesFrom: draw.among([-1, -1, latestStart, draw.integer(-1, latestStart)]),
    proof,
    submitted:
      !sameTarget(proof, NO_TARGET) && draw.seldom(2)
        ? draw.among([slot, draw.integer(parameters.slotsPerEpoch, slot)])
        : -1,
    moved: draw.seldom(3) ? draw.among([slot, draw.integer(0, slot)]) : -1,
    proving: now.view !== NO_PROVE_VIEW && !sameTarget(proving, proof) ? proving : NO_TARGET,
  }
}

function drawView(draw: Draw, { parameters, horizon }: ProverProfile, slot: number): ProveView {
  if (draw.seldom(8)) return NO_PROVE_VIEW
  const { slotsPerEpoch } = parameters
  const current = epochOf({ slot, slotsPerEpoch })
  const latest = epochOf({ slot: horizon, slotsPerEpoch })
  const ended = current - 1
  const epoch = draw.among([ended, ended, ended, Math.max(-1, ended - 1), draw.integer(-1, latest)])
  const withdrawing = draw.among([0, 0, draw.integer(1, 4)])
  return {
    follows: draw.among(['level', 'level', 'level', 'level', 'behind']),
    alarm: draw.seldom(8),
    fallback: draw.seldom(8),
    ...(epoch < 0
      ? { ...NO_TARGET, transactions: [], claim: NOBODY }
      : {
          ...drawnTarget(draw, parameters, epoch),
          transactions: draw.seldom(4) ? draw.root() : draw.held(),
          claim: draw.among([NOBODY, NOBODY, NOBODY, parameters.self, parameters.self, 'p2']),
        }),
    available: String(draw.integer(0, 6)),
    withdrawing: String(withdrawing),
    unlockSlot: withdrawing > 0 ? draw.integer(0, horizon + 1) : -1,
  }
}

/** One that can be signed, of an ended epoch; none where none has ended or its window has not begun. */
function drawQuote(draw: Draw, { parameters }: ProverProfile, slot: number): Quote {
  const { self, slotsPerEpoch, claimWindow, minimumBond, feeMaximum } = parameters
  const current = epochOf({ slot, slotsPerEpoch })
  if (current === 0) return NO_QUOTE
  const epoch = draw.seldom(4) ? draw.integer(0, current - 1) : current - 1
  const first = (epoch + 1) * slotsPerEpoch
  return {
    prover: self,
    epoch,
    validUntilSlot: draw.integer(first, first + claimWindow - 1),
    bond: weiAbove(minimumBond, draw.integer(0, 2)),
    fee: draw.integer(0, feeMaximum),
  }
}

const weiAbove = (wei: string, more: number): string => String(BigInt(wei) + BigInt(more))

/** Up to what is available, and one wei more. */
const drawAmount = (draw: Draw, { available }: ProveView): string =>
  String(draw.integer(0, Number(available) + 1))

/** Of an ended epoch, mostly the one of the view; none where none has ended. */
function drawTarget(draw: Draw, { parameters }: ProverProfile, state: State): State['proof'] {
  const current = epochNow(state, parameters)
  if (current === 0 || draw.seldom(3)) return NO_TARGET
  const { view } = state
  if (view.epoch >= 0 && view.epoch < current && !draw.seldom(3)) return targetOf(state)
  return drawnTarget(draw, parameters, draw.integer(0, current - 1))
}

/** With a last block in a slot of the epoch. */
function drawnTarget(draw: Draw, { slotsPerEpoch }: ProverProfile['parameters'], epoch: number) {
  const first = epoch * slotsPerEpoch
  return { epoch, tip: { slot: draw.integer(first, first + slotsPerEpoch - 1), root: draw.root() } }
}

function drawEvent(draw: Draw, state: State, profile: ProverProfile): Event {
  const { parameters, horizon } = profile
  const { slot, view, proving } = state
  const more: EventType[] = ['quote', 'quote', 'quote', 'prove', 'proved', 'submitProof', 'startWithdrawal']
  const type = draw.among([...eventTypes, ...more])
  switch (type) {
    case 'quote': {
      const { slotsPerEpoch, claimWindow, minimumBond, feeMaximum } = parameters
      const first = epochNow(state, parameters) * slotsPerEpoch
      return {
        type,
        validUntilSlot: draw.seldom(3)
          ? draw.integer(0, first + claimWindow)
          : draw.among([slot, first + claimWindow - 1]),
        bond: draw.seldom(3) ? drawAmount(draw, view) : draw.among([minimumBond, view.available]),
        fee: draw.among([0, draw.integer(0, feeMaximum), feeMaximum, feeMaximum, feeMaximum + 1]),
      }
    }
    case 'proved':
      return {
        type,
        epoch: draw.seldom(5) ? draw.integer(-1, proving.epoch + 1) : proving.epoch,
        tip: draw.seldom(5) ? draw.among([GENESIS, view.tip, draw.block(horizon)]) : proving.tip,
      }
    case 'deposit':
      return { type, amount: String(draw.integer(0, 3)) }
    case 'startWithdrawal':
      return { type, amount: drawAmount(draw, view) }
    case 'gather':
    case 'prove':
    case 'submitProof':
    case 'executeWithdrawal':
      return { type }
    case 'transactionVerified':
      return draw.verified()
    case 'crash':
      return draw.crash()
    case 'tick':
      // Where no time is left, something is followed instead.
      return slot < horizon ? { type } : { type: 'follow', view: drawView(draw, profile, slot) }
    case 'follow':
      return { type, view: drawView(draw, profile, slot) }
  }
}
