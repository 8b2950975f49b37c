import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseClauses } from '../../../spec/clause.ts'
import { treeRoot } from '../../clauses/clauseIndex.ts'
import { writeNewCheck } from './command.ts'
import { runIn } from './fixtures/run.ts'

/** Events with checks: between them all shapes of guard, of stage and of call in the shell. */
const checks = [
  ['propose', 'slotIsEven', 'SlotOdd', ['slot']],
  ['claimEpochProofRight', 'bondIsEven', 'BondOdd', ['bondAmount', 'slot']],
  ['submitEpochProof', 'proofIsEven', 'ProofOdd', ['verified', 'currentEpoch']],
  ['prune', 'pruneIsEven', 'PruneOdd', ['currentEpoch']],
  ['setupEpoch', 'setupIsEven', 'SetupOdd', ['sampledEpoch']],
  ['addValidator', 'additionIsEven', 'AdditionOdd', ['validator', 'slot']],
  ['removeValidator', 'removalIsEven', 'RemovalOdd', ['slot']],
  ['deposit', 'depositIsEven', 'DepositOdd', ['amountWei']],
  ['startWithdrawal', 'startIsEven', 'StartOdd', ['amountWei']],
  ['executeWithdrawal', 'executionIsEven', 'ExecutionOdd', ['slot']],
  ['collectSlashed', 'slashedIsEven', 'SlashedOdd', ['slashedWei']],
  ['collectReward', 'rewardIsEven', 'RewardOdd', ['creditWei']],
] as const

let root: string
let told: string[]
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lockstep-new-check-'))
  for (const name of [
    'conformance',
    'impl',
    'model',
    'spec',
    'tla',
    'package.json',
    'tsconfig.json',
    'biome.json',
  ])
    cpSync(path.join(treeRoot, name), path.join(root, name), { recursive: true })
  symlinkSync(path.join(treeRoot, 'node_modules'), path.join(root, 'node_modules'))
  told = checks.map(([event, check, refusal, facts]) => writeNewCheck({ event, check, refusal, facts }, root))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

describe('the skeletons of twelve checks in one tree', () => {
  test.each(checks.map(([event], index) => [event, index] as const))(
    '%s: every place is told by its line',
    (_, index) => {
      const [event, check, refusal] = checks[index]!
      const places = [...told[index]!.matchAll(/^ {2}(\S+):(\d+) /gm)]
      expect(places).toHaveLength(9)
      // A later check of the same file may have moved the lines of an earlier one: what is there names the check.
      for (const [, file] of places)
        expect(read(file!)).toMatch(new RegExp(`${check}|${refusal}|${event}`, 'i'))
    },
  )

  test('are clauses that follow the grammar, with the next numbers of their areas', () => {
    const clauses = ['ESCROW', 'CLAIM'].flatMap((area) =>
      parseClauses(read(`spec/clauses/${area}.md`), `spec/clauses/${area}.md`),
    )
    const own = clauses.filter(({ title }) => title.startsWith('TODO'))
    expect(own).toHaveLength(5)
    const numbers = clauses.map(({ id }) => Number(id.replace(/^[A-Z]+-/, '')))
    const counted = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
    const first = numbers.lastIndexOf(1)
    expect(numbers).toEqual([...counted(first), ...counted(clauses.length - first)])
  })

  test('fit together: the generator reads them, types hold, and the contracts compile', async () => {
    const generated = await runIn(root, 'node_modules/tsx/dist/cli.mjs', 'impl/generate/main.ts')
    expect(generated).toEqual({ code: 0, said: expect.any(String) })
    for (const [, check, refusal] of checks) {
      expect(read('impl/contracts/src/generated/Rules.sol')).toContain(`function ${check}(`)
      expect(read('impl/contracts/src/generated/Checks.sol')).toContain(`${refusal}(`)
    }
    expect(await runIn(root, 'node_modules/typescript/bin/tsc', '--noEmit')).toEqual({ code: 0, said: '' })
    const compiled = await runIn(root, 'node_modules/tsx/dist/cli.mjs', '-e', COMPILE)
    expect(compiled).toEqual({ code: 0, said: expect.any(String) })
  })

  test('keep the order of checks that TLA+ and the statechart have', async () => {
    const order = await runIn(
      root,
      'node_modules/vitest/vitest.mjs',
      'run',
      'conformance/clauses/order.test.ts',
    )
    expect(order).toEqual({ code: 0, said: expect.stringContaining('passed') })
  })
})

const COMPILE = `import('./impl/contracts/compile.ts').then(({ compileContracts }) => compileContracts())`

test('nothing is written when one place has no room for it', () => {
  const before = read('spec/clauses/CLAIM.md')
  const again = { event: 'claimEpochProofRight', check: 'bondIsEven', refusal: 'BondOdder', facts: ['slot'] }
  expect(() => writeNewCheck(again, root)).toThrow('BondIsEvenIsNotChecked.tla exists already')
  expect(read('spec/clauses/CLAIM.md')).toBe(before)
})
