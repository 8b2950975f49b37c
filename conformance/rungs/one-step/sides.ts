/**
 * The two sides of the clauses that have no check of their own: definitions and consequences, which decide through the
 * checks of other clauses. A step of the bytecode shows a side when it is accepted, or refused, because the clause says so
 * at its boundary. Clauses that refuse nothing by nature (`No refusing side` in their text) have the passing one only: the
 * effect, which the step compares.
 *
 * Nothing is decided here: the steps are those that rung 3 compares with the model anyway.
 */
import { epochNow, offsetNow, sampleInForce } from '../../../model/l1-rollup/chain.ts'
import { drawsOf } from '../../../model/l1-rollup/draws.ts'
import { effective } from '../../../model/l1-rollup/due.ts'
import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import { epochOf } from '../../../model/l1-rollup/rules/arithmetic.ts'
import type { Block, Event, Sample, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { Parameters } from '../../../spec/parameters.ts'
import { challengeSides } from './challengeSides.ts'
import { fallbackSides } from './fallbackSides.ts'
import { queueSides } from './queueSides.ts'
import { accepted, type ClauseSides, type Moment, poolWei, refused, type Side } from './side.ts'

/** How often bytecode showed each side, by the id of the clause. */
export interface SideCounts {
  readonly passed: ReadonlyMap<string, number>
  readonly refused: ReadonlyMap<string, number>
}

/** Genesis counts to the epoch before the first. */
const epochOfBlock = ({ slot }: Pick<Block, 'slot'>, { slotsPerEpoch }: Parameters): number =>
  slot < 0 ? -1 : epochOf({ slot, slotsPerEpoch })
const atLastOffset = ({ offset, p }: Moment): boolean => offset === p.slotsPerEpoch - 1
const ended = (m: Moment, epochsAgo: number): boolean => m.oldest === m.epoch - epochsAgo
const bondOf = ({ state }: Moment): bigint => BigInt(state.claim?.bondAmount ?? '0')
/** A claim is stored and its epoch's proof can still come. */
const claimIsLive = ({ state, epoch }: Moment): boolean =>
  state.claim !== null && state.claim.epochToProve >= epoch - 1
const claimIsLate = ({ state, epoch }: Moment): boolean =>
  state.claim !== null && state.claim.epochToProve < epoch - 1
/** The stored chain is dead, by one of the two deadlines. */
const chainIsDead = (m: Moment): boolean =>
  m.oldest !== undefined &&
  (m.oldest < m.epoch - 1 || (ended(m, 1) && m.state.claim === null && m.offset >= m.p.claimWindowSlots))
/** Nobody was ever registered or removed: every sample is of the initial set. */
const setNeverChanged = ({ state: { validators } }: Moment): boolean =>
  validators.changedEpoch === 0 && sameNames(validators.current, validators.previous)
/** The committee in force is what its seed draws from a larger set that is still known. */
const wasDrawn = ({
  state: { validators },
  inForce: { randao, epoch, members },
  p,
  draws,
}: Moment): boolean =>
  members.length === p.targetCommitteeSize &&
  [validators.current, validators.previous, validators.earlier].some(
    (set) =>
      set.length > members.length &&
      draws.committee(randao, epoch, set.length).every((at, seat) => set[at] === members[seat]),
  )
const sameNames = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, index) => name === right[index])
const latest = ({ state }: Moment): Sample => state.samples.at(-1)!

const asProposer = ['propose', 'claimEpochProofRight'] as const
/** Who acts under the committee in force is accepted; under another one, or as another member, is not. */
const committeeSides = (when: string, holds: (m: Moment) => boolean): ClauseSides => ({
  passes: accepted(asProposer, `the proposer of the committee in force acts ${when}`, holds),
  refuses: refused(asProposer, ['CommitteeMismatch'], `another committee is refused ${when}`, holds),
})

