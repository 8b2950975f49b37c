import type { Event } from '../../../model/l1-rollup/vocabulary.ts'
import { accepted, type ClauseSides, type Moment, refused } from './side.ts'

const isChallenged = ({ p }: Moment): boolean => p.challengeSlots > 0

/** Whether somebody else than its member signed at a seat. */
const hasFalseAttestation = (event: Event): boolean =>
  event.type === 'propose' &&
  event.attestations.some((signer, seat) => signer !== 'none' && signer !== event.committee[seat])

/** Pending blocks before, and after the one that an event challenges. */
function aroundChallenged({ eff: { pending } }: Moment, event: Event): { before: number; after: number } {
  const at = event.type === 'challenge' ? pending.findIndex(({ slot }) => slot === event.slot) : -1
  return { before: at, after: pending.length - 1 - at }
}

/** Whether fallback would be in force but for the live claim. */
const entryWaits = ({ eff: { fallback, slot }, p: { fallbackEnterSlots } }: Moment): boolean =>
  fallbackEnterSlots > 0 && fallback.countedFrom >= 0 && slot >= fallback.countedFrom + fallbackEnterSlots

/** Sides of CHALLENGE that no check of their own has, and of what a challenge announces. */
export const challengeSides: Readonly<Record<string, ClauseSides>> = {
  'CHALLENGE-1': {
    passes: accepted(
      ['propose'],
      'a false attestation is accepted where it can be challenged',
      (m, event) => isChallenged(m) && hasFalseAttestation(event),
    ),
    refuses: refused(
      ['propose'],
      ['AttestationInvalid'],
      'a false attestation is refused where it is verified',
      (m, event) => !isChallenged(m) && hasFalseAttestation(event),
    ),
  },
  'CHALLENGE-2': { passes: accepted(['propose'], 'what a block is proposed with is kept', isChallenged) },
  'CHALLENGE-7': {
    passes: accepted(['challenge'], 'a block drops with another that stands on it', (m, event) => {
      const { before, after } = aroundChallenged(m, event)
      return before >= 0 && after > 0
    }),
  },
  'CHALLENGE-8': {
    passes: accepted(
      ['challenge'],
      'no block is left, and the live claim ends',
      (m, event) => m.eff.claim !== null && aroundChallenged(m, event).before === 0,
    ),
  },
  'CHALLENGE-11': {
    passes: accepted(
      ['challenge'],
      'somebody who was never registered challenges',
      (_, event) => event.type === 'challenge' && event.caller === 'stranger',
    ),
  },
  'CHALLENGE-13': {
    passes: accepted(
      ['challenge'],
      'the live claim ends, and the entry that waited for it is one of the next slot',
      (m, event) => m.eff.claim !== null && aroundChallenged(m, event).before === 0 && entryWaits(m),
    ),
  },
  'LOG-13': { passes: accepted(['challenge'], 'what is left and what was challenged is announced') },
}
