import type { ActorTypes } from '../../../model/core/actor.ts'
import { machineOf } from '../../../model/core/deployed.ts'
import { readMachine } from '../../../model/core/reading.ts'
import { type Citation, placeOf } from '../../clauses/citation.ts'
import { type ClauseIndex, treeRoot } from '../../clauses/clauseIndex.ts'
import type { AnySubject } from '../subjects.ts'
import type { Disagreement, Side } from './disagreement.ts'
import { SolidityForm, statePath } from './solidityForm.ts'
import { StatechartForm } from './statechartForm.ts'
import { TlaForm } from './tlaForm.ts'

/** The clauses that a disagreement is about, and the lines that people wrote of them, those of the left form first. */
export interface Located {
  readonly clauses: readonly string[]
  /** `file:line`. */
  readonly places: readonly string[]
}

/** Where a form says something: the line, and the lines whose clauses it is about. All 1-based. */
export interface Spot {
  readonly file: string
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Finds where one form of an actor says what events do. */
export interface Form {
  /** The check behind a refusal, and what gives it that argument. */
  check(event: string, refusal: string, argument?: string): Spot | undefined
  /** What gives the variable that value. */
  written(event: string, path: readonly string[]): Spot | undefined
  announced(event: string, effect: string): Spot | undefined
  viewed(view: string): Spot | undefined
}

/** Finds where two forms of an actor say what they do not agree on. */
export class Locator {
  readonly #citations: readonly Citation[]
  readonly #clausesOf = new Map<string, readonly string[]>()

  /** @param statechart the side that it stands on: where the two forms cite no clause together, its clauses are told */
  constructor(
    private readonly actor: AnySubject['actor'],
    profile: ActorTypes['profile'],
    { citations }: Pick<ClauseIndex, 'citations'>,
    private readonly forms: Readonly<Record<Side, Form>>,
    private readonly statechart: Side,
  ) {
    this.#citations = citations.filter(({ file }) => !file.endsWith('.test.ts'))
    for (const { event, clauses } of readMachine(actor, machineOf(actor, profile)).transitions)
      this.#clausesOf.set(event, [...(this.#clausesOf.get(event) ?? []), ...clauses])
  }

  locate(disagreement: Disagreement): Located {
    const { kind, event } = disagreement
    switch (kind) {
      case 'refusal':
      case 'argument': {
        const { refusal } = disagreement
        const argument = kind === 'argument' ? disagreement.path[0] : undefined
        const known = Object.values(this.actor.refusals).find((it) => it.refusal === refusal)
        // What is no refusal of the actor happens where the event is carried out.
        const places = this.#places((form) =>
          known ? form.check(event, refusal, argument) : form.written(event, []),
        )
        return { clauses: known ? [known.clause] : [...new Set(this.#clausesOf.get(event))], places }
      }
      case 'successor':
        return this.#shared(event, (form) => form.written(event, disagreement.path))
      case 'effect':
        return this.#shared(event, (form) => form.announced(event, disagreement.effect))
      case 'view':
        return this.#shared(event, (form) => form.viewed(disagreement.path[0]!))
      case 'unevaluated':
        // Where it should have come from.
        return this.#shared(event, (form) => form.written(event, []))
    }
  }

  #places(spotIn: (form: Form) => Spot | undefined): string[] {
    return [this.forms.left, this.forms.right].flatMap((form) => {
      const spot = spotIn(form)
      return spot ? [placeOf(spot)] : []
    })
  }

  /** Clauses that both places cite; else those of the statechart's; else the other's; else those of the event's transitions. */
  #shared(event: string, spotIn: (form: Form) => Spot | undefined): Located {
    const other = this.statechart === 'left' ? 'right' : 'left'
    const [ours, theirs] = [this.statechart, other].map((side) =>
      this.#cited(spotIn(this.forms[side as Side])),
    )
    const both = ours!.filter((clause) => theirs!.includes(clause))
    const ids = [both, ours!, theirs!].find((some) => some.length > 0) ?? this.#clausesOf.get(event) ?? []
    return { clauses: [...new Set(ids)], places: this.#places(spotIn) }
  }

  #cited(spot: Spot | undefined): string[] {
    if (!spot) return []
    return this.#citations
      .filter(({ file, line }) => file === spot.file && spot.from <= line && line <= spot.to)
      .map(({ clause }) => clause)
  }
}

/** TLA+ on the left, the statechart on the right. */
export function locatorOfModels(
  subject: AnySubject,
  profile: ActorTypes['profile'],
  index: Pick<ClauseIndex, 'citations'>,
  root = treeRoot,
): Locator {
  const statechart = new StatechartForm(subject.actor, profile, index, root)
  return new Locator(
    subject.actor,
    profile,
    index,
    { left: new TlaForm(subject, root), right: statechart },
    'right',
  )
}

/** The statechart on the left, the contracts on the right. */
export function locatorOfBytecode(
  { actor }: Pick<AnySubject, 'actor'>,
  profile: ActorTypes['profile'],
  index: Pick<ClauseIndex, 'citations'>,
  root = treeRoot,
): Locator {
  const statechart = new StatechartForm(actor, profile, index, root)
  const left: Form = {
    check: (event, refusal) => statechart.check(event, refusal),
    written: (event, path) => statechart.written(event, statePath(path)),
    announced: (...asked) => statechart.announced(...asked),
    viewed: (view) => statechart.viewed(view),
  }
  return new Locator(actor, profile, index, { left, right: new SolidityForm(root) }, 'left')
}
