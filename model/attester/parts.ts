import type { Parts, Rule } from '../core/actor.ts'
import { noAlarm, nodeHasView } from '../node/rules/follow.ts'
import {
  domainIsOwn,
  listIsThatOfHeader,
  messageIsShortEnough,
  messageIsWellFormed,
  proposalSignatureIsValid,
  versionIsKnown,
} from '../node/rules/message.ts'
import * as transaction from '../node/rules/transaction.ts'
import { effects } from './effects.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import * as attest from './rules/attest.ts'
import type { AttesterTypes } from './types.ts'
import { updates } from './updates.ts'
import { isLive, missingFrom } from './work.ts'

const messages = {
  messageIsShortEnough,
  versionIsKnown,
  domainIsOwn,
  messageIsWellFormed,
  listIsThatOfHeader,
  proposalSignatureIsValid,
}

/** What the names in the statechart mean. */
export const parts: Parts<AttesterTypes> = {
  rules: { ...transaction, ...messages, nodeHasView, noAlarm, ...attest } as Record<CheckName, Rule>,
  selectors: {
    nothingIsMissing: (state, _deployment, event) =>
      event.type === 'receiveProposal' && missingFrom(state, event.proposal).length === 0,
    completesWork: (state, _deployment, event) =>
      event.type === 'transactionVerified' &&
      isLive(state) &&
      missingFrom(state, state.work).join() === event.transaction,
    storeIsLost: (_state, _deployment, event) => event.type === 'crash' && event.store === 'lost',
  },
  facts: factsOf,
  updates: updates as Parts<AttesterTypes>['updates'],
  effects: effects as Parts<AttesterTypes>['effects'],
}
