import { parseJson } from '../../../model/core/codec.ts'
import { type Leaf, leavesThatDiffer } from '../../leaves.ts'

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
  /**
   * Of the right form, where it reports its first refusal only, so that its others are not known: those of the left that
   * it cannot have found, and what it refuses with instead.
   */
  readonly lacks?: readonly string[]
  readonly instead?: string
  /** Canonical JSON of what the first refusal says, by name. */
  readonly says?: string
  /** Canonical JSON of the state after an accepted event, and of the list of effects. */
  readonly next?: string
  readonly effects?: string
  /** Canonical JSON of variables as they are stored, where they are no state; of what the views answer after the event. */
  readonly stored?: string
  readonly views?: string
  /** Why there is no answer. */
  readonly unevaluated?: string
}

export type Side = 'left' | 'right'

/** One thing that two forms say differently. */
export type Disagreement =
  /** Only that side refuses the event so. `instead`: what the other refuses it with, which may come before. */
  | {
      readonly kind: 'refusal'
      readonly event: string
      readonly refusal: string
      readonly side: Side
      readonly instead?: string
    }
  /** Both refuse so, and that argument is another. */
  | {
      readonly kind: 'argument'
      readonly event: string
      readonly refusal: string
      readonly path: readonly string[]
      readonly left: unknown
      readonly right: unknown
    }
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
  /** In the state after the event, a view has another value at that path on each side. */
  | {
      readonly kind: 'view'
      readonly event: string
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
  const refusals = refusalsAt(event, left, right)
  if (refusals.length > 0) return refusals
  const successors = successorsAt(event, left, right)
  return [
    ...argumentsAt(event, left, right),
    ...(successors.length > 0 ? successors : viewsAt(event, left, right)),
    ...effectsAt(event, left, right),
  ]
}

function refusalsAt(event: string, left: Answer, right: Answer): Disagreement[] {
  const [ours, theirs] = [left.refusals, right.refusals]
  if (!ours || !theirs) return []
  const without = (some: readonly string[], others: readonly string[]) =>
    some.filter((refusal) => !others.includes(refusal))
  const { instead } = right
  return [
    ...(right.lacks ?? without(ours, theirs)).map(
      (refusal): Disagreement => ({
        kind: 'refusal',
        event,
        refusal,
        side: 'left',
        ...(instead !== undefined && { instead }),
      }),
    ),
    ...without(theirs, ours).map(
      (refusal): Disagreement => ({ kind: 'refusal', event, refusal, side: 'right' }),
    ),
  ]
}

const argumentsAt = (event: string, left: Answer, right: Answer): Disagreement[] =>
  leavesAt(left.says, right.says).map((leaf) => ({
    kind: 'argument',
    event,
    refusal: right.refusals![0]!,
    ...leaf,
  }))

/** What is stored says more only where the states are the same, or one of them is none. */
function successorsAt(event: string, left: Answer, right: Answer): Disagreement[] {
  const states = leavesAt(left.next, right.next)
  const leaves = states.length > 0 ? states : leavesAt(left.stored, right.stored)
  return leaves.map((leaf) => ({ kind: 'successor', event, ...leaf }))
}

/** Views say more only where the states are the same: what is stored shows in them. */
const viewsAt = (event: string, left: Answer, right: Answer): Disagreement[] =>
  leavesAt(left.views, right.views).map((leaf) => ({ kind: 'view', event, ...leaf }))

const leavesAt = (left: string | undefined, right: string | undefined): Leaf[] =>
  left === undefined || right === undefined || left === right
    ? []
    : leavesThatDiffer(parseJson(left), parseJson(right))

/** What an actor sends out, as JSON: a contract's log says its `type`, a node's effect its `kind`. */
type Effect = { readonly type: string } | { readonly kind: string }
const nameOfEffect = (effect: Effect): string => ('type' in effect ? effect.type : effect.kind)

function effectsAt(event: string, left: Answer, right: Answer): Disagreement[] {
  if (left.effects === undefined || right.effects === undefined || left.effects === right.effects) return []
  const [ours, theirs] = [left.effects, right.effects].map((text) => parseJson(text) as Effect[])
  const [oursTypes, theirsTypes] = [ours!, theirs!].map((list) => list.map(nameOfEffect))
  if (oursTypes!.join() !== theirsTypes!.join()) {
    const effect =
      oursTypes!.find((type) => !theirsTypes!.includes(type)) ??
      theirsTypes!.find((type) => !oursTypes!.includes(type)) ??
      oursTypes!.find((type, index) => type !== theirsTypes![index])!
    return [{ kind: 'effect', event, effect, path: [], left: oursTypes, right: theirsTypes }]
  }
  return ours!.flatMap((effect, index) =>
    leavesThatDiffer(effect, theirs![index]).map((leaf) => ({
      kind: 'effect' as const,
      event,
      effect: nameOfEffect(effect),
      ...leaf,
    })),
  )
}
