import type { ActorTypes } from '../../../model/core/actor.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import type { Graph } from '../../../model/core/explorer.ts'
import type { Subject } from '../graph-parity/subject.ts'
import { type GeneratedStep, type StepParity, Tally, told } from './compare.ts'

/**
 * The generated step gives what the statechart's graph says, in every reachable state and of every instance there: the next
 * state with its effects, or the first refusal and all of them by name. What decides a refusal is not in a graph:
 * `compareSteps` has it.
 * @param firstOnly whether to stop at the first difference
 */
export function compareWithGraph<T extends ActorTypes>(
  { actor }: Pick<Subject<T>, 'actor'>,
  profile: T['profile'],
  generated: GeneratedStep<T>,
  graph: Graph<T>,
  { firstOnly = false } = {},
): StepParity {
  const codecs = codecsOf(actor)
  const deployment = actor.deployment(profile)
  const events = graph.events.map((text) => codecs.event.parse(text))
  const tally = new Tally()
  for (const [at, stateText] of graph.states.entries()) {
    const state = codecs.state.parse(stateText)
    const end = graph.firstInstance[at + 1]!
    for (let instance = graph.firstInstance[at]!; instance < end; instance++) {
      const which = graph.event[instance]!
      const outcome = graph.outcome[instance]!
      const accepted = outcome >= 0
      const expected = accepted
        ? `${graph.states[outcome]} ${graph.effectLists[graph.effects[instance]!]}`
        : refusedText(graph.refusalSets[-1 - outcome]!)
      const answer = told(() => {
        const event = events[which]!
        const step = generated.step(state, event, deployment)
        if (!('refusal' in step))
          return `${codecs.state.text(step.next)} ${codecs.effects.text(step.effects)}`
        const names = generated.refusals(state, event, deployment).map(({ refusal }) => refusal)
        return step.refusal === names[0] ? refusedText(names) : `${step.refusal} of ${names.join(' ')}`
      })
      tally.add(accepted, answer === expected, () => ({
        state: stateText,
        event: graph.events[which]!,
        statechart: expected,
        generated: answer,
      }))
      if (firstOnly && answer !== expected) return tally.parity
    }
  }
  return tally.parity
}

const refusedText = (names: readonly string[]): string => `refused: ${names.join(' ')}`
