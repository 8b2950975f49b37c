/** What the entry points cost against what can grow, as it is committed: `impl/contracts/growth.json`. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const growthFile = new URL('../../impl/contracts/growth.json', import.meta.url)

export const curveSchema = z.strictObject({
  /** What varies: how many validators, seats of the committee, entries that wait in the queue, blocks of an epoch. */
  against: z.enum(['validators', 'seats', 'waiting', 'blocks']),
  /** The call, and what of its circumstances stays as it is. */
  name: z.string().min(1),
  /** What grows, with its prices in gas; see `terms.ts`. */
  term: z.string().min(1),
  /** What varies, ascending, and gas of the transaction with its calldata. */
  points: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()])).min(2),
})
export type Curve = z.infer<typeof curveSchema>
export type Against = Curve['against']

export const readGrowth = (): Curve[] =>
  z.array(curveSchema).parse(JSON.parse(readFileSync(growthFile, 'utf8')))

const LINE_WIDTH = 110

/** As the formatter has it: points on one line where they fit, else each on its own. */
export const growthText = (curves: readonly Curve[]): string =>
  `${JSON.stringify(curves, undefined, 2)
    .replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]')
    .replace(/^.*"points": \[\n[^"]*\]$/gm, (points) => {
      const line = points
        .replace(/\[\s+\[/, '[[')
        .replace(/\]\s+\]/, ']]')
        .replace(/,\s+/g, ', ')
      return line.length <= LINE_WIDTH ? line : points
    })}\n`

/** Every point by what it is of, to say what moved. */
export const growthNumbers = (curves: readonly Curve[]): Record<string, number> =>
  Object.fromEntries(
    curves.flatMap(({ against, name, points }) =>
      points.map(([x, gas]) => [`${name}, ${against} ${x}`, gas] as const),
    ),
  )
