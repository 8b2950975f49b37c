import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import type { AnyStateMachine } from 'xstate'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { type Codec, canonicalText, parseJson } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { pointwiseFiles, pointwiseModuleName, writeFiles } from '../../../tla/tlc/files.ts'
import { runTlc, type TlcRun } from '../../../tla/tlc/tlc.ts'
import { answerText, isAccepted } from './answer.ts'
import type { Pairs, Subject } from './subject.ts'

export interface PointwiseRun extends Pick<TlcRun, 'brief' | 'machine' | 'signal' | 'tools'> {
  /** Folder of this run alone. */
  readonly folder: string
  readonly seed: number
  readonly states: number
  readonly eventsPerState: number
}

/** Pairs with TLC's answers, by state and event in the order drawn. */
export interface AnsweredPairs<T extends ActorTypes> {
  readonly profile: T['profile']
  readonly drawn: readonly Pairs<T>[]
  readonly answers: readonly (readonly string[])[]
}

/** A pair about which TLA+ and statechart differ. Answers: refusals, successor and effects as canonical JSON. */
export interface PairDifference {
  readonly state: string
  readonly event: string
  readonly tla: string
  readonly statechart: string
}

export interface PointwiseResult {
  readonly pairs: number
  readonly accepted: number
  readonly differenceCount: number
  /** The shortest pair that differs. */
  readonly smallest: PairDifference | undefined
}

/** TLC did not answer for every pair; says what it said instead. */
export class PairsUnanswered extends Error {
  override name = 'PairsUnanswered'
}

/**
 * Draws coherent pairs of a state and an event, reachable or not, and puts each to TLC.
 * @throws PairsUnanswered
 */
export async function askModelChecker<T extends ActorTypes>(
  subject: Subject<T>,
  profile: T['profile'],
  run: PointwiseRun,
): Promise<AnsweredPairs<T>> {
  const { actor, twin } = subject
  const { folder, seed, states, eventsPerState, ...options } = run
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFiles(folder, pointwiseFiles(twin, profile))
  const arbitraries = subject.pairs(profile, eventsPerState)
  const numRuns = Math.ceil(states / arbitraries.length)
  const drawn = arbitraries.flatMap((arbitrary, part) => fc.sample(arbitrary, { seed: seed + part, numRuns }))
  const points = path.join(folder, 'points.ndjson')
  await pipeline(linesOf(actor, drawn), createWriteStream(points))
  const base = path.join(folder, pointwiseModuleName(profile))
  const tlc = await runTlc({
    module: `${base}.tla`,
    config: `${base}.cfg`,
    points,
    libraries: [twin.folder],
    ...options,
  })
  if (tlc.outcome !== 'pass') {
    const says = tlc.errors.map(({ text }) => text).join('; ') || tlc.outcome
    throw new PairsUnanswered(`TLC on pairs of profile ${profile.name}, seed ${seed}: ${says}`)
  }
  const answers = await answersIn(`${points}.answers`, drawn, profile.name)
  return { profile, drawn, answers }
}

/**
 * TLC's answers by state and event, one for every pair.
 * @throws PairsUnanswered
 */
export async function answersIn(
  file: string,
  drawn: readonly Pick<Pairs<ActorTypes>, 'events'>[],
  profile: string,
): Promise<string[][]> {
  const answers = drawn.map(({ events }) => events.map(() => ''))
  let count = 0
  for await (const { i, j, answer } of readAnswers(file)) {
    answers[i]![j] = answer
    count++
  }
  const asked = drawn.reduce((sum, { events }) => sum + events.length, 0)
  if (count !== asked || answers.some((row) => row.includes('')))
    throw new PairsUnanswered(`profile ${profile}: TLC answered ${count} times for ${asked} pairs`)
  return answers
}

/** TLC's answers as it wrote them, a line each, with the indices of state and event. A line that was cut is none. */
export async function* readAnswers(
  file: string,
): AsyncGenerator<{ readonly i: number; readonly j: number; readonly answer: string }> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [, i, j, answer] = /^\[(\d+),(\d+),(.*)\]$/.exec(line) ?? []
    if (answer !== undefined) yield { i: Number(i) - 1, j: Number(j) - 1, answer: `[${answer}]` }
  }
}

/**
 * Rung 2 without reachability: the statechart gives TLC's answer to every pair, the whole refusal set, the successor and
 * the effects.
 * @param machine another machine of the profile, for example one with a guard replaced
 */
export async function comparePairs<T extends ActorTypes>(
  { actor }: Pick<Subject<T>, 'actor'>,
  { profile, drawn, answers }: AnsweredPairs<T>,
  { machine, signal }: { machine?: AnyStateMachine; signal?: AbortSignal } = {},
): Promise<PointwiseResult> {
  const deployed = deploy(actor, profile, machine)
  const codecs = codecsOf(actor)
  let [count, accepted, differenceCount] = [0, 0, 0]
  let smallest: PairDifference | undefined
  const weight = (pair: PairDifference): number => pair.state.length + pair.event.length
  for (const [at, { state, events }] of drawn.entries()) {
    signal?.throwIfAborted()
    for (const [which, event] of events.entries()) {
      const tla = answers[at]![which]!
      const statechart = answerText(deployed, state, event)
      count++
      if (isAccepted(tla)) accepted++
      if (tla === statechart) continue
      differenceCount++
      const pair = { state: codecs.state.text(state), event: codecs.event.text(event), tla, statechart }
      if (!smallest || weight(pair) < weight(smallest)) smallest = pair
    }
    // Progress and Ctrl-C get their turn.
    if (at % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return { pairs: count, accepted, differenceCount, smallest }
}

function* linesOf<T extends ActorTypes>(
  actor: Subject<T>['actor'],
  drawn: readonly Pairs<T>[],
): Generator<string> {
  const codecs = codecsOf(actor)
  for (const { state, events } of drawn) {
    const texts = events.map((event) => tlaText(event, codecs.event))
    yield `[${codecs.state.text(state)},[${texts.join(',')}]]\n`
  }
}

/** An event as TLA+ names it. */
function tlaText<Event>(event: Event, codec: Codec<Event>): string {
  const { type, ...parameters } = parseJson(codec.text(event)) as { type: string }
  return canonicalText({ ...parameters, name: type })
}
