import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { capitalised } from '../../clauses/names.ts'
import type { AnySubject } from '../subjects.ts'
import type { Form, Spot } from './locate.ts'
import { reachedFrom } from './reached.ts'

/** TLA+, by the operators of the modules that say what events do. */
export class TlaForm implements Form {
  readonly #operators: ReadonlyMap<string, Operator>

  constructor({ twin }: Pick<AnySubject, 'twin'>, root: string) {
    this.#operators = operatorsIn(twin.folder, root)
  }

  /** Where there is no such check, its place is among those of its event. */
  check(event: string, refusal: string): Spot | undefined {
    const refusals = this.#operators.get(`${capitalised(event)}Refusals`)
    return refusals && (lineIn(refusals, new RegExp(`"${refusal}"`)) ?? headOf(refusals))
  }

  /** In the operator of the event, or in one that it uses. */
  written(event: string, path: readonly string[]): Spot | undefined {
    const head = this.#operators.get(capitalised(event))
    if (!head) return undefined
    const written = new RegExp(`!\\.${path[0] ?? ''}\\b`)
    const operators = [head, ...reachedFrom([head], (operator) => this.#usedBy(operator))]
    const operator = operators.find((it) => lineIn(it, written)) ?? head
    return { ...(lineIn(operator, written) ?? headOf(operator)), ...rangeOf(operator) }
  }

  announced(_: string, effect: string): Spot | undefined {
    const quoted = new RegExp(`["']${effect}["']`)
    const operator = [...this.#operators.values()].find((it) => lineIn(it, quoted))
    return operator && lineIn(operator, quoted)
  }

  /** No module has views. */
  viewed(): undefined {
    return undefined
  }

  #usedBy({ lines }: Operator): Operator[] {
    const names = lines.join('\n').match(/\b[A-Z]\w*/g) ?? []
    return [...new Set(names)].flatMap((name) => this.#operators.get(name) ?? [])
  }
}

/** A definition of TLA+ and its text, the line of its name first. */
interface Operator {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly lines: readonly string[]
}

/** Definitions in the modules that have the refusals or the effects of events. */
function operatorsIn(folder: string, root: string): Map<string, Operator> {
  const modules = readdirSync(folder)
    .filter((name) => name.endsWith('.tla'))
    .map((name) => ({
      file: relative(root, join(folder, name)),
      text: readFileSync(join(folder, name), 'utf8'),
    }))
    .filter(({ text }) => /^\w+Refusals\(|^Logs\(/m.test(text))
  const operators = new Map<string, Operator>()
  for (const { file, text } of modules) {
    const lines = text.split('\n')
    for (const [index, line] of lines.entries()) {
      const [, name] = DEFINITION.exec(line) ?? []
      if (name === undefined) continue
      const length = lines
        .slice(index + 1)
        .findIndex((next) => DEFINITION.test(next) || /^[-=]{4}/.test(next))
      const body = lines.slice(index, length < 0 ? undefined : index + 1 + length)
      operators.set(name, { file, line: index + 1, lines: body })
    }
  }
  return operators
}

const DEFINITION = /^(\w+)(?:\([^=]*\))?\s*==/

function lineIn({ file, line, lines }: Operator, pattern: RegExp): Spot | undefined {
  const at = lines.findIndex((text) => pattern.test(text))
  return at < 0 ? undefined : spotAt(file, line + at)
}

const headOf = ({ file, line }: Operator): Spot => spotAt(file, line)
const spotAt = (file: string, line: number): Spot => ({ file, line, from: line, to: line })
const rangeOf = ({ line, lines }: Operator) => ({ from: line, to: line + lines.length - 1 })
