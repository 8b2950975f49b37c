import { type ClauseIndex, readIndex } from '../../clauses/clauseIndex.ts'
import type { RungFailure } from '../../evidence.ts'
import type { RungContext } from '../rung.ts'
import type { AnySubject } from '../subjects.ts'
import { type Cause, Causes, type ReachedPlace } from './causes.ts'
import { type Located, Locator } from './locate.ts'
import { tellCause, tellDisagreement } from './tell.ts'

/** Causes that are told one by one at most. */
const TOLD = 12

let index: ClauseIndex | undefined

/** Gathers why the forms of an actor differ, tells each reason as soon as it is found, and makes failures of them. */
export class CauseFinder {
  readonly #causes = new Causes()
  readonly #subject: AnySubject
  readonly #context: Pick<RungContext, 'found'>
  #locator: Locator | undefined

  constructor(subject: AnySubject, context: Pick<RungContext, 'found'>) {
    this.#subject = subject
    this.#context = context
  }

  add(places: Iterable<ReachedPlace>): void {
    for (const place of places)
      for (const cause of this.#causes.add(place)) this.#context.found(this.#headline(cause))
  }

  get causes(): readonly Cause[] {
    return this.#causes.list
  }

  /** What is said differently in a profile, in a line each. */
  told(profile: string): string[] {
    return this.causes
      .filter(({ profiles }) => profiles.includes(profile))
      .map((cause) => this.#headline(cause))
  }

  /** One failure for each cause. @param besides what stands at the end of one, where there is something */
  failures(besides: (cause: Cause, index: number) => readonly string[] = () => []): RungFailure[] {
    const { causes } = this
    const told = causes.slice(0, TOLD).map((cause, index): RungFailure => {
      const lines = [...tellCause(cause), ...besides(cause, index)].map((line) => `  ${line}`)
      return {
        profile: cause.nearest.profile,
        ...this.#located(cause),
        text: [tellDisagreement(cause.disagreement), ...lines].join('\n'),
      }
    })
    const more = causes.length - told.length
    if (more > 0) told.push({ clauses: [], text: `${more} further causes, not told one by one` })
    return told
  }

  #headline(cause: Cause): string {
    const { clauses, places = [] } = this.#located(cause)
    const about = [clauses.join(', '), places.join(' against ')].filter(Boolean).join(': ')
    return `${tellDisagreement(cause.disagreement)}${about === '' ? '' : ` (${about})`}`
  }

  #located({ disagreement }: Cause): { clauses: string[]; places?: string[] } {
    index ??= readIndex()
    const [profile] = [...this.#subject.modelProfiles(), ...this.#subject.pairProfiles()]
    this.#locator ??= profile && new Locator(this.#subject, profile, index)
    const { clauses, places }: Located = this.#locator?.locate(disagreement) ?? { clauses: [], places: [] }
    return { clauses: [...clauses], ...(places.length > 0 && { places: [...places] }) }
  }
}
