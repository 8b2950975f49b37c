import { codecOf } from './codec.ts'
import { type Composed, type ComposedTypes, type Composition, exploreComposed } from './composed.ts'
import { type Explored, type Interaction, Interactions } from './interactions.ts'
import { eventTypesOf } from './reading.ts'

/** A step of a system asks several actors: as many states of each of its profiles are asked on what their checks depend. */
const SAMPLED_STATES = 60

type States = Readonly<Record<string, unknown>>
type ByNode = Readonly<Record<string, States>>

/**
 * Every interaction of what is composed, in some profiles. The variables of a role are `role.variable`, of whatever node;
 * a check depends on another variable too if its verdict changes with it once the nodes have followed (FOLLOW-1).
 * @param everywhere variables that are about no event in particular, as the current time
 */
export function composedInteractionsOf<T extends ComposedTypes>(
  composed: Composed<T>,
  profiles: readonly T['profile'][],
  everywhere: readonly string[],
): Interaction[] {
  const types = eventTypesOf({ schema: composed.schema as never })
  const found = new Interactions<T['state'], T['event']>(types, everywhere, SAMPLED_STATES)
  for (const profile of profiles) found.see(exploredOf(composed, profile))
  return found.all()
}

function exploredOf<T extends ComposedTypes>(
  composed: Composed<T>,
  profile: T['profile'],
): Explored<T['state'], T['event']> {
  const { schema, roles } = composed
  const composition = composed.compose(profile)
  const graph = exploreComposed(composed, profile)
  const [state, event] = [codecOf(schema.state), codecOf(schema.event)]
  return {
    profile: profile.name,
    graph,
    states: graph.states.map((text) => state.parse(text) as T['state']),
    events: graph.events.map((text) => event.parse(text) as T['event']),
    checksIn: (refusals) => refusals,
    instances: composition.instances,
    failing(at, it) {
      const outcome = composition.step(at, it)
      return 'refusals' in outcome ? outcome.refusals : []
    },
    variables: (at) => flattened(at as States, roles),
    mixed: (at, variable, other) => mixed(at as States, variable, other as States) as T['state'],
    read: (at, variable) => (variable.includes('.') ? undefined : followed(composition, at)),
  }
}

/** Those of a role one by one, each of all nodes. */
const flattened = (state: States, roles: readonly string[]): States =>
  Object.fromEntries(
    Object.entries(state).flatMap(([name, value]) => {
      if (!roles.includes(name)) return [[name, value]]
      const nodes = Object.entries(value as ByNode)
      const variables = Object.keys(nodes[0]?.[1] ?? {})
      return variables.map((variable) => [
        `${name}.${variable}`,
        Object.fromEntries(nodes.map(([node, at]) => [node, at[variable]])),
      ])
    }),
  )

function mixed(state: States, name: string, other: States): States {
  const [of, variable] = name.split('.') as [string, string?]
  if (variable === undefined) return { ...state, [of]: other[of] }
  const nodes = Object.entries(state[of] as ByNode)
  const others = other[of] as ByNode
  return {
    ...state,
    [of]: Object.fromEntries(
      nodes.map(([node, at]) => [node, { ...at, [variable]: others[node]![variable] }]),
    ),
  }
}

/** When every node that has something to read has read it. */
function followed<T extends ComposedTypes>(
  { instances, step }: Composition<T>,
  state: T['state'],
): T['state'] {
  return instances(state)
    .filter(({ type }) => type === 'follow')
    .reduce((at, event) => {
      const outcome = step(at, event)
      return 'refusals' in outcome ? at : outcome.state
    }, state)
}
