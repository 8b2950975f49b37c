import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import type { Event } from '../../../model/l1-rollup/vocabulary.ts'
import type { Decided } from '../../evidence.ts'

/** What was asked in a state, and every refusal of it: none where it was accepted. */
export interface Asked {
  readonly event: Event
  /** Canonical. */
  readonly text: string
  readonly refusals: readonly RefusalName[]
}

export type DecidedByRefusal = ReadonlyMap<RefusalName, Decided>

/** After so many pairs of a refusal their fields are no longer compared. */
const ENOUGH_PAIRS = 20_000

/** Counts what the cases of the states of one deployment show, one state at a time. */
export class PairCounter {
  readonly #found = new Map<RefusalName, { pairs: number; fields: readonly string[]; alone: number }>()
  readonly #accepted = new Set<string>()
  readonly #refusedAlone = new Map<RefusalName, Set<string>>()

  count(asked: readonly Asked[]): void {
    for (const ofType of byType(asked).values()) {
      const accepted = ofType.filter(({ refusals }) => refusals.length === 0)
      for (const { text } of accepted) this.#accepted.add(text)
      for (const { event, text, refusals } of ofType) {
        if (refusals.length !== 1) continue
        const found = this.#of(refusals[0]!)
        found.alone++
        this.#refusedAlone.get(refusals[0]!)!.add(text)
        if (accepted.length === 0) continue
        found.pairs++
        if (found.fields.length === 1 || found.pairs > ENOUGH_PAIRS) continue
        for (const base of accepted) {
          const fields = differingFields(base.event, event)
          if (found.fields.length === 0 || fields.length < found.fields.length) found.fields = fields
        }
      }
    }
  }

  get found(): DecidedByRefusal {
    const shows = (refusal: RefusalName): boolean =>
      [...this.#refusedAlone.get(refusal)!].some((text) => this.#accepted.has(text))
    return new Map(
      [...this.#found].map(([refusal, found]) => [refusal, { ...found, acrossStates: shows(refusal) }]),
    )
  }

  #of(refusal: RefusalName) {
    const known = this.#found.get(refusal)
    if (known) return known
    const made = { pairs: 0, fields: [], alone: 0 }
    this.#found.set(refusal, made)
    this.#refusedAlone.set(refusal, new Set())
    return made
  }
}

/** What several processes found, together. */
export function together(parts: readonly DecidedByRefusal[]): DecidedByRefusal {
  const sum = new Map<RefusalName, Decided>()
  for (const part of parts)
    for (const [refusal, one] of part) {
      const other = sum.get(refusal)
      sum.set(refusal, other ? joined(other, one) : one)
    }
  return sum
}

function joined(left: Decided, right: Decided): Decided {
  const [few, many] = left.fields.length <= right.fields.length ? [left, right] : [right, left]
  return {
    pairs: left.pairs + right.pairs,
    fields: few.fields.length > 0 ? few.fields : many.fields,
    alone: left.alone + right.alone,
    acrossStates: left.acrossStates || right.acrossStates,
  }
}

/** Members of an event in which two of a type differ, those of a record by their path. */
export function differingFields(left: object, right: object, prefix = ''): string[] {
  return Object.entries(left).flatMap(([name, value]) => {
    const other = (right as Record<string, unknown>)[name]
    if (value === other) return []
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isRecord && name === 'quote') return differingFields(value, other as object, `${name}.`)
    return JSON.stringify(value) === JSON.stringify(other) ? [] : [`${prefix}${name}`]
  })
}

function byType(asked: readonly Asked[]): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>()
  for (const one of asked) {
    const group = groups.get(one.event.type)
    if (group) group.push(one)
    else groups.set(one.event.type, [one])
  }
  return groups
}
