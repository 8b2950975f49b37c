import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Curve, curveSchema, growthFile, growthNumbers, growthText, readGrowth } from './growth.ts'

const curve = (points: Curve['points']): Curve => ({
  against: 'seats',
  name: 'a call',
  term: 'Seats.',
  points,
})

test('the file is written as the formatter has it: what is committed comes out again', () => {
  expect(growthText(readGrowth())).toBe(readFileSync(growthFile, 'utf8'))
})

test('a curve has two points or more, and varies what is known', () => {
  const fits = (value: unknown) => curveSchema.safeParse(value).success
  const points: Curve['points'] = [
    [1, 2],
    [2, 3],
  ]
  expect(fits(curve(points))).toBe(true)
  expect(fits(curve(points.slice(1)))).toBe(false)
  expect(fits({ ...curve(points), against: 'epochs' })).toBe(false)
  expect(fits({ ...curve(points), points: [[1], [2]] })).toBe(false)
})

test('a point is called by its curve and its place', () => {
  const points: Curve['points'] = [
    [4, 100],
    [48, 200],
  ]
  expect(growthNumbers([curve(points)])).toEqual({ 'a call, seats 4': 100, 'a call, seats 48': 200 })
})
