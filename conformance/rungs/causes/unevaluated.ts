import { existsSync } from 'node:fs'
import path from 'node:path'
import { placeOf } from '../../clauses/citation.ts'
import { readIndex, treeRoot } from '../../clauses/clauseIndex.ts'
import { clausesAt } from '../../clauses/explain.ts'
import { headline } from '../../evidence.ts'
import type { AnySubject } from '../subjects.ts'

const MOST_SHOWN = 160

/**
 * That the model checker could not evaluate something, in one line, with the innermost of its lines that it names, the
 * clauses of that line, and where the statechart says the same.
 * @param message of the model checker, in as many lines as it likes
 */
export function tellUnevaluated(
  { actor, twin }: Pick<AnySubject, 'actor' | 'twin'>,
  message: string,
): string {
  const [, text = message] =
    /^(?:Evaluating [^\n]* failed\.\s*)?(.*?)(?:\s*The error occurred.*)?$/s.exec(message) ?? []
  const why = text.replace(/\s+/g, ' ')
  const says = `TLA+ cannot be evaluated: ${why.length > MOST_SHOWN ? `${why.slice(0, MOST_SHOWN)}…` : why}`
  const named = [...message.matchAll(/line (\d+), col[^\n]*? (?:in|of module) (\w+)/gi)].flatMap(
    ([, line, module]) => {
      const file = path.relative(treeRoot, path.join(twin.folder, `${module}.tla`))
      return existsSync(path.join(treeRoot, file)) ? [{ file, line: Number(line) }] : []
    },
  )
  const index = readIndex()
  const spots = named.map((spot) => ({ spot, clauses: clausesAt(index, spot.file, spot.line) }))
  const found = spots.findLast(({ clauses }) => clauses.length > 0) ?? spots.at(-1)
  if (!found) return says
  const ours = index.citations.find(
    ({ form, file, clause }) =>
      form === 'rule' && file.startsWith(`model/${actor.name}/`) && found.clauses.includes(clause),
  )
  const places = [found.spot, ...(ours ? [ours] : [])].map(placeOf)
  return headline(says, { clauses: found.clauses, places })
}
