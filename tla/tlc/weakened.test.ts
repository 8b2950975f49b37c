import { expect, test } from 'vitest'
import { weakened } from './weakened.ts'

const tidy = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim())

test('a formula loses one conjunct at a time, those of inner lists too', () => {
  const formula = [
    '',
    '    /\\ a',
    '       + 1',
    '    /\\ b =>',
    '        /\\ c',
    '        /\\ d',
    '    /\\ e',
  ].join('\n')
  expect(tidy(weakened(formula))).toEqual([
    '/\\ b => /\\ c /\\ d /\\ e',
    '/\\ a + 1 /\\ e',
    '/\\ a + 1 /\\ b => /\\ d /\\ e',
    '/\\ a + 1 /\\ b => /\\ c /\\ e',
    '/\\ a + 1 /\\ b => /\\ c /\\ d',
  ])
})

test('a list may begin behind LET … IN, or behind other text', () => {
  expect(tidy(weakened(' LET x == 1\n IN /\\ a\n    /\\ b'))).toEqual([
    'LET x == 1 IN /\\ b',
    'LET x == 1 IN /\\ a',
  ])
  expect(tidy(weakened(' x => IF y THEN /\\ a\n                /\\ b\n      ELSE c'))).toEqual([
    'x => IF y THEN /\\ b ELSE c',
    'x => IF y THEN /\\ a ELSE c',
  ])
})

test('a conjunction on one line, and a list of one, are no lists', () => {
  expect(weakened(' a /\\ b')).toEqual([])
  expect(weakened('\n    /\\ a\n')).toEqual([])
})
