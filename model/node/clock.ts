import type { Deadlines } from '../../spec/nodeParameters.ts'
import { type Clock, type Phase, phases } from './vocabulary.ts'

/** TIME-3, BUILD-4, BUILD-23, ATTEST-4: the phase after this one, or the first of the next slot. */
export function nextPhase({ slot, phase }: Clock): Clock {
  const next = phases[phases.indexOf(phase) + 1]
  return next ? { slot, phase: next } : { slot: slot + 1, phase: phases[0] }
}

/** BUILD-4, ATTEST-4, BUILD-23: the phase of a second of a slot, 0-based. */
export function phaseAt(
  second: number,
  { attestFromSeconds, publishFromSeconds, closedFromSeconds }: Deadlines,
): Phase {
  if (second < attestFromSeconds) return 'build'
  if (second < publishFromSeconds) return 'attest'
  return second < closedFromSeconds ? 'publish' : 'closed'
}

/** What the rules are asked about the clock. */
export const clockFacts = ({ slot, phase }: Clock) => ({
  slot,
  inBuild: phase === 'build',
  inAttest: phase === 'attest',
  isClosed: phase === 'closed',
})
