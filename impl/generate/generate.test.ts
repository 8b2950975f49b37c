import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { machineOf } from '../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../model/core/reading.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { refusals } from '../../model/l1-rollup/refusals.ts'
import { eventTypes } from '../../model/l1-rollup/vocabulary.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { CannotGenerate, contractSources } from './contracts.ts'
import { allRules, GENERATED_CONTRACTS, generate } from './generate.ts'
import { repositoryRoot } from './subset.ts'

const reading = readMachine(l1Rollup, machineOf(l1Rollup, loadPreset('tiny').profiles[0]!))
const sources = generate()
const file = (name: string) => sources.get(name)!

describe('generated contracts', () => {
  test('what is committed is what the models generate', () => {
    const folder = join(repositoryRoot, GENERATED_CONTRACTS)
    const committed = readdirSync(folder).map(
      (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
    )
    expect(new Map(committed.sort())).toEqual(new Map([...sources].sort()))
  })

  test.each(eventTypes.filter((type) => type !== 'advanceSlot'))(
    '%s: its functions make the checks of the statechart, in their order',
    (type) => {
      const functions = [
        ...file('Checks.sol').matchAll(/function (\w+)\([^)]*\) internal pure \{(.*?)\n {4}\}/gs),
      ]
      const own = reading.stages[type].map((stage) => `${type}${stage.name}`)
      const made = own.flatMap((name) => {
        const [, , body] = functions.find(([, found]) => found === name)!
        return [...body!.matchAll(/!Rules\.(\w+)\(/g)].map(([, check]) => check)
      })
      expect(made).toEqual(checksOf(reading, type))
    },
  )

  test('each check reverts with its refusal, under its clause', () => {
    const text = file('Checks.sol').replace(/\s+/g, ' ')
    for (const [check, { refusal, clause }] of Object.entries(refusals)) {
      const inline = new RegExp(
        `if \\(!Rules\\.${check}\\([^)]*\\)\\) revert ${refusal}\\([^)]*\\); // ${clause}\\b`,
      )
      const block = new RegExp(`// ${clause} if \\(!Rules\\.${check}\\([^)]*\\)\\) \\{ revert ${refusal}\\(`)
      expect([check, inline.test(text) || block.test(text)]).toEqual([check, true])
    }
  })

  test('the arguments of an error are the parameters of its rule, without booleans', () => {
    expect(file('Refusals.sol')).toContain(
      'error ClaimWindowClosed(uint256 offset, uint256 claimWindowSlots);',
    )
    expect(file('Refusals.sol')).toContain('error ProofInvalid();')
    expect(file('Refusals.sol')).toContain('error ValidatorZero();')
  })

  test('every argument of an error says which unit of the rules it is', () => {
    expect(file('Refusals.sol')).toContain(
      [
        '/// @param headerTimestamp Timestamp',
        '/// @param startOfHeaderSlot Timestamp',
        'error TimestampMismatch(',
      ].join('\n'),
    )
  })

  test('no line is longer than the repository allows', () => {
    const long = [...sources.values()].flatMap((text) => text.split('\n')).filter((line) => line.length > 110)
    expect(long).toEqual([])
  })

  test('a stage with more facts than the stack holds is refused', () => {
    const [header, ...rest] = reading.stages.propose.slice(1)
    const stage = { name: 'All', checks: [header!, ...rest].flatMap(({ checks }) => checks) }
    const crowded = { ...reading, stages: { ...reading.stages, propose: [stage] } }
    expect(() => contractSources(l1Rollup, crowded, allRules(), [])).toThrow(CannotGenerate)
    expect(() => contractSources(l1Rollup, crowded, allRules(), [])).toThrow(
      'at most 10 fit: nest another and',
    )
  })

  test('a check without a rule is refused', () => {
    const rules = allRules().filter(({ name }) => name !== 'pruneDue')
    expect(() => contractSources(l1Rollup, reading, rules, [])).toThrow('no rule is called pruneDue')
  })
})
