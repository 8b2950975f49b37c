import type { Actor, ActorTypes } from './actor.ts'
import { codecsOf } from './codecs.ts'
import { deploy } from './deployed.ts'

/** What an actor answers: the refusals of an event in the order of its checks, or where it leads. */
export type Answer<T extends ActorTypes> =
  | { readonly refusals: readonly T['refusal'][] }
  | { readonly state: T['state']; readonly effects: readonly T['effect'][] }

/** An actor that is a part of something larger, which asks it the same again and again: each answer is found once. */
export interface Asked<T extends ActorTypes> {
  readonly initial: T['state']
  /** The one value that stands for all that are equal. */
  same(state: T['state']): T['state']
  ask(state: T['state'], event: T['event']): Answer<T>
}

/** @param profile whose parameters the actor has */
export function asked<T extends ActorTypes>(actor: Actor<T>, profile: T['profile']): Asked<T> {
  const deployed = deploy(actor, profile)
  const { state: stateCodec, event: eventCodec } = codecsOf(actor)
  const byText = new Map<string, T['state']>()
  const answers = new WeakMap<T['state'], Map<string, Answer<T>>>()
  const same = (state: T['state']): T['state'] => {
    if (answers.has(state)) return state
    const text = stateCodec.text(state)
    const known = byText.get(text)
    if (known) return known
    byText.set(text, state)
    answers.set(state, new Map())
    return state
  }
  const answerTo = (state: T['state'], event: T['event']): Answer<T> => {
    const step = deployed.step(state, event)
    if ('refusals' in step) return { refusals: step.refusals.map(({ refusal }) => refusal) }
    return { state: same(step.state), effects: step.effects }
  }
  return {
    initial: same(deployed.initial),
    same,
    ask(state, event) {
      const it = same(state)
      const known = answers.get(it)!
      const text = eventCodec.text(event)
      const found = known.get(text) ?? answerTo(it, event)
      known.set(text, found)
      return found
    },
  }
}
