import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadClauses } from './clause.ts'
import { derivations } from './derivations/main.ts'

const text = readFileSync(new URL('./findings.md', import.meta.url), 'utf8')
const findings = text.split(/^## /m).slice(1)
const parts = ['Says', 'Readings', 'Evidence', 'Choice']
const evidence = findings.map((finding) => /^\*\*Evidence\.\*\* (.+)$/m.exec(finding)?.[1] ?? '')

describe('findings', () => {
  it('findings: headings are F-1, F-2, … in order, with a title', () => {
    expect(findings.length).toBeGreaterThan(0)
    for (const [i, finding] of findings.entries())
      expect(finding.split('\n')[0]).toMatch(new RegExp(`^F-${i + 1} · \\S`))
  })

  it('findings: each has the four parts once, in order, and none empty', () => {
    for (const finding of findings)
      expect([...finding.matchAll(/^\*\*(\w+)\.\*\* \S/gm)].map(([, part]) => part)).toEqual(parts)
  })

  it('findings: every clause and every derivation that one names exists', () => {
    const ids = new Set(loadClauses().map(({ id }) => id))
    const named = findings.flatMap((finding) => finding.match(/\b[A-Z]{4,}-[0-9]+\b/g) ?? [])
    expect(named.filter((id) => !ids.has(id))).toEqual([])
    const names = new Set(derivations.map(({ name }) => name))
    const mentioned = evidence.flatMap((sentence) => {
      const list = /^Derivations? ((?:`[a-z-]+`(?:, | and )?)+)/.exec(sentence)?.[1] ?? ''
      return [...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!)
    })
    expect(mentioned.filter((name) => !names.has(name))).toEqual([])
    expect(new Set(mentioned)).toEqual(names)
  })

  it('findings: every probability in the evidence is one that a derivation computes', () => {
    const computed = JSON.stringify(derivations.map((derivation) => derivation.run()))
    const cited = evidence.flatMap((sentence) => sentence.match(/[0-9.]+e-[0-9]+/g) ?? [])
    expect(cited.filter((number) => number !== '1e-6' && !computed.includes(number))).toEqual([])
    expect(cited.length).toBeGreaterThan(5)
  })
})
