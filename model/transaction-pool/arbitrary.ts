import fc from 'fast-check'
import type { PoolProfile } from '../../spec/poolParameters.ts'
import { Dice } from '../node/arbitrary.ts'
import { shownIn, spentIn } from './lists.ts'
import {
  type Copy,
  type Event,
  type EventType,
  eventTypes,
  forms,
  NO_POOL_VIEW,
  type PoolView,
  type State,
} from './vocabulary.ts'

/**
 * Coherent states of a profile's pool and events next to them, reachable or not: lists are in their order and have nothing
 * twice; what is stashed is stored and not shown, what is verified or asked for is not stored; what is final is in the root;
 * what is spent for good is neither stored nor verified; what is in the queue and not spent for good is stored (`Coherent` in TLA+).
 */
export function pairs(profile: PoolProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const dice = new Dice(gen as never)
    const state = drawState(dice, profile)
    return { state, events: Array.from({ length: eventsPerState }, () => drawEvent(dice, state, profile)) }
  })
}

const sendersOf = ({ parameters: { peers }, own }: PoolProfile): string[] => [...peers, ...own].sort()

/** Slots after the last that is explored: nothing is told by slot, and a slot is not always the first or the second. */
const BEYOND_HORIZON = 2

function drawState(dice: Dice, profile: PoolProfile): State {
  const { transactions, proofs, parameters, horizon } = profile
  const view = drawView(dice, profile)
  const shown = shownIn(view)
  const isOver = spentIn(view.final, parameters)
  const open = transactions.filter((it) => !isOver(it))
  const stored = open.filter((it) => view.queue.includes(it) || dice.seldom(2))
  const coming = open.filter((it) => !stored.includes(it))
  const others = transactions.filter((it) => !stored.includes(it))
  return {
    slot: dice.integer(0, horizon + BEYOND_HORIZON),
    stored,
    stashed: dice.some(
      stored.filter((it) => !shown.has(it)),
      2,
    ),
    view,
    verifying: coming.flatMap((transaction) =>
      proofs.flatMap((proof) =>
        dice.some(sendersOf(profile), 2).map((from) => ({ transaction, proof, from })),
      ),
    ),
    asked: dice.some(others, 2),
    answered: transactions.flatMap((transaction) =>
      dice.some(parameters.peers, 2).map((to) => ({ transaction, to })),
    ),
  }
}

/** `root`: none twice, in any order. */
function drawView(dice: Dice, { transactions }: PoolProfile): PoolView {
  if (dice.seldom(4)) return NO_POOL_VIEW
  const list = (names: readonly string[], longest: number) =>
    Array.from({ length: dice.integer(0, longest) }, () => dice.among(names))
  const root = [...new Set(list(transactions, transactions.length))]
  return { root, final: dice.some(root, 2), queue: dice.seldom(2) ? [] : list(transactions, 3) }
}

function drawEvent(dice: Dice, state: State, profile: PoolProfile): Event {
  const { transactions, proofs, parameters, horizon } = profile
  const more: EventType[] = ['receiveTransaction', 'receiveTransaction', 'verified', 'receiveRequest']
  const type = dice.among([...eventTypes, ...more])
  const senders = sendersOf(profile)
  const form = () => (dice.seldom(8) ? dice.among(forms) : 'fits')
  const copy = (): Copy => ({
    transaction: dice.among(transactions),
    proof: dice.among(proofs),
    from: dice.among(senders),
  })
  switch (type) {
    case 'tick':
      return { type }
    case 'follow':
      return { type, view: drawView(dice, profile) }
    case 'receiveTransaction':
      return { type, form: form(), ...copy() }
    case 'verified': {
      const { verifying } = state
      const begun = verifying.length > 0 && !dice.seldom(4) ? dice.among(verifying) : copy()
      return { type, ...begun, valid: !dice.seldom(4) }
    }
    case 'leave':
      return { type, from: dice.among(senders) }
    case 'ask':
      return { type, transaction: dice.among(transactions) }
    case 'release':
      return {
        type,
        transactions: Array.from({ length: dice.integer(0, 3) }, () => dice.among(transactions)),
      }
    case 'receiveRequest':
      return {
        type,
        form: form(),
        transaction: dice.among(transactions),
        slot: dice.seldom(6) ? dice.integer(0, horizon + 1) : state.slot,
        from: dice.among(parameters.peers),
      }
    case 'crash':
      return { type, store: dice.among(['kept', 'lost']) }
  }
}
