import { readFileSync } from 'node:fs'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { machineOf } from '../../../model/core/deployed.ts'
import { readMachine } from '../../../model/core/reading.ts'
import type { Citation } from '../../clauses/citation.ts'
import type { ClauseIndex } from '../../clauses/clauseIndex.ts'
import type { AnySubject } from '../subjects.ts'
import type { Form, Spot } from './locate.ts'
import { reachedFrom, wordOf } from './reached.ts'

/** The statechart, by the rules and updates that cite clauses. */
export class StatechartForm implements Form {
  readonly #citations: readonly Citation[]
  /** Of other actors and of what several share: a rule has one name everywhere. */
  readonly #shared: readonly Citation[]
  readonly #actionsOf = new Map<string, readonly string[]>()
  readonly #texts = new Map<string, readonly string[]>()

  constructor(
    private readonly actor: AnySubject['actor'],
    profile: ActorTypes['profile'],
    { citations }: Pick<ClauseIndex, 'citations'>,
    private readonly root: string,
  ) {
    const own = `model/${actor.name}/`
    const rules = citations.filter(({ form }) => form === 'rule')
    this.#citations = rules.filter(({ file }) => file.startsWith(own))
    this.#shared = rules.filter(({ file }) => !file.startsWith(own))
    for (const { event, actions } of readMachine(actor, machineOf(actor, profile)).transitions)
      this.#actionsOf.set(event, [...(this.#actionsOf.get(event) ?? []), ...actions])
  }

  /** The rule: its arguments are its parameters. */
  check(_: string, refusal: string): Spot | undefined {
    const [check] = Object.entries(this.actor.refusals).find(([, it]) => it.refusal === refusal) ?? []
    const isRule = ({ file, within }: Citation) => file.includes('/rules/') && within === check
    return spotOf(this.#citations.find(isRule) ?? this.#shared.find(isRule))
  }

  /** The update that gives the variable its value, or what it uses. */
  written(event: string, path: readonly string[]): Spot | undefined {
    const [variable = '', leaf = variable] = [path[0], path.findLast((name) => !/^\d+$/.test(name))]
    const words = [wordOf(leaf), wordOf(variable)]
    const { updates } = this.actor
    const actions = this.#unitsOf((this.#actionsOf.get(event) ?? []).filter((name) => name in updates))
    const used = reachedFrom(actions, (unit) =>
      this.#unitsOf(this.#textOf(unit).match(/\w+(?=\()/g) ?? []).filter(
        ({ file }) => !file.includes('/rules/'),
      ),
    )
    return spotOf([...actions, ...used].find((unit) => words.some((word) => word.test(this.#textOf(unit)))))
  }

  announced(event: string, effect: string): Spot | undefined {
    const quoted = new RegExp(`["']${effect}["']`)
    const actions = this.#actionsOf.get(event) ?? []
    const citing = this.#citations.filter((it) => quoted.test(this.#textOf(it)))
    return spotOf(citing.find(({ within }) => actions.includes(within)) ?? citing[0])
  }

  /** What computes the answer, by its name; else what has become due, because views tell the effective state. */
  viewed(view: string): Spot | undefined {
    const names = [view, `${view}Of`, `${view}Now`, `${view}Under`, 'effective']
    return spotOf(this.#unitsOf(names)[0])
  }

  /** One citation for each of these names that something has, in their order. */
  #unitsOf(names: readonly string[]): Citation[] {
    return [...new Set(names)].flatMap((name) => this.#citations.find((it) => it.within === name) ?? [])
  }

  #textOf({ file, unit: { from, to } }: Citation): string {
    const lines = this.#texts.get(file) ?? readFileSync(`${this.root}/${file}`, 'utf8').split('\n')
    this.#texts.set(file, lines)
    return lines.slice(from - 1, to).join('\n')
  }
}

const spotOf = (citation: Citation | undefined): Spot | undefined =>
  citation && { file: citation.file, line: citation.unit.from, ...citation.unit }
