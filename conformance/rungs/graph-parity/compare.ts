/**
 * A labelled state graph. States and events are canonical JSON (sorted keys, amounts as integers), so that two equal
 * values have equal text; ids are positions in these lists.
 */
export interface Graph {
  readonly states: readonly string[]
  readonly events: readonly string[]
  /** Each a sorted list of refusal names; the empty list: accepted. */
  readonly refusalSets: readonly (readonly string[])[]
  /** What transitions send out, as canonical JSON. */
  readonly effectLists: readonly string[]
  readonly initial: readonly number[]
  /** Triples state, event, next state, each once. */
  readonly transitions: Int32Array
  /** Triples state, event, list of effects: one for every transition. */
  readonly effects: Int32Array
  /** Triples state, event, refusal set: one for every event instance of every state. */
  readonly refusals: Int32Array
  /** What probes come to, as canonical JSON: refusals, successor and effects. */
  readonly answers: readonly string[]
  /** Triples state, event, answer: one for every probe of every state that was probed. */
  readonly probes: Int32Array
}

/** One difference between the graphs, with the shortest path of events to the state in which it shows. */
export interface Difference {
  readonly kind: 'initial' | 'state' | 'transition' | 'effects' | 'refusals' | 'probe'
  /** Canonical JSON of the state, and of the event if one is involved. */
  readonly state: string
  readonly event: string | undefined
  readonly left: string
  readonly right: string
  readonly path: readonly string[]
}

export interface Comparison {
  readonly states: number
  readonly transitions: number
  /** Lists of effects that were compared. */
  readonly effects: number
  readonly refusalSets: number
  readonly probes: number
  readonly differenceCount: number
  /** The nearest to the initial state, at most `limit`. */
  readonly differences: readonly Difference[]
}

const ABSENT = '(absent)'

/**
 * Compares two graphs state by state, transition by transition and refusal set by refusal set.
 * @param limit how many differences to describe; all are counted
 */
export function compareGraphs(left: Graph, right: Graph, limit = 10): Comparison {
  const sides = [index(left), index(right)] as const
  const states = new Set([...left.states, ...right.states])
  const found: (Omit<Difference, 'path'> & { depth: number })[] = []
  const depthOf = (state: string): number =>
    Math.min(...sides.map((side) => side.depth[side.stateId.get(state) ?? -1] ?? Number.POSITIVE_INFINITY))
  const note = (difference: Omit<Difference, 'path'>): void => {
    found.push({ ...difference, depth: depthOf(difference.state) })
  }

  const initial = new Set([
    ...left.initial.map((id) => left.states[id]),
    ...right.initial.map((id) => right.states[id]),
  ])
  for (const state of initial) {
    const [inLeft, inRight] = sides.map(({ graph, stateId }) =>
      graph.initial.includes(stateId.get(state!) ?? -1),
    )
    if (inLeft !== inRight)
      note({ kind: 'initial', state: state!, event: undefined, left: word(inLeft), right: word(inRight) })
  }

  let transitions = 0
  let effects = 0
  let refusalSets = 0
  let probes = 0
  for (const state of states) {
    const [leftId, rightId] = sides.map((side) => side.stateId.get(state))
    if (leftId === undefined || rightId === undefined) {
      note({ kind: 'state', state, event: undefined, left: word(leftId), right: word(rightId) })
      continue
    }
    transitions += compareOutcomes('transition', sides, state, [leftId, rightId], note)
    effects += compareOutcomes('effects', sides, state, [leftId, rightId], note)
    refusalSets += compareOutcomes('refusals', sides, state, [leftId, rightId], note)
    probes += compareOutcomes('probe', sides, state, [leftId, rightId], note)
  }
  found.sort((a, b) => a.depth - b.depth)
  const differences = found
    .slice(0, limit)
    .map(({ depth: _, ...difference }) => ({ ...difference, path: shortestPath(sides, difference.state) }))
  return {
    states: states.size,
    transitions,
    effects,
    refusalSets,
    probes,
    differenceCount: found.length,
    differences,
  }
}

/** The refusals that only one of two answers has. */
export function unsharedRefusals({ left, right }: Pick<Difference, 'left' | 'right'>): string[] {
  const [ours, theirs] = [left, right].map((text) => new Set(text.match(/"[A-Z]\w*"/g) ?? []))
  const only = (some: Set<string>, others: Set<string>) => [...some].filter((name) => !others.has(name))
  return [...only(ours!, theirs!), ...only(theirs!, ours!)].map((name) => name.slice(1, -1))
}

