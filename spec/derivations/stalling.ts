import { floorDivide } from './counting.ts'
import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { blockingMembers, quorum } from './quorum.ts'
import { Rational } from './rational.ts'

/** Mean number of different members among `draws` proposers drawn with replacement from `size`. */
export const meanDistinct = (size: number, draws: number): Rational =>
  Rational.whole(size).multiply(
    Rational.of(BigInt(size - 1), BigInt(size))
      .power(draws)
      .complement(),
  )

/** One way to make blocks vanish: what is bribed, and how many slots are lost. */
export interface Attack {
  /** Slots lost when it is done once. */
  readonly onceSlots: number
  /** Slots lost for each time when it is done again and again. */
  readonly repeatedSlots: number
  /** Blocks that stood on the pending chain and go when it is done once, at most. */
  readonly droppedBlocks: number
}

/**
 * No quorum: the epoch whose committee is bribed, in which no block stands. No claim: the epoch and what was built on it
 * in the claim window of the next; when repeated, the rest of that next epoch is lost to the next bribe. Withheld
 * (the transactions of one block, state differences being on L1): the same, because no prover quotes for an epoch that it
 * cannot prove. No proof: both epochs.
 */
export const attacks = (
  epochSlots: number,
  claimWindowSlots: number,
): Record<'noQuorum' | 'noClaim' | 'withheld' | 'noProof', Attack> => ({
  noQuorum: { onceSlots: epochSlots, repeatedSlots: epochSlots, droppedBlocks: 0 },
  noClaim: {
    onceSlots: epochSlots + claimWindowSlots,
    repeatedSlots: epochSlots,
    droppedBlocks: epochSlots + claimWindowSlots,
  },
  withheld: {
    onceSlots: epochSlots + claimWindowSlots,
    repeatedSlots: epochSlots,
    droppedBlocks: epochSlots + claimWindowSlots,
  },
  noProof: { onceSlots: 2 * epochSlots, repeatedSlots: 2 * epochSlots, droppedBlocks: 2 * epochSlots },
})

/**
 * How much more a slot costs that is lost to a withheld block than one that is lost to a refused quorum, when members are
 * paid their share of the epoch's reward.
 */
export const withheldToRefused = (
  committeeSize: number,
  withheldSlots: number,
  refusedSlots: number,
): Rational =>
  Rational.of(BigInt(quorum(committeeSize)), BigInt(withheldSlots)).divide(
    Rational.of(BigInt(blockingMembers(committeeSize)), BigInt(refusedSlots)),
  )

/** Size of committee that the comments name. */
const sizeInComments = 128

