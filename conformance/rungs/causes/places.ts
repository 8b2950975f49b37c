import type { Comparison, Difference } from '../graph-parity/compare.ts'
import type { PairDifference } from '../graph-parity/pointwise.ts'
import type { ReachedPlace } from './causes.ts'
import type { Answer } from './disagreement.ts'

/** Word of a comparison for what a side does not have. */
const ABSENT = '(absent)'

/**
 * The places of a comparison at which an event is answered differently, the nearest first. States that only one side has
 * follow from them.
 */
export function placesOf({ differences }: Pick<Comparison, 'differences'>, profile: string): ReachedPlace[] {
  const places = new Map<string, ReachedPlace>()
  for (const { kind, state, event, left, right, path } of differences) {
    if (event === undefined) continue
    const key = `${state}\n${event}`
    const known = places.get(key)
    places.set(key, {
      profile,
      state,
      event,
      path,
      left: { ...known?.left, ...answerIn(kind, left) },
      right: { ...known?.right, ...answerIn(kind, right) },
    })
  }
  return [...places.values()]
}

/** The same of a pair, which nobody has to reach. */
export const placeOfPair = (
  { state, event, tla, statechart }: PairDifference,
  profile: string,
): ReachedPlace => ({ profile, state, event, left: parseAnswer(tla), right: parseAnswer(statechart) })

function answerIn(kind: Difference['kind'], text: string): Answer {
  if (kind === 'probe') return text === ABSENT ? noInstance : parseAnswer(text)
  if (kind === 'refusals') return text === ABSENT ? noInstance : { refusals: JSON.parse(text) as string[] }
  // That one side has no successor is said by its refusals.
  if (text === ABSENT) return {}
  return kind === 'transition' ? { next: text } : { effects: text }
}

const noInstance: Answer = { unevaluated: 'it has no such instance' }

/** Refusals, successor and effects as an answer to a probe or a pair has them, see answer.ts. */
export function parseAnswer(text: string): Answer {
  // Names of refusals hold no brackets.
  const [, names] = /^\[(\[[^\]]*\]),/.exec(text) ?? []
  if (names === undefined) return { unevaluated: text }
  const refusals = JSON.parse(names) as string[]
  if (refusals.length > 0) return { refusals }
  const rest = text.slice(names.length + 2, -1)
  const end = endOfValue(rest)
  return { refusals, next: rest.slice(0, end), effects: rest.slice(end + 1) }
}

/** Length of the JSON object that a text begins with. */
function endOfValue(text: string): number {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1
  }
  return text.length
}
