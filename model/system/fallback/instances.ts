/** What can happen with and without a committee: spec/system/fallback.md, Instances. */
import type { FallbackSystemProfile } from '../../../spec/system/fallback.ts'
import type { Block, Execution } from '../../node/vocabulary.ts'
import type { Building } from '../../proposer/vocabulary.ts'
import { provenLedger, tipOfLedger, waitingIn } from './l1.ts'
import type { Chain, Event, EventOf, State } from './vocabulary.ts'

export const honestSeatsOf = ({ nodes, seat }: FallbackSystemProfile): string[] =>
  nodes.filter((node) => node === seat)

export function instancesOf(state: State, profile: FallbackSystemProfile): Event[] {
  const { nodes, seatFrom, horizon } = profile
  const seats = state.slot >= seatFrom ? honestSeatsOf(profile) : []
  return [
    ...nodes.flatMap((node) => nodeInstances(node, state, profile)),
    ...seats.flatMap((node) => seatInstances(node, state, profile)),
    ...provenInstances(state, profile),
    ...attestedInstances(state, profile),
    ...otherInstances(state, profile),
    ...(state.slot < horizon ? [{ type: 'pass' as const, node: 'time' }] : []),
  ]
}

function nodeInstances(node: string, state: State, profile: FallbackSystemProfile): Event[] {
  const builder = state.builder[node]!
  const isOld = !state.fresh.includes(node) || state.follower[node]!.view.time !== state.slot
  const hasBegun = builder.building.slot >= 0 || builder.proven.slot >= 0
  return [
    ...(isOld ? [{ type: 'follow' as const, node }] : []),
    ...(state.crashed.node === 'nobody'
      ? profile.crashes.map((store): Event => ({ type: 'crash', node, store }))
      : []),
    ...choicesOf(builder.view.queue, profile).map((list): Event => ({ type: 'build', node, ...list })),
    { type: 'proved', node },
    { type: 'submit', node },
    ...(profile.givesUp && hasBegun ? [{ type: 'giveUp' as const, node }] : []),
  ]
}

const seatInstances = (node: string, state: State, profile: FallbackSystemProfile): Event[] => [
  ...choicesOf(state.proposer[node]!.view.queue, profile).map(
    (list): Event => ({ type: 'buildAsSeat', node, ...list }),
  ),
  { type: 'proposeAsSeat', node },
  { type: 'attestAsSeat', node },
  { type: 'publishAsSeat', node },
]

/** What a node builds of a queue. */
function choicesOf(
  queue: readonly string[],
  { forcedMinimum, own }: FallbackSystemProfile,
): Pick<Execution, 'transactions' | 'forced'>[] {
  const least = Math.min(forcedMinimum, queue.length)
  const taking = (forced: number, others: readonly string[]) => ({
    transactions: [...queue.slice(0, forced), ...others],
    forced,
  })
  return [taking(least, []), ...own.flatMap((list) => [taking(queue.length, list), taking(least, list)])]
}

/** A block of somebody Byzantine: so many of those that wait, and its own. */
const blockOn = (
  parent: Block,
  state: State,
  own: readonly string[],
  forced: number = waitingIn(state).length,
): Building => ({
  slot: state.slot,
  parent,
  forced,
  transactions: [...waitingIn(state).slice(0, forced), ...own],
})

const byzantineBlocks = (parent: Block, state: State): Building[] => {
  const waiting = waitingIn(state).length
  return [
    ...Array.from({ length: waiting + 1 }, (_, forced) => blockOn(parent, state, [], forced)),
    ...Array.from({ length: waiting }, (_, forced) => blockOn(parent, state, ['z'], forced)),
  ]
}

function provenInstances(state: State, { lies }: FallbackSystemProfile): Event[] {
  const take = (caller: string, block: Building, isProven: boolean): Event => ({
    type: 'takeProven',
    node: 'L1',
    caller,
    block,
    isProven,
  })
  const handed = state.handed.map(({ caller, block, isProven }) => take(caller, block, isProven))
  if (!lies.includes('proven')) return handed
  const ledger = provenLedger(state)
  const tip = tipOfLedger(ledger)
  const plain = blockOn(tip, state, [])
  const right = [
    ...byzantineBlocks(tip, state),
    ...ledger.map((_, length) => blockOn(tipOfLedger(ledger.slice(0, length)), state, [])),
    { ...plain, slot: state.slot + 1 },
    ...state.queue.map(({ transaction }) => ({ ...plain, transactions: [transaction], forced: 1 })),
  ]
  return [...handed, ...right.map((block) => take('other', block, true)), take('other', plain, false)]
}

function attestedInstances(state: State, { lies, seat }: FallbackSystemProfile): Event[] {
  type Taken = Omit<EventOf<'takeAttested'>, 'type' | 'node'>
  const published = state.published.map(
    ({ caller, proposal: { slot, parent, transactions, forced }, signers }): Taken => ({
      caller,
      block: { slot, parent, transactions, forced },
      signers,
    }),
  )
  const tip = tipOfLedger(state.ledger)
  const plain = blockOn(tip, state, [])
  const byzantine: Taken[] = lies.includes('attested')
    ? [
        ...byzantineBlocks(tip, state).map((block) => ({ caller: seat, block, signers: [seat] })),
        { caller: 'other', block: plain, signers: [seat] },
        { caller: seat, block: plain, signers: [] },
      ]
    : []
  return [...published, ...byzantine].map((it): Event => ({ type: 'takeAttested', node: 'L1', ...it }))
}

function otherInstances(state: State, profile: FallbackSystemProfile): Event[] {
  const { epochs, forcing, forceable, reorganises } = profile
  const node = 'L1'
  const next = forcing.includes(state.slot) ? forceable[state.queue.length] : undefined
  return [
    ...(epochs.includes('claimed') ? [{ type: 'claimEpoch' as const, node }] : []),
    ...(epochs.includes('proven') ? [{ type: 'proveEpoch' as const, node }] : []),
    ...(next === undefined ? [] : [{ type: 'force' as const, node, transaction: next }]),
    ...(reorganises && !state.reorganised && !isAsBefore(state)
      ? [{ type: 'reorganise' as const, node }]
      : []),
  ]
}

/** Whether going back would change nothing. */
const isAsBefore = (state: State): boolean =>
  JSON.stringify(chainOf(state)) === JSON.stringify(chainOf(state.former))

/** What L1 can go back to, its variables in one order. */
export const chainOf = ({ proven, pending, claim, queue, taken, mode, ledger }: Chain): Chain => ({
  proven,
  pending,
  claim,
  queue,
  taken,
  mode,
  ledger,
})
