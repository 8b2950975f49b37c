import { canonicalText } from '../core/codec.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import { listText } from '../node/lists.ts'
import { hasView, headerText } from './chain.ts'
import type { Deployment } from './types.ts'
import { type Event, NO_HEADER, NO_L1_VIEW, type State } from './vocabulary.ts'

/** What the rules are asked about, by the names of their parameters, for one event in one state. */
export function factsOf(state: State, event: Event, { parameters: { slotsPerEpoch } }: Deployment): object {
  const { slot, kept, view, fetching } = state
  switch (event.type) {
    case 'readView':
      return {
        sinceRead: event.view.time - NO_L1_VIEW.time,
        sinceViewed: view.time - NO_L1_VIEW.time,
        isKnown: canonicalText(event.view) === canonicalText(view),
      }
    case 'fetched':
      return {
        isFetching: fetching.slot !== NO_HEADER.slot,
        isOfFetched: headerText(event.header) === headerText(fetching),
        bodyHash: listText(event.body),
        headerBodyHash: listText(event.header.body),
      }
    case 'setUp':
      return {
        hasView: hasView(state),
        epoch: epochOf({ slot, slotsPerEpoch }),
        nextSetUp: view.setUp + 1,
        isSubmitted: kept === slot,
      }
    default:
      return {}
  }
}
