import { describe, expect, test } from 'vitest'
import { elementsOf, parseXml, type XmlElement } from '../report/fixtures/xml.ts'
import { flameGraph, type Part } from './flame.ts'

const whole: Part = {
  name: 'all',
  amount: 1_000,
  parts: [
    { name: 'small', amount: 250 },
    { name: 'large', amount: 500, parts: [{ name: 'inner <T> & "more"', amount: 500 }] },
    { name: 'dust', amount: 0.1 },
  ],
}

interface Box {
  readonly title: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly width: number
}
const boxesOf = (svg: string): Box[] =>
  elementsOf(parseXml(svg))
    .filter(({ name }) => name === 'g')
    .map((group) => {
      const of = (name: string): XmlElement | undefined => group.children.find((it) => it.name === name)
      const { x, y, width } = of('rect')!.attributes
      return {
        title: of('title')!.text,
        label: of('text')?.text ?? '',
        x: Number(x),
        y: Number(y),
        width: Number(width),
      }
    })
const box = (boxes: readonly Box[], name: string): Box =>
  boxes.find(({ title }) => title.startsWith(`${name}:`))!

describe('a flame graph', () => {
  const boxes = boxesOf(flameGraph(whole, 'gas'))

  test('is as wide as what each part takes, but for the gap between two', () => {
    const widths = ['all', 'large', 'small'].map((name) => box(boxes, name).width + 0.5)
    expect(widths).toEqual([1_200, 600, 300])
  })

  test('has the whole at the bottom, its parts above it side by side, the largest first', () => {
    const [all, large, small, inner] = ['all', 'large', 'small', 'inner <T> & "more"'].map((name) =>
      box(boxes, name),
    )
    expect([all!.y > large!.y, large!.y === small!.y, large!.y > inner!.y]).toEqual([true, true, true])
    expect([all!.x, large!.x, small!.x, inner!.x]).toEqual([0, 0, 600, 0])
  })

  test('says names as text, with amount and share', () => {
    expect(box(boxes, 'inner <T> & "more"').title).toBe('inner <T> & "more": 500 gas, 50.0 %')
    expect(box(boxes, 'inner <T> & "more"').label).toBe('inner <T> & "more"')
  })

  test('leaves out what is thinner than a hair, and cuts a name that has no room', () => {
    expect(box(boxes, 'dust')).toBeUndefined()
    const long = { name: 'all', amount: 100, parts: [{ name: 'a'.repeat(200), amount: 10 }] }
    const { label, width } = box(boxesOf(flameGraph(long, 'gas')), 'a'.repeat(200))
    expect(label).toMatch(/^a+…$/)
    expect(label.length * 6).toBeLessThan(width)
  })
})
