import type { Parts, Rule } from '../core/actor.ts'
import {
  domainIsOwn,
  messageIsShortEnough,
  messageIsWellFormed,
  versionIsKnown,
} from '../node/rules/message.ts'
import * as transaction from '../node/rules/transaction.ts'
import { effects } from './effects.ts'
import { factsOf } from './facts.ts'
import { shownIn } from './lists.ts'
import type { CheckName } from './refusals.ts'
import * as pool from './rules/pool.ts'
import type { TransactionPoolTypes } from './types.ts'
import { updates } from './updates.ts'

const messages = { messageIsShortEnough, versionIsKnown, domainIsOwn, messageIsWellFormed }

/** What the names in the statechart mean. */
export const parts: Parts<TransactionPoolTypes> = {
  rules: { ...messages, ...transaction, ...pool } as Record<CheckName, Rule>,
  selectors: {
    isStored: ({ stored }, _deployment, event) => event.type === 'ask' && stored.includes(event.transaction),
    isSecret: ({ view }, _deployment, event) =>
      event.type === 'verified' && event.from === 'stash' && !shownIn(view).has(event.transaction),
    storeIsLost: (_state, _deployment, event) => event.type === 'crash' && event.store === 'lost',
  },
  facts: factsOf,
  updates: updates as Parts<TransactionPoolTypes>['updates'],
  effects: effects as Parts<TransactionPoolTypes>['effects'],
}
