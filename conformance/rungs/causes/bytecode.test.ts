import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Compilation } from '../../../impl/contracts/artifact.ts'
import { compileSources, PRODUCTION_SOURCES, readSources } from '../../../impl/contracts/compile.ts'
import { explore } from '../../../model/core/explorer.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { loadPointwise, type Profile, profileNamed } from '../../../spec/parameters.ts'
import { eventOf, parseItf } from '../../../tla/tlc/itf.ts'
import { treeRoot } from '../../clauses/clauseIndex.ts'
import { namedBodies } from '../../translation/bodies.ts'
import { deployProfile, withoutBondBound } from '../../translation/deployment.ts'
import { type CaseState, casesOfGraph, casesOfPairs } from '../one-step/cases.ts'
import { runOneStep } from '../one-step/run.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { CauseFinder, ofBytecode } from './finder.ts'
import { Gathering } from './gathering.ts'
import { tellingOf } from './telling.ts'
import { Ways } from './ways.ts'

/*
 * Contracts with a mistake of every kind, each in another event: the first line that is told of each names the clause and
 * both places.
 */
const mistakes: readonly [file: string, from: string, to: string][] = [
  // A refusal that is lacking: ESCROW-8.
  [
    'ProofEscrow',
    'unlockSlot: account.unlockSlot,\n            withdrawingWei: withdrawingWei',
    'unlockSlot: account.unlockSlot,\n            withdrawingWei: 1',
  ],
  // One too many: ESCROW-9.
  ['ProofEscrow', 'Checks.collectSlashed({slashedWei: amountWei})', 'Checks.collectSlashed({slashedWei: 0})'],
  // Another argument: CLAIM-1.
  [
    'generated/Checks',
    'revert ClaimWindowClosed(offset, claimWindowSlots)',
    'revert ClaimWindowClosed(offset, claimWindowSlots + 1)',
  ],
  // Another value of the next state: ESCROW-12.
  ['ProofEscrow', 'account.unlockSlot = uint64(unlockSlot)', 'account.unlockSlot = uint64(unlockSlot + 1)'],
  // Another field of a log: LOG-7.
  ['ProofEscrow', 'emit Deposited(msg.sender, amountWei)', 'emit Deposited(msg.sender, amountWei + 1)'],
  // Storage that is that of no state: what is owed is not the sum of the credits.
  ['Rewards', 'totalCreditsNext -= creditWei', 'totalCreditsNext -= creditWei - 1'],
  // A revert that is no refusal, in the place of one: VALIDATOR-4.
  [
    'Rollup',
    `Checks.removeValidator({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            caller: msg.sender,
            administrator: administrator,
            validator: validator,
            isRegistered: validatorSet.contains(validator)`,
    `Checks.removeValidator({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            caller: msg.sender,
            administrator: administrator,
            validator: validator,
            isRegistered: true`,
  ],
  // And one where the event is accepted: VALIDATOR-3.
  [
    'Rollup',
    'validatorSet.add(validator, _epochOf(_currentSlot()))',
    'validatorSet.remove(validator, _epochOf(_currentSlot()))',
  ],
]

let compiled: Compilation
beforeAll(async () => {
  const sources = new Map(await readSources([PRODUCTION_SOURCES]))
  for (const [file, from, to] of mistakes) {
    const name = `${PRODUCTION_SOURCES}/${file}.sol`
    const text = sources.get(name)!
    expect(text.split(from)).toHaveLength(2)
    sources.set(name, text.replace(from, to))
  }
  compiled = await compileSources(withoutBondBound(sources))
}, 600_000)

/** What a run of one profile finds. */
async function found(
  profile: Profile,
  cases: Iterable<CaseState>,
  wayTo?: (state: string) => readonly string[] | undefined,
) {
  const deployment = await deployProfile(profile, namedBodies, compiled)
  const lines: string[] = []
  const context = { found: (line: string) => lines.push(line) }
  const finder = new CauseFinder(anySubject(l1RollupSubject), context, ofBytecode)
  const gathering = new Gathering(deployment, profile.name, wayTo, (cause) => finder.announce(cause))
  const run = { onMismatch: gathering.take, engines: 1 }
  const { mismatchCount } = await runOneStep(deployment, cases, run)
  finder.merge(gathering.causes)
  return { lines, finder, mismatchCount }
}

const codeAt = (place: string): string => {
  const [, file, line] = /^(.*):(\d+)$/.exec(place)!
  return readFileSync(`${treeRoot}/${file}`, 'utf8').split('\n')[Number(line) - 1]!.trim()
}

/** The clauses and the places at the end of a line, and what it says before them. */
function partsOf(line: string) {
  const [, says, clauses, statechart, solidity] = /^(.*) \(([^:]*): (\S+) against (\S+)\)$/.exec(line)!
  return {
    says: says!.replace(/\d{3,}/g, 'N'),
    clauses,
    statechart: statechart!,
    solidity: codeAt(solidity!),
  }
}

