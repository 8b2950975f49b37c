import { beforeAll, describe, expect, test } from 'vitest'
import { loadPoolPreset } from '../../spec/poolParameters.ts'
import { smallestOf } from '../../spec/tier.ts'
import { codecsOf } from '../core/codecs.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { transactionPool } from './actor.ts'
import { refusals } from './refusals.ts'
import type { TransactionPoolTypes } from './types.ts'
import { type Effect, type Event, eventTypes, type State } from './vocabulary.ts'

const { profiles } = loadPoolPreset()
const graphs = new Map<string, Graph<TransactionPoolTypes>>()
beforeAll(() => {
  for (const profile of profiles)
    graphs.set(profile.name, explore(transactionPool, profile, { engine: 'flat' }))
})

/** How many states each profile has. */
const reached = { gossip: 667, serve: 2_686, spend: 1_014 }

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

/** An accepted event with the states before and after it. */
interface Step {
  readonly before: State
  readonly event: Event
  readonly after: State
  readonly effects: readonly Effect[]
  /** What is spent where a list has had its effects. */
  spentWith(list: readonly string[]): string[]
}

/** Every accepted event of every state of every profile. */
function* steps(): Generator<Step> {
  const codecs = codecsOf(transactionPool)
  for (const { name, transactions, parameters } of profiles) {
    const graph = graphs.get(name)!
    const { nullifiers } = parameters
    const spentWith = (list: readonly string[]): string[] =>
      transactions.filter((it) => list.some((other) => nullifiers[other] === nullifiers[it]))
    const states = graph.states.map((text) => codecs.state.parse(text))
    const events = graph.events.map((text) => codecs.event.parse(text))
    const lists = graph.effectLists.map((text) => codecs.effects.parse(text))
    for (const [id, before] of states.entries())
      for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
        const outcome = graph.outcome[at]!
        if (outcome < 0) continue
        const [event, after] = [events[graph.event[at]!]!, states[outcome]!]
        yield { before, event, after, effects: lists[graph.effects[at]!]!, spentWith }
      }
  }
}

const isOfTransaction = ({ kind, id }: Effect): boolean => kind === 'send' && !id.startsWith('request/')

describe('the profiles of the transaction pool', () => {
  test('reach as many states as are recorded', () => {
    const found = [...graphs].map(([name, { states }]) => [name, states.length])
    expect(Object.fromEntries(found)).toEqual(reached)
  })

  test('show every event accepted, and every check of every event failing alone', () => {
    const occurring = new Set<string>()
    const alone = new Set<string>()
    const accepted = new Set<string>()
    eachInstance((type, refused) => {
      for (const refusal of refused) occurring.add(`${type} ${refusal}`)
      if (refused.length === 1) alone.add(`${type} ${refused[0]}`)
      if (refused.length === 0) accepted.add(type)
    })
    expect([...accepted].sort()).toEqual([...eventTypes].sort())
    expect([...alone].sort()).toEqual([...occurring].sort())
    const shown = new Set([...alone].map((name) => name.split(' ')[1]))
    expect([...shown].sort()).toEqual(
      Object.values(refusals)
        .map(({ refusal }) => refusal)
        .sort(),
    )
  })

  test('the table read from the statechart gives the graph of XState itself, effects included', () => {
    for (const profile of smallestOf(profiles, ({ name }) => graphs.get(name)!.states.length))
      expect(explore(transactionPool, profile, { engine: 'xstate' })).toEqual(graphs.get(profile.name))
  })

  test('TX-2, TX-7, TX-18: a transaction that is sent is stored and not stashed', () => {
    const wrong: Step[] = []
    for (const step of steps()) {
      const { stored, stashed } = step.after
      const may = ({ body: { transaction } }: Effect) =>
        stored.includes(transaction) && !stashed.includes(transaction)
      if (!step.effects.filter(isOfTransaction).every(may)) wrong.push(step)
    }
    expect(wrong).toEqual([])
  })

  test('TX-2, TX-7: what becomes open, but not by the queue, is sent to all in that step', () => {
    const wrong: Step[] = []
    for (const step of steps()) {
      const { before, event, after, effects } = step
      if (event.type === 'receiveRequest') continue
      const open = ({ stored, stashed }: State) => stored.filter((it) => !stashed.includes(it))
      const isForced = (it: string) => event.type === 'follow' && !before.stored.includes(it)
      const opened = open(after).filter((it) => !open(before).includes(it) && !isForced(it))
      const sent = effects.filter(isOfTransaction).map(({ body }) => body.transaction)
      if (opened.join() !== sent.toSorted().join()) wrong.push(step)
    }
    expect(wrong).toEqual([])
  })

  test('TX-1, TX-8, TX-16: the roles are told of what becomes stored, and of what one lacks and is stored', () => {
    const wrong: Step[] = []
    for (const step of steps()) {
      const { before, event, after, effects } = step
      const came = after.stored.filter((it) => !before.stored.includes(it))
      const lacked = event.type === 'ask' ? before.stored.filter((it) => it === event.transaction) : []
      const told = effects.filter(({ kind }) => kind === 'tell').map(({ body }) => body.transaction)
      if ([...came, ...lacked].join() !== told.join()) wrong.push(step)
    }
    expect(wrong).toEqual([])
  })

  test('TX-5, TX-7, TX-10, TX-13, TX-15: what is spent for good is neither stored nor verified, and what is shown is not stashed', () => {
    const wrong: State[] = []
    for (const { after, spentWith } of steps()) {
      const { stored, stashed, view, verifying } = after
      const kept = [...stored, ...verifying.map(({ transaction }) => transaction)]
      const isShown = (it: string) => view.root.includes(it) || view.queue.includes(it)
      if (kept.some((it) => spentWith(view.final).includes(it)) || stashed.some(isShown)) wrong.push(after)
    }
    expect(wrong).toEqual([])
  })

  test('TX-10, TX-13: nothing that is stored is dropped unless it is spent for good or the store is lost', () => {
    const wrong: Step[] = []
    for (const step of steps()) {
      const { before, event, after, spentWith } = step
      const dropped = before.stored.filter((it) => !after.stored.includes(it))
      const final = event.type === 'follow' ? spentWith(event.view.final) : []
      const isLost = event.type === 'crash' && event.store === 'lost'
      if (!isLost && !dropped.every((it) => final.includes(it))) wrong.push(step)
    }
    expect(wrong).toEqual([])
  })

  test('TX-13: of two that spend the same both are held at once, and one of them beside the other at the own tip', () => {
    const isShown = { together: false, besideTip: false }
    for (const { after } of steps()) {
      if (!['t1', 't2'].every((it) => after.stored.includes(it))) continue
      isShown.together ||= after.view.root.length === 0
      isShown.besideTip ||= after.view.root.length > 0
    }
    expect(isShown).toEqual({ together: true, besideTip: true })
  })

  test('TX-4, TX-8: what is stored, and so what is forced and not spent for good, is neither verified nor asked for', () => {
    const wrong: State[] = []
    for (const { after, spentWith } of steps()) {
      const { stored, stashed, view, verifying, asked } = after
      const lacking = [...asked, ...verifying.map(({ transaction }) => transaction)]
      const forced = view.queue.filter((it) => !spentWith(view.final).includes(it))
      if (
        lacking.some((it) => stored.includes(it)) ||
        ![...forced, ...stashed].every((it) => stored.includes(it))
      )
        wrong.push(after)
    }
    expect(wrong).toEqual([])
  })
})
