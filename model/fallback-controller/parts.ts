import type { Parts, Rule } from '../core/actor.ts'
import { claimWindowOpen, noClaimIsLive, somethingToClaim } from '../l1-rollup/rules/claim.ts'
import { committeeIsInCharge, fallbackIsActive, slotIsNotInFuture } from '../l1-rollup/rules/fallback.ts'
import { epochHasEnded, somethingToProve } from '../l1-rollup/rules/proof.ts'
import { slotIsFree } from '../l1-rollup/rules/propose.ts'
import * as alone from './alone.ts'
import { effective } from './due.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import { inSession } from './timing.ts'
import type { FallbackControllerTypes } from './types.ts'
import { updates } from './updates.ts'

/** The checks that are the rollup's. */
const rollups = {
  committeeIsInCharge,
  fallbackIsActive,
  slotIsNotInFuture,
  slotIsFree,
  somethingToClaim,
  claimWindowOpen,
  noClaimIsLive,
  somethingToProve,
  epochHasEnded,
}

/** What the names in the statechart mean. */
export const parts: Parts<FallbackControllerTypes> = {
  rules: { ...rollups, ...alone } as Record<CheckName, Rule>,
  selectors: { sessionIsDue: (state, { parameters }) => inSession(effective(state, parameters)) },
  facts: factsOf,
  updates: updates as Parts<FallbackControllerTypes>['updates'],
  effects: {},
}
