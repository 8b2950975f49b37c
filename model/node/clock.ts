import { type Clock, phases } from './vocabulary.ts'

/** TIME-3, BUILD-4, BUILD-23, ATTEST-4: the phase after this one, or the first of the next slot. */
export function nextPhase({ slot, phase }: Clock): Clock {
  const next = phases[phases.indexOf(phase) + 1]
  return next ? { slot, phase: next } : { slot: slot + 1, phase: phases[0] }
}

/** What the rules are asked about the clock. */
export const clockFacts = ({ slot, phase }: Clock) => ({
  slot,
  inBuild: phase === 'build',
  inAttest: phase === 'attest',
  isClosed: phase === 'closed',
})
