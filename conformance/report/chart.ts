/** Curves as a static picture. Colours, dashes and fonts are those of a style sheet: `pictures.css`, or `standalone`. */
import { escapeText } from './escape.ts'

export interface ChartLine {
  /** Stands at its end. */
  readonly label: string
  /** Ascending across. */
  readonly points: readonly (readonly [x: number, y: number])[]
}
export interface Chart {
  readonly title: string
  /** What it shows, for who does not see it. */
  readonly description: string
  readonly across: {
    readonly title: string
    readonly ticks: readonly number[]
    /** How far to the right a number stands, in any unit; ascending. */
    readonly scale: (x: number) => number
  }
  /** What both axes say upwards. */
  readonly unit: string
  /** At most five. */
  readonly lines: readonly ChartLine[]
  /** Places that a line marks from top to bottom. */
  readonly marks?: readonly number[]
}

/** Pixels, where nothing scales the picture. */
export const chartSize = { width: 612, height: 310 } as const
const plot = { left: 74, right: 414, top: 44, bottom: 258 } as const
/** Between the labels at the ends of two lines, each of two rows of text. */
const LABEL_PITCH = 31
/** Of the title, pixels. */
const HEAD = 22
const MOST_DOTS = 16

/**
 * Without its title in letters, which stands above it.
 * @param id of the picture, alone of its kind in a page
 */
export function chartSvg(chart: Chart, id: string): string {
  const { width, height } = chartSize
  return `<svg class="curves" viewBox="0 ${HEAD} ${width} ${height - HEAD}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${escapeText(chart.title)}</title><desc id="${id}-desc">${escapeText(chart.description)}</desc>${drawn(chart)}</svg>`
}

/** Charts beside and below each other, two a row, as a picture that needs no style sheet. */
export function chartSheet(charts: readonly Chart[], title: string): string {
  const { width, height } = chartSize
  const [rows, columns] = [Math.ceil(charts.length / 2), 2]
  const whole = { width: columns * width, height: rows * height }
  const cells = charts.map(
    (chart, index) =>
      `<g transform="translate(${(index % columns) * width} ${Math.floor(index / columns) * height})">${headSvg(chart)}${drawn(chart)}</g>`,
  )
  const told = charts.map((chart) => `${chart.title}: ${chart.description}`).join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" class="curves" viewBox="0 0 ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}" role="img" aria-labelledby="title desc">
<title id="title">${escapeText(title)}</title>
<desc id="desc">${escapeText(told)}</desc>
<style>${standalone}</style>
<rect class="paper" width="${whole.width}" height="${whole.height}"/>
${cells.join('\n')}
</svg>
`
}

const headSvg = ({ title }: Chart): string => `<text class="head" x="12" y="18">${escapeText(title)}</text>`

function drawn({ across, unit, lines, marks = [] }: Chart): string {
  const all = lines.flatMap(({ points }) => points)
  const [first, last] = [Math.min, Math.max].map((of) => across.scale(of(...all.map(([x]) => x))))
  const top = Math.max(...all.map(([, y]) => y))
  const step = stepOf(top)
  const steps = Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step)
  const xOf = (x: number) =>
    rounded(plot.left + ((across.scale(x) - first!) / (last! - first!)) * (plot.right - plot.left))
  const yOf = (y: number) => rounded(plot.bottom - (y / steps.at(-1)!) * (plot.bottom - plot.top))
  const grid = steps.map(
    (y) =>
      `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${yOf(y)}" y2="${yOf(y)}"/><text class="tick" x="${plot.left - 8}" y="${yOf(y) + 4}" text-anchor="end">${shown(y)}</text>`,
  )
  const ticks = across.ticks.map(
    (x) =>
      `<line class="axis" x1="${xOf(x)}" x2="${xOf(x)}" y1="${plot.bottom}" y2="${plot.bottom + 5}"/><text class="tick" x="${xOf(x)}" y="${plot.bottom + 19}" text-anchor="middle">${shown(x)}</text>`,
  )
  const marked = marks.map(
    (x) => `<line class="mark" x1="${xOf(x)}" x2="${xOf(x)}" y1="${plot.top}" y2="${plot.bottom}"/>`,
  )
  return [
    `<text class="tick" x="${plot.left - 8}" y="${plot.top - 10}" text-anchor="end">${escapeText(unit)}</text>`,
    ...grid,
    ...marked,
    `<line class="axis" x1="${plot.left}" x2="${plot.right}" y1="${plot.bottom}" y2="${plot.bottom}"/>`,
    ...ticks,
    `<text class="tick" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 40}" text-anchor="middle">${escapeText(across.title)}</text>`,
    ...lines.map(({ points }, index) => lineSvg(points, index, xOf, yOf)),
    ...labels(lines, yOf),
  ].join('')
}