/** PRUNE-1 to PRUNE-3: the whole chain and a bond are due. */
function settlesAll(m: Moment): boolean {
  return m.oldest !== undefined && m.state.claim !== null && m.epoch > m.state.claim.epochToProve + 1
}

export const clauseSides: Readonly<Record<string, ClauseSides>> = {
  'TIME-1': {
    passes: accepted(
      ['propose'],
      'a header of the slot, in its last second',
      ({ seconds, p }) => seconds === p.slotDurationSeconds - 1,
    ),
    refuses: refused(
      ['propose'],
      ['SlotNotCurrent'],
      'a header of the next slot, in the last second before it',
      ({ seconds, p, state }, event) =>
        seconds === p.slotDurationSeconds - 1 && event.type === 'propose' && event.slot === state.slot + 1,
    ),
  },
  'TIME-2': {
    passes: accepted(
      ['submitEpochProof'],
      'a proof in the first slot after the epoch',
      ({ offset }) => offset === 0,
    ),
    refuses: refused(
      ['submitEpochProof'],
      ['EpochNotEnded'],
      'a proof in the last slot of the epoch',
      atLastOffset,
    ),
  },
  'TIME-3': {
    passes: accepted(
      ['setupEpoch', 'addValidator', 'removeValidator', 'deposit', 'startWithdrawal', 'executeWithdrawal'],
      'what time has made due is still stored after an event that settles nothing',
      (m) => chainIsDead(m) || claimIsLate(m),
    ),
  },
  'EPOCH-2': {
    passes: accepted(['setupEpoch'], 'the sample of the current epoch is there already', ({ state, epoch }) =>
      state.samples.some((sample) => sample.epoch === epoch),
    ),
    refuses: refused(
      ['setupEpoch'],
      ['EpochAlreadySampled'],
      'the sample of the epoch ahead is there already',
      (m) => latest(m).epoch === m.epoch + m.p.seedLookaheadEpochs,
    ),
  },
  'EPOCH-3': committeeSides('while it was drawn from a larger set', wasDrawn),
  'EPOCH-4': committeeSides(
    'while it is the whole set',
    (m) => setNeverChanged(m) && m.state.validators.current.length <= m.p.targetCommitteeSize,
  ),
  'EPOCH-5': committeeSides(
    'while another one waits for its epoch',
    (m) => latest(m).epoch > m.epoch && !sameNames(latest(m).members, m.inForce.members),
  ),
  'EPOCH-6': committeeSides('in an epoch that nobody set up', (m) => m.inForce.epoch < m.epoch),
  'EPOCH-7': committeeSides('in epoch 0', (m) => m.epoch === 0),
  'EPOCH-8': {
    passes: accepted(['propose'], 'one member of several proposes', (m) => m.inForce.members.length > 1),
    refuses: refused(
      ['propose'],
      ['CallerNotProposer'],
      'another member proposes',
      (m, event) => event.type === 'propose' && m.inForce.members.includes(event.caller),
    ),
  },
  'EPOCH-9': committeeSides('while it was drawn from a larger set', wasDrawn),
  'EPOCH-10': { passes: accepted(['setupEpoch'], 'a seed is stored', () => true) },
  'EPOCH-11': committeeSides(
    'while the set has another size than when it was drawn',
    ({ state: { validators } }) => validators.current.length !== validators.previous.length,
  ),
  'EPOCH-12': committeeSides('while it was drawn from a larger set, in as many rounds as that has', wasDrawn),
  'EPOCH-13': committeeSides('with at least one member', (m) => m.inForce.members.length > 0),
  'VALIDATOR-5': {
    passes: accepted(
      ['setupEpoch'],
      'the set has changed in the epoch of the call, and before it in the epoch ahead of that',
      ({ state: { validators }, epoch }) =>
        validators.changedEpoch === epoch &&
        !sameNames(validators.current, validators.previous) &&
        !sameNames(validators.previous, validators.earlier),
    ),
  },
  'PROPOSE-12': {
    passes: accepted(
      ['propose'],
      'the parent is a pending block',
      (m) => m.oldest !== undefined && !chainIsDead(m),
    ),
    refuses: refused(
      ['propose'],
      ['ParentNotTip'],
      'the parent is the proven tip, though blocks are pending',
      (m, event) =>
        m.oldest !== undefined &&
        !chainIsDead(m) &&
        event.type === 'propose' &&
        event.parent.slot === m.state.proven.slot,
    ),
  },
  'PROPOSE-13': {
    passes: accepted(
      ['propose'],
      'the parent is the pending block of its slot',
      (m) => m.oldest !== undefined && !chainIsDead(m),
    ),
    refuses: refused(
      ['propose'],
      ['ParentNotTip'],
      'the parent is another block of the slot of the tip',
      (m, event) =>
        event.type === 'propose' &&
        !chainIsDead(m) &&
        event.parent.slot === m.state.pending.at(-1)?.slot &&
        event.parent.content !== m.state.pending.at(-1)?.content,
    ),
  },
  ...challengeSides,
  ...fallbackSides,
  ...queueSides,
  'PROPOSE-14': {
    passes: accepted(
      ['propose', 'submitEpochProof'],
      'the first block stands on genesis, or the first proof starts there',
      ({ state }, event) =>
        state.proven.slot < 0 &&
        ((event.type === 'propose' && event.parent.slot < 0) || event.type === 'submitEpochProof'),
    ),
    refuses: refused(
      ['submitEpochProof'],
      ['ProofStartMismatch'],
      'the first proof starts elsewhere',
      ({ state }) => state.proven.slot < 0,
    ),
  },
  'CLAIM-10': {
    passes: accepted(
      ['claimEpochProofRight'],
      'a bond goes to the stake',
      (_, event) => event.type === 'claimEpochProofRight' && BigInt(event.quote.bondAmount) > 0n,
    ),
  },
  'PROOF-6': {
    passes: accepted(
      ['submitEpochProof'],
      'a later block stays pending',
      (m) => epochOfBlock(m.state.pending.at(-1) ?? { slot: 0 }, m.p) > (m.oldest ?? 0),
    ),
  },
  'PROOF-7': {
    passes: accepted(['submitEpochProof'], 'a bond goes back', (m) => claimIsLive(m) && bondOf(m) > 0n),
  },
  'PROOF-8': {
    passes: accepted(
      ['submitEpochProof'],
      'no claim, in the last slot of the window',
      ({ state, offset, p }) => state.claim === null && offset === p.claimWindowSlots - 1,
    ),
    refuses: refused(
      ['submitEpochProof'],
      ['NothingToProve'],
      'no claim, in the slot after the window',
      (m) => ended(m, 1) && m.state.claim === null && m.offset === m.p.claimWindowSlots,
    ),
  },
  'PROOF-9': {
    passes: accepted(
      ['submitEpochProof'],
      'the epoch before the proven one has no blocks',
      (m) => m.oldest !== undefined && m.oldest > epochOfBlock(m.state.proven, m.p) + 1,
    ),
    refuses: refused(
      ['submitEpochProof', 'claimEpochProofRight'],
      ['NothingToProve', 'NothingToClaim'],
      'the epoch before has no blocks, and nothing else is pending',
      (m) => m.oldest === undefined && m.epoch > 0 && epochOfBlock(m.state.proven, m.p) < m.epoch - 1,
    ),
  },
  'PRUNE-1': {
    passes: accepted(
      ['prune'],
      'no claim, in the slot after the window',
      (m) => ended(m, 1) && m.state.claim === null && m.offset === m.p.claimWindowSlots,
    ),
    refuses: refused(
      ['prune'],
      ['NothingToPrune'],
      'no claim, in the last slot of the window',
      (m) => ended(m, 1) && m.state.claim === null && m.offset === m.p.claimWindowSlots - 1,
    ),
  },
  'PRUNE-2': {
    passes: accepted(
      ['prune'],
      'claimed, in the first slot after the next epoch',
      (m) => ended(m, 2) && m.state.claim !== null && m.offset === 0,
    ),
    refuses: refused(
      ['prune'],
      ['NothingToPrune'],
      'claimed, in the last slot of the next epoch',
      (m) => ended(m, 1) && claimIsLive(m) && atLastOffset(m),
    ),
  },
  'PRUNE-3': {
    passes: accepted(
      ['prune', 'propose'],
      'the bond of a late claim is slashed, in the first slot after its epoch',
      (m) => claimIsLate(m) && bondOf(m) > 0n && m.offset === 0,
    ),
    refuses: refused(
      ['prune'],
      ['NothingToPrune'],
      'a bond is at stake, in the last slot in which its proof may come',
      (m) => claimIsLive(m) && bondOf(m) > 0n && ended(m, 1) && atLastOffset(m),
    ),
  },
  'PRUNE-4': {
    passes: accepted(['propose'], 'a proposal on the proven tip drops a dead chain', chainIsDead),
    refuses: refused(
      ['propose'],
      ['ParentNotTip'],
      'a proposal on the tip of a dead chain',
      (m, event) =>
        chainIsDead(m) && event.type === 'propose' && event.parent.slot === m.state.pending.at(-1)!.slot,
    ),
  },
  'PRUNE-7': {
    passes: accepted(
      ['propose'],
      'a proposal on a block of the epoch before',
      (m, event) =>
        !chainIsDead(m) &&
        event.type === 'propose' &&
        m.oldest !== undefined &&
        epochOfBlock(event.parent, m.p) === m.epoch - 1,
    ),
    refuses: refused(
      ['propose'],
      ['ParentNotTip'],
      'a proposal on a pending block that is two epochs old',
      (m, event) =>
        event.type === 'propose' &&
        m.state.pending.some(({ slot }) => slot === event.parent.slot) &&
        epochOfBlock(event.parent, m.p) === m.epoch - 2,
    ),
  },
  'PRUNE-8': {
    passes: accepted(['prune'], 'something is proven', ({ state }) => state.proven.slot >= 0),
  },
  'ESCROW-4': { passes: accepted(['deposit'], 'the tokens of the caller become available') },
  'ESCROW-10': {
    passes: accepted(
      ['deposit', 'executeWithdrawal', 'collectSlashed'],
      'tokens go into the escrow or out of it',
    ),
  },
  'ESCROW-11': {
    passes: accepted(
      ['claimEpochProofRight'],
      'a withdrawal that has started covers a part of the bond',
      ({ state }, event) =>
        event.type === 'claimEpochProofRight' &&
        BigInt(event.quote.bondAmount) > BigInt(state.accounts[event.quote.proverAddress]?.available ?? 0),
    ),
    refuses: refused(
      ['executeWithdrawal'],
      ['WithdrawalLocked'],
      'a withdrawal that has started, in the last slot of a claim window',
      (m, event) =>
        event.type === 'executeWithdrawal' &&
        m.offset === m.p.claimWindowSlots - 1 &&
        BigInt(m.state.accounts[event.caller]?.withdrawing ?? 0) > 0n,
    ),
  },
  'ESCROW-12': { passes: accepted(['startWithdrawal'], 'the amount is locked until its slot') },
  'REWARD-1': {
    passes: accepted(
      ['submitEpochProof'],
      'a claimed epoch is paid for',
      (m) => claimIsLive(m) && rewardIsPaid(m),
    ),
  },
  'REWARD-2': {
    passes: accepted(
      ['submitEpochProof'],
      'the fee is a part of the reward',
      (m) => claimIsLive(m) && rewardIsPaid(m) && m.state.claim!.basisPointFee > 0,
    ),
  },
  'REWARD-3': {
    passes: accepted(
      ['submitEpochProof'],
      'the fee leaves a part of the reward',
      (m) => claimIsLive(m) && rewardIsPaid(m) && m.state.claim!.basisPointFee < 10_000,
    ),
  },
  'REWARD-4': {
    passes: accepted(
      ['submitEpochProof'],
      'an epoch without a claim, and a pool that could pay',
      (m) => m.state.claim === null && rewardIsPaid(m),
    ),
  },
  'REWARD-6': {
    passes: accepted(
      ['submitEpochProof'],
      'an epoch with several blocks is paid for',
      (m) =>
        claimIsLive(m) &&
        rewardIsPaid(m) &&
        m.state.pending.filter((block) => epochOfBlock(block, m.p) === m.oldest).length > 1,
    ),
  },
  'LOG-1': {
    passes: accepted(
      ['propose'],
      'a chain and a bond that were due are announced with the block',
      settlesAll,
    ),
  },
  'LOG-2': { passes: accepted(['prune'], 'a chain that was due is announced with the bond', settlesAll) },
  'LOG-3': { passes: accepted(['claimEpochProofRight'], 'a claim is announced', () => true) },
  'LOG-4': {
    passes: accepted(
      ['submitEpochProof'],
      'prover and claimant are credited',
      (m) =>
        claimIsLive(m) &&
        rewardIsPaid(m) &&
        m.state.claim!.basisPointFee > 0 &&
        m.state.claim!.basisPointFee < 10_000,
    ),
  },
  'LOG-5': { passes: accepted(['setupEpoch'], 'a sample is announced', () => true) },
  'LOG-6': { passes: accepted(['addValidator'], 'a validator is announced', () => true) },
  'LOG-7': { passes: accepted(['startWithdrawal'], 'a withdrawal is announced', () => true) },
  'LOG-8': { passes: accepted(['collectReward'], 'a payment is announced', () => true) },
  'LOG-9': { passes: accepted(['deposit'], 'the token announces its move', () => true) },
}

