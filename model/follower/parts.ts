import type { Parts, Rule } from '../core/actor.ts'
import { listText } from '../node/lists.ts'
import { nodeHasView } from '../node/rules/follow.ts'
import { computedRoot, isProvable, tipOf } from './chain.ts'
import { effects } from './effects.ts'
import { factsOf } from './facts.ts'
import type { CheckName } from './refusals.ts'
import * as read from './rules/read.ts'
import type { FollowerTypes } from './types.ts'
import { updates } from './updates.ts'

/** What the names in the statechart mean. */
export const parts: Parts<FollowerTypes> = {
  rules: { nodeHasView, ...read } as Record<CheckName, Rule>,
  selectors: {
    rootDiffers: (state, _deployment, event) =>
      event.type === 'fetched' && listText(computedRoot(state, event.body)) !== listText(event.header.root),
    bodyIsUnprovable: (state, _deployment, event) =>
      event.type === 'fetched' && !isProvable(tipOf(state), event.header),
    storeIsLost: (_state, _deployment, event) => event.type === 'crash' && event.store === 'lost',
  },
  facts: factsOf,
  updates: updates as Parts<FollowerTypes>['updates'],
  effects: effects as Parts<FollowerTypes>['effects'],
}
