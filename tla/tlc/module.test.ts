import { expect, test } from 'vitest'
import { propertiesOf, readModule } from './module.ts'

const text = [
  '---- MODULE Sample ----',
  '(* Prose. *)',
  'EXTENDS Integers,',
  '    Sequences',
  '',
  '----',
  '\\* Invariants.',
  '',
  '\\* PRUNE-1: of a state.',
  '\\* On two lines.',
  'Holds ==',
  '    /\\ TRUE',
  '',
  '    /\\ 1 = 1',
  'Short == TRUE',
  '',
  '----',
  '\\* Steps.',
  '',
  'Helper(s, e) == s',
  'Moves ==',
  "    [][Helper(x, y)' = x]_vars",
  '====',
].join('\n')

test('a definition has its comment, its body up to the next text at the margin, its line and its section', () => {
  const { name, extends: extended, definitions } = readModule(text)
  expect([name, extended]).toEqual(['Sample', ['Integers', 'Sequences']])
  expect(definitions[0]).toEqual({
    name: 'Holds',
    parameters: '',
    comment: ['PRUNE-1: of a state.', 'On two lines.'],
    body: '\n    /\\ TRUE\n\n    /\\ 1 = 1',
    line: 11,
    section: 'Invariants.',
  })
  expect(definitions.map(({ name, parameters, section }) => [name, parameters, section])).toEqual([
    ['Holds', '', 'Invariants.'],
    ['Short', '', 'Invariants.'],
    ['Helper', 's, e', 'Steps.'],
    ['Moves', '', 'Steps.'],
  ])
})

test('properties are the definitions of the section of invariants, and those of steps', () => {
  const { invariants, steps } = propertiesOf(readModule(text))
  expect(invariants.map(({ name }) => name)).toEqual(['Holds', 'Short'])
  expect(steps.map(({ name }) => name)).toEqual(['Moves'])
})
