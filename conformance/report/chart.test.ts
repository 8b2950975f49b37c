import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { readGrowth } from '../gas/growth.ts'
import { chartsOf, growthPicture, pictureFile } from '../gas/picture.ts'
import { prices } from '../gas/terms.ts'
import { type Chart, chartSheet, chartSize, chartSvg } from './chart.ts'
import { elementsOf, parseXml, type XmlElement } from './fixtures/xml.ts'

const chart = (changes: Partial<Chart> = {}): Chart => ({
  title: 'Cost <of> boxes',
  description: 'one & two',
  across: { title: 'boxes', ticks: [0, 10], scale: (x) => x },
  unit: 'gas',
  lines: [
    {
      label: 'a "box"',
      points: [
        [0, 0],
        [10, 500],
      ],
    },
  ],
  ...changes,
})
const drawn = (it: Chart): XmlElement[] => elementsOf(parseXml(chartSvg(it, 'boxes')))
const ofClass = (elements: readonly XmlElement[], name: string): XmlElement[] =>
  elements.filter(({ attributes }) => attributes.class?.split(' ').includes(name))
const cornersOf = (line: XmlElement): number[][] =>
  line.attributes.points!.split(' ').map((point) => point.split(',').map(Number))

describe('a chart', () => {
  test('says what it is and shows, and everything that it says is text', () => {
    const elements = drawn(chart())
    const [svg] = elements
    const named = svg!.attributes['aria-labelledby']!.split(' ')
    expect(named.map((id) => elements.find(({ attributes }) => attributes.id === id)?.text)).toEqual([
      'Cost <of> boxes',
      'one & two',
    ])
    expect(ofClass(elements, 'label').map(({ text }) => text)).toEqual(['a "box"'])
  })

  test('stands where the numbers are: 0 at the bottom, the greatest step at the top', () => {
    const elements = drawn(chart())
    const grid = ofClass(elements, 'grid').map(({ attributes }) => Number(attributes.y1))
    const ticks = ofClass(elements, 'tick').map(({ text }) => text)
    expect(ticks).toEqual(['gas', '0', '100', '200', '300', '400', '500', '0', '10', 'boxes', '0 to 500'])
    const [from, to] = cornersOf(ofClass(elements, 'curve')[0]!)
    expect([from![1], to![1]]).toEqual([Math.max(...grid), Math.min(...grid)])
  })

  test('keeps the labels of lines that end together apart, and inside', () => {
    const lines = [500, 500, 499, 2, 1].map((end, index) => ({
      label: `line ${index}`,
      points: [
        [0, 0],
        [10, end],
      ] as const,
    }))
    const places = ofClass(drawn(chart({ lines })), 'label').map(({ attributes }) => Number(attributes.y))
    const gaps = places.slice(1).map((place, index) => place - places[index]!)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30)
    expect(Math.max(...places)).toBeLessThan(chartSize.height - 13)
    expect(Math.min(...places)).toBeGreaterThan(30)
  })

  test('of a line that is flat says one number', () => {
    const lines = [
      {
        label: 'flat',
        points: [
          [0, 7],
          [10, 7],
        ] as const,
      },
    ]
    expect(ofClass(drawn(chart({ lines })), 'tick').at(-1)!.text).toBe('7')
  })

  test('in a sheet needs nothing else, two of them a row', () => {
    const sheet = chartSheet([chart(), chart(), chart()], 'Three')
    const elements = elementsOf(parseXml(sheet))
    expect(elements[0]!.attributes.viewBox).toBe(`0 0 ${2 * chartSize.width} ${2 * chartSize.height}`)
    expect(elements.filter(({ attributes }) => 'href' in attributes || 'src' in attributes)).toEqual([])
    expect(sheet).toContain('prefers-color-scheme: dark')
  })
})

describe('the picture of what grows', () => {
  test('is that of the curves; `npm run gas` draws it anew', () => {
    expect(growthPicture(readGrowth())).toBe(readFileSync(pictureFile, 'utf8'))
  })

  test('has every curve, at every point', () => {
    const curves = readGrowth()
    const drawnLines = ofClass(elementsOf(parseXml(readFileSync(pictureFile, 'utf8'))), 'curve')
    expect(drawnLines.map((line) => cornersOf(line).length)).toEqual(
      chartsOf(curves).flatMap((it) => it.curves.map(({ points }) => points.length)),
    )
    expect(drawnLines).toHaveLength(curves.length)
  })

  test('shows another number', () => {
    const [first, ...others] = readGrowth()
    const [, ...points] = first!.points
    const changed = [{ ...first!, points: [[48, 100_000] as [number, number], ...points] }, ...others]
    expect(growthPicture(changed)).not.toBe(growthPicture([first!, ...others]))
  })

  test('is in the README, with the numbers of the curves and their prices', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const [, section] = /## What it costs\n([\s\S]*?)\n## /.exec(readme)!
    expect(section).toContain('](impl/contracts/growth.svg)')
    const curves = readGrowth()
    const at = (name: string, x: number) =>
      curves.find((curve) => curve.name === name)!.points.find(([place]) => place === x)![1]
    const { shuffleRounds } = loadPreset('rfc').profiles[0]!.parameters
    const numbers = [
      at('setupEpoch, changed set', 49),
      at('setupEpoch, changed set', 100_000),
      at('propose, verified', 48),
      at('propose, verified', 256),
      prices.verified,
      prices.givenSeat,
      Math.min(...shuffleRounds),
      Math.max(...shuffleRounds),
    ]
    for (const number of numbers) expect(section).toContain(` ${number.toLocaleString('en')}`)
  })
})
