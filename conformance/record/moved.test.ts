import { expect, test } from 'vitest'
import { record } from './main.ts'
import { movedNumbers, movedTexts } from './moved.ts'

test('what moved in a table: changed, new and gone rows', () => {
  expect(movedNumbers({ propose: 10, claim: 5, prune: 3 }, { propose: 8, claim: 5, proof: 7 })).toEqual([
    'propose: 10 → 8 (-2)',
    'proof: none → 7',
    'prune: 3 → none',
  ])
  expect(movedNumbers({ propose: 10 }, { propose: 10 })).toEqual([])
})

test('what moved in a folder', () => {
  const before = new Map(Object.entries({ same: 'x', other: 'x', old: 'x' }))
  const after = new Map(Object.entries({ same: 'x', other: 'y', new: 'x' }))
  expect(movedTexts(before, after)).toEqual(['new is new', 'old is gone', 'other'])
})

test('an unknown record is refused before anything is run', async () => {
  expect(await record(['gas', 'cost'])).toBe(2)
})
