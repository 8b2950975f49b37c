import type { Graph } from '../../model/core/explorer.ts'
import { epochNow } from '../../model/l1-rollup/chain.ts'
import { eventOfText, stateOfText } from '../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { Epoch, Slot } from '../../model/shared/units.ts'
import type { Profile } from '../../spec/parameters.ts'
import { circumstancesOf } from './circumstances.ts'
import type { Goals } from './tour.ts'

/** A place of the state at which an event changes something; `undefined` where there is no such place. */
interface Change {
  readonly place: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * What chosen vectors show of a profile. A goal is a pair of what an event meets and what becomes of it, that is all that
 * refuses it, or which places of the state it changes:
 *
 * - circumstances of the state, and what becomes of the event;
 * - the form of the event (who, which block, how far from now, how much), and what becomes of it;
 * - the event, and the values that it changes, before and after.
 */
export function goalsOf(profile: Profile, graph: Graph<L1RollupTypes>): Goals {
  const numbers = new Map<string, number>()
  const events = graph.events.map(eventOfText)
  const places = graph.states.map((text) => placesOf(stateOfText(text)))
  const ofInstance: number[][] = []
  for (let at = 0; at < graph.states.length; at++) {
    const state = stateOfText(graph.states[at]!)
    const epoch = epochNow(state, profile.parameters)
    const { facets, form } = circumstancesOf(state, profile)
    for (let instance = graph.firstInstance[at]!; instance < graph.firstInstance[at + 1]!; instance++) {
      const event = events[graph.event[instance]!]!
      const result = graph.outcome[instance]!
      const changes = result < 0 ? [] : changesOf(places[at]!, places[result]!)
      const becomes =
        result < 0 ? graph.refusalSets[-1 - result]! : new Set(changes.map(({ place }) => fieldOf(place)))
      const outcome = [...becomes].join(' ')
      const texts = [...facets, form(event)].map((about) => `${event.type} ${about}: ${outcome}`)
      if (result >= 0) texts.push(`${event.type}: ${valuesOf(changes, state.slot, epoch)}`)
      ofInstance.push(
        texts.map((text) => {
          const number = numbers.get(text) ?? numbers.size
          numbers.set(text, number)
          return number
        }),
      )
    }
  }
  return { count: numbers.size, of: (instance) => ofInstance[instance]! }
}

/** A place without its numbers: which entry of a list it is does not count. */
const fieldOf = (place: string): string => place.replace(/\.\d+(?=\.|$)/g, '')

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
    // Who signs at which seat, and what a block has, is in the form of the event; where a block goes does not depend on it.
    if (/^posted|^pending\.\d+\.(content|beneficiary)$/.test(place)) return ''
    if (/^fallback/.test(place) && Number(value) < 0) return 'none'
    if (/unlockSlot$|^fallback/.test(place)) return String(Number(value) - now)
    if (/(epoch|Epoch|epochToProve)$/.test(place)) return String(Number(value) - epoch)
    return value
  }
  return changes.map(({ place, from, to }) => `${place} ${told(place, from)}>${told(place, to)}`).join(' ')
}

/** Every value of a state that has no parts, by its place: `tokens.p1`, `pending.0.slot`. */
function placesOf(value: unknown, place = '', into = new Map<string, string>()): Map<string, string> {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : []
  for (const [name, part] of parts) placesOf(part, place === '' ? name : `${place}.${name}`, into)
  if (parts.length === 0) into.set(place, JSON.stringify(value))
  return into
}
