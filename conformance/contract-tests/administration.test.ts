/** Who administers, and how that is handed over. Slot 0 unless a test says otherwise. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../evm/ecdsa.ts'
import type { Address, Storage } from '../evm/word.ts'
import { genesisTimestamp, namedValidators, smallParameters, World } from './world.ts'

const nobody: Address = '0x0000000000000000000000000000000000000000'
const [admin, heir, other, v1, v2] = ['admin', 'heir', 'other', 'v1', 'v2'].map(
  (name) => keyOf(name).address,
) as [Address, Address, Address, Address, Address]

let world: World
let initial: Storage

beforeAll(async () => {
  world = await World.start(namedValidators(1), { parameters: smallParameters })
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 0n
})

const offer = (to: Address, from = admin) =>
  world.accepted('rollup', 'transferAdministration', [to], { from })
const accept = (from: Address) => world.accepted('rollup', 'acceptAdministration', [], { from })
const handOver = async (to: Address, from = admin) => {
  await offer(to, from)
  await accept(to)
}
/** Administrator, and whom it is offered to. */
const administration = async () =>
  Promise.all(
    ['administrator', 'pendingAdministrator'].map(async (name) =>
      (await world.view<Address>('rollup', name)).toLowerCase(),
    ),
  )

const refusedAcceptance = (from: Address) => world.refusal('rollup', 'acceptAdministration', [], { from })
const notPending = (caller: Address, pending: Address) => ({
  name: 'CallerNotPendingAdministrator',
  args: [caller, pending],
})
const notAdministrator = (caller: Address, administrator: Address) => ({
  name: 'CallerNotAdministrator',
  args: [caller, administrator],
})

describe('a handover, refused', () => {
  test('VALIDATOR-6: nobody but the administrator offers, not even whom it is offered to', async () => {
    await offer(heir)
    for (const from of [heir, v1, world.addresses.rollup])
      for (const to of [from, other, nobody])
        expect(await world.refusal('rollup', 'transferAdministration', [to], { from })).toEqual(
          notAdministrator(from, admin),
        )
    expect(await administration()).toEqual([admin, heir])
  })

  test('VALIDATOR-7: nobody but whom it is offered to accepts, not even the administrator', async () => {
    await offer(heir)
    for (const from of [admin, other, v1])
      expect(await refusedAcceptance(from)).toEqual(notPending(from, heir))
    expect(await administration()).toEqual([admin, heir])
  })

  test('VALIDATOR-7: what was never offered is not accepted', async () => {
    for (const from of [admin, heir]) expect(await refusedAcceptance(from)).toEqual(notPending(from, nobody))
  })

  test('VALIDATOR-6, VALIDATOR-7: an offer that another one replaced is not accepted, the other one is', async () => {
    await offer(heir)
    await offer(other)
    expect(await refusedAcceptance(heir)).toEqual(notPending(heir, other))
    await accept(other)
    expect(await administration()).toEqual([other, nobody])
  })

  test('VALIDATOR-6, VALIDATOR-7: an offer that was withdrawn is not accepted', async () => {
    await offer(heir)
    await offer(nobody)
    expect(await administration()).toEqual([admin, nobody])
    expect(await refusedAcceptance(heir)).toEqual(notPending(heir, nobody))
  })

  test('VALIDATOR-7: an offer is accepted once, also after the administration has gone on', async () => {
    await handOver(heir)
    expect(await refusedAcceptance(heir)).toEqual(notPending(heir, nobody))
    await handOver(other, heir)
    expect(await refusedAcceptance(heir)).toEqual(notPending(heir, nobody))
    expect(await administration()).toEqual([other, nobody])
  })

  test('VALIDATOR-1, VALIDATOR-7: before it is accepted the new one changes no validator, afterwards the old one', async () => {
    await offer(heir)
    const changes = [
      ['addValidator', v2],
      ['removeValidator', v1],
    ] as const
    for (const [change, validator] of changes)
      expect(await world.refusal('rollup', change, [validator], { from: heir })).toEqual(
        notAdministrator(heir, admin),
      )
    await accept(heir)
    for (const [change, validator] of changes)
      expect(await world.refusal('rollup', change, [validator], { from: admin })).toEqual(
        notAdministrator(admin, heir),
      )
    expect(await world.refusal('rollup', 'transferAdministration', [admin], { from: admin })).toEqual(
      notAdministrator(admin, heir),
    )
  })
})

describe('a handover', () => {
  test('VALIDATOR-6: is offered to one account, and announced', async () => {
    expect(await administration()).toEqual([admin, nobody])
    expect(world.events(await offer(heir))).toEqual([['AdministrationOffered', admin, heir]])
    expect(await administration()).toEqual([admin, heir])
    expect(world.events(await offer(nobody))).toEqual([['AdministrationOffered', admin, nobody]])
    expect(await administration()).toEqual([admin, nobody])
  })

  test('VALIDATOR-7: is accepted, and announced', async () => {
    await offer(heir)
    expect(world.events(await accept(heir))).toEqual([['AdministrationTransferred', admin, heir]])
    expect(await administration()).toEqual([heir, nobody])
  })

  test('VALIDATOR-7: an open offer takes nothing from the administrator, who changes validators and offers again', async () => {
    await offer(heir)
    await world.accepted('rollup', 'addValidator', [v2], { from: admin })
    await world.accepted('rollup', 'removeValidator', [v2], { from: admin })
    await offer(other)
    expect(await administration()).toEqual([admin, other])
  })

  test('VALIDATOR-6, VALIDATOR-7: the new administrator changes validators and hands on, back to the first as well', async () => {
    await handOver(heir)
    await world.accepted('rollup', 'addValidator', [v2], { from: heir })
    await world.accepted('rollup', 'removeValidator', [v1], { from: heir })
    await handOver(admin, heir)
    await world.accepted('rollup', 'addValidator', [v1], { from: admin })
    expect(await administration()).toEqual([admin, nobody])
  })

  test('VALIDATOR-7: changes no other word than those two', async () => {
    await handOver(heir)
    await handOver(admin, heir)
    expect(world.storage).toEqual(initial)
  })

  test('VALIDATOR-6, VALIDATOR-7: to oneself changes nothing', async () => {
    await handOver(admin)
    expect(world.storage).toEqual(initial)
  })

  test('VALIDATOR-8: one second before genesis it is offered and accepted, and the new administrator acts at genesis', async () => {
    const early = { timestamp: genesisTimestamp - 1n }
    await world.accepted('rollup', 'transferAdministration', [heir], { ...early, from: admin })
    await world.accepted('rollup', 'acceptAdministration', [], { ...early, from: heir })
    expect(await world.refusal('rollup', 'addValidator', [v2], { ...early, from: heir })).toEqual({
      name: 'NotStarted',
      args: [genesisTimestamp - 1n, genesisTimestamp],
    })
    await world.accepted('rollup', 'addValidator', [v2], { from: heir, timestamp: genesisTimestamp })
  })

  test('VALIDATOR-8: in a slot that no block can be stored in it is offered and accepted too', async () => {
    world.slot = 2n ** 32n
    await handOver(heir)
    expect(await administration()).toEqual([heir, nobody])
  })
})
