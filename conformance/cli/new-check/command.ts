import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { treeRoot } from '../../clauses/clauseIndex.ts'
import type { Terminal } from '../usage.ts'
import { editsOf } from './edits.ts'
import { newCheckOf } from './skeleton.ts'

/** `lockstep new-check`. */
export function newCheckCommand(terminal: Terminal): Command {
  return new Command('new-check')
    .description('the skeleton of a check in every place that one needs; it refuses nothing yet')
    .usage('EVENT CHECK REFUSAL --facts NAME…')
    .argument('<event>', 'as claimEpochProofRight')
    .argument('<check>', 'name of the rule, as bondIsEven')
    .argument('<refusal>', 'name of the refusal, as BondOdd')
    .requiredOption(
      '--facts <name...>',
      'what the rule asks for, as bondAmount; some other rule asks for it already',
    )
    .action((event: string, check: string, refusal: string, { facts }: { facts: string[] }) => {
      terminal.out(writeNewCheck({ event, check, refusal, facts }, treeRoot))
    })
}

/** @returns what is left to do, place by place. @throws UsageError, and then nothing is written */
export function writeNewCheck(
  named: { event: string; check: string; refusal: string; facts: readonly string[] },
  root: string,
): string {
  const read = (file: string): string | undefined =>
    existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined
  const check = newCheckOf(named, read)
  const edits = editsOf(check, read)
  for (const { file, text } of edits) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const places = edits.map(({ file, line }) => `${file}:${line}`)
  const width = Math.max(...places.map((place) => place.length))
  return [
    `${check.clause}: ${check.event} is to be refused with ${check.refusal} unless ${check.check}. To write, in this order:`,
    ...edits.map(({ todo }, index) => `  ${places[index]!.padEnd(width)}  ${todo}`),
    'Then: npm run format, npm run generate, npm test, npm start; npm run record, where what it says moved is meant.',
  ].join('\n')
}
