import { describe, expect, test } from 'vitest'
import type { AnyStateMachine } from 'xstate'
import { and, setup } from 'xstate'
import { loadPreset } from '../../spec/parameters.ts'
import { l1Rollup } from '../l1-rollup/actor.ts'
import { deploymentOf } from '../l1-rollup/deployment.ts'
import { factsOf } from '../l1-rollup/facts.ts'
import { initialState } from '../l1-rollup/initial.ts'
import { eventInstances } from '../l1-rollup/instances.ts'
import { logs } from '../l1-rollup/logs.ts'
import { refusals } from '../l1-rollup/refusals.ts'
import { updates } from '../l1-rollup/updates.ts'
import { type Event, eventTypes } from '../l1-rollup/vocabulary.ts'
import { decisiveFacts, deploy, machineOf } from './deployed.ts'
import { checksOf, readMachine } from './reading.ts'

const [rfc] = loadPreset('rfc').profiles
const machine = machineOf(l1Rollup, rfc!)
const reading = readMachine(l1Rollup, machine)

/** A machine of one state with the given transitions of `prune`. */
const pruning = (...prune: object[]) =>
  setup({ guards: { pruneDue: () => true, slashDue: () => true, slotIsFree: () => true } }).createMachine({
    initial: 'only',
    states: { only: { on: { prune: prune as never } } },
  }) as unknown as AnyStateMachine

describe('reading of the statechart', () => {
  test('has one transition for each event in each state, but for what cannot be accepted there', () => {
    const found = reading.transitions.map(({ from, event, selectors, to }) =>
      [from, event, ...selectors, to].join(' '),
    )
    const chain = [
      'propose',
      'challenge',
      'claimEpochProofRight',
      'submitEpochProof',
      'prune',
      'proposeWithProof',
    ]
    const settling = ['forceInclusion', 'deposit', 'collectSlashed']
    const everywhere = eventTypes.filter((type) => ![...chain, ...settling].includes(type))
    const [unclaimed, claimed, fallback] = [
      'committeeMode.unclaimed',
      'committeeMode.claimed',
      'fallbackMode',
    ] as const
    expect(found.sort()).toEqual(
      [
        ...[unclaimed, claimed, fallback].flatMap((state) => [
          ...everywhere.map((type) => `${state} ${type} ${state}`),
          `${state} proposeWithProof ${fallback}`,
          ...settling.map((type) => `${state} ${type} fallbackInForce ${fallback}`),
        ]),
        ...settling.flatMap((type) => [
          `${unclaimed} ${type} ${unclaimed}`,
          `${claimed} ${type} slashDue ${unclaimed}`,
          `${claimed} ${type} ${claimed}`,
          `${fallback} ${type} ${unclaimed}`,
        ]),
        `${unclaimed} propose ${unclaimed}`,
        `${unclaimed} challenge ${unclaimed}`,
        `${unclaimed} claimEpochProofRight ${claimed}`,
        `${unclaimed} submitEpochProof ${unclaimed}`,
        `${unclaimed} prune fallbackInForce ${fallback}`,
        `${unclaimed} prune ${unclaimed}`,
        `${claimed} propose slashDue ${unclaimed}`,
        `${claimed} propose ${claimed}`,
        `${claimed} challenge nothingIsLeft ${unclaimed}`,
        `${claimed} challenge ${claimed}`,
        `${claimed} submitEpochProof ${unclaimed}`,
        `${claimed} prune fallbackInForce ${fallback}`,
        `${claimed} prune ${unclaimed}`,
        `${fallback} propose ${unclaimed}`,
      ].sort(),
    )
  })

  test('every check guards an event, and every update and every announcement is carried out', () => {
    const checks = new Set(reading.transitions.flatMap((transition) => transition.checks))
    const actions = new Set(reading.transitions.flatMap((transition) => transition.actions))
    expect([...checks].sort()).toEqual(Object.keys(refusals).sort())
    expect([...actions].sort()).toEqual([...Object.keys(updates), ...Object.keys(logs)].sort())
  })

  test('every parameter of every check is a fact of its events', () => {
    const deployment = deploymentOf(rfc!)
    const state = initialState(rfc!)
    // The profile freezes challenges alone.
    const families = { ...rfc!.families, challenge: 'full' as const }
    const instances = eventInstances(state, { ...rfc!, families }, deployment)
    const seen = new Set<string>()
    for (const event of instances)
      for (const check of checksOf(reading, event.type)) {
        seen.add(check)
        expect(() => decisiveFacts(l1Rollup.rules[check], factsOf(state, event, deployment))).not.toThrow()
      }
    expect([...seen].sort()).toEqual(Object.keys(refusals).sort())
  })

  test('a rule that asks for what is no fact is an error', () => {
    const rule = ((facts: { missing: number }) => facts.missing > 0) as never
    expect(() => decisiveFacts(rule, {})).toThrow('no fact is called missing')
  })

  const meta = { clauses: ['PRUNE-5'] }
  test.each([
    ['a transition without clauses', [{ guard: and(['pruneDue']) }], 'expected meta with the clauses'],
    ['a guard that is no and', [{ guard: 'pruneDue', meta }], 'expected a guard that is an and'],
    [
      'transitions of one event with other checks',
      [
        { guard: and(['slashDue', 'pruneDue']), meta },
        { guard: and(['slotIsFree']), meta },
      ],
      'its checks differ',
    ],
    [
      'stages without names',
      [{ guard: and([and(['pruneDue']), and(['slotIsFree'])]), meta }],
      'expected 2 names of stages, got 0',
    ],
    ['no transition for an event', [{ guard: and(['pruneDue']), meta }], 'no transition for advanceSlot'],
  ])('refuses %s', (_name, transitions, message) => {
    expect(() => readMachine(l1Rollup, pruning(...transitions))).toThrow(message)
  })

  test.each(['entry', 'exit', 'always', 'invoke', 'after'])('refuses %s', (key) => {
    const value = {
      entry: 'x',
      exit: 'x',
      always: { target: 'only' },
      invoke: { src: 'x' },
      after: { 1: 'only' },
    }[key]
    const other = setup({}).createMachine({ initial: 'only', states: { only: { [key]: value } as never } })
    expect(() => readMachine(l1Rollup, other as unknown as AnyStateMachine)).toThrow(
      'expected no always, after, invoke',
    )
  })

  test('a machine whose checks pass and that refuses all the same is an error', () => {
    const rollup = deploy(l1Rollup, rfc!, machine)
    const prune: Event = { type: 'prune', caller: 'stranger' }
    const forfeited = {
      ...initialState(rfc!),
      slot: 64,
      claim: { epochToProve: 0, proverAddress: 'p1', bondAmount: '0', basisPointFee: 0, claimant: 'v1' },
    }
    // A claim without blocks is not reachable: the chain that it was made for is pruned with it.
    expect(rollup.failing(forfeited, prune)).toEqual(['pruneDue'])
    const claim = eventInstances(forfeited, rfc!, deploymentOf(rfc!)).find(
      (event) => event.type === 'claimEpochProofRight',
    )!
    const unguarded = machine.provide({
      guards: { somethingToClaim: () => true, quoteIsForPrecedingEpoch: () => true },
    })
    expect(() => deploy(l1Rollup, rfc!, unguarded as AnyStateMachine).step(forfeited, claim)).toThrow(
      'the machine refuses it, and the failing checks are []',
    )
  })
})
