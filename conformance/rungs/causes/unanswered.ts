import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { canonicalText, parseJson } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { answerText } from '../graph-parity/answer.ts'
import { readAnswers } from '../graph-parity/pointwise.ts'
import type { AnySubject } from '../subjects.ts'
import type { ReachedPlace } from './causes.ts'
import { parseAnswer } from './places.ts'

/**
 * Where the statechart answers otherwise than the model checker did before it stopped. That may be what it stopped at: an
 * answer is written before the state that it leads to is judged.
 * @param points the pairs, one state with its events a line; the answers stand beside it
 */
export async function placesUntilStopped(
  { actor, prefix }: AnySubject,
  profile: ActorTypes['profile'],
  points: string,
): Promise<ReachedPlace[]> {
  if (!existsSync(points) || !existsSync(`${points}.answers`)) return []
  const answered = new Map<string, string>()
  for await (const { i, j, answer } of readAnswers(`${points}.answers`)) answered.set(`${i},${j}`, answer)
  const deployed = deploy(actor, profile)
  const codecs = codecsOf(actor)
  const places: ReachedPlace[] = []
  let i = -1
  for await (const line of createInterface({ input: createReadStream(points) })) {
    i++
    const [drawn, events] = parseJson(line) as [unknown, { name: string }[]]
    const state = codecs.state.decode(drawn)
    for (const [index, { name, ...parameters }] of events.entries()) {
      const tla = answered.get(`${i},${index}`)
      if (tla === undefined) return places
      const event = codecs.event.decode(parseJson(canonicalText({ ...parameters, type: name })))
      const statechart = answerText(deployed, state, event)
      if (statechart !== tla)
        places.push({
          profile: prefix + profile.name,
          state: codecs.state.text(state),
          event: codecs.event.text(event),
          left: parseAnswer(tla),
          right: parseAnswer(statechart),
        })
    }
  }
  return places
}
