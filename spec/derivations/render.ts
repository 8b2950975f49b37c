import type { Derivation, Row } from './derivation.ts'
import type { Rational } from './rational.ts'

const widestExact = 21
const lineWidth = 110

/** Long fractions are cut to their size: the whole of them is in `Row.exact`. */
const shortFraction = (value: Rational): string => {
  const text = value.toString()
  if (text.length <= widestExact) return text
  const [numerator, denominator] = [`${value.numerator}`, `${value.denominator}`]
  return `${numerator.length}/${denominator.length} digits`
}

/** What went into a number: "K=48, C=13". */
export const inputsText = ({ inputs }: Pick<Row, 'inputs'>): string =>
  Object.entries(inputs)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

const columns: readonly { readonly title: string; readonly cell: (row: Row) => string }[] = [
  { title: 'quantity', cell: ({ quantity }) => quantity },
  { title: 'inputs', cell: inputsText },
  { title: 'exact', cell: ({ exact }) => shortFraction(exact) },
  { title: 'value', cell: ({ rounded }) => rounded },
  { title: 'unit', cell: ({ unit }) => unit },
  { title: 'note', cell: ({ note }) => note ?? '' },
]

const wrap = (text: string, indent: string): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > lineWidth) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, indent + line].join('\n')
}

/** A derivation as a text page: title, quotes, table of results, conclusion. Ends without a newline. */
export const render = (derivation: Derivation): string => {
  const { rows, conclusion } = derivation.run()
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ]
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => [...line[column]!].length)))
  const table = cells.map((line) =>
    line
      .map((cell, column) => cell + ' '.repeat(widths[column]! - [...cell].length))
      .join('  ')
      .trimEnd(),
  )
  table.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '))
  const clauses = derivation.clauses.length === 0 ? '' : ` · ${derivation.clauses.join(', ')}`
  return [
    `${derivation.name} · ${derivation.title}${clauses}`,
    '',
    ...derivation.quotes.map(({ text, section }) => wrap(`"${text}" (${section})`, '> ')),
    '',
    ...table,
    '',
    wrap(conclusion, ''),
  ].join('\n')
}
