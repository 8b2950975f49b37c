import type { Parts, Rule } from '../core/actor.ts'
import * as transaction from '../node/rules/transaction.ts'
import { effects } from './effects.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import * as based from './rules/based.ts'
import type { FallbackProposerTypes } from './types.ts'
import { updates } from './updates.ts'

/** What the names in the statechart mean. */
export const parts: Parts<FallbackProposerTypes> = {
  rules: { ...transaction, ...based } as Record<CheckName, Rule>,
  selectors: {
    storeIsLost: (_state, _deployment, event) => event.type === 'crash' && event.store === 'lost',
  },
  facts: factsOf,
  updates: updates as Parts<FallbackProposerTypes>['updates'],
  effects: effects as Parts<FallbackProposerTypes>['effects'],
}
