import type { Graph } from '../../model/core/explorer.ts'
import { epochNow } from '../../model/l1-rollup/chain.ts'
import { eventOfText, stateOfText } from '../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { Epoch, Slot } from '../../model/shared/units.ts'
import type { Profile } from '../../spec/parameters.ts'
import { circumstancesOf } from './circumstances.ts'
import { placesOf } from './difference.ts'

/** A place of the state at which an event changes something; `undefined` where there is no such place. */
interface Change {
  readonly place: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * The instances of a graph that vectors show: together they reach every goal that any instance of it reaches. Goals are
 * pairs of what an event meets and what becomes of it:
 *
 * - the circumstances of the state, and all that refuses the event, or which places of the state it changes;
 * - the form of the event (who, which block, how far from now, how much), and the same;
 * - the event, and the values that it changes, before and after.
 *
 * @param often how many instances of a goal are taken, where there are so many
 * @returns 1 by instance for those that are chosen
 */
export function chosenInstances(profile: Profile, graph: Graph<L1RollupTypes>, often = 1): Uint8Array {
  const chosen = new Uint8Array(graph.outcome.length)
  const reached = new Map<string, number>()
  const events = graph.events.map(eventOfText)
  const places = graph.states.map((text) => placesOf(stateOfText(text)))
  // States come in the order of their distance, so the first of a goal is the nearest.
  for (let at = 0; at < graph.states.length; at++) {
    const state = stateOfText(graph.states[at]!)
    const epoch = epochNow(state, profile.parameters)
    const { text, form } = circumstancesOf(state, profile)
    for (let instance = graph.firstInstance[at]!; instance < graph.firstInstance[at + 1]!; instance++) {
      const event = events[graph.event[instance]!]!
      const result = graph.outcome[instance]!
      const changes = result < 0 ? [] : changesOf(places[at]!, places[result]!)
      const becomes =
        result < 0 ? graph.refusalSets[-1 - result]!.join(' ') : changes.map(({ place }) => place).join(' ')
      const goals = [`${text} ${event.type}: ${becomes}`, `${form(event)}: ${becomes}`]
      if (result >= 0) goals.push(`${event.type}: ${valuesOf(changes, state.slot, epoch)}`)
      if (goals.every((goal) => (reached.get(goal) ?? 0) >= often)) continue
      chosen[instance] = 1
      for (const goal of goals) reached.set(goal, (reached.get(goal) ?? 0) + 1)
    }
  }
  return chosen
}

/** Where two states differ, and the values there. */
function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((place) => before.get(place) !== after.get(place))
    .map((place) => ({ place, from: before.get(place), to: after.get(place) }))
}

/** Values with slots and epochs told from the current ones on: the same change in another slot is the same. */
function valuesOf(changes: readonly Change[], now: Slot, epoch: Epoch): string {
  const told = (place: string, value: string | undefined): string => {
    // Which slots blocks have is among the circumstances.
    if (value === undefined || /(^|\.)slot$/.test(place)) return ''
    if (/unlockSlot$/.test(place)) return String(Number(value) - now)
    if (/(epoch|Epoch|epochToProve)$/.test(place)) return String(Number(value) - epoch)
    return value
  }
  return changes.map(({ place, from, to }) => `${place} ${told(place, from)}>${told(place, to)}`).join(' ')
}