export const stalling: Derivation = {
  name: 'stalling',
  title: 'What stalling costs: a third of the committee, a withheld block, C proposers, or a bond',
  clauses: ['PROPOSE-11', 'CLAIM-1', 'CLAIM-6', 'PRUNE-1', 'PRUNE-2', 'PRUNE-7'],
  quotes: [
    {
      text: 'So stalling costs min(TOTAL_COMMITEE_REWARD * 1/3, SEQUENCER_BLOCK_REWARDS * 13) per epoch.',
      section: 'comments, on bribing',
    },
    {
      text: 'bribing a prover so that they don’t provide the proof and therefore pruning the last two epochs.',
      section: 'comments, on bond pricing',
    },
    {
      text: 'Depending on the slashing conditions, the following sequencer could be incentivised to only build a block if they have the TxObjects for all prior blocks, making a long running attack not viable.',
      section: 'comments, on bribing',
    },
    {
      text: 'the committee bribe would have to be larger than the total incentives for 2/3 of the committee members',
      section: 'comments, on bribing',
    },
  ],
  run() {
    const k = rfc.committeeSize
    const c = rfc.claimWindowSlots
    const e = rfc.epochSlots
    const { noQuorum, noClaim, withheld, noProof } = attacks(e, c)
    const share = Rational.of(BigInt(blockingMembers(k)), BigInt(k))
    const claims = Rational.whole(c)
    const ratio = (slots: number, other: number): Rational => Rational.of(BigInt(slots), BigInt(other))
    // Equal cost for each slot lost: R·share/noQuorum = C·B/noClaim, and bond/noProof = C·B/noClaim.
    const reward = (kind: keyof Attack): Rational =>
      claims.multiply(ratio(noQuorum[kind], noClaim[kind])).divide(share)
    const bond = (kind: keyof Attack): Rational => claims.multiply(ratio(noProof[kind], noClaim[kind]))
    const signers = Rational.of(BigInt(quorum(k)), BigInt(k))
    const withheldReward = claims.divide(signers)
    const timesAsDear = (kind: 'onceSlots' | 'repeatedSlots'): Rational =>
      withheldToRefused(k, withheld[kind], noQuorum[kind])
    const stood: readonly [string, Attack][] = [
      ['no quorum', noQuorum],
      ['no claim', noClaim],
      ['withheld', withheld],
      ['bond but no proof', noProof],
    ]
    const rewardQuantity = 'committee reward at which both bribes cost the same'
    const bondQuantity = 'bond at which no proof costs as much as no claim'
    return {
      rows: [
        row('members who can refuse every quorum', { k }, Rational.whole(blockingMembers(k)), 'members'),
        row('their share of the committee', { k }, share, 'of its reward', 'the comments’ 1/3, exactly'),
        row(
          'their share of the committee',
          { k: sizeInComments },
          ratio(blockingMembers(sizeInComments), sizeInComments),
          'of its reward',
          `⌈k/3⌉ = ${floorDivide(sizeInComments + 2, 3)}`,
        ),
        row('members who sign an unavailable block', { k }, Rational.whole(quorum(k)), 'members'),
        row('slots whose proposer must not claim', { C: c }, claims, 'slots'),
        row(
          'different members among them, mean',
          { k, C: c },
          meanDistinct(k, c),
          'members',
          'hash modulo size',
        ),
        row('slots lost once: no quorum', { E: e }, Rational.whole(noQuorum.onceSlots), 'slots'),
        row('slots lost once: no claim', { E: e, C: c }, Rational.whole(noClaim.onceSlots), 'slots'),
        row('slots lost once: withheld', { E: e, C: c }, Rational.whole(withheld.onceSlots), 'slots'),
        row('slots lost once: bond but no proof', { E: e }, Rational.whole(noProof.onceSlots), 'slots'),
        ...stood.map(([attack, { droppedBlocks }]) =>
          row(
            'blocks that stood and go, at most',
            { attack },
            Rational.whole(droppedBlocks),
            'blocks',
            'done once',
          ),
        ),
        row(
          'blocks that stood and go, at most',
          { attack: 'withheld', built: 'by those alone who have everything' },
          Rational.whole(e),
          'blocks',
          'in the last slot of its epoch',
        ),
        row('share of those who sign a withheld block', { k }, signers, 'of its reward'),
        ...(['once', 'repeatedly'] as const).map((done) =>
          row(
            'a slot lost to a withheld block, against a refused quorum',
            { done },
            timesAsDear(`${done === 'once' ? done : 'repeated'}Slots`),
            'times the price',
          ),
        ),
        row(
          'committee reward at which a withheld block costs as much as no claim',
          { C: c, k },
          withheldReward,
          'block rewards',
        ),
        row(rewardQuantity, { done: 'once' }, reward('onceSlots'), 'block rewards', 'for each slot lost'),
        row(
          rewardQuantity,
          { done: 'repeatedly' },
          reward('repeatedSlots'),
          'block rewards',
          'for each slot lost',
        ),
        row(bondQuantity, { done: 'once' }, bond('onceSlots'), 'block rewards', 'for each slot lost'),
        row(
          bondQuantity,
          { done: 'repeatedly' },
          bond('repeatedSlots'),
          'block rewards',
          'for each slot lost',
        ),
      ],
      conclusion:
        `With R the committee's reward for an epoch and B the reward of a proposer for a block, the comments' ` +
        `min(R/3, 13·B) is exact in its shares (${blockingMembers(k)} of ${k} are a third), and for a stall that goes ` +
        `on the two bribes cost the same at R = ${reward('repeatedSlots')}·B. Done once, a withheld claim drops ` +
        `${noClaim.onceSlots} slots and a refused quorum ${noQuorum.onceSlots}, which moves the balance to ` +
        `${reward('onceSlots')}·B (about ${about(reward('onceSlots'))}). A bond given up drops ${noProof.onceSlots} ` +
        `slots: below ${bond('repeatedSlots')}·B (once: about ${about(bond('onceSlots'))}·B) it is cheaper than ` +
        `keeping C proposers from claiming, which is what a minimum bond has to be measured against. Thirteen slots ` +
        `belong to ${about(meanDistinct(k, c))} members on average. The bribe for no claim fails if anybody proves ` +
        `the epoch unclaimed within the window. A block whose transactions are withheld leaves nobody who could: its proposer and ` +
        `${quorum(k)} signers, ${signers} of the committee, take the same ${withheld.onceSlots} slots, ` +
        `for each slot about ${about(timesAsDear('onceSlots'))} times as dear as refusing (${timesAsDear('repeatedSlots')} ` +
        `when repeated) and below R = ${withheldReward}·B (about ${about(withheldReward)}) cheaper than C proposers. What is ` +
        `paid for is one slot's work, and that up to ${withheld.droppedBlocks} blocks go which stood, where a refused quorum ` +
        `drops none. Proposers who build only where they have everything do not shorten it: no other parent than the tip is ` +
        `allowed, so their slots stay empty, and no more than ${e} blocks stand to go. The RFC sets none of R, B and the minimum bond: only the relations ` +
        `can be derived.`,
    }
  },
}
