import { describe, expect, it } from 'vitest'
import { loadClauses } from '../clause.ts'
import { rounded } from './derivation.ts'
import { derivationNamed, derivations } from './main.ts'
import { Rational } from './rational.ts'
import { render } from './render.ts'

const derived = new Map(derivations.map((derivation) => [derivation, derivation.run()]))

describe('derivations', () => {
  it('derivations: names are unique, typeable, and found again', () => {
    const names = derivations.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const derivation of derivations) {
      expect(derivation.name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(derivationNamed(derivation.name)).toBe(derivation)
    }
    expect(derivationNamed('no-such-derivation')).toBeUndefined()
  })

  it('derivations: every clause that one names exists', () => {
    const ids = new Set(loadClauses().map(({ id }) => id))
    const named = derivations.flatMap(({ clauses }) => clauses)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
    expect(named.length).toBeGreaterThan(0)
  })

  it('derivations: each rests on the RFC and yields rows and a conclusion, the same every time', () => {
    for (const derivation of derivations) {
      const first = derived.get(derivation)!
      expect(derivation.quotes.length).toBeGreaterThan(0)
      expect(first.rows.length).toBeGreaterThan(0)
      expect(first.conclusion).not.toMatch(/undefined|NaN|\[object/)
      expect(JSON.stringify(derivation.run())).toBe(JSON.stringify(first))
    }
  })

  it('derivations: a fraction is stored whole, its decimal is marked as rounded', () => {
    const third = Rational.of(1n, 3n)
    expect(rounded(third)).toBe('≈ 0.3333')
    expect(rounded(Rational.of(192n, 5n))).toBe('= 38.4')
    expect(rounded(Rational.whole(10_000_019))).toBe('= 10000019')
    expect(JSON.parse(JSON.stringify({ exact: third }))).toEqual({
      exact: { numerator: '1', denominator: '3' },
    })
  })

  it('derivations: a rendered page has title, clauses, quotes, one line per row, and the conclusion', () => {
    for (const derivation of derivations) {
      const page = render(derivation).split('\n')
      const { rows, conclusion } = derived.get(derivation)!
      expect(page[0]).toContain(`${derivation.name} · ${derivation.title}`)
      for (const id of derivation.clauses) expect(page[0]).toContain(id)
      const rule = page.findIndex((line) => /^-+( {2}-+)+$/.test(line))
      const table = page.slice(rule + 1, page.indexOf('', rule))
      expect(table.length).toBe(rows.length)
      for (const [i, line] of table.entries()) {
        expect(line).toContain(rows[i]!.quantity)
        expect(line).toContain(rows[i]!.rounded)
      }
      expect(page.slice(rule + 2 + rows.length).join(' ')).toBe(conclusion)
      for (const { text } of derivation.quotes)
        expect(page.join(' ').replaceAll(' > ', ' ')).toContain(text.slice(0, 40))
    }
  })

  it('derivations: long fractions are shown by their size', () => {
    const page = render({
      name: 'example',
      title: 'Example',
      clauses: [],
      quotes: [{ text: 'words', section: 'place' }],
      run: () => ({
        rows: [
          {
            quantity: 'short',
            inputs: { K: 1 },
            exact: Rational.of(1n, 3n),
            rounded: '≈ 0.3333',
            unit: 'probability',
          },
          {
            quantity: 'long',
            inputs: {},
            exact: Rational.of(1n, 3n ** 100n),
            rounded: '≈ 1.94e-48',
            unit: 'probability',
          },
        ],
        conclusion: 'Done.',
      }),
    })
    expect(page).toMatch(/^short +K=1 +1\/3 +≈ 0\.3333 +probability$/m)
    expect(page).toMatch(/^long +1\/48 digits +≈ 1\.94e-48 +probability$/m)
  })
})