interface Side {
  readonly graph: Graph
  readonly stateId: Map<string, number>
  /** Outcomes by state: rows of `transitions` and of `refusals`, grouped. */
  readonly transition: Rows
  readonly effects: Rows
  readonly refusals: Rows
  readonly probe: Rows
  readonly depth: Float64Array
  readonly parent: Int32Array
}

/** Triples sorted by their first member: those of state s are at `start[s]` … `start[s + 1]`. */
interface Rows {
  readonly start: Int32Array
  readonly event: Int32Array
  readonly value: Int32Array
}

function index(graph: Graph): Side {
  const stateId = new Map(graph.states.map((state, id) => [state, id]))
  const transition = group(graph.transitions, graph.states.length)
  const effects = group(graph.effects, graph.states.length)
  const refusals = group(graph.refusals, graph.states.length)
  const probe = group(graph.probes, graph.states.length)
  const depth = new Float64Array(graph.states.length).fill(Number.POSITIVE_INFINITY)
  const parent = new Int32Array(graph.states.length).fill(-1)
  const queue = [...graph.initial]
  for (const id of queue) depth[id] = 0
  for (let head = 0; head < queue.length; head++) {
    const from = queue[head]!
    for (let row = transition.start[from]!; row < transition.start[from + 1]!; row++) {
      const to = transition.value[row]!
      if (depth[to] !== Number.POSITIVE_INFINITY) continue
      depth[to] = depth[from]! + 1
      parent[to] = row
      queue.push(to)
    }
  }
  return { graph, stateId, transition, effects, refusals, probe, depth, parent }
}

function group(triples: Int32Array, states: number): Rows {
  const start = new Int32Array(states + 1)
  for (let at = 0; at < triples.length; at += 3) start[triples[at]! + 1]!++
  for (let state = 0; state < states; state++) start[state + 1]! += start[state]!
  const next = start.slice()
  const event = new Int32Array(triples.length / 3)
  const value = new Int32Array(triples.length / 3)
  for (let at = 0; at < triples.length; at += 3) {
    const row = next[triples[at]!]!++
    event[row] = triples[at + 1]!
    value[row] = triples[at + 2]!
  }
  return { start, event, value }
}

/** What an event leads to in a state. */
type Outcome = 'transition' | 'effects' | 'refusals' | 'probe'

function compareOutcomes(
  kind: Outcome,
  sides: readonly [Side, Side],
  state: string,
  ids: readonly number[],
  note: (difference: Omit<Difference, 'path'>) => void,
): number {
  const [left, right] = sides.map((side, i) => outcomes(side, kind, ids[i]!)) as [
    Map<string, string[]>,
    Map<string, string[]>,
  ]
  const events = new Set([...left.keys(), ...right.keys()])
  let compared = 0
  for (const event of events) {
    const [l, r] = [left.get(event), right.get(event)].map((values) => values?.sort().join(' | ') ?? ABSENT)
    compared += Math.max(left.get(event)?.length ?? 0, right.get(event)?.length ?? 0)
    if (l !== r) note({ kind, state, event, left: l!, right: r! })
  }
  return compared
}

function outcomes(side: Side, kind: Outcome, id: number): Map<string, string[]> {
  const rows = side[kind]
  const found = new Map<string, string[]>()
  for (let row = rows.start[id]!; row < rows.start[id + 1]!; row++) {
    const event = side.graph.events[rows.event[row]!]!
    const value = rows.value[row]!
    const text = textOf(side.graph, kind, value)
    const values = found.get(event)
    if (values) values.push(text)
    else found.set(event, [text])
  }
  return found
}

function textOf(graph: Graph, kind: Outcome, value: number): string {
  if (kind === 'transition') return graph.states[value]!
  if (kind === 'effects') return graph.effectLists[value]!
  return kind === 'probe' ? graph.answers[value]! : JSON.stringify(graph.refusalSets[value])
}

function shortestPath(sides: readonly Side[], state: string): string[] {
  const side = sides.reduce((best, other) => (depthIn(other, state) < depthIn(best, state) ? other : best))
  const path: string[] = []
  let at = side.stateId.get(state)
  while (at !== undefined && side.parent[at] !== -1) {
    const row = side.parent[at]!
    path.unshift(side.graph.events[side.transition.event[row]!]!)
    at = stateOfRow(side.transition, row)
  }
  return path
}

const depthIn = (side: Side, state: string): number =>
  side.depth[side.stateId.get(state) ?? -1] ?? Number.POSITIVE_INFINITY

/** The state whose rows include this one, by bisection. */
function stateOfRow(rows: Rows, row: number): number {
  let low = 0
  let high = rows.start.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (rows.start[middle]! <= row) low = middle
    else high = middle
  }
  return low
}

const word = (present: unknown): string => (present === undefined || present === false ? ABSENT : 'present')