describe('contracts with a mistake of every kind', () => {
  let told: ReturnType<typeof partsOf>[]
  beforeAll(async () => {
    const [profile] = loadPointwise('bytecode')
    const { lines } = await found(
      profile!,
      casesOfPairs(profile!, { seed: 1, states: 100, eventsPerState: 60 }),
    )
    told = lines.map(partsOf)
  }, 600_000)

  test.each([
    [
      'a refusal that is lacking',
      /^only the statechart refuses executeWithdrawal with NoWithdrawal$/,
      ['ESCROW-8', 'rules/escrow.ts', 'Checks.executeWithdrawal({'],
    ],
    [
      'a refusal too many',
      /^only the bytecode refuses collectSlashed with NothingSlashed$/,
      ['ESCROW-9', 'rules/escrow.ts', 'Checks.collectSlashed({slashedWei: amountWei});'],
    ],
    [
      'another argument',
      /^claimEpochProofRight is refused with ClaimWindowClosed and claimWindowSlots \d+ in the statechart, \d+ in the bytecode$/,
      ['CLAIM-1', 'rules/claim.ts', 'claimWindowSlots: CLAIM_WINDOW_SLOTS,'],
    ],
    [
      'another value of the next state',
      /^after startWithdrawal, accounts\.\w+\.unlockSlot is \w+ in the statechart, \w+ in the bytecode$/,
      [
        'ESCROW-12',
        'updates.ts',
        'uint256 unlockSlot = Rules.unlockSlotOf(_currentSlot(), WITHDRAWAL_DELAY_SLOTS);',
      ],
    ],
    [
      'another field of a log',
      /^deposit sends out Deposited with amountWei \w+ in the statechart, \w+ in the bytecode$/,
      ['LOG-7, LOG-9', 'logs.ts', 'emit Deposited(msg.sender, amountWei);'],
    ],
    [
      'storage that is that of no state',
      /^after collectReward, rollup\.totalCreditsNext is \w+ in the statechart, \w+ in the bytecode$/,
      ['REWARD-5', 'updates.ts', 'totalCreditsNext -= creditWei;'],
    ],
    [
      'a revert that is no refusal in the place of one',
      /^only the statechart refuses removeValidator with ValidatorNotRegistered, the bytecode with Panic$/,
      ['VALIDATOR-4', 'rules/epoch.ts', 'Checks.removeValidator({'],
    ],
    [
      'a revert that is no refusal of what is accepted',
      /^only the bytecode refuses addValidator with Panic$/,
      [
        'VALIDATOR-3, VALIDATOR-5, LOG-6',
        'updates.ts',
        'function addValidator(address validator) external {',
      ],
    ],
  ] as const)('%s: the line names clause and both places', (_, says, [clauses, statechart, solidity]) => {
    const [line, ...more] = told.filter((it) => says.test(it.says))
    expect(more).toEqual([])
    expect(line).toMatchObject({ clauses, solidity })
    expect(line!.statechart).toMatch(new RegExp(`^model/l1-rollup/${statechart}:\\d+$`))
  })

  test('nothing else is told', () => expect(told).toHaveLength(mistakes.length))
})

test('mismatches are all counted, each at its cause, with the shortest way to it', async () => {
  const profile = { ...profileNamed('escrow'), horizon: 3 }
  const graph = explore(l1Rollup, profile, { engine: 'flat' })
  const ways = new Ways(graph)
  const cases = casesOfGraph(profile, graph)
  const { lines, finder, mismatchCount } = await found(profile, cases, (state) => ways.to(state))
  const { causes } = finder
  expect(lines).toHaveLength(causes.length)
  expect(mismatchCount).toBeGreaterThan(1_000)
  expect(causes.reduce((sum, { places }) => sum + places, 0)).toBe(mismatchCount)
  const types = causes.map(({ disagreement: { event }, nearest: { path } }) => [event, ...path!.map(typeOf)])
  expect(types).toEqual([
    ['startWithdrawal'],
    ['executeWithdrawal'],
    ['claimEpochProofRight', 'advanceSlot'],
    ['deposit', 'startWithdrawal', 'advanceSlot', 'advanceSlot', 'advanceSlot', 'executeWithdrawal'],
  ])

  // Replayed to the end, whether the bytecode accepts what differs or refuses it otherwise.
  const out = mkdtempSync(path.join(tmpdir(), 'lockstep-bytecode-'))
  try {
    const { failures, stories } = tellingOf(anySubject(l1RollupSubject), finder, { out, folder: 'one-step' })
    expect(failures.map(({ text }) => text.split('\n').at(-1))).toEqual(
      [1, 2, 3, 4].map((number) =>
        expect.stringMatching(`^  lockstep replay .*/differences/one-step/${number}\\.itf\\.json$`),
      ),
    )
    expect(failures[0]!.places![1]).toMatch(/ProofEscrow\.sol:\d+$/)
    expect(stories[0]!.source).toBe('differences/one-step/1, profile escrow')
    for (const [index, { itf, steps }] of stories.entries()) {
      const trace = parseItf(readFileSync(path.join(out, itf!), 'utf8'), itf!)
      expect(trace.states).toHaveLength(steps.length)
      expect(eventOf(trace.states.at(-1)!)!.name).toBe(types[index]![0])
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }

  // What was only looked at before is no place more, unless it is of another cause.
  const [cause] = causes
  const other = { ...cause!, disagreement: { ...cause!.disagreement, event: 'prune' } }
  finder.supplement([cause!, other])
  expect(finder.causes.find(({ disagreement }) => disagreement === cause!.disagreement)).toEqual(cause)
  expect(finder.causes).toHaveLength(causes.length + 1)
  expect(lines.at(-1)).toMatch(/^after prune, /)
})

const typeOf = (event: string): string => (JSON.parse(event) as { type: string }).type
