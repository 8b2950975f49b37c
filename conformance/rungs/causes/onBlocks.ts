import { canonicalText } from '../../../model/core/codec.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { eventText, stateText } from '../../../model/l1-rollup/texts.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../../spec/parameters.ts'
import type { Observation, Outcome } from '../../drivers/driver.ts'
import type { Storage } from '../../evm/word.ts'
import type { Replayed } from '../../runs/replayer.ts'
import { NotAnnounced } from '../../translation/logs.ts'
import { announcedIn } from './announced.ts'
import { type BytecodeAnswers, explained, lacking } from './bytecode.ts'
import type { ReachedPlace } from './causes.ts'
import type { Answer } from './disagreement.ts'

/**
 * The place at which a run on real blocks parts from the statechart; left is the statechart. Events that were refused are
 * not on the way to it: they change nothing.
 * @param storage of the contracts, as it is there
 */
export function placeOnBlocks(
  answers: BytecodeAnswers,
  profile: Profile,
  { difference, course, last, said }: Replayed,
  storage: Storage,
): ReachedPlace {
  const { trace, block, event: index, found } = difference!
  const events = trace.blocks[block] ?? []
  const { fault } = said.contracts
  const logs = fault instanceof NotAnnounced ? announcedIn(fault.message) : undefined
  const steps = stepsThrough(profile, last.stored, events)
  const sending = logs?.expected && steps.findIndex(({ sent }) => sent.includes(logs.type))
  const at = index ?? (sending !== undefined && sending >= 0 ? sending : events.length - 1)
  const before = [
    ...course.filter(({ outcome }) => outcome.accepted).map(({ event }) => event),
    ...steps.slice(0, Math.max(at, 0)).flatMap(({ event, isAccepted }) => (isAccepted ? [event] : [])),
  ]
  const both = (): { left: Answer; right: Answer } => {
    if (logs)
      return {
        left: { refusals: [], effects: answers.effects(logs.expected) },
        right: { refusals: [], effects: answers.effects(logs.found) },
      }
    const { model, contracts } = said
    if (index !== undefined)
      return ofOutcomes(answers, events[at]!, model.outcomes![at]!, contracts.outcomes![at]!)
    const left = model.observation
    if (!left) return { left: {}, right: { unevaluated: found } }
    const right = contracts.observation
    return {
      left: ofObservation(answers, left, left.storage),
      right: right
        ? ofObservation(answers, right, right.storage)
        : { refusals: [], stored: answers.stored(storage) },
    }
  }
  const place = {
    ...{ profile: profile.name, run: trace.title, path: before.map(eventText) },
    state: stateText(steps[at]?.before ?? last.stored),
    event: events[at] ? eventText(events[at]) : DEPLOYMENT,
    ...both(),
  }
  return { ...place, ...explained(place, found) }
}

/** Stands for an event where the contracts differ before the first. */
const DEPLOYMENT = canonicalText({ type: 'deployment' })

function ofOutcomes(
  answers: BytecodeAnswers,
  { type }: Event,
  expected: Outcome,
  found: Outcome,
): { left: Answer; right: Answer } {
  const refusals = expected.accepted ? [] : (expected.all ?? [expected.refusal])
  if (found.accepted) return { left: { refusals }, right: lacking(refusals) }
  const data = expected.accepted ? undefined : expected.data
  if (found.data) return answers.refused(type, { refusals, data }, found.data)
  return { left: { refusals }, right: { refusals: [found.refusal] } }
}

const ofObservation = (
  answers: BytecodeAnswers,
  { stored, effective }: Observation,
  storage: Storage | undefined,
): Answer => ({
  ...{ refusals: [], next: stateText(stored), views: canonicalText(effective) },
  ...(storage && { stored: answers.stored(storage) }),
})

/** What the statechart makes of the events of a block, one after the other. */
function stepsThrough(profile: Profile, start: State, events: readonly Event[]) {
  const rollup = deploy(l1Rollup, profile)
  let state = start
  return events.map((event) => {
    const before = state
    const step = rollup.step(before, event)
    if ('state' in step) state = step.state
    const sent: readonly string[] = 'state' in step ? step.effects.map(({ type }) => type) : []
    return { event, before, isAccepted: 'state' in step, sent }
  })
}
