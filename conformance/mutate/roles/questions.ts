import fc from 'fast-check'
import type { Actor, ActorTypes } from '../../../model/core/actor.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { createFlatEngine } from '../../../model/core/engine.ts'
import { roles } from '../../../model/node/roles.ts'

type State = ActorTypes['state']
type Event = ActorTypes['event']

/** A state and an event, and what the role makes of them. */
export interface Question {
  readonly state: State
  readonly event: Event
  readonly answer: Answer
}

/** Names of the refusals, sorted, or the successor and what is sent; both as JSON of what the statechart itself makes. */
export type Answer = string

/** What a role is asked in one profile. */
export interface Bank {
  readonly role: string
  readonly actor: Actor<ActorTypes>
  readonly profile: ActorTypes['profile'] & { readonly name: string }
  /**
   * Every event instance in some reachable states, and some drawn pairs, by what the answer shows: which event, which
   * refusals, or what it changes and sends.
   */
  readonly byShape: readonly (readonly Question[])[]
  /** Every event instance in every reachable state, and as many drawn pairs as in a check. */
  every(): Iterable<Question>
}

/** Reachable states among those that are asked about first. */
const SOME_STATES = 250
/** Of drawn pairs, some and all, with the seed of rung 2. */
const drawn = { some: { seed: 1, numRuns: 60 }, all: { seed: 1, numRuns: 501 } }
const EVENTS_PER_STATE = 40

type Answering = (state: State, event: Event) => { answer: Answer; next: State | undefined }

/**
 * What the statechart of an actor answers. Rung 2 holds it to be the answer of TLC in each of these places, so that what a
 * mistake makes of it is a difference from TLC.
 */
export function answering(actor: Actor<ActorTypes>, profile: ActorTypes['profile']): Answering {
  const deployed = deploy(actor, profile)
  const engine = createFlatEngine(actor, deployed.machine, deployed.reading)
  return (state, event) => {
    const failing = deployed.failing(state, event)
    const accepted = engine.next(state, event)
    if ((accepted === undefined) !== failing.length > 0)
      return { answer: 'statechart and checks disagree', next: undefined }
    if (accepted)
      return { answer: JSON.stringify([[], accepted.state, accepted.effects], plain), next: accepted.state }
    const names = failing.map((check) => actor.refusals[check]!.refusal).sort()
    return { answer: JSON.stringify([names, 0, 0]), next: undefined }
  }
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value)

/** The same answer as TLC writes it. */
export function textOfAnswer({ actor, profile }: Bank, { state, event, answer }: Question): string {
  if (answer.startsWith('[["')) return answer
  const codecs = codecsOf(actor)
  const { state: next, effects } = createdEngine(actor, profile).next(state, event)!
  return `[[],${codecs.state.text(next)},${codecs.effects.text(effects)}]`
}

const engines = new WeakMap<object, ReturnType<typeof createFlatEngine<ActorTypes>>>()
function createdEngine(actor: Actor<ActorTypes>, profile: ActorTypes['profile']) {
  const known = engines.get(profile)
  if (known) return known
  const { machine, reading } = deploy(actor, profile)
  const made = createFlatEngine(actor, machine, reading)
  engines.set(profile, made)
  return made
}

const banks = new Map<string, readonly Bank[]>()

/** The questions of every profile of a role. */
export function banksOf(role: string): readonly Bank[] {
  const known = banks.get(role)
  if (known) return known
  const { actor, profiles, pairs } = roles.find((it) => it.actor.name === role)!
  const all = profiles().map((profile): Bank => {
    const answer = answering(actor, profile)
    function* asked(states: number, pairsDrawn: { seed: number; numRuns: number }): Generator<Question> {
      yield* reachable(actor, profile, answer, states)
      for (const { state, events } of fc.sample(pairs(profile, EVENTS_PER_STATE), pairsDrawn))
        for (const event of events) yield { state, event, answer: answer(state, event).answer }
    }
    const shapes = new Map<string, Question[]>()
    for (const question of asked(SOME_STATES, drawn.some)) {
      const shape = shapeOf(question)
      const same = shapes.get(shape)
      if (same) same.push(question)
      else shapes.set(shape, [question])
    }
    return {
      role,
      actor,
      profile: profile as Bank['profile'],
      byShape: [...shapes.values()],
      every: () => asked(Number.POSITIVE_INFINITY, drawn.all),
    }
  })
  banks.set(role, all)
  return all
}

/**
 * Up to so many states, from the initial one on in an order that goes deep as well as wide. Values of one actor are built
 * alike, so that equal ones have equal JSON.
 */
function* reachable(
  actor: Actor<ActorTypes>,
  profile: ActorTypes['profile'],
  answer: Answering,
  most: number,
): Generator<Question> {
  const deployment = actor.deployment(profile)
  const waiting = [actor.initial(profile)]
  const seen = new Set([JSON.stringify(waiting[0], plain)])
  let random = 1
  for (let count = 0; count < most && waiting.length > 0; count++) {
    random = (random * 48271) % 2147483647
    const at = random % waiting.length
    const state = waiting[at]!
    waiting[at] = waiting.at(-1)!
    waiting.pop()
    for (const event of actor.instances(state, profile, deployment)) {
      const found = answer(state, event)
      yield { state, event, answer: found.answer }
      if (found.next === undefined) continue
      const text = JSON.stringify(found.next, plain)
      if (seen.has(text)) continue
      seen.add(text)
      waiting.push(found.next)
    }
  }
}

function shapeOf({ state, event, answer }: Question): string {
  if (answer.startsWith('[["')) return `${event.type} ${answer}`
  const [, next, sent] = JSON.parse(answer) as [unknown, Record<string, unknown>, { kind: string }[]]
  const before = state as unknown as Record<string, unknown>
  const changed = Object.keys(next).filter(
    (key) => JSON.stringify(next[key]) !== JSON.stringify(before[key], plain),
  )
  return `${event.type} ${changed.join()} ${sent.map(({ kind }) => kind).join()}`
}

/** Some of each shape, spread over the bank; all that there are where there are fewer. */
export const someOf = ({ byShape }: Bank, ofEachShape: number): Question[] =>
  byShape.flatMap((same) => {
    const count = Math.min(ofEachShape, same.length)
    return Array.from({ length: count }, (_, at) => same[Math.floor((at * same.length) / count)]!)
  })

/** A difference in one line. */
export function told({ event, answer }: Question, found: string): string {
  const short = (text: string) =>
    text.endsWith(',0,0]') ? text.slice(1, -5) : text.startsWith('[[],') ? 'accepted' : text.slice(0, 80)
  const [before, after] = [short(answer), short(found)]
  return before === after
    ? `${event.type} has another successor or other effects`
    : `${event.type} gives ${after} for ${before}`
}
