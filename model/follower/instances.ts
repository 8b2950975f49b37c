import type { FollowerProfile } from '../../spec/followerParameters.ts'
import type { Event, EventOf, State } from './vocabulary.ts'

/** The event instances of a profile in a state, as spec/actors/follower.md lists them; some twice. */
export const eventInstances = (state: State, profile: FollowerProfile): Event[] => [
  ...(state.slot < profile.horizon ? [{ type: 'tick' as const }] : []),
  ...profile.views.map((view) => ({ type: 'readView' as const, view })),
  ...fetchedInstances(state, profile),
  { type: 'setUp' },
  ...profile.crashes.map((store) => ({ type: 'crash' as const, store })),
]

function fetchedInstances({ fetching }: State, { views }: FollowerProfile): EventOf<'fetched'>[] {
  const { body } = fetching
  const bodies = [body, ...(body.length > 0 ? [body.slice(0, -1)] : []), [...body, 't9']]
  const others = [
    { ...fetching, slot: fetching.slot + 1 },
    { ...fetching, parent: { ...fetching.parent, root: ['stale'] } },
    ...views.flatMap(({ chain }) => chain),
  ]
  return [
    ...bodies.map((given) => ({ header: fetching, body: given })),
    ...others.map((header) => ({ header, body: header.body })),
  ].map((given) => ({ type: 'fetched', ...given }))
}
