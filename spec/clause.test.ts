import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadClauses, parseClauses } from './clause.ts'

/** Of a node, numbers that are kept for clauses that come back with what has them: sockets, statuses, … */
const laterClauses: Readonly<Record<string, readonly number[]>> = {
  TX: [3, 6, 9],
  ATTEST: [20],
  MESSAGE: [6, 9, 11, 12, 13, 14, 15, 16],
}

const good = `# Area

## AREA-1
A title · open
> "words" (Section 1)

Something MUST hold.
Readings: (a) or (b). Choice: (a).
Boundary (rfc): 1 passes, 2 is refused.
`

describe('clauses', () => {
  it('are read with all their parts', () => {
    expect(parseClauses(good, 'spec/clauses/AREA.md')).toEqual([
      {
        id: 'AREA-1',
        title: 'A title',
        status: 'open',
        quote: 'words',
        place: 'Section 1',
        rule: 'Something MUST hold.',
        word: 'MUST',
        readings: '(a) or (b). Choice: (a).',
        boundary: '1 passes, 2 is refused.',
        notModelled: undefined,
        noRefusingSide: undefined,
        file: 'spec/clauses/AREA.md',
        line: 3,
      },
    ])
  })

  it('may say why they are not modelled, and why they refuse nothing', () => {
    const text = `${good}Not modelled: it is gas.\nNo refusing side: it is an effect.\n`
    expect(parseClauses(text, 'spec/clauses/AREA.md')[0]).toMatchObject({
      boundary: '1 passes, 2 is refused.',
      notModelled: 'it is gas.',
      noRefusingSide: 'it is an effect.',
    })
  })

  it.each([
    ['## AREA-1', '## OTHER-1', 3, 'a heading'],
    [' · open', ' · perhaps', 4, 'status'],
    ['> "words"', '> words', 5, 'words of the RFC'],
    ['MUST', 'must', 7, 'MUST'],
    ['Choice', 'choice', 8, 'Choice'],
    ['Boundary', 'boundary', 9, 'Boundary'],
  ])('without %s are refused with file and line', (from, to, line, expected) => {
    const text = good.replace(from, to)
    expect(() => parseClauses(text, 'spec/clauses/AREA.md')).toThrow(`spec/clauses/AREA.md:${line}`)
    expect(() => parseClauses(text, 'spec/clauses/AREA.md')).toThrow(expected)
  })

  it('of this folder follow the grammar, in numbered order within their area', () => {
    const clauses = loadClauses()
    expect(clauses.length).toBeGreaterThan(50)
    const byArea = groupByFile(clauses)
    for (const area of byArea.values()) {
      const name = area[0]!.id.split('-')[0]!
      const numbers = Array.from({ length: area.length + 20 }, (_, index) => index + 1)
      const taken = numbers.filter((number) => !laterClauses[name]?.includes(number)).slice(0, area.length)
      expect(area.map((clause) => Number(clause.id.split('-')[1]))).toEqual(taken)
    }
  })

  it('are all linked from the index', () => {
    const index = readFileSync(new URL('./clauses/README.md', import.meta.url), 'utf8')
    for (const file of new Set(loadClauses().map((clause) => clause.file)))
      expect(index).toContain(file.replace('spec/clauses/', ']('))
  })
})

function groupByFile<T extends { file: string }>(items: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(item.file, [...(groups.get(item.file) ?? []), item])
  return groups
}
