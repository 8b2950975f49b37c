import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { machineOf } from '../../../model/core/deployed.ts'
import { readMachine } from '../../../model/core/reading.ts'
import { type Citation, placeOf } from '../../clauses/citation.ts'
import { type ClauseIndex, treeRoot } from '../../clauses/clauseIndex.ts'
import type { AnySubject } from '../subjects.ts'
import type { Disagreement } from './disagreement.ts'

/** The clauses that a disagreement is about, and the lines that people wrote of them, TLA+ first. */
export interface Located {
  readonly clauses: readonly string[]
  /** `file:line`. */
  readonly places: readonly string[]
}

/** Finds where the two forms of an actor say what they do not agree on. */
export class Locator {
  readonly #citations: readonly Citation[]
  readonly #subject: AnySubject
  /** Of the modules that say what events do, by name. */
  readonly #operators: ReadonlyMap<string, Operator>
  readonly #actionsOf = new Map<string, readonly string[]>()
  readonly #clausesOf = new Map<string, readonly string[]>()
  readonly #texts = new Map<string, readonly string[]>()

  constructor(
    subject: AnySubject,
    profile: ActorTypes['profile'],
    { citations }: Pick<ClauseIndex, 'citations'>,
    private readonly root = treeRoot,
  ) {
    this.#subject = subject
    this.#operators = operatorsIn(subject, root)
    const own = new RegExp(`^(tla|model)/${subject.actor.name}/`)
    this.#citations = citations.filter(({ file }) => own.test(file) && !file.endsWith('.test.ts'))
    for (const { event, actions, clauses } of readMachine(subject.actor, machineOf(subject.actor, profile))
      .transitions) {
      this.#actionsOf.set(event, [...(this.#actionsOf.get(event) ?? []), ...actions])
      this.#clausesOf.set(event, [...(this.#clausesOf.get(event) ?? []), ...clauses])
    }
  }

  locate(disagreement: Disagreement): Located {
    switch (disagreement.kind) {
      case 'refusal':
        return this.#check(disagreement)
      case 'successor':
        return this.#written(disagreement.event, disagreement.path)
      case 'effect':
        return this.#announced(disagreement.event, disagreement.effect)
      case 'unevaluated':
        return { clauses: [], places: [] }
    }
  }

