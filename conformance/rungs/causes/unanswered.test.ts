import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canonicalText, parseJson } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { answerText } from '../graph-parity/answer.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { parseAnswer } from './places.ts'
import { placesUntilStopped } from './unanswered.ts'

const subject = anySubject(l1RollupSubject)
const [profile] = subject.pairProfiles()
const deployed = deploy(subject.actor, profile!)
const codecs = codecsOf(subject.actor)
const state = deployed.initial
// Refused, accepted, refused.
const events = [
  { type: 'prune', caller: 'stranger' },
  { type: 'advanceSlot' },
  { type: 'addValidator', caller: 'admin', validator: 'v1' },
] as const

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-unanswered-'))
afterAll(() => rmSync(folder, { recursive: true }))
const points = path.join(folder, 'points.ndjson')
const named = events.map((event) => {
  const { type, ...parameters } = parseJson(codecs.event.text(event)) as { type: string }
  return canonicalText({ ...parameters, name: type })
})
writeFileSync(points, `[${codecs.state.text(state)},[${named.join(',')}]]\n`)

/** The model checker answers as the statechart does, but for what is replaced, and stops after so many pairs. */
const answers = (count: number, replaced: Readonly<Record<number, string>> = {}): void =>
  writeFileSync(
    `${points}.answers`,
    events
      .slice(0, count)
      .map(
        (event, at) => `[1,${at + 1},${replaced[at] ?? answerText(deployed, state, event).slice(1, -1)}]\n`,
      )
      .join(''),
  )
const places = () => placesUntilStopped(subject, profile!, points)

test('an event that leads to no state is where the two differ: its answer is the last', async () => {
  const noState = canonicalText({ ...(parseJson(codecs.state.text(state)) as object), slot: -1 })
  answers(2, { 1: `[],${noState},[]` })
  expect(await places()).toEqual([
    {
      profile: profile!.name,
      state: codecs.state.text(state),
      event: codecs.event.text(events[1]),
      left: { refusals: [], next: noState, effects: '[]' },
      right: parseAnswer(answerText(deployed, state, events[1])),
    },
  ])
})

test('what has no answer is no place', async () => {
  answers(2)
  expect(await places()).toEqual([])
})

test('answers before the stop are compared', async () => {
  answers(2, { 0: '["QuoteExpired"],{},[]' })
  const [place] = await places()
  expect(place).toMatchObject({
    left: { refusals: ['QuoteExpired'] },
    right: { refusals: ['NothingToPrune'] },
  })
})

test('without files there are none', async () => {
  expect(await placesUntilStopped(subject, profile!, path.join(folder, 'absent'))).toEqual([])
})
