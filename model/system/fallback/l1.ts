/** L1 with and without a committee: the rules of the rollup and of its timing, asked about what spec/system/fallback.md has of them. */
import type { FallbackSystemProfile } from '../../../spec/system/fallback.ts'
import { firstEntryNext, sessionEndNext, unusedSessionSlots } from '../../fallback-controller/rules/timing.ts'
import { advances, dueChange, inSession, waits } from '../../fallback-controller/timing.ts'
import type { Header, L1View } from '../../follower/vocabulary.ts'
import { epochOf, includedByEpochOf } from '../../l1-rollup/rules/arithmetic.ts'
import { pruneDue, slashDue } from '../../l1-rollup/rules/due.ts'
import { listText, othersIn, rootAfter } from '../../node/lists.ts'
import { type Block, GENESIS } from '../../node/vocabulary.ts'
import type { Building } from '../../proposer/vocabulary.ts'
import { NO_ADDRESS } from '../../shared/units.ts'
import { type Chain, L1_GENESIS, type L1Block, type LedgerBlock, NO_CLAIM } from './vocabulary.ts'

export const headerOf = ({ slot, parent, transactions, forced }: Building): Header => ({
  slot,
  parent,
  body: transactions,
  forced: transactions.slice(0, forced),
  root: rootAfter({ parent, transactions }),
})

export const onL1 = ({
  slot,
  transactions,
  forced,
}: Pick<Building, 'slot' | 'transactions' | 'forced'>): L1Block => {
  const others = othersIn({ transactions, forced })
  return { ...L1_GENESIS, slot, forced, content: others.length === 0 ? 'none' : listText(others) }
}

export const tipOfLedger = (ledger: readonly LedgerBlock[]): Block => {
  const last = ledger.at(-1)?.header
  return last ? { slot: last.slot, root: last.root } : GENESIS
}

export const provenLedger = ({ ledger, pending }: Pick<Chain, 'ledger' | 'pending'>): LedgerBlock[] =>
  ledger.slice(0, ledger.length - pending.length)

/** PROPOSE-12. */
export const tipOnL1 = ({ pending, proven }: Chain): L1Block => pending.at(-1) ?? proven

/** How L1 has what a node calls so, if it is in the ledger. */
export function blockNamed({ slot, root }: Block, { ledger }: Chain): L1Block | undefined {
  if (slot === GENESIS.slot) return root.length === 0 ? L1_GENESIS : undefined
  const found = ledger.find(({ header }) => header.slot === slot && listText(header.root) === listText(root))
  if (!found) return undefined
  const { body, forced } = found.header
  return onL1({ slot, transactions: body, forced: forced.length })
}

/** QUEUE-8. */
export const waitingEntries = ({ queue, taken, pending }: Chain): Chain['queue'] =>
  queue.slice(pending.reduce((sum, { forced }) => sum + forced, taken))

export const waitingIn = (chain: Chain): string[] =>
  waitingEntries(chain).map(({ transaction }) => transaction)

const epochIn = (slot: number, { slotsPerEpoch }: FallbackSystemProfile): number =>
  epochOf({ slot, slotsPerEpoch })

const timesOf = ({ enterSlots, exitSlots, activitySlots }: FallbackSystemProfile) => ({
  fallbackEnterSlots: enterSlots,
  fallbackExitSlots: exitSlots,
  fallbackExitActivitySlots: activitySlots,
})

/** FALLBACK-3: the first slot in which the claimed epoch can no longer be proven, −1 without a claim. */
const deadlineOf = ({ claim }: Chain, { slotsPerEpoch }: FallbackSystemProfile): number =>
  claim === NO_CLAIM ? -1 : (claim + 2) * slotsPerEpoch

/** What is due of pending blocks and of a claim in a slot. */
export const dueFacts = ({ pending, claim }: Chain, slot: number, profile: FallbackSystemProfile) => ({
  hasUnproven: pending.length > 0,
  fallbackEntered: false,
  oldestUnprovenEpoch: pending[0] ? epochIn(pending[0].slot, profile) : 0,
  claimedProver: claim === NO_CLAIM ? NO_ADDRESS : 'prover',
  claimedEpoch: Math.max(claim, 0),
  currentEpoch: epochIn(slot, profile),
  offset: slot - epochIn(slot, profile) * profile.slotsPerEpoch,
  claimWindowSlots: profile.claimWindowSlots,
})

