import { type Rational, toDecimal } from './rational.ts'

/** A sentence of the RFC, word for word, and where it stands. */
export interface Quote {
  readonly text: string
  readonly section: string
}

/** One computed number. */
export interface Row {
  readonly quantity: string
  /** What went in, by the name the RFC uses (K, C, n) where it has one. */
  readonly inputs: Readonly<Record<string, string | number>>
  readonly exact: Rational
  /** For people only: "= 33" when no digit is lost, "≈ 5.355e-7" when rounded to four digits. */
  readonly rounded: string
  /** "probability", "slots", "members" … */
  readonly unit: string
  readonly note?: string
}

export interface Derived {
  readonly rows: readonly Row[]
  /** What follows, in one paragraph; every number in it is taken from the rows. */
  readonly conclusion: string
}

export interface Derivation {
  /** kebab-case, unique, as typed after `lockstep derive`. */
  readonly name: string
  readonly title: string
  /** Ids of the clauses that rest on this derivation. */
  readonly clauses: readonly string[]
  readonly quotes: readonly Quote[]
  run(): Derived
}

const significantDigits = 4

/** A number as people read it, marked as exact or rounded. */
export const rounded = (value: Rational, digits = significantDigits): string => {
  // A whole number is shown whole: rounding 10,000,019 to four digits would mislead.
  if (value.denominator === 1n) return `= ${value.numerator}`
  const { text, exact } = toDecimal(value, digits)
  return `${exact ? '=' : '≈'} ${text}`
}

/** The same without the mark, for running text that already says "about". */
export const about = (value: Rational, digits = significantDigits): string => rounded(value, digits).slice(2)

/** Builds a row; the decimal is always made from the exact fraction. */
export const row = (
  quantity: string,
  inputs: Row['inputs'],
  exact: Rational,
  unit: string,
  note?: string,
): Row => ({
  quantity,
  inputs,
  exact,
  rounded: rounded(exact),
  unit,
  ...(note === undefined ? {} : { note }),
})
