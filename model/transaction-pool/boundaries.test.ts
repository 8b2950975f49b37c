/** Boundary lines, each the title of its test, in the numbers of preset `rfc`: epochs of 32 slots, blocks of 360. */
import { expect, test } from 'vitest'
import {
  type AttesterProfile,
  loadAttesterPreset,
  loadProposerPreset,
  type ProposerProfile,
} from '../../spec/nodeParameters.ts'
import { loadPoolPreset, type PoolProfile } from '../../spec/poolParameters.ts'
import { Scenario as AttesterScenario } from '../attester/scenario.ts'
import { maxTxPerBlock, slotsPerEpoch } from '../node/rfc.ts'
import { Scenario as ProposerScenario } from '../proposer/scenario.ts'
import { receipt, result, Scenario } from './scenario.ts'
import type { Event } from './vocabulary.ts'

const [, serve] = loadPoolPreset().profiles as [PoolProfile, PoolProfile]
const poolMaximum = 2 * slotsPerEpoch * maxTxPerBlock
const verifyingMaximum = 32
const started = Scenario.deployed({
  ...serve,
  horizon: 97,
  parameters: { ...serve.parameters, poolMaximum, verifyingMaximum },
})
const ask = (transaction: string): Event => ({ type: 'ask', transaction })
const release = (...transactions: string[]): Event => ({ type: 'release', transactions })
const named = (count: number): string[] => Array.from({ length: count }, (_, index) => `t${index + 1}`)
const kinds = ({ sent }: { sent: readonly { kind: string }[] }) => sent.map(({ kind }) => kind)

test('TX-2: between the arrival of a transaction and the result of its verification nothing of it leaves the node.', () => {
  const arrived = started.verifying('p1', 't1')
  expect(kinds(arrived)).toEqual(['verify'])
  expect(arrived.refusals(arrived.request('t1', 'p2'))).toEqual(['TransactionNotHeld'])
  for (const event of [receipt('t1', 'p2'), release('t1'), { type: 'tick' }] as const)
    expect(kinds(arrived.after(event))).not.toContain('send')
  expect(kinds(arrived.after(result('t1', 'p1')))).toContain('send')
})

test('TX-4: the second arrival of a transaction costs a look-up, whoever sends it and whatever proof it has.', () => {
  const held = started.holding('p1', 't1')
  for (const from of ['p1', 'p2', 'user', 'stash'])
    for (const proof of ['a', 'b'])
      expect(held.refusals(receipt('t1', from, { proof }))).toEqual(['TransactionHeld'])
})

test('TX-5: with t1 in the block of slot 7, t1 is refused in slot 8; a node that dropped that block takes it.', () => {
  const eighth = started
    .at(7)
    .following({ root: ['t1'] })
    .at(8)
  expect(eighth.refusals(receipt('t1', 'p1'))).toEqual(['NullifierSpent'])
  expect(eighth.following({ root: [] }).refusals(receipt('t1', 'p1'))).toEqual([])
})

test("TX-7: a request for a stashed transaction is answered like one for a transaction that nobody has; after the node's own proposal it is answered with the transaction.", () => {
  const stashed = started.holding('stash', 't1')
  const answerFor = (transaction: string) => stashed.refusals(stashed.request(transaction, 'p1'))
  expect(answerFor('t1')).toEqual(answerFor('t2'))
  expect(answerFor('t1')).toEqual(['TransactionNotHeld'])
  const proposed = stashed.after(release('t1'))
  const answered = proposed.after(proposed.request('t1', 'p1'))
  expect(answered.sent.map(({ body }) => body)).toEqual([{ transaction: 't1', to: 'p1' }])
})

test('TX-19: t1 with a wrong proof by one peer is being verified: t1 by another peer is verified too, and the same message of the first peer again is not.', () => {
  const wrong = started.verifying('p1', 't1')
  expect(wrong.refusals(receipt('t1', 'p1'))).toEqual(['VerificationPending'])
  const both = wrong.verifying('p2', 't1')
  expect(kinds(both)).toEqual(['verify'])
  expect(both.refusals(result('t1', 'p1', { valid: false }))).toEqual(['TransactionProofInvalid'])
  expect(both.after(result('t1', 'p2')).state.stored).toEqual(['t1'])
})

test('TX-8: a proposal with only forced transactions is checked without a request to anybody; L1 verified the proof (QUEUE-2).', () => {
  const queue = ['t1', 't2']
  const told = started.following({ queue }).sent
  expect(told.map(({ kind, body }) => [kind, body])).toEqual(
    queue.map((transaction) => ['tell', { transaction }]),
  )
  const [tiny] = loadAttesterPreset().profiles as [AttesterProfile]
  const attesting = AttesterScenario.deployed({ ...tiny, initialHeld: [] }).following({ queue })
  const checking = attesting.after(attesting.receiving({ transactions: queue, forced: 2 }))
  expect(kinds(checking)).toEqual(['execute'])
})

