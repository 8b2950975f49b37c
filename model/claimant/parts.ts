import type { Parts, Rule } from '../core/actor.ts'
import { noAlarm, ownTipIsLevel } from '../node/rules/follow.ts'
import {
  domainIsOwn,
  messageIsShortEnough,
  messageIsWellFormed,
  quoteSignatureIsValid,
  versionIsKnown,
} from '../node/rules/message.ts'
import { effects } from './effects.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import * as quote from './rules/quote.ts'
import type { ClaimantTypes } from './types.ts'
import { updates } from './updates.ts'

const messages = {
  messageIsShortEnough,
  versionIsKnown,
  domainIsOwn,
  messageIsWellFormed,
  quoteSignatureIsValid,
}

/** What the names in the statechart mean. */
export const parts: Parts<ClaimantTypes> = {
  rules: { ...messages, ownTipIsLevel, noAlarm, ...quote } as Record<CheckName, Rule>,
  selectors: {
    storeIsLost: (_state, _deployment, event) => event.type === 'crash' && event.store === 'lost',
  },
  facts: factsOf,
  updates: updates as Parts<ClaimantTypes>['updates'],
  effects: effects as Parts<ClaimantTypes>['effects'],
}