/** The pool holds something beyond all credits, and there is a reward to take from it. */
const rewardIsPaid = (m: Moment): boolean => m.p.epochRewardWei !== '0' && poolWei(m) > 0n

/** Counts the steps of one profile that show a side. */
export class SideCounter implements SideCounts {
  readonly passed = new Map<string, number>()
  readonly refused = new Map<string, number>()
  /** By event, and by event and refusal. */
  readonly #passing = new Map<string, [string, Side][]>()
  readonly #refusing = new Map<string, [string, Side][]>()
  readonly #p: Parameters
  readonly #draws: Moment['draws']

  constructor(parameters: Parameters) {
    this.#p = parameters
    this.#draws = drawsOf(parameters)
    for (const [clause, { passes, refuses }] of Object.entries(clauseSides)) {
      for (const event of passes.events) put(this.#passing, event, [clause, passes])
      for (const event of refuses?.events ?? [])
        for (const refusal of refuses!.refusals ?? [])
          put(this.#refusing, `${event} ${refusal}`, [clause, refuses!])
    }
  }

  /** @param seconds how far into its slot the call's block is */
  momentOf(state: State, seconds: number): Moment {
    const p = this.#p
    const [first] = state.pending
    return {
      state,
      eff: effective(state, p),
      p,
      draws: this.#draws,
      seconds,
      epoch: epochNow(state, p),
      offset: offsetNow(state, p),
      oldest: first && epochOfBlock(first, p),
      inForce: sampleInForce(state, p),
    }
  }

  /** @param refusal absent when the event was accepted */
  count(moment: Moment, event: Event, refusal?: RefusalName): void {
    const sides =
      refusal === undefined ? this.#passing.get(event.type) : this.#refusing.get(`${event.type} ${refusal}`)
    const counts = refusal === undefined ? this.passed : this.refused
    for (const [clause, side] of sides ?? [])
      if (side.holds(moment, event)) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  }
}

const put = (map: Map<string, [string, Side][]>, key: string, side: [string, Side]): void => {
  map.set(key, [...(map.get(key) ?? []), side])
}
