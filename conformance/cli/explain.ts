import { Command } from 'commander'
import { readIndex, treeRoot } from '../clauses/clauseIndex.ts'
import { explainClause, explainPlace } from '../clauses/explain.ts'
import type { Terminal } from './usage.ts'

/** `lockstep explain`. */
export function explainCommand(terminal: Terminal): Command {
  return new Command('explain')
    .description('a clause through all folders, from the clause or from any line that belongs to it')
    .usage('CLAUSE | FILE:LINE')
    .argument('<clause|file:line>', 'for example CLAIM-1 or model/l1-rollup/rules/claim.ts:20')
    .action((about: string) => {
      const index = readIndex()
      const isPlace = /:\d+$/.test(about)
      terminal.out(
        isPlace ? explainPlace(index, about, treeRoot, terminal.folder) : explainClause(index, about),
      )
    })
}
