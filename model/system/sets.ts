import { canonicalText } from '../core/codec.ts'

/** A set as TLA+ writes it: ascending by text, none twice. */
export const setOf = <Value>(
  values: readonly Value[],
  textOf: (value: Value) => string = canonicalText,
): Value[] => {
  const byText = new Map(values.map((value) => [textOf(value), value]))
  return [...byText.keys()].sort().map((text) => byText.get(text)!)
}

/** With more. */
export const setWith = <Value>(
  set: readonly Value[],
  added: readonly Value[],
  textOf: (value: Value) => string = canonicalText,
): Value[] => (added.length === 0 ? (set as Value[]) : setOf([...set, ...added], textOf))
