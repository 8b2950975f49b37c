import type { Header, L1View } from '../../model/follower/vocabulary.ts'
import type { Proposal } from '../../model/node/vocabulary.ts'
import type { Fact } from './vocabulary.ts'

/**
 * What the predicates take for right of a single fact, written a second time: no line of it is shared with what the nodes
 * run.
 */
export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>

/** `Root` (spec/actors/attester.md): what has its effects gives none twice. */
const rootOf = (root: readonly string[], transactions: readonly string[]): string =>
  [...new Set([...root, ...transactions])].join()

/** Whether a signature is one of what its member computed. TX-8: what L1 forces needs no verification. */
export function isComputed(fact: FactOf<'signed'>): boolean {
  const { proposal, result } = fact
  const verified = [...fact.verified, ...fact.forced]
  const { parent, transactions, forced, root } = proposal
  const sameExecution =
    JSON.stringify([parent.slot, parent.root, transactions, forced]) ===
    JSON.stringify([result.parent.slot, result.parent.root, result.transactions, result.forced])
  return (
    sameExecution &&
    root.join() === rootOf(parent.root, transactions) &&
    transactions.slice(0, forced).every((transaction) => fact.forced.includes(transaction)) &&
    transactions.slice(forced).every((transaction) => verified.includes(transaction))
  )
}

/** What a member has of L1 when its follower says something. */
export interface Known {
  /** What it read last, undefined since its last start. */
  readonly read: L1View | undefined
  /** Which bodies it took since its store was lost last, each the right one of its header. */
  readonly bodies: ReadonlySet<string>
}

export function bodyText(header: Header): string {
  const text = texts.get(header) ?? JSON.stringify(header)
  texts.set(header, text)
  return text
}
const texts = new WeakMap<Header, string>()

/** The body is that of the header: which others a node took counts for nothing. */
export const isRightBody = ({ header, body }: FactOf<'fetched'>): boolean =>
  header.body.join() === body.join()

const chainIn = ({ chain, proven, prunesAt }: L1View, slot: number): readonly Header[] =>
  prunesAt < 0 || slot < prunesAt ? chain : chain.slice(0, proven)

const isWrong = ({ parent, body, root }: Header): boolean => rootOf(parent.root, body) !== root.join()

/**
 * Whether the own tip that a follower tells is Genesis or a block that its bodies lead to, and level only where it is the
 * last of a chain that is not too old.
 * @param maxViewAge in slots
 */
export function tipIsRight(
  { slot, view }: FactOf<'told'>,
  { read, bodies }: Known,
  maxViewAge: number,
): boolean {
  if (view.follows === 'nothing') return true
  if (!read) return false
  const chain = chainIn(read, slot)
  const reached = chain.findIndex((header) => !bodies.has(bodyText(header)) || isWrong(header))
  const computed = reached < 0 ? chain : chain.slice(0, reached)
  const place = chain.findIndex((header) => header.slot === view.tip.slot)
  const isGenesis = view.tip.slot === -1 && view.tip.root.length === 0
  const isTip = isGenesis || computed[place]?.root.join() === view.tip.root.join()
  if (view.follows === 'behind') return isTip
  return isTip && place === chain.length - 1 && slot - read.time <= maxViewAge
}

/** TX-10: whether a transaction has had its effects where L1 cannot go back. */
export const isFinal = (read: L1View | undefined, transaction: string): boolean =>
  read?.chain[read.final - 1]?.root.includes(transaction) ?? false

/** ATTEST-16: whether a block has what is not forced twice, or again. @param before what its chain has */
export const isTwice = ({ transactions, forced }: Proposal, before: readonly string[]): boolean =>
  transactions
    .slice(forced)
    .some((transaction, place) => [...before, ...transactions.slice(0, forced + place)].includes(transaction))

/** FOLLOW-6: raised exactly as long as a root is known to differ. */
export function alarmIsRight({ slot, view }: FactOf<'told'>, { read, bodies }: Known): boolean {
  const found = read
    ? chainIn(read, slot).some((header) => bodies.has(bodyText(header)) && isWrong(header))
    : false
  return view.alarm === found
}