/** PRUNE-1 to PRUNE-3, FALLBACK-1 to FALLBACK-8: a chain in a slot that follows the one in which it was as it is. */
export function inSlot(chain: Chain, slot: number, profile: FallbackSystemProfile): Chain {
  const queueWaits = chain.taken < chain.queue.length
  const change = dueChange(chain.mode, slot, deadlineOf(chain, profile), queueWaits, timesOf(profile))
  const facts = { ...dueFacts(chain, slot, profile), fallbackEntered: (change?.entries ?? 0) > 0 }
  const isPruned = pruneDue(facts)
  return {
    ...chain,
    pending: isPruned ? [] : chain.pending,
    ledger: isPruned ? provenLedger(chain) : chain.ledger,
    claim: slashDue(facts) ? NO_CLAIM : chain.claim,
    mode: change?.after ?? chain.mode,
  }
}

/** FOLLOW-7: what a follower reads. */
export function viewOf(chain: Chain, slot: number, profile: FallbackSystemProfile): L1View {
  const { ledger, queue, mode } = chain
  const times = timesOf(profile)
  const entry =
    firstEntryNext({
      baseNext: mode.countedFrom + 1,
      fallbackEnterSlots: profile.enterSlots,
      claimDeadline: Math.max(0, deadlineOf(chain, profile)),
    }) - 1
  const ends =
    sessionEndNext({ enteredNext: mode.entered + 1, advancedNext: mode.advanced + 1, ...times }) - 1
  const [fallbackFrom, fallbackUntil] = inSession(mode)
    ? [mode.entered, ends]
    : [entry, entry < 0 ? -1 : entry + unusedSessionSlots(times)]
  return {
    time: slot,
    chain: ledger.map(({ header }) => header),
    proven: provenLedger(chain).length,
    final: 0,
    prunesAt: prunesAt(chain, slot, entry, profile),
    fallbackFrom,
    fallbackUntil,
    forced: queue.map(({ transaction }) => transaction),
    setUp: -1,
  }
}

/** PRUNE-1, PRUNE-2, FALLBACK-4. */
function prunesAt(chain: Chain, slot: number, entry: number, profile: FallbackSystemProfile): number {
  if (chain.pending.length === 0) return -1
  let at = slot + 1
  while (at !== entry && !pruneDue(dueFacts(chain, at, profile))) at++
  return at
}

type Body = Pick<Building, 'slot' | 'parent' | 'transactions' | 'forced'>

/** FALLBACK-14. */
export const withProven = (chain: Chain, block: Body, isProven: boolean, slot: number): Chain => ({
  ...chain,
  proven: onL1(block),
  taken: chain.taken + block.forced,
  mode: advances(chain.mode, slot, false),
  ledger: [...provenLedger(chain), { header: headerOf(block), signers: [], isProven }],
})

/** PROPOSE-12, FALLBACK-2. */
export const withAttested = (chain: Chain, block: Body, signers: string[], slot: number): Chain => ({
  ...chain,
  pending: [...chain.pending, onL1(block)],
  mode: waits(chain.mode, slot),
  ledger: [...chain.ledger, { header: headerOf(block), signers, isProven: false }],
})

export const withClaim = (chain: Chain, slot: number, profile: FallbackSystemProfile): Chain => ({
  ...chain,
  claim: epochIn(slot, profile) - 1,
})

/** PROOF-6, FALLBACK-2. */
export function withProof(chain: Chain, slot: number, profile: FallbackSystemProfile): Chain {
  const { pending, queue } = chain
  const oldest = epochIn(pending[0]!.slot, profile)
  const proven = pending.filter((block) => epochIn(block.slot, profile) === oldest)
  const left = pending.slice(proven.length)
  const taken = proven.reduce((sum, { forced }) => sum + forced, chain.taken)
  return {
    ...chain,
    proven: proven.at(-1)!,
    pending: left,
    claim: NO_CLAIM,
    taken,
    mode: advances(chain.mode, slot, left.length > 0 || taken < queue.length),
  }
}

/** QUEUE-3, FALLBACK-2. */
export const withForced = (
  chain: Chain,
  transaction: string,
  slot: number,
  profile: FallbackSystemProfile,
): Chain => ({
  ...chain,
  queue: [
    ...chain.queue,
    {
      transaction,
      includedByEpoch: includedByEpochOf({
        currentEpoch: epochIn(slot, profile),
        forcedDelayEpochs: profile.delayEpochs,
      }),
    },
  ],
  mode: waits(chain.mode, slot),
})
