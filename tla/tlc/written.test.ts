import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ModelUnclear, readBugs, readLives, readReached } from './written.ts'

const root = mkdtempSync(path.join(tmpdir(), 'lockstep-written-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder: string
let number = 0
beforeEach(() => {
  folder = path.join(root, String(number++))
  mkdirSync(folder)
})
const write = (name: string, ...lines: string[]): string => {
  const file = path.join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

describe('a Bug model', () => {
  const lines = (violates = '\\* Violates P.') => [
    '---- MODULE Late ----',
    violates,
    '\\* The first half',
    '\\* and the second (TIME-1).',
    'EXTENDS Forks',
    '',
    'BuggyQuorum(size) == size',
    'Helper == 1',
    'BuggyHorizon == 3',
    '====',
  ]

  test('says what it violates, its mistake, its profile and what it replaces', () => {
    const file = write('Late.tla', ...lines())
    expect(readBugs(folder)).toEqual([
      {
        name: 'Late',
        file,
        violates: 'P',
        extends: 'Forks',
        replaced: ['Quorum', 'Horizon'],
        words: 'The first half and the second (TIME-1)',
      },
    ])
  })

  test.each<[string, string[], string]>([
    ['that violates nothing', lines('\\* Fails.'), 'its first comment to be'],
    ['of another name', ['---- MODULE Other ----', ...lines().slice(1)], 'module Late'],
    ['of two profiles', lines().map((line) => line.replace('Forks', 'Forks, Chain')), 'one module'],
    ['that replaces nothing', lines().filter((line) => !line.startsWith('Buggy')), '`BuggyX`'],
  ])('%s is refused', (_, text, expected) => {
    write('Late.tla', ...text)
    expect(() => readBugs(folder)).toThrow(ModelUnclear)
    expect(() => readBugs(folder)).toThrow(new RegExp(`Late\\.tla: expected .*${expected}`))
  })
})

test('a liveness model says what it shows, and what it violates if it must', () => {
  write('A.cfg', '\\* Violates P.', '\\* Nothing ends.', 'SPECIFICATION S')
  write('B.cfg', '\\* All ends.', 'SPECIFICATION T')
  const said = readLives(folder)
  expect(said.map(({ name, specification, violates }) => [name, specification, violates])).toEqual([
    ['A', 'S', 'P'],
    ['B', 'T', undefined],
  ])
  expect(said.map(({ words }) => words)).toEqual(['Nothing ends', 'All ends'])
})

describe('what is to be reached', () => {
  test('says where, and what it is; clauses alone are no words', () => {
    const file = write(
      'R.tla',
      'Other == TRUE',
      '',
      '\\* Reached in profile chain.',
      '\\* TIME-1: late.',
      'NeverX == FALSE',
      '',
      '\\* Reached in profiles chain, forks.',
      '\\* TIME-1, PRUNE-2.',
      'NeverY == FALSE',
    )
    expect(readReached(file)).toEqual([
      { name: 'NeverX', profiles: ['chain'], words: 'TIME-1: late' },
      { name: 'NeverY', profiles: ['chain', 'forks'], words: '' },
    ])
  })

  test('is refused where it does not say where', () => {
    const file = write('R.tla', '\\* TIME-1: late.', 'NeverX == FALSE')
    expect(() => readReached(file)).toThrow(/R\.tla:2: expected `Reached in profile/)
  })
})
