import type { Parts, Rule } from '../core/actor.ts'
import { inSession } from '../fallback-controller/timing.ts'
import { dueFacts, effective } from './due.ts'
import { factsOf } from './facts.ts'
import { logs } from './logs.ts'
import type { CheckName } from './refusals.ts'
import * as challenge from './rules/challenge.ts'
import * as claim from './rules/claim.ts'
import * as due from './rules/due.ts'
import * as epoch from './rules/epoch.ts'
import * as escrow from './rules/escrow.ts'
import * as fallback from './rules/fallback.ts'
import * as proof from './rules/proof.ts'
import * as propose from './rules/propose.ts'
import * as queue from './rules/queue.ts'
import * as time from './rules/time.ts'
import type { L1RollupTypes } from './types.ts'
import { updates } from './updates.ts'

const { slashDue, entryIsDue: _, ...dueRules } = due

/** What the names in the statechart mean. */
export const parts: Parts<L1RollupTypes> = {
  rules: {
    ...time,
    ...propose,
    ...challenge,
    ...claim,
    ...proof,
    ...fallback,
    ...queue,
    ...dueRules,
    ...epoch,
    ...escrow,
  } as Record<CheckName, Rule>,
  // What is due in the stored state leads somewhere whatever the event, and a challenge by what it leaves.
  selectors: {
    slashDue: (state, { parameters }) => slashDue(dueFacts(state, parameters)),
    fallbackInForce: (state, { parameters }) => inSession(effective(state, parameters).fallback),
    nothingIsLeft: (state, { parameters }, event) =>
      event.type === 'challenge' && effective(state, parameters).pending[0]?.slot === event.slot,
  },
  facts: factsOf,
  updates: updates as Parts<L1RollupTypes>['updates'],
  effects: logs as Parts<L1RollupTypes>['effects'],
}
