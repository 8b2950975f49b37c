import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { treeRoot } from '../../clauses/clauseIndex.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { tellUnevaluated } from './unevaluated.ts'

const subject = anySubject(l1RollupSubject)
const rules = 'tla/l1-rollup/L1RollupRules.tla'
const lineOf = (text: string): number =>
  readFileSync(`${treeRoot}/${rules}`, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(text)) + 1
const line = lineOf('OldestUnprovenEpoch(blocks) ==')

test('what the model checker could not evaluate: why, the innermost line with clauses, the statechart beside it', () => {
  const message = [
    'Evaluating invariant DumpAllRefusals failed.',
    'Attempted to apply tuple',
    '<<[slot |-> 0]>>',
    'to integer 2 which is out of domain.',
    'The error occurred when TLC was evaluating the nested',
    'expressions at the following positions:',
    '0. Line 76, column 21 to line 76, column 69 in L1RollupConsequences',
    `1. Line ${line}, column 32 to line ${line}, column 70 in L1RollupRules`,
    '2. Line 3, column 1 to line 3, column 2 in Sequences',
  ].join('\n')
  expect(tellUnevaluated(subject, message)).toMatch(
    new RegExp(
      `^TLA\\+ cannot be evaluated: Attempted to apply tuple <<\\[slot \\|-> 0\\]>> to integer 2 which is out of domain\\. \\(PROOF-9: ${rules}:${line} against model/l1-rollup/due\\.ts:\\d+\\)$`,
    ),
  )
})

test('without a line it says why and nothing else, and not at any length', () => {
  expect(tellUnevaluated(subject, 'Java ran out of memory')).toBe(
    'TLA+ cannot be evaluated: Java ran out of memory',
  )
  expect(tellUnevaluated(subject, 'x'.repeat(400)).length).toBeLessThan(200)
})
