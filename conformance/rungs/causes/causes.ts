import { type Disagreement, disagreementsAt, type Place } from './disagreement.ts'

/** A place with the shortest way to it. */
export interface ReachedPlace extends Place {
  readonly profile: string
  /** The run that comes there, where it is one of many. */
  readonly run?: string
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
    return disagreementsAt(place).flatMap((disagreement) => {
      const cause: Cause = { disagreement, nearest: place, places: 1, profiles: [place.profile] }
      return this.merge(cause) ? [cause] : []
    })
  }

  /** Takes in what somebody else has gathered. @returns whether nothing of it was known */
  merge(cause: Cause): boolean {
    const key = keyOf(cause.disagreement)
    const known = this.#known.get(key)
    const joint = known ? joined(known.cause, cause) : cause
    this.#known.set(key, { cause: joint, order: known?.order ?? this.#known.size })
    return !known
  }

  get list(): Cause[] {
    return [...this.#known.values()]
      .sort((a, b) => depthOf(a.cause.nearest) - depthOf(b.cause.nearest) || a.order - b.order)
      .map(({ cause }) => cause)
  }
}

function joined(known: Cause, other: Cause): Cause {
  const first = comesBefore(other, known) ? other : known
  return {
    disagreement: first.disagreement,
    nearest: first.nearest,
    places: known.places + other.places,
    profiles: [...new Set([...known.profiles, ...other.profiles])],
  }
}

/** Where the other form accepts, it lacks the refusal for certain: that is told rather than what is nearer. */
function comesBefore(one: Cause, other: Cause): boolean {
  const [certain, surely] = [one, other].map(
    ({ disagreement }) => !(disagreement.kind === 'refusal' && disagreement.instead !== undefined),
  )
  return certain === surely ? depthOf(one.nearest) < depthOf(other.nearest) : certain!
}

const depthOf = ({ path }: ReachedPlace): number => path?.length ?? Number.POSITIVE_INFINITY

/** Whose account it is, or how many-th block, makes no other cause. */
export function keyOf(disagreement: Disagreement): string {
  const { kind, event } = disagreement
  if (kind === 'refusal') return `${kind} ${event} ${disagreement.refusal} ${disagreement.side}`
  if (kind === 'unevaluated') return `${kind} ${event} ${disagreement.side}`
  const { path } = disagreement
  if (kind === 'argument') return `${kind} ${event} ${disagreement.refusal} ${path[0]}`
  const ends = [path[0], path.findLast((name) => !/^\d+$/.test(name))].join('…')
  return kind === 'effect' ? `${kind} ${event} ${disagreement.effect} ${ends}` : `${kind} ${event} ${ends}`
}
