/** Where the pages leave the composed system something to be desired: what happens now, so that a change shows. */
import { describe, expect, test } from 'vitest'
import { GENESIS } from '../../model/node/vocabulary.ts'
import type { Choice } from './choice.ts'
import { play, replay } from './run.ts'
import { fourEpochs, fourMembers } from './setups.ts'
import { straight } from './straight.ts'
import { type System, systemOf } from './system.ts'
import type { Setup, World } from './vocabulary.ts'

/** A straight run, but for some choices that are put in where it first comes to a place. */
function interrupted(system: System, at: (world: World) => boolean, choices: readonly Choice[]) {
  let left: Choice[] | undefined
  return play(system, (world) => {
    if (!left && at(world)) left = [...choices]
    return left?.shift() ?? straight(system, world)
  })
}
const waits = (kind: string, count: number) => (world: World) =>
  world.waiting.filter(({ message }) => message.kind === kind).length === count

const delayed = (forcedDelayEpochs: number): Setup => {
  const setup = fourMembers()
  const { profile } = setup
  return { ...setup, profile: { ...profile, parameters: { ...profile.parameters, forcedDelayEpochs } } }
}

describe('QUEUE-3: a transaction is forced while the block of the slot is on its way to L1', () => {
  test.each([
    [0, 'ForcedTransactionsDue'],
    [1, undefined],
  ])('with a delay of %i epochs the block ends with %s', (delay, refusal) => {
    const system = systemOf(delayed(delay))
    const { world } = interrupted(system, waits('block', 1), [{ do: 'force', transaction: 't9' }])
    expect(world.calls).toMatchObject([
      { kind: 'force', refusal: undefined },
      { kind: 'propose', refusal },
    ])
    // BUILD-22: handed over once, so a slot whose block is refused has none.
    expect(world.nodes.m3!.proposer.published).toBe(true)
  })
})

describe('ATTEST-8: two of four members crash while they execute the proposal, and keep their stores', () => {
  const system = systemOf(fourMembers())
  const crashes: Choice[] = ['m1', 'm2'].map((node) => ({ do: 'crash', node, store: 'kept' }))
  const resend = (node: string): Choice => ({ do: 'resend', node })
  const taken = (choices: readonly Choice[]) =>
    interrupted(system, waits('executed', 4), choices).world.blocks.length

  test('their own outboxes do not bring the proposal back: the slot stays empty', () => {
    expect(taken([...crashes, resend('m1'), resend('m2')])).toBe(0)
  })

  test('if the proposer, which did not crash, sends it again, the block is taken', () => {
    const read = (node: string): Choice => ({ do: 'read', node, age: 0 })
    expect(taken([...crashes, read('m1'), read('m2'), resend('m3')])).toBe(1)
  })
})

test('F-59: a block whose forced transactions are not those of the queue raises no alarm, and costs a prover its bond', () => {
  const system = systemOf(fourEpochs({ byzantine: ['m2', 'm3', 'm4'], keepers: ['m1'] }))
  const list = { transactions: ['t2', 't1'], forced: 1, root: ['t2', 't1'], blobs: 'match' as const }
  const proposal = { slot: 4, timestampSlot: 4, parent: GENESIS, ...list }
  const { world } = replay(system, [
    { do: 'pass', slots: 1 },
    { do: 'force', transaction: 't1' },
    { do: 'calm' },
    { do: 'submit', node: 'm1', transaction: 't2', proof: 'right', to: 'user', settle: true },
    { do: 'pass', slots: 3 },
    { do: 'post', from: 'm2', proposal, attestations: ['m2', 'm3', 'm4'] },
    { do: 'pass', slots: 2 },
    ...Array.from({ length: 5 }, () => ({ do: 'round', settle: true }) as const),
    { do: 'pass', slots: 3 },
  ])
  expect(world.calls.find(({ kind }) => kind === 'propose')).toMatchObject({ refusal: undefined })
  expect(world.facts).toContainEqual(expect.objectContaining({ kind: 'claimed', member: 'm1' }))
  expect(world.calls.filter(({ kind }) => kind === 'prove')).toMatchObject([
    { caller: 'm1', valid: false, refusal: 'ProofInvalid' },
  ])
  expect(world.facts.some((fact) => fact.kind === 'told' && fact.view.alarm)).toBe(false)
  expect(world.facts).toContainEqual(expect.objectContaining({ kind: 'slashed', member: 'm1', epoch: 1 }))
})
