import { blockText, commonFront, isExecutable, listText, rootAfter } from '../node/lists.ts'
import { type Block, GENESIS, NO_POOL_VIEW, NO_VIEW, type PoolView, type View } from '../node/vocabulary.ts'
import { type Header, NO_HEADER, NO_L1_VIEW, type State } from './vocabulary.ts'

/** What a state says of the chain: spec/actors/follower.md, Shapes. Without a view the chain is empty. */
type Seen = Pick<State, 'slot' | 'applied' | 'wrong' | 'view'>

/** A header in an id: `0:-1:-:t1:-:t1`. Different headers have different texts. */
export const headerText = ({ slot, parent, body, forced, root }: Header): string =>
  `${slot}:${blockText(parent)}:${listText(body)}:${listText(forced)}:${listText(root)}`

const textsOf = (headers: readonly Header[]): string[] => headers.map(headerText)

/** FOLLOW-1: whether anything was read since the start, be it of before genesis. */
export const hasView = ({ view }: Pick<State, 'view'>): boolean => view.time > NO_L1_VIEW.time

/** FOLLOW-7: with what time alone has pruned. */
export const chainOf = ({ slot, view }: Seen): readonly Header[] =>
  view.prunesAt >= 0 && slot >= view.prunesAt ? view.chain.slice(0, view.proven) : view.chain

/** FOLLOW-3: of the chain, what is applied. */
export function rightOf(state: Seen): readonly Header[] {
  const chain = chainOf(state)
  return chain.slice(0, commonFront(textsOf(chain), textsOf(state.applied)))
}

/** What the first blocks of the chain come to, as far as they are applied. */
export const rootOfFirst = (state: Seen, count: number): string[] =>
  rightOf(state).slice(0, count).at(-1)?.root ?? []

/** FOLLOW-3: the own tip. */
export function tipOf(state: Seen): Block {
  const last = rightOf(state).at(-1)
  return last ? { slot: last.slot, root: last.root } : GENESIS
}

/** FOLLOW-3: the first block of the chain that is not applied. */
export const nextOf = (state: Seen): Header => chainOf(state)[rightOf(state).length] ?? NO_HEADER

/** FOLLOW-6: whether a block was found wrong, on the parent that it names. */
const isWrong = ({ wrong }: Pick<State, 'wrong'>, header: Header): boolean =>
  textsOf(wrong).includes(headerText(header))

/** FOLLOW-6. */
export const alarmIsRaised = (state: Seen): boolean => chainOf(state).some((header) => isWrong(state, header))

/** FOLLOW-7: whether fallback is in force, with what time alone has changed. */
export const fallbackIsInForce = ({
  slot,
  view: { fallbackFrom, fallbackUntil },
}: Pick<State, 'slot' | 'view'>): boolean =>
  fallbackFrom >= 0 && slot >= fallbackFrom && !(fallbackUntil >= 0 && slot >= fallbackUntil)

/** The forced transactions that no block of the chain has taken. */
export const waitingOf = (state: Seen): string[] =>
  state.view.forced.slice(chainOf(state).reduce((taken, { forced }) => taken + forced.length, 0))

/** FOLLOW-3, FOLLOW-8: whose body is asked for, under the alarm too. What was found wrong is not asked for again. */
export function lackingOf(state: Seen): Header {
  const next = nextOf(state)
  return isWrong(state, next) ? NO_HEADER : next
}

/** `Report`: what the roles are told. FOLLOW-9, FOLLOW-11. */
export function reportOf(state: Seen, maxViewAge: number): View {
  if (!hasView(state)) return NO_VIEW
  const isLevel = nextOf(state).slot === NO_HEADER.slot && state.slot - state.view.time <= maxViewAge
  return {
    follows: isLevel ? 'level' : 'behind',
    tip: tipOf(state),
    alarm: alarmIsRaised(state),
    fallback: fallbackIsInForce(state),
    queue: waitingOf(state),
  }
}

/** `PoolReport`: what the pool is told. */
export function poolReportOf(state: Seen): PoolView {
  if (!hasView(state)) return NO_POOL_VIEW
  return {
    root: tipOf(state).root,
    // TX-10: as far as it is applied.
    final: rootOfFirst(state, state.view.final),
    queue: waitingOf(state),
  }
}

/** FOLLOW-3: the root that a body gives on the own tip. */
export const computedRoot = (state: Seen, body: readonly string[]): string[] =>
  rootAfter({ parent: tipOf(state), transactions: [...body] })

/** `Provable` (FOLLOW-13): whether a proof can be made of a block on another one, whatever root it claims. */
export const isProvable = (parent: Block, { body, forced }: Pick<Header, 'body' | 'forced'>): boolean =>
  commonFront(forced, body) === forced.length &&
  isExecutable({ parent, transactions: body, forced: forced.length })
