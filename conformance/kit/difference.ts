import { stateText } from '../../model/l1-rollup/texts.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'

const MOST_SHOWN = 5

/**
 * What differs between two states, place by place.
 * @returns the places with what is expected and with what was found there; `undefined` for equal states
 */
export function differenceOf(expected: State, found: State): [expected: string, found: string] | undefined {
  if (stateText(expected) === stateText(found)) return undefined
  const [want, have] = [placesOf(expected), placesOf(found)]
  const places = [...new Set([...want.keys(), ...have.keys()])].filter(
    (place) => want.get(place) !== have.get(place),
  )
  const shown = (side: ReadonlyMap<string, string>) =>
    places
      .slice(0, MOST_SHOWN)
      .map((place) => `${place} ${side.get(place) ?? 'absent'}`)
      .join(', ')
  return [shown(want), shown(have)]
}

/** Every value of a state that has no parts, by its place: `tokens.p1`, `pending.0.slot`. */
export function placesOf(value: unknown, place = '', into = new Map<string, string>()): Map<string, string> {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : []
  for (const [name, part] of parts) placesOf(part, place === '' ? name : `${place}.${name}`, into)
  if (parts.length === 0) into.set(place, JSON.stringify(value))
  return into
}
