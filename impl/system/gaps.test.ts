/** Where the pages leave the composed system something to be desired: what happens now, so that a change shows. */
import { describe, expect, test } from 'vitest'
import type { Choice } from './choice.ts'
import { play } from './run.ts'
import { fourMembers } from './setups.ts'
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
