import { parseJson } from '../../../model/core/codec.ts'
import { leavesThatDiffer } from '../../leaves.ts'

/** What two forms of an actor made of one event in one state. */
export interface Place {
  /** Canonical JSON. */
  readonly state: string
  readonly event: string
  readonly left: Answer
  readonly right: Answer
}

/** The answer of one form. What is absent is not compared. */
export interface Answer {
  readonly refusals?: readonly string[]
  /** Canonical JSON of the state after an accepted event, and of the list of effects. */
  readonly next?: string
  readonly effects?: string
  /** Why there is no answer. */
  readonly unevaluated?: string
}

export type Side = 'left' | 'right'

/** One thing that two forms say differently. */
export type Disagreement =
  /** Only that side refuses the event so. */
  | { readonly kind: 'refusal'; readonly event: string; readonly refusal: string; readonly side: Side }
  /** The state after the event has another value at that path on each side; `undefined`: nothing there. */
  | {
      readonly kind: 'successor'
      readonly event: string
      readonly path: readonly string[]
      readonly left: unknown
      readonly right: unknown
    }
  /** The same of the effect of that type, or, without a path, of the list of types. */
  | {
      readonly kind: 'effect'
      readonly event: string
      readonly effect: string
      readonly path: readonly string[]
      readonly left: unknown
      readonly right: unknown
    }
  /** That side has no answer. */
  | { readonly kind: 'unevaluated'; readonly event: string; readonly side: Side; readonly why: string }

/**
 * What makes two answers differ. Where one form refuses and the other accepts, the refusals say so, and what only the
 * accepting one has besides is no disagreement of its own.
 */
export function disagreementsAt({ event: text, left, right }: Place): Disagreement[] {
  const { type: event } = parseJson(text) as { type: string }
  const silent = (['left', 'right'] as const).flatMap((side): Disagreement[] => {
    const why = (side === 'left' ? left : right).unevaluated
    return why === undefined ? [] : [{ kind: 'unevaluated', event, side, why }]
  })
  if (silent.length > 0) return silent
  const only = (side: Side, some: Answer, others: Answer): Disagreement[] =>
    others.refusals === undefined
      ? []
      : (some.refusals ?? [])
          .filter((refusal) => !others.refusals!.includes(refusal))
          .map((refusal) => ({ kind: 'refusal', event, refusal, side }))
  const refusals = [...only('left', left, right), ...only('right', right, left)]
  if (refusals.length > 0) return refusals
  return [...successorsAt(event, left, right), ...effectsAt(event, left, right)]
}

function successorsAt(event: string, left: Answer, right: Answer): Disagreement[] {
  if (left.next === undefined || right.next === undefined || left.next === right.next) return []
  return leavesThatDiffer(parseJson(left.next), parseJson(right.next)).map((leaf) => ({
    ...{ kind: 'successor', event },
    ...leaf,
  }))
}

function effectsAt(event: string, left: Answer, right: Answer): Disagreement[] {
  if (left.effects === undefined || right.effects === undefined || left.effects === right.effects) return []
  const [ours, theirs] = [left.effects, right.effects].map((text) => parseJson(text) as { type: string }[])
  const [oursTypes, theirsTypes] = [ours!, theirs!].map((list) => list.map(({ type }) => type))
  if (oursTypes!.join() !== theirsTypes!.join()) {
    const effect =
      oursTypes!.find((type) => !theirsTypes!.includes(type)) ??
      theirsTypes!.find((type) => !oursTypes!.includes(type)) ??
      oursTypes!.find((type, index) => type !== theirsTypes![index])!
    return [{ kind: 'effect', event, effect, path: [], left: oursTypes, right: theirsTypes }]
  }
  return ours!.flatMap((effect, index) =>
    leavesThatDiffer(effect, theirs![index]).map((leaf) => ({
      ...{ kind: 'effect' as const, event, effect: effect.type },
      ...leaf,
    })),
  )
}
