/** Runs of one slot, first against the generated step of L1 and then the same on real blocks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shownNow } from '../../impl/system/chain.ts'
import { play, replay } from '../../impl/system/run.ts'
import { playSeed } from '../../impl/system/seeded.ts'
import { fourMembers } from '../../impl/system/setups.ts'
import { straight } from '../../impl/system/straight.ts'
import { systemOf } from '../../impl/system/system.ts'
import type { World } from '../../impl/system/vocabulary.ts'
import { GENESIS } from '../../model/node/vocabulary.ts'
import { RealRollup } from './realRollup.ts'

/** Seeded runs that call L1. */
const RUNS = 500
const LENGTH = 120

const system = systemOf(fourMembers({ reorgDepth: 2 }))
/** The proposer of slot 0 lies. */
const lying = systemOf(fourMembers({ byzantine: ['m3'], reorgDepth: 2 }))
let real: RealRollup
beforeAll(async () => {
  real = await RealRollup.deploy(system)
})
afterAll(() => real?.stop())

/** Every call of a run on real blocks: the contract answers as the generated step of L1 did, and has the same tip. */
async function onRealBlocks(world: World): Promise<void> {
  const { calls, slot } = world
  await real.reset()
  for (const call of calls) expect({ ...call, ...(await real.call(call)) }).toMatchObject(call)
  const { found, expected } = await real.tips(shownNow(world).tip, slot)
  expect(found).toBe(expected)
}

test('PROPOSE-12: the block of a run without faults is taken by the deployed contract', async () => {
  const { world } = play(system, (now) => straight(system, now))
  expect(world.calls).toMatchObject([{ kind: 'propose', refusal: undefined }])
  await onRealBlocks(world)
})

const hasProposal = ({ calls }: World): boolean => calls.some(({ kind }) => kind === 'propose')

test('PROPOSE-10, PROPOSE-11, QUEUE-6: whatever a run puts to L1, the contract answers as the generated step', async () => {
  const answers: (string | undefined)[] = []
  const kinds: string[] = []
  let runs = 0
  for (let seed = 0; runs < RUNS; seed++) {
    const composed = seed % 2 === 0 ? system : lying
    const { world, violations } = playSeed(composed, seed, LENGTH)
    expect(violations).toEqual([])
    if (!hasProposal(world)) continue
    runs++
    await onRealBlocks(world)
    kinds.push(...world.calls.map(({ kind }) => kind))
    for (const { kind, refusal } of world.calls) if (kind === 'propose') answers.push(refusal)
  }
  // Both sides of the rules were seen.
  expect(answers.filter((refusal) => refusal === undefined).length).toBeGreaterThanOrEqual(5)
  expect(kinds).toContain('reorg')
  expect(answers).toContain('QuorumNotReached')
  expect(answers).toContain('AttestationInvalid')
})

test.each([
  ['PROPOSE-11: two attestations are refused by both', ['m3', 'm1'], 'QuorumNotReached'],
  [
    'PROPOSE-10: an attestation that was never made is refused by both',
    ['m3', 'm1', 'm2'],
    'AttestationInvalid',
  ],
])('%s', async (_title, attestations, refusal) => {
  const list = { transactions: ['t1'], forced: 0, root: ['t1'], blobs: 'match' as const }
  const proposal = { slot: 0, timestampSlot: 0, parent: GENESIS, ...list }
  const toM1 = {
    do: 'lie',
    from: 'm3',
    to: 'm1',
    message: { kind: 'proposal', form: 'fits', proposal },
  } as const
  const { world } = replay(lying, [
    { do: 'read', node: 'm1', age: 0 },
    { do: 'submit', node: 'm1', transaction: 't1', proof: 'right', to: 'user', settle: true },
    { ...toM1, settle: true },
    { do: 'post', from: 'm3', proposal, attestations },
  ])
  expect(world.facts.filter(({ kind }) => kind === 'signed')).toMatchObject([{ member: 'm1' }])
  expect(world.calls).toMatchObject([{ kind: 'propose', refusal }])
  await onRealBlocks(world)
})