test('TX-10: t1 in a block of slot 7 that is pruned in slot 45 is held in slot 45 and can be built with again; proven in slot 40, it is dropped when the L1 block with the proof is finalized.', () => {
  const included = started
    .holding('p1', 't1')
    .at(7)
    .following({ root: ['t1'] })
  const pruned = included.at(45).following({ root: [] })
  expect(pruned.state.stored).toEqual(['t1'])
  expect(builds({ slot: -1, root: [] })).toEqual([])
  expect(builds({ slot: 7, root: ['t1'] })).toEqual(['NullifierSpent'])
  // What is proven and not final is told like what is pending.
  const proven = included.at(40).following({ root: ['t1'] })
  expect(proven.state.stored).toEqual(['t1'])
  expect(proven.following({ final: ['t1'] }).state.stored).toEqual([])
})

test('TX-12: with 23,040 waiting, two epochs of blocks of 360, the next one is refused; a transaction that a proposal lists is not.', () => {
  expect(poolMaximum).toBe(23_040)
  // Many at once: what was forced and is no more is held like any other.
  const waiting = (count: number) => started.following({ queue: named(count) }).following({ queue: [] })
  const next = receipt('u1', 'p1')
  expect(waiting(poolMaximum - 1).refusals(next)).toEqual([])
  const full = waiting(poolMaximum)
  expect(full.refusals(next)).toEqual(['PoolFull'])
  expect(full.after(ask('u1')).refusals(next)).toEqual([])
})

test('TX-13: t1 and t2 spend n1: both are held; with t1 at the own tip t2 is refused from whoever sends it, and held still by who has it; with t1 final it is dropped.', () => {
  const nullifiers = { t1: 'n1', t2: 'n1' }
  const spending = Scenario.deployed({ ...serve, parameters: { ...serve.parameters, nullifiers } })
  const both = spending.holding('p1', 't1', 't2')
  expect(both.state.stored).toEqual(['t1', 't2'])
  const included = both.following({ root: ['t1'] })
  expect(included.state.stored).toEqual(['t1', 't2'])
  const lacking = spending.holding('p1', 't1').following({ root: ['t1'] })
  for (const from of ['p1', 'p2', 'user', 'stash'])
    expect(lacking.refusals(receipt('t2', from))).toEqual(['NullifierSpent'])
  expect(included.following({ final: ['t1'] }).state.stored).toEqual([])
})

test('TX-14: with `verifyingMaximum` 32 the 33rd transaction that a peer sends within one verification is refused, the first of another peer is not.', () => {
  const last = started.verifying('p1', ...named(31))
  expect(last.refusals(receipt('t32', 'p1'))).toEqual([])
  const busy = last.verifying('p1', 't32')
  expect(busy.refusals(receipt('t33', 'p1'))).toEqual(['SenderBusy'])
  expect(busy.refusals(receipt('t33', 'p2'))).toEqual([])
})

test('TX-15: t1 of two peers is being verified and the first result is right: the second result is refused and changes nothing.', () => {
  const held = started.verifying('p1', 't1').verifying('p2', 't1').after(result('t1', 'p1'))
  expect(held.refusals(result('t1', 'p2'))).toEqual(['NothingVerifying'])
  expect(held.refusals(result('t1', 'p2', { valid: false }))[0]).toBe('NothingVerifying')
})

test('TX-16: two roles of a node lack t1 in slot 7: one request leaves it.', () => {
  const asked = started.at(7).after(ask('t1'))
  expect(asked.sent.map(({ id }) => id)).toEqual(['request/t1/7'])
  expect(asked.refusals(ask('t1'))).toEqual(['AlreadyAsked'])
})

test('TX-17: the second request for t1 in slot 7 by one peer is refused, that of another peer is answered.', () => {
  const held = started.holding('p1', 't1').at(7)
  const answered = held.after(held.request('t1', 'p1'))
  expect(answered.refusals(held.request('t1', 'p1'))).toEqual(['RequestAnswered'])
  const second = answered.after(held.request('t1', 'p2'))
  expect(second.sent.map(({ id }) => id)).toEqual(['answer/t1/p2/7'])
})

test('TX-18: a request for a transaction whose proof is being verified is refused.', () => {
  const verifying = started.verifying('p1', 't1')
  expect(verifying.refusals(verifying.request('t1', 'p2'))).toEqual(['TransactionNotHeld'])
})

/** How a proposer that holds t1 is refused a block with it on a tip in slot 45; not at all if the list is empty. */
function builds(tip: { slot: number; root: string[] }) {
  const [build] = loadProposerPreset().profiles as [ProposerProfile]
  const { committees } = build.parameters
  const slots = 46
  const parameters = {
    ...build.parameters,
    committees: Array.from({ length: slots }, () => committees[0]!),
    proposers: Array.from({ length: slots }, () => build.parameters.self),
  }
  return ProposerScenario.deployed({ ...build, horizon: slots - 1, parameters })
    .at(slots - 1)
    .following({ tip })
    .holding('t1')
    .refusals({ type: 'build', transactions: ['t1'], forced: 0 })
}
