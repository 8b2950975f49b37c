import { bandwidth } from './bandwidth.ts'
import { challengeStall } from './challenge-stall.ts'
import { claimWindow } from './claim-window.ts'
import { committeeSize } from './committee-size.ts'
import type { Derivation } from './derivation.ts'
import { fallbackEnter } from './fallback-enter.ts'
import { fallbackRace } from './fallback-race.ts'
import { fallbackStall } from './fallback-stall.ts'
import { forcedDelay } from './forced-delay.ts'
import { grinding } from './grinding.ts'
import { lookahead } from './lookahead.ts'
import { quorumSize } from './quorum.ts'
import { quoteMargin } from './quote-margin.ts'
import { shuffleRounds } from './shuffle-rounds.ts'
import { stalling } from './stalling.ts'
import { timeToFinality } from './time-to-finality.ts'
import { withdrawalDelay } from './withdrawal-delay.ts'

/** All derivations, in the order in which the RFC's text meets their numbers. */
export const derivations: readonly Derivation[] = [
  committeeSize,
  shuffleRounds,
  lookahead,
  grinding,
  quorumSize,
  claimWindow,
  withdrawalDelay,
  quoteMargin,
  fallbackEnter,
  timeToFinality,
  bandwidth,
  stalling,
  challengeStall,
  fallbackStall,
  fallbackRace,
  forcedDelay,
]

/** The derivation of that name, or undefined. */
export const derivationNamed = (name: string): Derivation | undefined =>
  derivations.find((derivation) => derivation.name === name)
