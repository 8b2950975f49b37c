import { readFileSync } from 'node:fs'
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
        return this.#written(disagreement.event, disagreement.path, /Rules\.tla$/)
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
    const operator = `${capitalised(event)}Refusals`
    const inOperator = this.#citations.filter(({ within, form }) => form === 'tla' && within === operator)
    const line = inOperator.find(({ text }) => text.includes(`"${refusal}"`))
    // Where TLA+ has no such check, its place is among those of its event.
    const tla = line ? placeOf(line) : inOperator[0] && placeOf(headOf(inOperator[0]))
    const rule = this.#citations.find(
      ({ form, file, within }) => form === 'rule' && file.includes('/rules/') && within === check,
    )
    return { clauses: [clause], places: present(tla, rule && placeOf(headOf(rule))) }
  }

  /** Where the operator of the event gives the variable its value, and the update that does. */
  #written(event: string, path: readonly string[], modules: RegExp): Located {
    const [variable = '', leaf = variable] = [path[0], path.findLast((name) => !/^\d+$/.test(name))]
    const names = new RegExp(`\\b(${[...new Set([variable, leaf])].join('|')})\\b`)
    const updates = this.#unitsOf(this.#actionsOf.get(event) ?? [], 'rule')
    const update =
      updates.find((unit) => new RegExp(`\\b${variable}\\b`).test(this.#textOf(unit))) ??
      updates.find((unit) => names.test(this.#textOf(unit)))
    const operators = this.#unitsOf([capitalised(event)], 'tla').filter(({ file }) => modules.test(file))
    const tla = operators[0] && this.#lineIn(operators[0], new RegExp(`!\\.${variable}\\b`))
    return {
      clauses: this.#shared(event, update, operators[0]),
      places: present(tla, update && placeOf(headOf(update))),
    }
  }

  /** Where the effect is written down in either form. */
  #announced(event: string, effect: string): Located {
    const quoted = new RegExp(`["']${effect}["']`)
    const citing = this.#citations.filter((citation) => quoted.test(this.#textOf(citation)))
    const tla = citing.find(({ form }) => form === 'tla')
    const actions = this.#actionsOf.get(event) ?? []
    const own = citing.filter(({ form }) => form === 'rule')
    const announcement = own.find(({ within }) => actions.includes(within)) ?? own[0]
    return {
      clauses: this.#shared(event, announcement, tla),
      places: present(tla && this.#lineIn(tla, quoted), announcement && placeOf(headOf(announcement))),
    }
  }

  /** Clauses that both places cite; else those of the statechart's; else those of the event's transitions. */
  #shared(event: string, update: Citation | undefined, operator: Citation | undefined): string[] {
    const citedIn = (unit: Citation | undefined): string[] =>
      unit
        ? this.#citations
            .filter(({ file, within }) => file === unit.file && within === unit.within)
            .map(({ clause }) => clause)
        : []
    const [ours, theirs] = [new Set(citedIn(update)), new Set(citedIn(operator))]
    const both = [...ours].filter((clause) => theirs.has(clause))
    const ids = both.length > 0 ? both : ours.size > 0 ? [...ours] : (this.#clausesOf.get(event) ?? [])
    return [...new Set(ids)]
  }

  /** One citation for each of these names that something has, in their order. */
  #unitsOf(names: readonly string[], form: Citation['form']): Citation[] {
    return [...new Set(names)].flatMap(
      (name) => this.#citations.find((it) => it.form === form && it.within === name) ?? [],
    )
  }

  /** The first line of a unit that fits; its head if none does. */
  #lineIn(unit: Citation, pattern: RegExp): string {
    const { from, to } = unit.unit
    const lines = this.#linesOf(unit.file).slice(from - 1, to)
    const at = lines.findIndex((line) => pattern.test(line))
    return at < 0 ? placeOf(headOf(unit)) : placeOf({ file: unit.file, line: from + at })
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

const headOf = ({ file, unit }: Citation): { file: string; line: number } => ({ file, line: unit.from })
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const present = (...places: (string | undefined)[]): string[] => places.filter((it) => it !== undefined)
