import { beforeAll, describe, expect, test } from 'vitest'
import { loadFollowerPreset } from '../../spec/followerParameters.ts'
import { smallestOf } from '../../spec/tier.ts'
import { canonicalText } from '../core/codec.ts'
import { codecsOf } from '../core/codecs.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { rootAfter } from '../node/lists.ts'
import { GENESIS } from '../node/vocabulary.ts'
import { follower } from './actor.ts'
import { lackingOf, poolReportOf, reportOf } from './chain.ts'
import { refusals } from './refusals.ts'
import type { FollowerTypes } from './types.ts'
import { type Effect, type Event, eventTypes, type Header, NO_HEADER, type State } from './vocabulary.ts'

const { profiles } = loadFollowerPreset()
const graphs = new Map<string, Graph<FollowerTypes>>()
beforeAll(() => {
  for (const profile of profiles) graphs.set(profile.name, explore(follower, profile, { engine: 'flat' }))
})

/** Counted by a plain breadth-first search over spec/actors/follower.md. */
const reached = { grow: 686, reorg: 5850, bodies: 343, repeats: 24, keep: 98 }

/** Calls back for every instance of every state of every profile. */
function eachInstance(visit: (type: string, refused: readonly string[]) => void) {
  for (const graph of graphs.values()) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      visit(types[graph.event[instance]!]!, outcome < 0 ? graph.refusalSets[-1 - outcome]! : [])
    })
  }
}

const isLoss = (event: Event): boolean => event.type === 'crash' && event.store === 'lost'

/** On the parent that it names: what it is applied on, if L1 shows it there. */
const claimsItsRoot = ({ parent, body, root }: Header): boolean =>
  canonicalText(rootAfter({ parent, transactions: body })) === canonicalText(root)

/**
 * FOLLOW-13, written a second time: the body begins with what the block takes from the queue, and what comes behind that
 * is spent neither before the block nor earlier in it.
 */
function canBeProven({ parent, body, forced }: Header): boolean {
  const spent = [...parent.root, ...forced]
  const isFront = canonicalText(body.slice(0, forced.length)) === canonicalText(forced)
  const spendsAgain = body.slice(forced.length).some((transaction) => {
    const isSpent = spent.includes(transaction)
    spent.push(transaction)
    return isSpent
  })
  return isFront && !spendsAgain
}

interface Step {
  readonly before: State
  readonly event: Event
  readonly after: State
  readonly sent: readonly Effect[]
}

/** Calls back for every accepted instance of every state of every profile. */
function eachStep(visit: (step: Step, maxViewAge: number) => void) {
  const { state, event, effects } = codecsOf(follower)
  for (const { name, parameters } of profiles) {
    const graph = graphs.get(name)!
    const states = graph.states.map(state.parse)
    const events = graph.events.map(event.parse)
    const lists = graph.effectLists.map(effects.parse)
    for (const [id, before] of states.entries())
      for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
        const outcome = graph.outcome[at]!
        if (outcome < 0) continue
        const told = { event: events[graph.event[at]!]!, sent: lists[graph.effects[at]!]! }
        visit({ before, after: states[outcome]!, ...told }, parameters.maxViewAge)
      }
  }
}

describe('the profiles of the follower', () => {
  test('reach as many states as the page gives', () => {
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
      expect(explore(follower, profile, { engine: 'xstate' })).toEqual(graphs.get(profile.name))
  })

  test('FOLLOW-5 to FOLLOW-9: the roles hear of every change and of nothing else, what is lacking is asked for', () => {
    const differing = <Value>(one: Value, other: Value): Value[] =>
      canonicalText(one) === canonicalText(other) ? [] : [other]
    eachStep(({ before, event, after, sent }, maxViewAge) => {
      expect(after.fetching).toEqual(lackingOf(after))
      const bodiesOf = (wanted: string) =>
        sent.filter(({ kind, id }) => kind === wanted || id === wanted).map(({ body }) => body)
      const hears = event.type !== 'crash'
      const report = differing(reportOf(before, maxViewAge), reportOf(after, maxViewAge))
      expect(bodiesOf('view')).toEqual(hears ? report : [])
      const poolReport = differing(poolReportOf(before), poolReportOf(after))
      expect(bodiesOf('pool')).toEqual(hears ? poolReport : [])
      const asked = differing(before.fetching, after.fetching).filter(({ slot }) => slot !== NO_HEADER.slot)
      expect(bodiesOf('fetch')).toEqual(hears ? asked : [])
    })
  })

  test('FOLLOW-3, FOLLOW-4, FOLLOW-13: what is applied has the computed root and can be proven, any other block raises the alarm and is remembered', () => {
    const kinds = new Set<string>()
    eachStep(({ before, event, after, sent }) => {
      for (const [index, header] of after.applied.entries()) {
        const { body, root } = header
        const parent = { ...GENESIS, root: after.applied[index - 1]?.root ?? [] }
        expect(root).toEqual(rootAfter({ parent, transactions: body }))
        expect(canBeProven({ ...header, parent })).toBe(true)
      }
      const isRight = event.type !== 'fetched' || (claimsItsRoot(event.header) && canBeProven(event.header))
      const found = isRight ? [] : [event.header]
      if (event.type === 'fetched') kinds.add(`${claimsItsRoot(event.header)} ${canBeProven(event.header)}`)
      const alarms = sent.flatMap((effect) => (effect.kind === 'alarm' ? [effect.body.header] : []))
      expect(alarms).toEqual(found)
      expect(after.wrong).toEqual(isLoss(event) ? [] : [...before.wrong, ...found])
    })
    expect([...kinds].sort()).toEqual(['false false', 'false true', 'true false', 'true true'])
  })

  test('FOLLOW-12: in each slot setupEpoch is handed to L1 once as long as the store is kept, and that is recorded', () => {
    eachStep(({ before, event, after, sent }) => {
      const isHandedOver = sent.some(({ kind }) => kind === 'submit')
      if (isHandedOver) expect(before.kept).toBeLessThan(before.slot)
      expect(after.kept).toBe(isHandedOver ? before.slot : isLoss(event) ? -1 : before.kept)
    })
  })
})
