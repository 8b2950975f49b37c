import { PRODUCTION_SOURCES } from '../../impl/contracts/compile.ts'
import { refusals } from '../../model/l1-rollup/refusals.ts'
import { eventTypes } from '../../model/l1-rollup/vocabulary.ts'
import type { Fault } from './fault.ts'
import { type Mutant, MutantUnfit, numbered, onlyOccurrence } from './mutant.ts'

const checkNames = refusals as Readonly<Record<string, { refusal: string; clause: string } | undefined>>

/** Every check taken out of the generated contract. */
export function removedChecks(file: string, text: string): Mutant[] {
  const found: Mutant[] = []
  for (const match of text.matchAll(/if \(!Rules\.(\w+)\(/g)) {
    const check = match[1]!
    const stage = [...text.slice(0, match.index).matchAll(/function (\w+)\(/g)].at(-1)?.[1]
    const named = checkNames[check]
    if (!stage || !named) throw new MutantUnfit(`${file}: ${check} is in no function, or names no check`)
    const start = match.index
    found.push({
      name: `contract/${stage}/${named.refusal} removed`,
      side: 'contract',
      kind: 'check removed',
      file,
      start,
      original: text.slice(start, endOfIf(text, start)),
      replacement: '',
      clause: named.clause,
      event: eventOfStage(stage),
      refusal: named.refusal,
    })
  }
  return numbered(found)
}

/** Behind the statement or the block of an `if`. */
function endOfIf(text: string, start: number): number {
  const condition = closing(text, text.indexOf('(', start), '(', ')')
  const body = condition + text.slice(condition).search(/\S/)
  return text[body] === '{' ? closing(text, body, '{', '}') : text.indexOf(';', body) + 1
}

function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++
    else if (text[at] === close && --depth === 0) return at + 1
  }
  throw new MutantUnfit('a bracket is never closed')
}

/** `proposeHeader` is a stage of `propose`. */
function eventOfStage(stage: string): string | undefined {
  return eventTypes.filter((type) => stage.startsWith(type)).sort((a, b) => b.length - a.length)[0]
}

/**
 * The faults of the shell as mutants.
 * @param textOf the text of a file, by path from the root of the repository
 * @throws MutantUnfit for a fault whose text does not occur exactly once
 */
export function shellFaults(faults: readonly Fault[], textOf: (file: string) => string): Mutant[] {
  return faults.map(({ name, file, original, replacement, clause, profiles, unseenByOneStep }) => {
    const place = `${PRODUCTION_SOURCES}/${file}`
    return {
      name: `contract/${name}`,
      side: 'contract',
      kind: 'shell fault',
      file: place,
      start: onlyOccurrence(textOf(place), original, name),
      original,
      replacement,
      clause,
      profiles,
      unseenByOneStep,
    }
  })
}
