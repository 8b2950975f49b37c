import type { Parts, Rule } from '../core/actor.ts'
import { noAlarm, ownTipIsLevel } from '../node/rules/follow.ts'
import * as transaction from '../node/rules/transaction.ts'
import { effects } from './effects.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import * as escrow from './rules/escrow.ts'
import * as prove from './rules/prove.ts'
import * as quote from './rules/quote.ts'
import type { ProverTypes } from './types.ts'
import { updates } from './updates.ts'

/** What the names in the statechart mean. */
export const parts: Parts<ProverTypes> = {
  rules: { ...transaction, ownTipIsLevel, noAlarm, ...quote, ...prove, ...escrow } as Record<CheckName, Rule>,
  selectors: {
    storeIsLost: (_state, _deployment, event) => event.type === 'crash' && event.store === 'lost',
  },
  facts: factsOf,
  updates: updates as Parts<ProverTypes>['updates'],
  effects: effects as Parts<ProverTypes>['effects'],
}
