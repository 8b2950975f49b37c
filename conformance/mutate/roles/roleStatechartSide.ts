import type { Actor, ActorTypes } from '../../../model/core/actor.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import type { Finding } from '../finding.ts'
import { mutated } from '../mutant.ts'
import { LinkedModel } from './linkedModel.ts'
import { answering, type Bank, banksOf, type Question, someOf, told } from './questions.ts'
import { type RoleMutant, textOfFile } from './roleMutants.ts'

/** Of each shape of an answer, what is asked first, and then. */
const tiers = [6, 60]

const models = new Map<string, Promise<LinkedModel>>()

/**
 * Rung 2 on the statechart with the mistake, up to the first answer that is another one. In every reachable state the same
 * answers are the same graph.
 * @param role whose rungs are asked
 * @param extent some of every shape, or every event in every reachable state, and drawn pairs
 */
export async function tryRoleStatechart(
  mutant: RoleMutant,
  role: string,
  extent: 'some' | 'every',
): Promise<Finding | undefined> {
  const model = models.get(role) ?? LinkedModel.of(role)
  models.set(role, model)
  const text = mutated(mutant, textOfFile(mutant.file))
  let actor: Actor<ActorTypes>
  try {
    actor = (await model).actor({ file: mutant.file, text })
  } catch (error) {
    return { caughtBy: 'rung 2', detail: `it cannot be loaded: ${(error as Error).message.slice(0, 120)}` }
  }
  const choices = tiers.map(
    (ofEachShape) =>
      (bank: Bank): Iterable<Question> =>
        someOf(bank, ofEachShape),
  )
  for (const choose of extent === 'some' ? choices : [(bank: Bank) => bank.every()])
    for (const bank of banksOf(role)) {
      const finding = firstDifference(actor, bank, choose(bank))
      if (finding) return finding
    }
  return undefined
}

function firstDifference(
  actor: Actor<ActorTypes>,
  bank: Bank,
  questions: Iterable<Question>,
): Finding | undefined {
  const { role, profile } = bank
  const name = `${role}/${profile.name}`
  let answer: ReturnType<typeof answering>
  try {
    answer = answering(actor, profile)
  } catch (error) {
    const caughtBy = (error as Error).name === 'UnreadableMachine' ? 'generator' : 'rung 2'
    return { caughtBy, detail: `${name}: ${(error as Error).message.slice(0, 140)}` }
  }
  for (const question of questions) {
    let found: string
    try {
      found = answer(question.state, question.event).answer
    } catch (error) {
      found = `${(error as Error).name}: ${(error as Error).message}`
    }
    if (found === question.answer || isSame(bank, found, question.answer)) continue
    return { caughtBy: 'rung 2', detail: `${name}: ${told(question, found)}` }
  }
  return undefined
}

/** Whether two answers differ in the order of their keys alone. */
function isSame({ actor }: Bank, one: string, other: string): boolean {
  if (!one.startsWith('[[],') || !other.startsWith('[[],')) return false
  const { state, effects } = codecsOf(actor)
  const canonical = (text: string): string => {
    const [, next, sent] = JSON.parse(text, revived) as [unknown, ActorTypes['state'], ActorTypes['effect'][]]
    return `${state.text(next)}${effects.text(sent)}`
  }
  try {
    return canonical(one) === canonical(other)
  } catch {
    return false
  }
}

const revived = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value
