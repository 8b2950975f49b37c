import type { Header, L1View } from '../../model/follower/vocabulary.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { proposalText } from '../../model/node/facts.ts'
import { NOBODY, type Proposal, type View } from '../../model/node/vocabulary.ts'
import type { Fact, Foreseen } from './fact.ts'
import type { Setup } from './vocabulary.ts'

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
    proposal.blobs === 'match' &&
    !isTwice(proposal, parent.root) &&
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

/** FOLLOW-4, FOLLOW-13: the root is another, or no proof can be made of the body. */
const isWrong = ({ parent, body, forced, root }: Header): boolean =>
  rootOf(parent.root, body) !== root.join() ||
  forced.some((transaction, place) => body[place] !== transaction) ||
  isTwice({ transactions: body, forced: forced.length }, parent.root)

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
export const isTwice = (
  { transactions, forced }: Pick<Proposal, 'transactions' | 'forced'>,
  before: readonly string[],
): boolean =>
  transactions
    .slice(forced)
    .some((transaction, place) => [...before, ...transactions.slice(0, forced + place)].includes(transaction))

/** FOLLOW-6: raised exactly as long as a block is known to be wrong. */
export function alarmIsRight({ slot, view }: FactOf<'told'>, { read, bodies }: Known): boolean {
  const found = read
    ? chainIn(read, slot).some((header) => bodies.has(bodyText(header)) && isWrong(header))
    : false
  return view.alarm === found
}

/** What a block is known by, whichever body its blobs carry. */
export function earnedText(block: Pick<Proposal, 'slot' | 'parent' | 'forced' | 'root'>): string {
  const { slot, parent, forced, root } = block
  return `${slot} ${parent.slot} ${parent.root.join()} ${forced} ${root.join()}`
}

export const shownText = (header: Header): string => earnedText({ ...header, forced: header.forced.length })

type Shows = FactOf<'shows'>

/** Whether what was proven before still is, at the same place. */
export const isAppended = (before: Shows, after: Shows): boolean =>
  after.proven >= before.proven &&
  before.chain.slice(0, before.proven).every((header, place) => {
    const now = after.chain[place]
    return now === header || (now !== undefined && bodyText(now) === bodyText(header))
  })

/** Whether blocks stand one on the other, none of a slot that is not there yet. */
export const chainStands = (chain: readonly Header[], slot: number): boolean =>
  chain.every((header, place) => {
    const below = chain[place - 1] ?? { slot: -1, root: [] }
    const isOn = header.parent.slot === below.slot && header.parent.root.join() === below.root.join()
    return isOn && header.slot > below.slot && header.slot <= slot
  })

/** Whether a chain has anything twice that is not forced. */
export function listsTwice(chain: readonly Header[]): boolean {
  const had = new Set<string>()
  return chain.some(({ body, forced }) =>
    body.some((transaction, place) => {
      const isTwiceThere = place >= forced.length && had.has(transaction)
      had.add(transaction)
      return isTwiceThere
    }),
  )
}

const waitingIn = ({ queue, marked }: Shows): Shows['queue'] => queue.slice(marked)

/** QUEUE-6, QUEUE-7. @param slot of L1 */
export function isServed(
  { transactions, forced }: Proposal,
  shown: Shows,
  slot: number,
  { slotsPerEpoch, forcedMinimum }: { readonly slotsPerEpoch: number; readonly forcedMinimum: number },
): boolean {
  const next = waitingIn(shown)[forced]
  const isNextDue = next !== undefined && next.includedByEpoch * slotsPerEpoch <= slot
  return !isNextDue || (forced >= forcedMinimum && transactions.length === forced)
}

/** QUEUE-5. */
export const forcedAreFront = ({ transactions, forced }: Proposal, shown: Shows): boolean =>
  forced <= transactions.length &&
  transactions
    .slice(0, forced)
    .every((transaction, place) => waitingIn(shown)[place]?.transaction === transaction)

/** QUEUE-8. */
export const marksAreRight = ({ chain, marked }: Shows): boolean =>
  chain.reduce((sum, { forced }) => sum + forced.length, 0) === marked

