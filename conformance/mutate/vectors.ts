/**
 * `npm run mutate:vectors [-- PART-OF-A-NAME]`: whether the vectors that are written by default find every mistake in the
 * statechart that all vectors find. Exit code 1 where they do not.
 */
import { inSideProcesses } from '../rungs/sideProcess.ts'
import { allMutants } from './allMutants.ts'
import type { Mutant } from './mutant.ts'
import type { Shown } from './vectorSide.ts'

const processes = 2
const taskFile = new URL('./vectorTask.ts', import.meta.url)

const [part = ''] = process.argv.slice(2)
const mutants = allMutants().filter(({ side, name }) => side === 'statechart' && name.includes(part))
if (mutants.length === 0) {
  console.error(`no mutant of the statechart is called ${part}`)
  process.exit(2)
}
let begun = 0
const shown = await inSideProcesses<Mutant, Shown>(taskFile, mutants, {
  processes,
  progress: (name) => process.stderr.write(`${++begun}/${mutants.length} ${name}\n`),
  signal: new AbortController().signal,
})
const named = (wanted: (it: Shown) => boolean) =>
  mutants.filter((_, index) => wanted(shown[index]!)).map(({ name }) => name)
const missed = named(({ chosen, all }) => chosen === undefined && all !== undefined)
const unseen = named(({ all }) => all === undefined)
console.log(
  [
    `${mutants.length} mistakes: ${mutants.length - missed.length - unseen.length} found by the default vectors, ${missed.length} by others only, ${unseen.length} by none`,
    ...missed.map(
      (name) => `only by others: ${name} (${shown[mutants.findIndex((it) => it.name === name)]!.all})`,
    ),
    ...unseen.map((name) => `by none: ${name}`),
  ].join('\n'),
)
process.exit(missed.length === 0 ? 0 : 1)
