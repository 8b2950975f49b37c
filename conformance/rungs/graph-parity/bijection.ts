import type { Graph as Exploration } from '../../../model/core/explorer.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { StateGraph } from '../../../tla/tlc/graph.ts'
import type { Graph } from './compare.ts'

/**
 * How TLA+ and the statechart say the same thing. Variables, fields and refusals have the same names; what differs:
 *
 * | TLA+ | statechart |
 * |---|---|
 * | NoClaim, a record | `null` |
 * | amounts as integers | amounts as decimal strings |
 * | event names in the field `name` | in the field `type` |
 *
 * Texts are canonical JSON: sorted keys, no spaces, TLA+'s amounts and NoClaim. The history variable `event` of the
 * model-checking module is the only one that is left out; it labels the transitions.
 */
interface PlainState extends Omit<State, 'claim' | 'accounts' | 'slashed' | 'tokens' | 'credits'> {
  claim: {
    epochToProve: number
    proverAddress: string
    bondAmount: number
    basisPointFee: number
    claimant: string
  }
  accounts: Record<string, { available: number; withdrawing: number; unlockSlot: number; staked: number }>
  slashed: number
  tokens: Record<string, number>
  credits: Record<string, number>
}

/** The statechart's state of a canonical text. */
export function stateOfText(text: string): State {
  const plain = JSON.parse(text) as PlainState
  return {
    ...plain,
    claim:
      plain.claim.proverAddress === 'none'
        ? null
        : { ...plain.claim, bondAmount: String(plain.claim.bondAmount) },
    accounts: mapValues(plain.accounts, (account) => ({
      available: String(account.available),
      withdrawing: String(account.withdrawing),
      unlockSlot: account.unlockSlot,
      staked: String(account.staked),
    })),
    slashed: String(plain.slashed),
    tokens: mapValues(plain.tokens, String),
    credits: mapValues(plain.credits, String),
  }
}

/** The statechart's event of a canonical text. */
export function eventOfText(text: string): Event {
  const plain = JSON.parse(text)
  if (plain.amount !== undefined) plain.amount = String(plain.amount)
  if (plain.quote !== undefined) plain.quote.bondAmount = String(plain.quote.bondAmount)
  return plain as Event
}

/** The graph of a profile that the statecharts produce. */
export function statechartGraph(exploration: Exploration): Graph {
  const { states, events, firstInstance, event, outcome } = exploration
  const refusalSets: (readonly string[])[] = [[]]
  for (const set of exploration.refusalSets) refusalSets.push([...set].sort())
  const transitions: number[] = []
  const refusals = new Int32Array(event.length * 3)
  for (let state = 0; state < states.length; state++) {
    for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++) {
      const result = outcome[instance]!
      if (result >= 0) transitions.push(state, event[instance]!, result)
      refusals.set([state, event[instance]!, result >= 0 ? 0 : -result], instance * 3)
    }
  }
  return { states, events, refusalSets, initial: [0], transitions: Int32Array.from(transitions), refusals }
}

/** The graph of a profile that the model checker explored. */
export function modelCheckerGraph(graph: StateGraph): Graph {
  return { ...graph, events: graph.events.map(eventTextOfTla) }
}

function eventTextOfTla(text: string): string {
  const { name, ...parameters } = JSON.parse(text) as { name: string } & Record<string, unknown>
  return canonical({ ...parameters, type: name })
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

function mapValues<From, To>(record: Record<string, From>, to: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]))
}
