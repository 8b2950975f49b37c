import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../evm/ecdsa.ts'
import { readVariable } from '../evm/storage.ts'
import type { Address, Storage } from '../evm/word.ts'
import { namedValidators, smallParameters, World } from './world.ts'

const nobody: Address = '0x0000000000000000000000000000000000000000'
const admin = keyOf('admin').address
const asAdmin = { from: admin }
const [v1, v2, v3] = namedValidators(3).map((key) => key.address) as [Address, Address, Address]

let world: World
let initial: Storage

beforeAll(async () => {
  world = await World.start(namedValidators(3), { parameters: smallParameters })
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 0n
})

const list = async (functionName: 'validators' | 'frozenValidators'): Promise<string[]> =>
  (await world.view<string[]>('rollup', functionName, [0n, 2n ** 256n - 1n])).map((it) => it.toLowerCase())
/** The current entries of the first indices, as they stand in storage. */
const stored = (count: number) => {
  const slots = world.storage.get(world.addresses.rollup)!
  const { storageLayout } = world.artifact('Rollup')
  return Array.from({ length: count }, (_, index) =>
    readVariable(storageLayout, slots, ['validatorSet', 'entries', index, 'current']),
  )
}
const change = (kind: 'addValidator' | 'removeValidator', validator: Address) =>
  world.accepted('rollup', kind, [validator], asAdmin)

describe('validators, refused', () => {
  test('VALIDATOR-1: a validator can neither remove itself nor add another', async () => {
    for (const kind of ['addValidator', 'removeValidator']) {
      expect(await world.refusal('rollup', kind, [v1], { from: v1 })).toEqual({
        name: 'CallerNotAdministrator',
        args: [v1, admin],
      })
    }
  })

  test('VALIDATOR-2: the zero address is refused, address 1 is accepted', async () => {
    expect(await world.refusal('rollup', 'addValidator', [nobody], asAdmin)).toEqual({
      name: 'ValidatorZero',
      args: [],
    })
    await change('addValidator', `0x${'1'.padStart(40, '0')}`)
  })

  test('VALIDATOR-3: a registered validator is not registered again', async () => {
    expect(await world.refusal('rollup', 'addValidator', [v3], asAdmin)).toEqual({
      name: 'ValidatorAlreadyRegistered',
      args: [v3],
    })
  })

  test('VALIDATOR-4: who is not registered, or not any more, cannot be removed', async () => {
    await change('removeValidator', v2)
    for (const validator of [v2, nobody, admin]) {
      expect(await world.refusal('rollup', 'removeValidator', [validator], asAdmin)).toEqual({
        name: 'ValidatorNotRegistered',
        args: [validator],
      })
    }
  })
})

