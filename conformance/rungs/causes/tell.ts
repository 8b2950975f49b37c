import { parseJson } from '../../../model/core/codec.ts'
import { tellValue } from '../../leaves.ts'
import type { Cause } from './causes.ts'
import type { Disagreement, Side } from './disagreement.ts'

/** What the two sides are called. */
export type SideNames = Readonly<Record<Side, string>>
export const modelSides: SideNames = { left: 'TLA+', right: 'the statechart' }
export const bytecodeSides: SideNames = { left: 'the statechart', right: 'the bytecode' }

/** What is said differently, in one line. */
export function tellDisagreement(disagreement: Disagreement, sides: SideNames = modelSides): string {
  const { kind, event } = disagreement
  switch (kind) {
    case 'refusal': {
      const { side, refusal, instead } = disagreement
      const other = sides[side === 'left' ? 'right' : 'left']
      const besides = instead === undefined ? '' : `, ${other} with ${instead}`
      return `only ${sides[side]} refuses ${event} with ${refusal}${besides}`
    }
    case 'argument': {
      const { refusal, path } = disagreement
      return `${event} is refused with ${refusal} and ${path.join('.')} ${bothOf(disagreement, sides)}`
    }
    case 'view':
      return `after ${event}, the view ${disagreement.path.join('.')} is ${bothOf(disagreement, sides)}`
    case 'unevaluated':
      return `${sides[disagreement.side]} has no answer to ${event}: ${disagreement.why.replace(/\s+/g, ' ')}`
    case 'successor':
      return `after ${event}, ${disagreement.path.join('.')} is ${bothOf(disagreement, sides)}`
    case 'effect': {
      const { effect, path } = disagreement
      if (path.length === 0) return `${event} sends out ${bothOf(disagreement, sides)}`
      return `${event} sends out ${effect} with ${path.join('.')} ${bothOf(disagreement, sides)}`
    }
  }
}

/** How to get to where a cause shows soonest, what happens there, and where else it shows. */
export function tellCause({ nearest, places, profiles }: Cause): string[] {
  const { path, event, state, run } = nearest
  return [
    ...(run === undefined ? [] : [`in the run ${run}`]),
    path === undefined
      ? 'in a state that was drawn, reachable or not'
      : `after ${path.length === 0 ? 'no event' : inWords(path)}`,
    `comes ${tellEvent(event)}`,
    `in state ${state}`,
    `shows in ${places === 1 ? '1 place' : `${places.toLocaleString('en')} places`} of ${profiles.length === 1 ? 'profile' : 'profiles'} ${profiles.join(', ')}`,
  ]
}

const bothOf = ({ left, right }: { left: unknown; right: unknown }, sides: SideNames): string =>
  `${tellValue(left)} in ${sides.left}, ${tellValue(right)} in ${sides.right}`

/** Events one after the other; repetitions are counted. */
function inWords(path: readonly string[]): string {
  const told: { text: string; times: number }[] = []
  for (const event of path) {
    const text = tellEvent(event)
    const last = told.at(-1)
    if (last?.text === text) last.times++
    else told.push({ text, times: 1 })
  }
  return told.map(({ text, times }) => (times === 1 ? text : `${times} × ${text}`)).join(', ')
}

/** `claimEpochProofRight(caller: v1, quote.bondAmount: 1)`; of what is nested, the plain values. */
export function tellEvent(text: string): string {
  const { type, ...parameters } = parseJson(text) as { type: string }
  const told = leavesOf(parameters)
  return told.length === 0 ? type : `${type}(${told.join(', ')})`
}

function leavesOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, item]) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? leavesOf(item, `${prefix}${name}.`)
      : [`${prefix}${name}: ${tellValue(item)}`],
  )
}
