import { assumed } from './assumed.ts'
import { floorDivide } from './counting.ts'
import { type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

/**
 * Blocks that a racer needs so that nobody else's lands in a session of `sessionSlots`: one in the slot of the entry,
 * because others may have begun before it, and one whenever a proof that was begun on the last tip would be ready.
 * @param provingSlots from the start of a proof on a tip to the slot in which it can be sent, at least 1
 */
export const racerBlocks = (sessionSlots: number, provingSlots: number): number =>
  floorDivide(sessionSlots + provingSlots - 1, provingSlots)

/**
 * Slots from the entry of the session in which an entry of the queue is taken at the latest, if `inFront` due ones wait
 * in front of it and the racer takes `minimum` with each block.
 */
export const slotsUntilTaken = (inFront: number, minimum: number, provingSlots: number): number =>
  floorDivide(inFront, minimum) * provingSlots

export const fallbackRace: Derivation = {
  name: 'fallback-race',
  title: 'What a racer in fallback needs, and what it does for the queue',
  clauses: ['FALLBACK-11', 'FALLBACK-14', 'FALLBACK-18', 'QUEUE-7'],
  quotes: [
    {
      text: 'The corresponding proof must come along with the proposal.',
      section: 'Section 3, Based fallback',
    },
    {
      text: 'We need 4) because block proving times could be significantly longer than slot times (36s).',
      section: 'Section 3, Based fallback',
    },
  ],
  run() {
    const { fallbackExitSlots: exit, fallbackExitActivitySlots: activity } = assumed
    /** The longest proof that lands in a session that the last advance keeps open (FALLBACK-18). */
    const longest = activity - 1
    const times = [1, rfc.claimWindowSlots, longest]
    const minima = [1, 9]
    const deep = 2
    return {
      rows: [
        ...times.map((p) =>
          row(
            'blocks with which nobody else’s lands',
            { T_exit: exit, P: p },
            Rational.whole(racerBlocks(exit, p)),
            'blocks',
            'each with its proof',
          ),
        ),
        ...minima.flatMap((m) =>
          times.map((p) =>
            row(
              'entries that they take from the queue, at least',
              { T_exit: exit, P: p, m },
              Rational.whole(m * racerBlocks(exit, p)),
              'entries',
              'while so many are due',
            ),
          ),
        ),
        ...minima.map((m) =>
          row(
            'from the entry until one behind others is taken, at most',
            { inFront: deep, P: longest, m },
            Rational.whole(slotsUntilTaken(deep, m, longest)),
            'slots',
          ),
        ),
      ],
      conclusion:
        `A proof of P slots is stale when the tip moves before it is ready, so one who moves it every P slots lets nobody ` +
        `else in: ${times.map((p) => `${racerBlocks(exit, p)} blocks for P = ${p}`).join(', ')} in a session of ` +
        `${exit} slots. Each of them has a proof of its own and takes min(m, due) from the front of the queue, so the ` +
        `race keeps provers out and not transactions: an entry with p due ones in front is taken within ⌊p/m⌋·P slots ` +
        `of the entry, by the racer or, if the racer pauses for P slots, by whoever is next. What the race takes away is ` +
        `the difference between m and all that a block holds, and P is at most T_activity − 1.`,
    }
  },
}
