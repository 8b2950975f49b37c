import fc from 'fast-check'
import { deploy } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { stateText } from '../../model/l1-rollup/texts.ts'
import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { leavesThatDiffer } from '../leaves.ts'
import { type Choice, type Drawing, walk } from '../runs/schedules.ts'
import { addTo, nothingUnsupported, type Unsupported, unsupportedAs } from './foreign/unsupported.ts'

const LONGEST = 40
/** Of so many choices one is an event that is refused; how many let time pass is the pace of the run. */
const CHOICES = 8
/** A slow run gets much done in a slot, a fast one lets deadlines pass. */
const PACES = [1, 2, 2, 4] as const
const LARGEST_PICK = 0xffff
/** In every so-manieth state of a run it is looked what time alone would bring. */
const LOOKS_AHEAD_EVERY = 4

/** What can be done in a state. */
interface Candidate {
  readonly event: Event
  /** What it makes of the state; undefined if it is refused. */
  readonly next: State | undefined
  /** The event with each of its refusals, or with each variable that it changes. */
  readonly shows: readonly string[]
}

/**
 * Draws runs for an implementation that nobody knows. Most events are accepted, so that runs get somewhere. The first
 * choice of a run decides its pace, and where it starts: at the beginning, or, every other run, by the shortest way that
 * the runs before have passed to what they have shown least. So what is rarely possible is done as often as the rest.
 * @param unsupported events that no run has
 */
export function drawingOf(profile: Profile, unsupported: Unsupported = nothingUnsupported): Drawing {
  const rollup = deploy(l1Rollup, profile)
  /** How often each thing was shown. */
  const shown = new Map<string, number>()
  /** Accepted events to where a thing was possible, and the event that shows it. */
  const ways = new Map<string, readonly Event[]>()
  /** By the text of the state: the same ones come back in most runs. */
  const known = new Map<string, readonly Candidate[]>()
  /** How long the shortest way was to a state from which it was looked ahead. */
  const looked = new Map<string, number>()
  return {
    schedules: fc.array(fc.record({ pick: fc.nat(LARGEST_PICK), joins: fc.constant(false) }), {
      minLength: 1,
      maxLength: LONGEST,
      size: 'max',
    }),
    traceOf(_, schedule, title) {
      const [first] = schedule as [Choice]
      const pace = PACES[first.pick % PACES.length]!
      const start = Math.floor(first.pick / PACES.length) % 2 === 1 ? wayToTheRarest() : []
      const passed: Event[] = []
      let steps = 0
      return walk(profile, [...start.map(() => first), ...schedule], title, (state, { pick }) => {
        const candidates = candidatesIn(state)
        remember(passed, candidates)
        if (steps % LOOKS_AHEAD_EVERY === 0) lookAhead(state, passed)
        const given = start[steps++]
        const chosen = given
          ? candidates.find(({ event }) => same(event, given))
          : drawn(candidates, pick, pace)
        for (const thing of chosen?.shows ?? []) addTo(shown, thing)
        if (chosen?.next) passed.push(chosen.event)
        return chosen?.event
      })
    },
  }

  function drawn(candidates: readonly Candidate[], pick: number, pace: number): Candidate | undefined {
    const kind = pick % CHOICES
    const wanted = candidates.filter((candidate) =>
      kind < pace
        ? isTime(candidate)
        : !isTime(candidate) && (candidate.next === undefined) === (kind === CHOICES - 1),
    )
    const from = wanted.length > 0 ? wanted : candidates
    return from[Math.floor(pick / CHOICES) % from.length]
  }

  function candidatesIn(state: State): readonly Candidate[] {
    const text = stateText(state)
    const candidates = known.get(text) ?? newCandidatesIn(state)
    known.set(text, candidates)
    return candidates
  }

  function newCandidatesIn(state: State): Candidate[] {
    return rollup
      .instances(state)
      .filter((event) => unsupportedAs(event, unsupported) === undefined)
      .map((event) => {
        const step = rollup.step(state, event)
        const next = 'state' in step ? step.state : undefined
        const names =
          'refusals' in step ? step.refusals.map(({ refusal }) => refusal) : changed(state, step.state)
        const shows = names.map((name) => `${event.type} ${name}`)
        // Whatever else is wrong hides a check from an implementation that tells the first only.
        if (!next) shows.push(names.length === 1 ? `${shows[0]} alone` : `${shows[0]} first`)
        return { event, next, shows }
      })
  }

  /** Keeps shorter ways, and looks ahead from where they end: runs may never be there otherwise. */
  function remember(passed: readonly Event[], candidates: readonly Candidate[]): void {
    for (const { event, next, shows } of candidates) {
      const way = [...passed, event]
      const shorter = shows.filter(
        (thing) => (ways.get(thing)?.length ?? Number.POSITIVE_INFINITY) > way.length,
      )
      for (const thing of shorter) ways.set(thing, way)
      if (next && shorter.length > 0) lookAhead(next, way)
    }
  }

  /** What would be possible if nobody did anything until time ends: deadlines are seldom met by chance. */
  function lookAhead(state: State, passed: readonly Event[]): void {
    const text = stateText(state)
    if ((looked.get(text) ?? Number.POSITIVE_INFINITY) <= passed.length) return
    looked.set(text, passed.length)
    for (let at = state, way = passed; ; ) {
      const time = candidatesIn(at).find(isTime)
      if (!time?.next) return
      at = time.next
      way = [...way, time.event]
      remember(way, candidatesIn(at))
    }
  }

  function wayToTheRarest(): readonly Event[] {
    let rarest: readonly Event[] = []
    let least = Number.POSITIVE_INFINITY
    for (const [thing, way] of ways) {
      const count = shown.get(thing) ?? 0
      if (count < least) [rarest, least] = [way, count]
    }
    return rarest
  }
}

const isTime = ({ event }: Candidate): boolean => event.type === 'advanceSlot'

const same = (left: Event, right: Event): boolean => leavesThatDiffer(left, right).length === 0

/** Names of the variables that differ. */
const changed = (before: State, after: State): string[] =>
  Object.keys(before).filter(
    (name) => leavesThatDiffer(before[name as keyof State], after[name as keyof State]).length > 0,
  )