describe('validators', () => {
  test('VALIDATOR-4: removing the first of a, b, c leaves c, b', async () => {
    await change('removeValidator', v1)
    expect(await list('validators')).toEqual([v3, v2])
    expect(await world.view('rollup', 'isValidator', [v1])).toBe(false)
  })

  test('VALIDATOR-3: removed and added again in one epoch is accepted', async () => {
    await change('removeValidator', v1)
    await change('addValidator', v1)
    expect(await list('validators')).toEqual([v3, v2, v1])
    expect(await list('frozenValidators')).toEqual([v1, v2, v3])
  })

  test('VALIDATOR-9: a batch does what its calls one after the other do, or nothing, refused as the first of them', async () => {
    const anyone = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'].map((name) => keyOf(name).address)
    const batch = fc.array(fc.constantFrom(...anyone, nobody), { maxLength: 7 })
    const seen = { accepted: 0, refused: 0 }
    const step = fc.record({ kind: fc.constantFrom('add', 'remove'), batch, epochsLater: fc.nat({ max: 2 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        world.storage = initial
        world.slot = 0n
        for (const { kind, batch, epochsLater } of steps) {
          world.slot += 32n * BigInt(epochsLater)
          const before = world.storage
          const logs: unknown[] = []
          let refusal: unknown
          for (const who of batch) {
            const outcome = await world.execute('rollup', `${kind}Validator`, [who], asAdmin)
            if (outcome.status !== 'success') {
              refusal = world.decode(outcome)
              break
            }
            logs.push(...world.events(outcome))
          }
          const after = refusal ? before : world.storage
          world.storage = before
          if (refusal) {
            expect(await world.refusal('rollup', `${kind}Validators`, [batch], asAdmin)).toEqual(refusal)
            seen.refused++
          } else {
            const outcome = await world.accepted('rollup', `${kind}Validators`, [batch], asAdmin)
            expect(world.events(outcome)).toEqual(logs)
            seen.accepted++
          }
          expect(world.storage).toEqual(after)
        }
      }),
      { numRuns: 90, seed: 9 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(30)
  })

  test('VALIDATOR-1, VALIDATOR-3, VALIDATOR-9: a batch that names somebody twice, or that somebody else sends, registers nobody', async () => {
    const [v8, v9] = [keyOf('v8').address, keyOf('v9').address]
    const before = world.storage
    expect(await world.refusal('rollup', 'addValidators', [[v8, v9, v8]], asAdmin)).toEqual({
      name: 'ValidatorAlreadyRegistered',
      args: [v8],
    })
    expect((await world.refusal('rollup', 'addValidators', [[v8]], { from: v8 })).name).toBe(
      'CallerNotAdministrator',
    )
    // What a batch before it has registered is registered.
    await world.accepted('rollup', 'addValidators', [[v8]], asAdmin)
    expect((await world.refusal('rollup', 'addValidators', [[v9, v8]], asAdmin)).name).toBe(
      'ValidatorAlreadyRegistered',
    )
    world.storage = before
    await world.accepted('rollup', 'addValidators', [[]], asAdmin)
    expect(world.storage).toEqual(before)
  })

  test('VALIDATOR-5, VALIDATOR-9: batches on both sides of the end of an epoch are frozen an epoch apart', async () => {
    const batches = [4, 5].map((from) => [0, 1, 2].map((index) => keyOf(`v${10 * from + index}`).address))
    for (const [at, slot] of [31n, 32n].entries()) {
      world.slot = slot
      await world.accepted('rollup', 'addValidators', [batches[at]], asAdmin)
    }
    const counts = async (slot: bigint) => {
      world.slot = slot
      return world.view('rollup', 'validatorCount')
    }
    expect([await counts(63n), await counts(64n), await counts(95n), await counts(96n)]).toEqual([
      [9n, 3n],
      [9n, 6n],
      [9n, 6n],
      [9n, 9n],
    ])
    expect(await list('frozenValidators')).toEqual([v1, v2, v3, ...batches.flat()])
  })

  test('pages of the set hold what there is from an index on, up to a number', async () => {
    const GREATEST = 2n ** 256n - 1n
    const page = async (...args: [bigint, bigint]) =>
      (await world.view<string[]>('rollup', 'validators', args)).map((it) => it.toLowerCase())
    expect(await page(0n, 3n)).toEqual([v1, v2, v3])
    expect(await page(1n, 1n)).toEqual([v2])
    expect(await page(2n, GREATEST)).toEqual([v3])
    for (const [first, count] of [
      [3n, 1n],
      [GREATEST, GREATEST],
      [0n, 0n],
    ] as const)
      expect(await page(first, count)).toEqual([])
  })

  test('VALIDATOR-5: one added in slot 31 is frozen in slot 64 and not before, one added in slot 32 in slot 96', async () => {
    const [early, late] = [keyOf('early').address, keyOf('late').address]
    const frozenIn = async (...slots: bigint[]) => {
      const sets: string[][] = []
      for (const slot of slots) {
        world.slot = slot
        sets.push(await list('frozenValidators'))
      }
      return sets
    }
    world.slot = 31n
    await change('addValidator', early)
    expect(await frozenIn(31n, 32n)).toEqual([
      [v1, v2, v3],
      [v1, v2, v3],
    ])
    await change('addValidator', late)
    expect(await frozenIn(32n, 63n, 64n, 95n, 96n)).toEqual([
      [v1, v2, v3],
      [v1, v2, v3],
      [v1, v2, v3, early],
      [v1, v2, v3, early],
      [v1, v2, v3, early, late],
    ])
  })

  test('VALIDATOR-5: the frozen set is what a copy at the start of the epoch before would be', async () => {
    const anyone = ['v1', 'v2', 'v3', 'v4', 'v5'].map((name) => keyOf(name).address)
    const step = fc.record({
      who: fc.constantFrom(...anyone),
      epochsLater: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        world.storage = initial
        world.slot = 0n
        let current: string[] = [v1, v2, v3]
        /** At the start of this epoch, and of the one before. */
        let [copy, copyBefore] = [current, current]
        for (const { who, epochsLater } of steps) {
          if (epochsLater > 0) {
            world.slot += 32n * BigInt(epochsLater)
            copyBefore = epochsLater === 1 ? copy : current
            copy = current
          }
          if (current.includes(who)) {
            const last = current.at(-1)!
            current = current.map((it) => (it === who ? last : it)).slice(0, -1)
            await change('removeValidator', who)
          } else {
            current = [...current, who]
            await change('addValidator', who)
          }
          expect(await list('validators')).toEqual(current)
          expect(await list('frozenValidators')).toEqual(copyBefore)
        }
        world.slot += 32n
        expect(await list('frozenValidators')).toEqual(copy)
        world.slot += 32n
        expect(await list('frozenValidators')).toEqual(current)
        expect(stored(anyone.length)).toEqual([
          ...current,
          ...Array.from({ length: anyone.length - current.length }, () => nobody),
        ])
        const registered = anyone.map((it) => world.view('rollup', 'isValidator', [it]))
        expect(await Promise.all(registered)).toEqual(anyone.map((it) => current.includes(it)))
      }),
      { numRuns: 60, seed: 5 },
    )
  })
})
