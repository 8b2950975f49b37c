import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { readIndex, treeRoot } from '../clauses/clauseIndex.ts'
import { explain } from '../clauses/explain.ts'
import { type Summary, summarySchema } from '../evidence.ts'
import { type Terminal, UsageError } from './usage.ts'

/** What `explain` can be asked, for its help; each is run in a test. */
export const explainExamples: readonly (readonly [about: string, what: string])[] = [
  ['CLAIM-1', 'a clause'],
  ['ClaimWindowClosed', 'a refusal'],
  ['claimEpochProofRight', 'an event'],
  ['claimWindowOpen', 'a rule'],
  ['ClaimsAreMadeInTheWindow', 'a property'],
  ['committeeMode.claimed', 'a place in the statechart'],
  ['model/l1-rollup/rules/claim.ts', 'a file'],
  ['model/l1-rollup/rules/claim.ts:20', 'a line of it'],
]

/** `lockstep explain`. */
export function explainCommand(terminal: Terminal): Command {
  const width = Math.max(...explainExamples.map(([about]) => about.length))
  const examples = explainExamples.map(
    ([about, what]) => `  lockstep explain ${about.padEnd(width)}  ${what}`,
  )
  return new Command('explain')
    .description(
      'a clause through all folders and its evidence, from the clause or from whatever belongs to it',
    )
    .usage('CLAUSE | NAME | FILE | FILE:LINE')
    .argument('<about>', 'a clause, a name, or a file with or without a line')
    .option('--report <folder>', 'the report of the run whose numbers are told', 'report')
    .addHelpText('after', ['', 'Examples:', ...examples].join('\n'))
    .action(async (about: string, { report }: { report: string }) => {
      const { mutantsByClause } = await import('../mutate/byClause.ts')
      const known = { mutants: mutantsByClause(), run: lastRun(resolve(terminal.folder, report)) }
      terminal.out(explain(readIndex(), about, { root: treeRoot, folder: terminal.folder }, known))
    })
}

/** The summary of a report, if there is one. */
function lastRun(folder: string): Summary | undefined {
  const file = join(folder, 'summary.json')
  if (!existsSync(file)) return undefined
  try {
    return summarySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new UsageError(`${file}: expected the summary of a run of this version; npm start writes it`)
  }
}
