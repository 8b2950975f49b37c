import { assumed } from './assumed.ts'
import { floorDivide } from './counting.ts'
import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { blockingMembers, quorum } from './quorum.ts'
import { Rational } from './rational.ts'
import { attacks } from './stalling.ts'

/** What giving up bonds comes to. */
export interface GivenUp {
  readonly bonds: number
  /** In which fallback is entered. */
  readonly entrySlot: number
}

/**
 * A prover claims every epoch in its first slot and proves none, nobody else proves, and the chain begins to wait with a
 * block at `offset` of epoch 0. Claim k is made in the first slot of epoch 2k + 1, in which fallback stands first, and is
 * lost in that of epoch 2k + 2; a live one puts the entry off until then (FALLBACK-3).
 */
export const bondsUntilEntry = (epochSlots: number, enterSlots: number, offset: number): GivenUp => {
  const due = offset + enterSlots
  // As many k as have (2k + 1)E < due.
  const bonds = floorDivide(due - 1 + epochSlots, 2 * epochSlots)
  const lastLost = 2 * bonds * epochSlots
  return { bonds, entrySlot: Math.max(due, lastLost) }
}

/**
 * The last slot in which the proven chain can advance after an advance in slot `last` without fallback in between, while
 * something waits all the time: the one before the entry is due or, with a claim made until then, the last of its epoch.
 */
export const latestAdvance = (epochSlots: number, enterSlots: number, last: number): number => {
  const lastClaim = last + enterSlots - 1
  return lastClaim - (lastClaim % epochSlots) + epochSlots - 1
}

/** Slots from one entry to the next: unused sessions, or sessions that somebody advances to their end. */
export const cycleSlots = (enterSlots: number, sessionSlots: number): number => enterSlots + sessionSlots

export const fallbackStall: Derivation = {
  name: 'fallback-stall',
  title: 'What the attacks of F-14 cost and reach with fallback in place',
  clauses: ['FALLBACK-1', 'FALLBACK-3', 'FALLBACK-4', 'FALLBACK-8', 'CLAIM-6'],
  quotes: [
    {
      text: 'Bribing a sequencer + committee for one block per-epoch is enough to stall production to 1 epoch per BASE_FALLBACK period.',
      section: 'comments, on bribing',
    },
    {
      text: 'To stall the chain, you would need to bribe the committee every slot for potentially multiple epochs, eventually triggering Based Fallback mode. At this point, no attestations from committee are required.',
      section: 'comments, on bribing',
    },
  ],
  run() {
    const { epochSlots: e, committeeSize: k } = rfc
    const {
      fallbackEnterSlots: enter,
      fallbackExitSlots: exit,
      fallbackExitActivitySlots: activity,
    } = assumed
    const share = Rational.of(BigInt(blockingMembers(k)), BigInt(k))
    const signers = Rational.of(BigInt(quorum(k)), BigInt(k))
    const epochs = Rational.of(BigInt(enter), BigInt(e))
    const sessions = [
      { used: 'never', sessionSlots: activity },
      { used: 'to its end', sessionSlots: exit },
    ]
    const first = bondsUntilEntry(e, enter, 0)
    const later = bondsUntilEntry(e, enter, 1)
    const without = Rational.whole(attacks(e, rfc.claimWindowSlots).noProof.repeatedSlots)
    const perBond = (cycle: number, bonds: number): Rational => Rational.of(BigInt(cycle), BigInt(bonds))
    const unused = cycleSlots(enter, activity)
    // From the last slot of an epoch on, every further one is as long.
    const slowest = latestAdvance(e, enter, e - 1) - (e - 1)
    const cheaper = perBond(unused, first.bonds).divide(without)
    return {
      rows: [
        row(
          'longest stand without fallback',
          { attack: 'any' },
          Rational.whole(enter),
          'slots',
          'then anybody builds',
        ),
        row('no quorum: bribed epochs until the entry', { T_enter: enter, E: e }, epochs, 'epochs'),
        row(
          'no quorum: price until the entry',
          { k, T_enter: enter, E: e },
          share.multiply(epochs),
          'rewards of a committee',
          'R/3 for each epoch',
        ),
        ...sessions.map(({ used, sessionSlots }) =>
          row(
            'no quorum: part of the time that has to be bribed',
            { T_enter: enter, sessionSlots, used },
            Rational.of(BigInt(enter), BigInt(cycleSlots(enter, sessionSlots))),
            'of all slots',
          ),
        ),
        row(
          'slowest chain that keeps fallback away',
          { T_enter: enter, E: e },
          Rational.of(BigInt(e), BigInt(slowest)),
          'blocks an epoch',
          `one proven block in ${slowest} slots`,
        ),
        row('withheld: signers of each block', { k }, Rational.whole(quorum(k)), 'members'),
        row(
          'withheld: blocks until the entry',
          { T_enter: enter, E: e },
          epochs,
          'blocks',
          'one in each epoch',
        ),
        row(
          'withheld: price until the entry',
          { k, T_enter: enter, E: e },
          signers.multiply(epochs),
          'rewards of a committee',
          'shares of the signers',
        ),
        ...[0, 1, e - 1].flatMap((offset) => {
          const { bonds, entrySlot } = bondsUntilEntry(e, enter, offset)
          const inputs = { T_enter: enter, E: e, offset }
          return [
            row('bond given up: bonds until the entry', inputs, Rational.whole(bonds), 'bonds'),
            row(
              'bond given up: slots until the entry',
              inputs,
              Rational.whole(entrySlot - offset),
              'slots',
              'from the first block',
            ),
          ]
        }),
        row('bond given up for ever: slots for each bond', { fallback: 'none' }, without, 'slots'),
        ...sessions.map(({ used, sessionSlots }) =>
          row(
            'bond given up for ever: slots for each bond',
            { T_enter: enter, sessionSlots, used, offset: 0 },
            perBond(cycleSlots(enter, sessionSlots), first.bonds),
            'slots',
          ),
        ),
      ],
      conclusion:
        `Fallback bounds what a stall reaches, not what it costs: whoever is bribed, after T_enter = ${enter} slots ` +
        `anybody who can prove a block builds the chain. Until then a refused quorum costs ${share} of the ` +
        `committee's reward in each of ${epochs} epochs, a withheld block takes ${quorum(k)} signers once in each (${signers.multiply(epochs)} of such rewards in all), and bonds ` +
        `given up are ${first.bonds} when the wait begins with an epoch and ${later.bonds} otherwise: the second one only ` +
        `puts the entry off, by at most E − 1 slots. What lasts gets cheaper, because nobody has to be bribed in fallback: ` +
        `keeping the committee's blocks from ever being proven takes one bond in ${unused} slots instead of one in ` +
        `${without}, ${about(cheaper)} times as long for each. That leaves the chain to those who prove their own blocks ` +
        `for ${activity} slots of ${unused}, or ${exit} of ${cycleSlots(enter, exit)} if they use it. The comments' single ` +
        `block is the other way round: one block in ${slowest} slots, claimed and proven in time, keeps ` +
        `fallback away for ever, and costs a third of the committee as long as it lasts.`,
    }
  },
}