/** QUOTE-10. @param read what the member read last */
export const isWithinMeans = ({ quote }: FactOf<'quoted'>, read: FactOf<'read'> | undefined): boolean =>
  read !== undefined && BigInt(quote.bond) <= BigInt(read.account.available)

/** QUOTE-11. */
export const isHeldWhole = ({ transactions, held }: FactOf<'quoted'>): boolean =>
  transactions.every((transaction) => held.includes(transaction))

/** What L1 would refuse of somebody who could know it. What to deposit is its owner's choice (ESCROW-3). */
export const isBadCall = ({ foreseen, call }: FactOf<'handed'>): boolean =>
  isForeseenBad(foreseen) && call !== 'deposit'

export const isForeseenBad = ({ isCurrent, refusal }: Foreseen): boolean => isCurrent && refusal !== undefined

/** ATTEST-6: an honest proposer has proposed what is signed in its slot. @param texts what honest members proposed */
export const isOfProposer = (
  { proposal, proposer }: FactOf<'signed'>,
  honest: readonly string[],
  texts: ReadonlySet<string>,
): boolean => !honest.includes(proposer) || texts.has(`${proposer} ${proposalText(proposal)}`)

/** BUILD-13, ATTEST-13. */
export const isLongEnough = ({ transactions, forced }: Proposal, minTxPerBlock: number): boolean =>
  transactions.length >= minTxPerBlock || (forced > 0 && forced === transactions.length)

const escrowCalls: readonly string[] = ['deposit', 'startWithdrawal', 'executeWithdrawal']

/** What a node hands in once: a call of a kind in a slot; those of the escrow are one kind (PROVE-6). */
export const handedKey = ({ slot, call }: FactOf<'handed'>): string =>
  `${escrowCalls.includes(call) ? 'escrow' : call} ${slot}`

/** PROVE-8: whether a withdrawal leaves less than what can still be claimed with. */
export const breaksPromise = (
  { call, amount, slot }: FactOf<'handed'>,
  quoted: readonly FactOf<'quoted'>[],
  read: FactOf<'read'> | undefined,
  slotsPerEpoch: number,
): boolean =>
  call === 'startWithdrawal' &&
  read?.claim === NOBODY &&
  quoted.some(
    ({ quote: { epoch, validUntilSlot, bond } }) =>
      epoch + 1 === epochOf({ slot, slotsPerEpoch }) &&
      validUntilSlot >= slot &&
      BigInt(read.account.available) - BigInt(amount) < BigInt(bond),
  )

/** BUILD-14 to BUILD-16. */
export const isSound = ({ proposal, held }: FactOf<'proposed'>): boolean =>
  proposal.transactions.slice(proposal.forced).every((transaction) => held.includes(transaction)) &&
  !isTwice(proposal, proposal.parent.root)

const onLevel: readonly string[] = ['claim', 'based']
const onOldest: readonly string[] = ['submitEpochProof', 'startWithdrawal', 'executeWithdrawal']

/** FOLLOW-9, BASED-1: who hands in what depends on the chain has computed as much of it as that depends on. */
export function isOnLevel(
  fact: FactOf<'handed' | 'quoted'>,
  { told, read }: { readonly told: View | undefined; readonly read: L1View | undefined },
  { maxViewAge, profile: { parameters } }: Pick<Setup, 'maxViewAge' | 'profile'>,
): boolean {
  if (fact.kind === 'handed' && onLevel.includes(fact.call)) return told?.follows === 'level'
  if (fact.kind === 'handed' && !onOldest.includes(fact.call)) return true
  if (!told || !read || fact.slot - read.time > maxViewAge) return false
  return told.tip.slot >= lastOfOldest(read, fact.slot, parameters.slotsPerEpoch)
}

/** PROOF-2: the slot of the last block of the oldest epoch that is not proven, or of the last that is; −1: none. */
function lastOfOldest(read: L1View, slot: number, slotsPerEpoch: number): number {
  const slots = chainIn(read, slot).map((header) => header.slot)
  const first = slots[read.proven]
  if (first === undefined) return slots.at(-1) ?? -1
  const epoch = epochOf({ slot: first, slotsPerEpoch })
  return slots.findLast((slot) => epochOf({ slot, slotsPerEpoch }) === epoch)!
}
