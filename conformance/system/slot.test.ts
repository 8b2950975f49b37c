/** Runs of one slot, first against the generated step of L1 and then the same on real blocks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { play } from '../../impl/system/run.ts'
import { fourMembers } from '../../impl/system/setups.ts'
import { straight } from '../../impl/system/straight.ts'
import { systemOf } from '../../impl/system/system.ts'
import type { World } from '../../impl/system/vocabulary.ts'
import { RealRollup } from './realRollup.ts'

const system = systemOf(fourMembers())
let real: RealRollup
beforeAll(async () => {
  real = await RealRollup.deploy(system)
})
afterAll(() => real?.stop())

/** Every call of a run on real blocks: the contract answers as the generated step of L1 did, and has the same tip. */
async function onRealBlocks({ calls, views, slot }: World): Promise<void> {
  await real.reset()
  for (const call of calls) expect({ ...call, ...(await real.call(call)) }).toMatchObject(call)
  const { found, expected } = await real.tips(views.at(-1)!.tip, slot)
  expect(found).toBe(expected)
}

test('PROPOSE-12: the block of a run without faults is taken by the deployed contract', async () => {
  const { world } = play(system, (now) => straight(system, now))
  expect(world.calls).toMatchObject([{ kind: 'propose', refusal: undefined }])
  await onRealBlocks(world)
})
