import type { Step as GeneratedAnswer, Refused } from '../../../impl/node/step.ts'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { canonicalText } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import type { Deployed } from '../../../model/core/deployed.ts'
import type { Pairs } from '../graph-parity/subject.ts'

/** A generated step: `impl/node/generated/<actor>.step.ts`. */
export interface GeneratedStep<T extends ActorTypes> {
  step(state: T['state'], event: T['event'], deployment: T['deployment']): GeneratedAnswer<T>
  refusals(state: T['state'], event: T['event'], deployment: T['deployment']): Refused<T['refusal']>[]
}

/**
 * A pair about which statechart and generated step differ. Answers are canonical JSON: the first refusal and all of them,
 * each with clause and decisive facts; or the next state and the effects.
 */
export interface StepDifference {
  readonly state: string
  readonly event: string
  readonly statechart: string
  readonly generated: string
}

export interface StepParity {
  readonly pairs: number
  readonly accepted: number
  readonly differenceCount: number
  /** The shortest pair that differs. */
  readonly smallest: StepDifference | undefined
}

/** The generated step gives XState's answer to every pair: next state, effects, first refusal, all refusals. */
export function compareSteps<T extends ActorTypes>(
  deployed: Deployed<T>,
  generated: GeneratedStep<T>,
  drawn: Iterable<Pairs<T>>,
): StepParity {
  const codecs = codecsOf(deployed.actor)
  const tally = new Tally()
  for (const { state, events } of drawn)
    for (const event of events) {
      const expected = answerOfStatechart(deployed, state, event)
      const answer = answerOfStep(deployed, generated, state, event)
      tally.add(expected.startsWith(ACCEPTED), answer === expected, () => ({
        state: codecs.state.text(state),
        event: codecs.event.text(event),
        statechart: expected,
        generated: answer,
      }))
    }
  return tally.parity
}

/** Counts pairs, and keeps the shortest that differs. */
export class Tally {
  #pairs = 0
  #accepted = 0
  #differenceCount = 0
  #smallest: StepDifference | undefined

  /** @param difference asked where the two are not the same */
  add(accepted: boolean, isSame: boolean, difference: () => StepDifference): void {
    this.#pairs++
    if (accepted) this.#accepted++
    if (isSame) return
    this.#differenceCount++
    const found = difference()
    if (!this.#smallest || lengthOf(found) < lengthOf(this.#smallest)) this.#smallest = found
  }

  get parity(): StepParity {
    return {
      pairs: this.#pairs,
      accepted: this.#accepted,
      differenceCount: this.#differenceCount,
      smallest: this.#smallest,
    }
  }
}

const lengthOf = ({ state, event }: StepDifference): number => state.length + event.length

const ACCEPTED = 'accepted '

/** What XState makes of a pair, as text. */
export function answerOfStatechart<T extends ActorTypes>(
  deployed: Deployed<T>,
  state: T['state'],
  event: T['event'],
): string {
  return told(() => {
    const step = deployed.step(state, event)
    if (!('refusals' in step)) return acceptedText(deployed, step.state, step.effects)
    const refusals = step.refusals.map(({ check: _, ...refused }) => refused)
    return refusedText(refusals[0], refusals)
  })
}

function answerOfStep<T extends ActorTypes>(
  deployed: Deployed<T>,
  generated: GeneratedStep<T>,
  state: T['state'],
  event: T['event'],
): string {
  return told(() => {
    const step = generated.step(state, event, deployed.deployment)
    const refusals = generated.refusals(state, event, deployed.deployment)
    if ('refusal' in step) return refusedText(step, refusals)
    const text = acceptedText(deployed, step.next, step.effects)
    return refusals.length === 0 ? text : `${text} and ${refusedText(undefined, refusals)}`
  })
}

function acceptedText<T extends ActorTypes>(
  { actor }: Deployed<T>,
  next: T['state'],
  effects: readonly T['effect'][],
): string {
  const codecs = codecsOf(actor)
  return `${ACCEPTED}${codecs.state.text(next)} ${codecs.effects.text(effects)}`
}

const refusedText = (first: Refused | undefined, all: readonly Refused[]): string =>
  `refused ${textOf(first)} of ${all.map(textOf).join(' ')}`

function textOf(refused: Refused | undefined): string {
  if (!refused) return 'nothing'
  const { refusal, clause, decisive } = refused
  const facts = decisive.map(({ name, value }) => [name, typeof value === 'bigint' ? `${value} wei` : value])
  return canonicalText([refusal, clause, facts])
}

/** That a pair cannot be evaluated is an answer that nobody else gives. */
export function told(answer: () => string): string {
  try {
    return answer()
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}
