/** A flame graph: what a whole is made of, what its parts are made of, and so on, each as wide as what it takes. */
import { escapeText } from '../report/escape.ts'

export interface Part {
  readonly name: string
  readonly amount: number
  readonly parts?: readonly Part[]
}

const WIDTH = 1_200
const ROW = 18
/** Pixels of a letter, about. */
const LETTER = 6.6
const hues = [12, 28, 40, 200, 265, 330]

/** As SVG, the whole at the bottom. Every part says its name, its amount and its share when it is pointed at. */
export function flameGraph(whole: Part, unit: string): string {
  const levels = depthOf(whole)
  const drawn: string[] = []
  const draw = (part: Part, left: number, level: number): void => {
    const width = (part.amount / whole.amount) * WIDTH
    if (width < 0.3) return
    const y = (levels - 1 - level) * ROW
    const share = ((100 * part.amount) / whole.amount).toFixed(1)
    const title = `${part.name}: ${Math.round(part.amount).toLocaleString('en')} ${unit}, ${share} %`
    const letters = Math.floor(width / LETTER)
    const label =
      letters < 3 ? '' : part.name.length > letters ? `${part.name.slice(0, letters - 1)}…` : part.name
    const fill = `hsl(${hues[hashOf(part.name) % hues.length]} 70% 78%)`
    drawn.push(
      `<g><title>${escapeText(title)}</title><rect x="${left.toFixed(1)}" y="${y}" width="${Math.max(0.3, width - 0.5).toFixed(1)}" height="${ROW - 1}" fill="${fill}"/>${label === '' ? '' : `<text x="${(left + 3).toFixed(1)}" y="${y + 13}">${escapeText(label)}</text>`}</g>`,
    )
    let at = left
    for (const it of [...(part.parts ?? [])].sort((a, b) => b.amount - a.amount)) {
      draw(it, at, level + 1)
      at += (it.amount / whole.amount) * WIDTH
    }
  }
  draw(whole, 0, 0)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${levels * ROW}" font-family="monospace" font-size="11">\n${drawn.join('\n')}\n</svg>\n`
}

const depthOf = ({ parts = [] }: Part): number => 1 + Math.max(0, ...parts.map(depthOf))

const hashOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