function lineSvg(
  points: ChartLine['points'],
  index: number,
  xOf: (x: number) => number,
  yOf: (y: number) => number,
): string {
  const path = points.map(([x, y]) => `${xOf(x)},${yOf(y)}`).join(' ')
  const dots = points.length > MOST_DOTS ? [] : points
  return `<polyline class="curve c${index + 1}" points="${path}"/>${dots.map(([x, y]) => `<circle class="dot c${index + 1}" cx="${xOf(x)}" cy="${yOf(y)}" r="2.2"/>`).join('')}`
}

/** Beside the ends of the lines, and moved apart where those are close. */
function labels(lines: readonly ChartLine[], yOf: (y: number) => number): string[] {
  const ends = lines
    .map(({ points }, index) => ({ index, end: yOf(points.at(-1)![1]) }))
    .sort((a, b) => a.end - b.end)
  const places = ends.map(({ end }) => end)
  for (let at = 1; at < places.length; at++) places[at] = Math.max(places[at]!, places[at - 1]! + LABEL_PITCH)
  // What was pushed below the plot goes back up, and pushes the others.
  for (let at = places.length - 1, limit: number = plot.bottom; at >= 0; at--, limit -= LABEL_PITCH)
    places[at] = Math.min(places[at]!, limit)
  return ends.map(({ index, end }, at) => {
    const { label, points } = lines[index]!
    const y = rounded(places[at]!)
    const [from, to] = [points[0]![1], points.at(-1)![1]]
    const numbers = from === to ? shown(to) : `${shown(from)} to ${shown(to)}`
    return `<line class="leader" x1="${plot.right + 4}" y1="${end}" x2="${plot.right + 14}" y2="${y - 3}"/><text class="label c${index + 1}" x="${plot.right + 18}" y="${y}">${escapeText(label)}</text><text class="tick" x="${plot.right + 18}" y="${y + 13}">${numbers}</text>`
  })
}

/** 1, 2 or 5 times a power of ten, so that there are three to six steps. */
function stepOf(top: number): number {
  const power = 10 ** Math.floor(Math.log10(top))
  return [0.1, 0.2, 0.5, 1, 2].map((part) => part * power).find((step) => top / step <= 6)!
}

const rounded = (value: number): number => Math.round(value * 10) / 10
const shown = (value: number): string => value.toLocaleString('en')

const light = { paper: '#ffffff', ink: '#1a1d23', muted: '#5d626d', line: '#dddcd6', strong: '#b9b8b0' }
const dark = { paper: '#181b21', ink: '#e6e7ea', muted: '#9ba1ad', line: '#2b2f38', strong: '#4a505c' }
/** Those of page.css. */
const colours = {
  light: ['#2552b8', '#146c43', '#b3202f', '#8a5a00', '#5d626d'],
  dark: ['#8cb0ff', '#57c792', '#ff858d', '#e5b64c', '#9ba1ad'],
} as const
const dashes = ['none', '7 3', '2 3', '9 3 2 3', '4 4']

const painted = (of: typeof light, lines: readonly string[]): string =>
  [
    `.paper { fill: ${of.paper} }`,
    `.head, .curves text { fill: ${of.ink} }`,
    `.curves .tick { fill: ${of.muted} }`,
    `.grid { stroke: ${of.line} }`,
    `.axis, .mark, .leader { stroke: ${of.strong} }`,
    ...lines.flatMap((colour, index) => [
      `.curve.c${index + 1} { stroke: ${colour} }`,
      `.dot.c${index + 1}, .curves .label.c${index + 1} { fill: ${colour} }`,
    ]),
  ].join(' ')

const standalone = `
.curves { font: 12px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
.head { font-size: 14px; font-weight: 600 } .label { font-weight: 600 } .tick { font-size: 11px }
.curve { fill: none; stroke-width: 2 } .mark { stroke-dasharray: 2 4 }
${dashes.map((dash, index) => `.curve.c${index + 1} { stroke-dasharray: ${dash} }`).join(' ')}
${painted(light, colours.light)}
@media (prefers-color-scheme: dark) { ${painted(dark, colours.dark)} }
`