  /** The line of the check in the refusals of its event, and its rule. */
  #check({ event, refusal }: { event: string; refusal: string }): Located {
    const found = Object.entries(this.#subject.actor.refusals).find(([, it]) => it.refusal === refusal)
    if (!found) return { clauses: [], places: [] }
    const [check, { clause }] = found
    const refusals = this.#operators.get(`${capitalised(event)}Refusals`)
    // Where TLA+ has no such check, its place is among those of its event.
    const tla = refusals && placeOf(lineIn(refusals, new RegExp(`"${refusal}"`)) ?? refusals)
    const rule = this.#citations.find(
      ({ form, file, within }) => form === 'rule' && file.includes('/rules/') && within === check,
    )
    return { clauses: [clause], places: present(tla, rule && placeOf(headOf(rule))) }
  }

  /** Where the operator of the event, or one that it uses, gives the variable its value, and the update that does. */
  #written(event: string, path: readonly string[]): Located {
    const [variable = '', leaf = variable] = [path[0], path.findLast((name) => !/^\d+$/.test(name))]
    const [leafWord, variableWord] = [wordOf(leaf), wordOf(variable)]
    const { updates } = this.#subject.actor
    const actions = this.#unitsOf(
      (this.#actionsOf.get(event) ?? []).filter((name) => name in updates),
      'rule',
    )
    const used = reachedFrom(actions, (unit) =>
      this.#unitsOf(this.#textOf(unit).match(/\w+(?=\()/g) ?? [], 'rule').filter(
        ({ file }) => !file.includes('/rules/'),
      ),
    )
    const update = [...actions, ...used].find(
      (unit) => leafWord.test(this.#textOf(unit)) || variableWord.test(this.#textOf(unit)),
    )
    const head = this.#operators.get(capitalised(event))
    const written = new RegExp(`!\\.${variable}\\b`)
    const operators = head ? [head, ...reachedFrom([head], (operator) => this.#usedBy(operator))] : []
    const line = operators.flatMap((operator) => lineIn(operator, written) ?? [])[0]
    const operator = operators.find((it) => lineIn(it, written)) ?? head
    return {
      clauses: this.#shared(event, update, operator),
      places: present((line ?? head) && placeOf((line ?? head)!), update && placeOf(headOf(update))),
    }
  }

  #usedBy({ lines }: Operator): Operator[] {
    const names = lines.join('\n').match(/\b[A-Z]\w*/g) ?? []
    return [...new Set(names)].flatMap((name) => this.#operators.get(name) ?? [])
  }

  /** Where the effect is written down in either form. */
  #announced(event: string, effect: string): Located {
    const quoted = new RegExp(`["']${effect}["']`)
    const operator = [...this.#operators.values()].find((it) => lineIn(it, quoted))
    const actions = this.#actionsOf.get(event) ?? []
    const citing = this.#citations.filter((it) => it.form === 'rule' && quoted.test(this.#textOf(it)))
    const announcement = citing.find(({ within }) => actions.includes(within)) ?? citing[0]
    const line = operator && lineIn(operator, quoted)
    return {
      clauses: this.#shared(event, announcement, line),
      places: present(line && placeOf(line), announcement && placeOf(headOf(announcement))),
    }
  }

  /** Clauses that both places cite; else those of the statechart's; else those of the event's transitions. */
  #shared(event: string, update: Citation | undefined, operator: Operator | Line | undefined): string[] {
    const ours = this.#citations
      .filter(({ file, within }) => file === update?.file && within === update.within)
      .map(({ clause }) => clause)
    const theirs = this.#citations
      .filter(({ file, line }) => file === operator?.file && isWithin(operator, line))
      .map(({ clause }) => clause)
    const both = ours.filter((clause) => theirs.includes(clause))
    const ids = [both, ours, theirs].find((some) => some.length > 0) ?? this.#clausesOf.get(event) ?? []
    return [...new Set(ids)]
  }

  /** One citation for each of these names that something has, in their order. */
  #unitsOf(names: readonly string[], form: Citation['form']): Citation[] {
    return [...new Set(names)].flatMap(
      (name) => this.#citations.find((it) => it.form === form && it.within === name) ?? [],
    )
  }

  #textOf({ file, unit: { from, to } }: Citation): string {
    return this.#linesOf(file)
      .slice(from - 1, to)
      .join('\n')
  }

  #linesOf(file: string): readonly string[] {
    const lines = this.#texts.get(file) ?? readFileSync(`${this.root}/${file}`, 'utf8').split('\n')
    this.#texts.set(file, lines)
    return lines
  }
}

/** A line of a file, 1-based. */
interface Line {
  readonly file: string
  readonly line: number
}

/** A definition of TLA+ and its text, the line of its name first. */
interface Operator extends Line {
  readonly lines: readonly string[]
}

/** Definitions in the modules that have the refusals or the effects of events. */
function operatorsIn({ twin }: AnySubject, root: string): Map<string, Operator> {
  const modules = readdirSync(twin.folder)
    .filter((name) => name.endsWith('.tla'))
    .map((name) => ({
      file: relative(root, join(twin.folder, name)),
      text: readFileSync(join(twin.folder, name), 'utf8'),
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

function lineIn({ file, line, lines }: Operator, pattern: RegExp): Line | undefined {
  const at = lines.findIndex((text) => pattern.test(text))
  return at < 0 ? undefined : { file, line: line + at }
}

const isWithin = (where: Operator | Line, line: number): boolean =>
  'lines' in where ? where.line <= line && line < where.line + where.lines.length : where.line === line

/** What some use, directly and then farther, each once and without themselves. */
function reachedFrom<Unit>(some: readonly Unit[], usedBy: (unit: Unit) => readonly Unit[]): Unit[] {
  const reached = new Set(some)
  for (const unit of reached) for (const used of usedBy(unit)) reached.add(used)
  return [...reached].slice(some.length)
}

const wordOf = (name: string): RegExp => new RegExp(`\\b${name}\\b`)
const headOf = ({ file, unit }: Citation): { file: string; line: number } => ({ file, line: unit.from })
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const present = (...places: (string | undefined)[]): string[] => places.filter((it) => it !== undefined)
