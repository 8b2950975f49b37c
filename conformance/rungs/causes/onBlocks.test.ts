import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileSources, PRODUCTION_SOURCES, readSources } from '../../../impl/contracts/compile.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import type { Event, EventType, State } from '../../../model/l1-rollup/vocabulary.ts'
import { profileNamed } from '../../../spec/parameters.ts'
import { keyOf } from '../../evm/ecdsa.ts'
import { Replayer } from '../../runs/replayer.ts'
import type { Trace } from '../../runs/trace.ts'
import { planProfile, withoutBondBound } from '../../translation/deployment.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { BytecodeAnswers } from './bytecode.ts'
import { CauseFinder, ofBytecode } from './finder.ts'
import { placeOnBlocks } from './onBlocks.ts'

/*
 * Contracts with a mistake of every kind on real blocks: a run that comes there says who says what, with the clause and
 * both places.
 */
const mistakes: readonly [file: string, from: string, to: string][] = [
  ['ProofEscrow', 'withdrawingWei: withdrawingWei', 'withdrawingWei: 1'],
  ['ProofEscrow', 'Checks.collectSlashed({slashedWei: amountWei})', 'Checks.collectSlashed({slashedWei: 1})'],
  [
    'generated/Checks',
    'revert ClaimWindowClosed(offset, claimWindowSlots)',
    'revert ClaimWindowClosed(offset, claimWindowSlots + 1)',
  ],
  [
    'ProofEscrow',
    'account.unlockSlot = uint64(unlockSlot)',
    'account.unlockSlot = uint64(amountWei == 2 ? 9 : unlockSlot)',
  ],
  [
    'ProofEscrow',
    'emit WithdrawalStarted(msg.sender, amountWei,',
    'emit WithdrawalStarted(msg.sender, amountWei == 1 ? 7 : amountWei,',
  ],
  [
    'RollupViews',
    'return _effectiveChain().pruneDue',
    'return _effectiveChain().pruneDue && tips.provenNextSlot != 0',
  ],
]
const profile = profileNamed('escrow')
const rollup = deploy(l1Rollup, profile)

let replayer: Replayer
beforeAll(async () => {
  const sources = new Map(await readSources([PRODUCTION_SOURCES]))
  for (const [file, from, to] of mistakes) {
    const name = `${PRODUCTION_SOURCES}/${file}.sol`
    const parts = sources.get(name)!.split(from)
    expect(parts).toHaveLength(2)
    sources.set(name, parts.join(to))
  }
  const { creations } = await planProfile(
    profile,
    keyOf('deployer').address,
    await compileSources(withoutBondBound(sources)),
  )
  replayer = await Replayer.start(profile, { alter: () => creations })
}, 600_000)
afterAll(() => replayer.stop())

function instanceOf(state: State, wanted: EventType | readonly [EventType, refusal: string]): Event {
  const [type, refusal] = typeof wanted === 'string' ? [wanted] : wanted
  return rollup.instances(state).find((instance) => {
    if (instance.type !== type) return false
    const step = rollup.step(state, instance)
    return refusal === undefined
      ? 'state' in step
      : 'refusals' in step && step.refusals[0]!.refusal === refusal
  })!
}

/** A run of single events: of types the first instance of the state that is accepted, or that is refused so. */
function runOf(
  title: string,
  ...wanted: (Event | EventType | readonly [EventType, refusal: string])[]
): Trace {
  let state = rollup.initial
  const blocks = wanted.map((one) => {
    const event = typeof one === 'object' && 'type' in one ? one : instanceOf(state, one)
    const step = rollup.step(state, event)
    if ('state' in step) state = step.state
    return [event]
  })
  return { title, profile: profile.name, blocks }
}

async function found(...traces: Trace[]) {
  const lines: string[] = []
  const finder = new CauseFinder(
    anySubject(l1RollupSubject),
    { found: (line) => lines.push(line) },
    ofBytecode,
  )
  const answers = new BytecodeAnswers(replayer.stand)
  for (const trace of traces) {
    const played = await replayer.play(trace)
    if (played.difference) finder.add([placeOnBlocks(answers, profile, played, replayer.stand.chain.storage)])
  }
  return { lines, finder }
}

const startWithdrawal = (amount: string): Event => ({ type: 'startWithdrawal', caller: 'p1', amount })

describe('contracts with mistakes on real blocks', () => {
  test.each<[string, Trace, RegExp]>([
    [
      'a refusal that is lacking',
      runOf('lacking', 'advanceSlot', ['executeWithdrawal', 'NoWithdrawal']),
      /^only the statechart refuses executeWithdrawal with NoWithdrawal \(ESCROW-8: model\/\S+escrow\.ts:\d+ against impl\/\S+ProofEscrow\.sol:\d+\)$/,
    ],
    [
      'another argument',
      runOf('argument', 'advanceSlot', ['claimEpochProofRight', 'ClaimWindowClosed']),
      /^claimEpochProofRight is refused with ClaimWindowClosed and claimWindowSlots \d in the statechart, \d in the bytecode \(CLAIM-1: model\/\S+claim\.ts:\d+ against impl\/\S+Rollup\.sol:\d+\)$/,
    ],
    [
      'another value of the next state',
      runOf('state', 'advanceSlot', startWithdrawal('2')),
      /^after startWithdrawal, accounts\.p1\.unlockSlot is \d in the statechart, \d in the bytecode \(ESCROW-12: /,
    ],
    [
      'another field of a log',
      runOf('log', startWithdrawal('1')),
      /^startWithdrawal sends out WithdrawalStarted with amountWei 1 in the statechart, 7 in the bytecode \(LOG-7: model\/\S+logs\.ts:\d+ against impl\/\S+ProofEscrow\.sol:\d+\)$/,
    ],
    [
      'another view of what is due',
      runOf('view', 'propose', ...Array<EventType>(profile.horizon).fill('advanceSlot')),
      /^after advanceSlot, the view pruneIsDue is true in the statechart, false in the bytecode \(.*PRUNE-1.*: model\/\S+due\.ts:\d+ against impl\/\S+RollupViews\.sol:\d+\)$/,
    ],
  ])('%s', async (_, trace, line) => {
    const { lines } = await found(trace)
    expect(lines).toEqual([expect.stringMatching(line)])
  })

  test('one cause of several runs is told once, with the shortest of them', async () => {
    const long = runOf('long', 'advanceSlot', 'advanceSlot', ['executeWithdrawal', 'NoWithdrawal'])
    const short = runOf('short', ['executeWithdrawal', 'NoWithdrawal'])
    const { lines, finder } = await found(long, short)
    expect(lines).toHaveLength(1)
    const [failure] = finder.failures()
    expect(failure!.text.split('\n').slice(1, 3)).toEqual(['  in the run short', '  after no event'])
    expect(failure!.text).toContain('shows in 2 places of profile escrow')
  })

  test('contracts that do what they should have no causes', async () => {
    expect((await found(runOf('fine', 'advanceSlot', 'advanceSlot'))).lines).toEqual([])
  })
})
