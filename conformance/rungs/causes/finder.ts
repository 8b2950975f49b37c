import { type ClauseIndex, readIndex } from '../../clauses/clauseIndex.ts'
import { headline, type RungFailure } from '../../evidence.ts'
import type { RungContext } from '../rung.ts'
import type { AnySubject } from '../subjects.ts'
import { type Cause, Causes, keyOf, type ReachedPlace } from './causes.ts'
import { type Located, type Locator, locatorOfBytecode, locatorOfModels } from './locate.ts'
import { bytecodeSides, modelSides, type SideNames, tellCause, tellDisagreement } from './tell.ts'
import { tellUnevaluated } from './unevaluated.ts'

/** Causes that are told one by one at most. */
const TOLD = 12

let index: ClauseIndex | undefined

/** Two forms that are compared. */
export interface Comparison {
  readonly sides: SideNames
  /** `lockstep replay` asks both: see `Telling`. */
  readonly keepsRefused: boolean
  readonly locatorOf: typeof locatorOfModels
}
export const ofModels: Comparison = { sides: modelSides, keepsRefused: false, locatorOf: locatorOfModels }
export const ofBytecode: Comparison = {
  sides: bytecodeSides,
  keepsRefused: true,
  locatorOf: locatorOfBytecode,
}

/** Gathers why two forms of an actor differ, tells each reason as soon as it is found, and makes failures of them. */
export class CauseFinder {
  readonly #causes = new Causes()
  readonly #told = new Set<string>()
  #locator: Locator | undefined

  constructor(
    private readonly subject: AnySubject,
    private readonly context: Pick<RungContext, 'found'>,
    readonly comparison = ofModels,
  ) {}

  add(places: Iterable<ReachedPlace>): void {
    for (const place of places) for (const cause of this.#causes.add(place)) this.announce(cause)
  }

  /** Takes in what another process has gathered. */
  merge(causes: Iterable<Cause>): void {
    for (const cause of causes) {
      this.announce(cause)
      this.#causes.merge(cause)
    }
  }

  /** The same of what was only looked at: its places count where no other shows the cause. */
  supplement(causes: readonly Cause[]): void {
    const known = new Set(this.causes.map(({ disagreement }) => keyOf(disagreement)))
    this.merge(causes.filter(({ disagreement }) => !known.has(keyOf(disagreement))))
  }

  /** Tells a cause whose places somebody else counts, unless it was told before. */
  announce(cause: Cause): void {
    const key = keyOf(cause.disagreement)
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.context.found(this.#headline(cause))
  }

  get causes(): readonly Cause[] {
    return this.#causes.list
  }

  /** Tells that the model checker could not evaluate something, each line of it once. */
  unevaluated(message: string): void {
    const line = tellUnevaluated(this.subject, message)
    if (this.#told.has(line)) return
    this.#told.add(line)
    this.context.found(line)
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
        text: [this.#says(cause), ...lines].join('\n'),
      }
    })
    const more = causes.length - told.length
    if (more > 0) told.push({ clauses: [], text: `${more} further causes, not told one by one` })
    return told
  }

  #says({ disagreement }: Cause): string {
    return tellDisagreement(disagreement, this.comparison.sides)
  }

  #headline(cause: Cause): string {
    return headline(this.#says(cause), this.#located(cause))
  }

  #located({ disagreement }: Cause): { clauses: string[]; places?: string[] } {
    index ??= readIndex()
    const [profile] = [...this.subject.modelProfiles(), ...this.subject.pairProfiles()]
    this.#locator ??= profile && this.comparison.locatorOf(this.subject, profile, index)
    const { clauses, places }: Located = this.#locator?.locate(disagreement) ?? { clauses: [], places: [] }
    return { clauses: [...clauses], ...(places.length > 0 && { places: [...places] }) }
  }
}
