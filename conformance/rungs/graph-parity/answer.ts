import type { ActorTypes } from '../../../model/core/actor.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import type { Deployed } from '../../../model/core/deployed.ts'

/**
 * What the statechart makes of an event, as the model checker writes its own answer: the sorted names of the refusals,
 * the successor and the effects, the last two 0 where refused. That it cannot be evaluated is an answer that nobody else
 * gives.
 */
export function answerText<T extends ActorTypes>(
  deployed: Deployed<T>,
  state: T['state'],
  event: T['event'],
): string {
  const { state: stateCodec, effects } = codecsOf(deployed.actor)
  try {
    const step = deployed.step(state, event)
    if (!('refusals' in step)) return `[[],${stateCodec.text(step.state)},${effects.text(step.effects)}]`
    const names = step.refusals.map(({ refusal }) => refusal).sort()
    return `[${JSON.stringify(names)}${REFUSED}]`
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}

/** No successor and no effects. */
const REFUSED = ',0,0'

export const isAccepted = (answer: string): boolean => !answer.endsWith(`${REFUSED}]`)
