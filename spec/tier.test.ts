import { expect, test } from 'vitest'
import { everyNth, firstOfEach, smallestOf } from './tier.ts'

const words = ['ant', 'bee', 'asp', 'cat', 'cow', 'bat']

test('every n-th, from the first on; deep: all', () => {
  expect(everyNth(words, 3, false)).toEqual(['ant', 'cat'])
  expect(everyNth(words, 3, true)).toEqual(words)
})

test('the first of each kind, and every n-th beside; deep: all', () => {
  const initial = (word: string) => word.charAt(0)
  expect(firstOfEach(words, initial, undefined, false)).toEqual(['ant', 'bee', 'cat'])
  expect(firstOfEach(words, initial, 5, false)).toEqual(['ant', 'bee', 'cat', 'bat'])
  expect(firstOfEach(words, initial, 5, true)).toEqual(words)
})

test('the smallest; deep: all', () => {
  const lengths = [[1, 2], [3], [4, 5, 6]]
  expect(smallestOf(lengths, ({ length }) => length, false)).toEqual([[3]])
  expect(smallestOf(lengths, ({ length }) => length, true)).toEqual(lengths)
})
