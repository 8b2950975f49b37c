import { expect, test } from 'vitest'
import { loadClauses } from '../clause.ts'
import { type Passage, passageProblems, passageTable, readPassages, runsOf, says } from './passages.ts'

const passages = readPassages()
const clauses = loadClauses()

test('every passage has clauses or a reason, and every clause quotes a passage of its place word for word', () => {
  expect(passageProblems(passages, clauses)).toEqual([])
})

const passage = (text: string, more: Partial<Passage> = {}): Passage => ({
  place: 'Section 1',
  opening: text.split(' ').slice(0, 6).join(' '),
  runs: runsOf(text).join(''),
  ...more,
})
const spoken = passage('The committee (and order) is fixed for the duration of the Epoch.')

test('a quote is found whatever its case and its signs, and with another word it is not', () => {
  expect(says(spoken, 'the Committee and order is fixed')).toBe(true)
  expect(says(spoken, 'fixed for the duration of the epoch')).toBe(true)
  expect(says(spoken, 'fixed for the duration of an epoch')).toBe(false)
  expect(says(spoken, 'order is fixed for duration')).toBe(false)
  // Of two words nothing is known.
  expect(says(spoken, 'The committee')).toBe(false)
})

test('what is missing, said twice or not there is named', () => {
  const [clause] = clauses.filter(({ id }) => id === 'EPOCH-5')
  const own = { ...clause!, place: 'Section 1', quote: 'fixed for the duration of the Epoch' }
  const silent = passage('Nobody has written a clause of this one.')
  const problems = (given: readonly Passage[], quote = own.quote) =>
    passageProblems(given, [{ ...own, quote }]).map((line) => line.replace(/^.*?: /, ''))
  expect(problems([spoken])).toEqual([])
  expect(problems([spoken, silent])).toEqual(['no clause, and no reason'])
  expect(problems([{ ...spoken, why: 'a reason' }])).toEqual(['EPOCH-5 quote it, expected nothing else'])
  expect(problems([spoken, { ...silent, as: ['NOWHERE-1'] }])).toEqual(['no clause NOWHERE-1'])
  expect(problems([spoken], 'fixed for the epoch')).toContain('Section 1 does not say "fixed for the epoch"')
})

test('the table tells every passage, with its clauses or its reason', () => {
  const rows = passageTable(passages, clauses)
    .split('\n')
    .filter((line) => /^\| [A-Za-z]/.test(line) && !line.startsWith('| place'))
  expect(rows).toHaveLength(passages.length)
  expect(rows.every((row) => /\| [^|]+ \|$/.test(row))).toBe(true)
})
