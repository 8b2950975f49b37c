import { canonicalText } from '../core/codec.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import { computedRoot, headerText, poolReportOf, reportOf } from './chain.ts'
import type { Deployment } from './types.ts'
import { updates } from './updates.ts'
import { type Effect, type EventOf, type EventType, NO_HEADER, type State } from './vocabulary.ts'

/** What an accepted event sends out, one function per named action of the statechart, told from the state at its place. */
type Sent<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Effect[]

/**
 * What differs after an update, told before it: the reports of which the roles know another, and the body that is asked
 * for from now on.
 */
const changedBy =
  <Type extends EventType>(
    update: (state: State, event: EventOf<Type>, deployment: Deployment) => State,
  ): Sent<Type> =>
  (before, event, deployment) => {
    const after = update(before, event, deployment)
    return [...tellView(before, after, deployment), ...tellPool(before, after), ...fetchBody(before, after)]
  }

/** FOLLOW-6, FOLLOW-9, FOLLOW-11. */
function tellView(before: State, after: State, { parameters: { maxViewAge } }: Deployment): Effect[] {
  const body = reportOf(after, maxViewAge)
  return isSame(body, reportOf(before, maxViewAge))
    ? []
    : [{ kind: 'tell', id: 'view', body, expiresSlot: NEVER }]
}

function tellPool(before: State, after: State): Effect[] {
  const body = poolReportOf(after)
  return isSame(body, poolReportOf(before)) ? [] : [{ kind: 'tell', id: 'pool', body, expiresSlot: NEVER }]
}

/** FOLLOW-8. */
function fetchBody(before: State, { fetching }: State): Effect[] {
  return fetching.slot === NO_HEADER.slot || isSame(fetching, before.fetching)
    ? []
    : [{ kind: 'fetch', id: `fetch/${headerText(fetching)}`, body: fetching, expiresSlot: NEVER }]
}

const isSame = (one: object, other: object): boolean => canonicalText(one) === canonicalText(other)

/** It does not expire. */
const NEVER = -1

/** FOLLOW-4, FOLLOW-13: with the root that the block claims it is the body that is wrong. */
const raiseAlarm: Sent<'fetched'> = (state, { header, body }) => [
  {
    kind: 'alarm',
    id: `alarm/${headerText(header)}`,
    body: { header, root: computedRoot(state, body) },
    expiresSlot: NEVER,
  },
]

/** FOLLOW-12. */
const submitSetUp: Sent<'setUp'> = ({ slot }, _event, { parameters: { slotsPerEpoch } }) => {
  const epoch = epochOf({ slot, slotsPerEpoch })
  return [{ kind: 'submit', id: `setup/${epoch}/${slot}`, body: { epoch }, expiresSlot: slot }]
}

export const effects = {
  changedBySlot: changedBy<'tick'>(updates.passSlot),
  changedByView: changedBy<'readView'>(updates.takeView),
  changedByBody: changedBy<'fetched'>(updates.applyBody),
  raiseAlarm,
  changedByWrong: changedBy<'fetched'>(updates.markWrong),
  submitSetUp,
}
