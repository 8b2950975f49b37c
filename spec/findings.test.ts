import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadClauses } from './clause.ts'
import { derivations } from './derivations/main.ts'
import { loadFindings } from './finding.ts'

const text = readFileSync(new URL('./findings.md', import.meta.url), 'utf8')
const findings = loadFindings()
const parts = ['Says', 'Readings', 'Evidence', 'Choice']

describe('findings', () => {
  it('findings: headings are F-1, F-2, … in order, with a title', () => {
    expect(findings.length).toBeGreaterThan(0)
    const headings = [...text.matchAll(/^## .*$/gm)].map(([heading]) => heading)
    expect(findings.map(({ id, title }) => `## ${id} · ${title}`)).toEqual(headings)
    expect(findings.map(({ id }) => id)).toEqual(findings.map((_, i) => `F-${i + 1}`))
  })

  it('findings: each says where its heading stands', () => {
    const lines = text.split('\n')
    for (const { id, title, line } of findings) expect(lines[line - 1]).toBe(`## ${id} · ${title}`)
  })

  it('findings: each has the four parts once, in order, and none empty', () => {
    for (const finding of findings)
      expect([...finding.text.matchAll(/^\*\*(\w+)\.\*\* \S/gm)].map(([, part]) => part)).toEqual(parts)
  })

  it('findings: every clause and every derivation that one names exists', () => {
    const ids = new Set(loadClauses().map(({ id }) => id))
    const named = findings.flatMap((finding) => finding.text.match(/\b[A-Z]{4,}-[0-9]+\b/g) ?? [])
    expect(named.filter((id) => !ids.has(id))).toEqual([])
    const names = new Set(derivations.map(({ name }) => name))
    const mentioned = findings.flatMap((finding) => finding.derivations)
    expect(mentioned.filter((name) => !names.has(name))).toEqual([])
    expect(new Set(mentioned)).toEqual(names)
  })

  it('findings: every number in the evidence that is no integer is a row of a derivation that it names', () => {
    const missing: string[] = []
    let compared = 0
    const computed = derivations.map((derivation) => ({ name: derivation.name, ...derivation.run() }))
    for (const { id, evidence, derivations: names } of findings) {
      const results = computed.filter(({ name }) => names.includes(name))
      const values = results
        .flatMap(({ rows }) => rows)
        .flatMap(({ exact, rounded }) => [
          Number(rounded.replace(/^[^0-9]+/, '')),
          Number(exact.numerator) / Number(exact.denominator),
        ])
      for (const { written, value } of numbersIn(evidence)) {
        compared++
        if (!values.includes(value)) missing.push(`${id}: ${written}`)
      }
    }
    // The bound that the RFC names, and against which the others are held.
    expect(missing).toEqual(['F-4: 1e-6', 'F-9: 1e-6'])
    expect(compared).toBeGreaterThan(20)
  })
})

/** Probabilities, decimals, fractions, and millions. */
function numbersIn(evidence: string): { written: string; value: number }[] {
  const prose = evidence.replaceAll(/`[^`]*`/g, '')
  return [...prose.matchAll(/(?<![\w.])(\d+(?:\.\d+)?(?:e-\d+)?)(?:\/(\d+))?( million)?(?![\w/])/g)]
    .filter(([written]) => /[.e/ ]/.test(written))
    .map(([written, number, denominator = '1', millions]) => ({
      written,
      value: (Number(number) / Number(denominator)) * (millions ? 1e6 : 1),
    }))
}
