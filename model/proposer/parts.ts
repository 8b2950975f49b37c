import type { Parts, Rule } from '../core/actor.ts'
import { noAlarm, ownTipIsLevel } from '../node/rules/follow.ts'
import {
  attestationSignatureIsValid,
  domainIsOwn,
  messageIsShortEnough,
  messageIsWellFormed,
  versionIsKnown,
} from '../node/rules/message.ts'
import * as transaction from '../node/rules/transaction.ts'
import { effects } from './effects.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import * as build from './rules/build.ts'
import type { ProposerTypes } from './types.ts'
import { updates } from './updates.ts'

const messages = {
  messageIsShortEnough,
  versionIsKnown,
  domainIsOwn,
  messageIsWellFormed,
  attestationSignatureIsValid,
}

/** What the names in the statechart mean. */
export const parts: Parts<ProposerTypes> = {
  rules: { ...transaction, ...messages, ownTipIsLevel, noAlarm, ...build } as Record<CheckName, Rule>,
  selectors: {
    storeIsLost: (_state, _deployment, event) => event.type === 'crash' && event.store === 'lost',
  },
  facts: factsOf,
  updates: updates as Parts<ProposerTypes>['updates'],
  effects: effects as Parts<ProposerTypes>['effects'],
}
