import { describe, expect, test } from 'vitest'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { eventTypes } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPreset } from '../../../spec/parameters.ts'
import { readIndex, treeRoot } from '../../clauses/clauseIndex.ts'
import { profilesWith } from './profiles.ts'
import { reachOf } from './scope.ts'
import { readTexts } from './texts.ts'

const texts = readTexts(treeRoot)
const index = readIndex()

/** What replacing a text in a file of the tree reaches. */
function reach(file: string, ...replacements: (readonly [from: string, to: string])[]) {
  const before = texts.get(file)!
  const after = replacements.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, before)
  const surroundings = {
    actor: l1Rollup.name,
    events: eventTypes,
    texts: new Map([...texts, [file, after]]),
    index,
  }
  return reachOf([{ file, before, after }], surroundings)
}
const eventsOf = (found: ReturnType<typeof reach>) =>
  found && (found.events === 'all' ? 'all' : [...found.events].sort())

const rules = 'model/l1-rollup/rules/claim.ts'
const machine = 'model/l1-rollup/l1-rollup.machine.ts'
const tlaRules = 'tla/l1-rollup/L1RollupRules.tla'

describe('a change reaches the events that rest on it', () => {
  test.each([
    ['a rule', rules, 'offset < claimWindowSlots', 'offset <= claimWindowSlots', ['claimEpochProofRight']],
    [
      'a check in TLA+',
      tlaRules,
      'Require(OffsetNow(s) < ClaimWindowSlots,',
      'Require(OffsetNow(s) <= ClaimWindowSlots,',
      ['claimEpochProofRight'],
    ],
    [
      'an update',
      'model/l1-rollup/updates.ts',
      'withdrawing > 0n ?',
      'withdrawing > 1n ?',
      ['claimEpochProofRight'],
    ],
    ['checks that transitions share', machine, "'blobHashesMatch'", "'slotIsFree'", ['propose']],
    ['one transition', machine, "and(['hasStarted', 'pruneDue'])", "and(['slotIsFree'])", ['prune']],
    ['what is due', 'model/l1-rollup/due.ts', 'return', 'return 1 +', 'all'],
    ['what TLA+ says is due', tlaRules, 'SlashDue(s) ==', 'SlashDue(s) == TRUE \\/', 'all'],
    ['a fact', 'model/l1-rollup/facts.ts', "'another-blob'", "'other'", 'all'],
    ['a clause', 'spec/clauses/CLAIM.md', 'MUST be refused', 'MAY be refused', ['claimEpochProofRight']],
  ] as const)('%s', (_, file, from, to, events) => {
    expect(eventsOf(reach(file, [from, to]))).toEqual(events)
  })

  test('what an operator was used for before counts as well', () => {
    const found = reach(tlaRules, ['Require(OffsetNow(s) < ClaimWindowSlots,', 'Require(TRUE,'])
    expect(eventsOf(found)).toEqual(['claimEpochProofRight'])
  })
})

test('rungs: TLA+ and statechart change graphs, the statechart and contracts bytecode, properties what is checked', () => {
  expect(reach(tlaRules, ['SlashDue(s) ==', 'SlashDue(s) == TRUE \\/'])?.rungs).toEqual(['graphParity'])
  expect(reach(rules, ['offset <', 'offset <='])?.rungs).toEqual(['graphParity', 'oneStep'])
  expect(reach('impl/contracts/src/Rollup.sol', ['revert', 'Revert'])?.rungs).toEqual(['oneStep'])
  const properties = 'tla/l1-rollup/L1RollupProperties.tla'
  expect(reach(properties, ['RefusalsChangeNothing ==', 'RefusalsChangeNothing == TRUE \\/'])?.rungs).toEqual(
    ['modelChecking'],
  )
})

test('comments, layout, and what no rung reads reach nothing', () => {
  expect(reach(rules, ['/** CLAIM-1. */', '/** CLAIM-1, so. */'])).toBeUndefined()
  expect(reach(rules, ['offset < claimWindowSlots', 'offset  <\n claimWindowSlots'])).toBeUndefined()
  expect(reach(tlaRules, ['\\* Numbers.', '\\* All numbers.'])).toBeUndefined()
  expect(reach(machine, ['The state follows the claim', 'It follows the claim'])).toBeUndefined()
  expect(reach('spec/findings.md', ['#', '##'])).toBeUndefined()
})

test('changes of several files reach what each of them reaches', () => {
  const surroundings = { actor: l1Rollup.name, events: eventTypes, texts, index }
  const change = (file: string, from: string, to: string) => ({
    file,
    before: texts.get(file)!.replace(from, to),
    after: texts.get(file)!,
  })
  const both = reachOf(
    [
      change(rules, 'offset <', 'offset <='),
      change(machine, "and(['hasStarted', 'pruneDue'])", "and(['slotIsFree'])"),
    ],
    surroundings,
  )
  expect(eventsOf(both)).toEqual(['claimEpochProofRight', 'prune'])
  expect(both?.says).toHaveLength(2)
})

describe('profiles', () => {
  const tiny = loadPreset('tiny')
  const names = (events: ReadonlySet<string> | 'all') => profilesWith(tiny, events).map(({ name }) => name)

  test('those whose graph asks about the event', () => {
    expect(names(new Set(['deposit']))).toEqual(['escrow', 'sequencer', 'genesis', 'bonded'])
    expect(names(new Set(['addValidator', 'startWithdrawal']))).toEqual([
      'escrow',
      'committee',
      'empty',
      'joint',
      'slashes',
      'sets',
      'genesis',
      'bonded',
    ])
  })

  test('time passes in all of them', () => {
    expect(names(new Set(['advanceSlot']))).toEqual(names('all'))
    expect(names('all')).toHaveLength(tiny.profiles.length)
  })
})
