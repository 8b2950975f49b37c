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
import { type Announced, announcedIn } from './announced.ts'
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
  const sending = logs ? steps.findIndex((step) => isSender(step, logs)) : -1
  const at = index ?? (sending >= 0 ? sending : events.length - 1)
  const before = [
    ...course.filter(({ outcome }) => outcome.accepted).map(({ event }) => event),
    ...steps
      .slice(0, Math.max(at, 0))
      .flatMap(({ event, refusals }) => (refusals.length === 0 ? [event] : [])),
  ]
  const both = (): { left: Answer; right: Answer } => {
    const { refusals = [] } = steps[at] ?? {}
    // Whatever it announces: it should have been refused.
    if (logs && refusals.length > 0) return { left: { refusals }, right: lacking(refusals) }
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
    profile: profile.name,
    run: trace.title,
    path: before.map(eventText),
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
  refusals: [],
  next: stateText(stored),
  views: canonicalText(effective),
  ...(storage && { stored: answers.stored(storage) }),
})

/** Whether logs that differ can be those of a step: what is accepted always announces something. */
const isSender = ({ refusals, sent }: StatechartStep, { count, type, expected }: Announced): boolean =>
  count === 0 ? refusals.length > 0 : expected.length === 0 ? sent.length === count : sent.includes(type)

type StatechartStep = ReturnType<typeof stepsThrough>[number]

/** What the statechart makes of the events of a block, one after the other. */
function stepsThrough(profile: Profile, start: State, events: readonly Event[]) {
  const rollup = deploy(l1Rollup, profile)
  let state = start
  return events.map((event) => {
    const before = state
    const step = rollup.step(before, event)
    if ('state' in step) state = step.state
    const sent: readonly string[] = 'state' in step ? step.effects.map(({ type }) => type) : []
    const refusals: readonly string[] = 'state' in step ? [] : step.refusals.map(({ refusal }) => refusal)
    return { event, before, refusals, sent }
  })
}
