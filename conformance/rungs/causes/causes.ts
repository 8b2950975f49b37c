import { type Disagreement, disagreementsAt, type Place } from './disagreement.ts'

/** A place with the shortest way to it. */
export interface ReachedPlace extends Place {
  readonly profile: string
  /** Events from the initial state to the state, as canonical JSON; absent where nobody has to get there. */
  readonly path?: readonly string[]
}

/** One reason for differences, however many they are. */
export interface Cause {
  readonly disagreement: Disagreement
  /** Where it shows soonest. */
  readonly nearest: ReachedPlace
  /** Pairs of a state and an event in which it shows. */
  readonly places: number
  readonly profiles: readonly string[]
}

/** Groups what differs by what is said differently, the soonest to be reached first. */
export class Causes {
  readonly #known = new Map<string, { cause: Cause; order: number }>()

  /** @returns the causes that this place is the first of */
  add(place: ReachedPlace): Cause[] {
    const fresh: Cause[] = []
    for (const disagreement of disagreementsAt(place)) {
      const key = keyOf(disagreement)
      const known = this.#known.get(key)
      const cause = known
        ? joined(known.cause, disagreement, place)
        : { disagreement, nearest: place, places: 1, profiles: [place.profile] }
      this.#known.set(key, { cause, order: known?.order ?? this.#known.size })
      if (!known) fresh.push(cause)
    }
    return fresh
  }

  get list(): Cause[] {
    return [...this.#known.values()]
      .sort((a, b) => depthOf(a.cause.nearest) - depthOf(b.cause.nearest) || a.order - b.order)
      .map(({ cause }) => cause)
  }
}

function joined(cause: Cause, disagreement: Disagreement, place: ReachedPlace): Cause {
  const nearer = depthOf(place) < depthOf(cause.nearest)
  return {
    disagreement: nearer ? disagreement : cause.disagreement,
    nearest: nearer ? place : cause.nearest,
    places: cause.places + 1,
    profiles: cause.profiles.includes(place.profile) ? cause.profiles : [...cause.profiles, place.profile],
  }
}

const depthOf = ({ path }: ReachedPlace): number => path?.length ?? Number.POSITIVE_INFINITY

/** Whose account it is, or how many-th block, makes no other cause. */
function keyOf(disagreement: Disagreement): string {
  const { kind, event } = disagreement
  if (kind === 'refusal') return `${kind} ${event} ${disagreement.refusal} ${disagreement.side}`
  if (kind === 'unevaluated') return `${kind} ${event} ${disagreement.side}`
  const { path } = disagreement
  const ends = [path[0], path.findLast((name) => !/^\d+$/.test(name))].join('…')
  return kind === 'effect' ? `${kind} ${event} ${disagreement.effect} ${ends}` : `${kind} ${event} ${ends}`
}
