import fc from 'fast-check'
import { concat, encodePacked, keccak256, size, sliceHex } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { committeePositions, drawSeat, randaoValue, seedOf } from '../../model/shared/hash.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { keyOf } from '../evm/ecdsa.ts'
import { writeVariable } from '../evm/storage.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import { namedValidators, packed, smallParameters, World } from './world.ts'

type Sample = { epoch: bigint; seed: Hex; committee: Hex; size: bigint }

const nobody = '0x0000000000000000000000000000000000000000'
const commitmentTo = (members: readonly Hex[]): Hex => keccak256(packed(members))

/** Events with the members that they list as the tests have them. */
const lowered = (events: readonly (readonly unknown[])[]) =>
  events.map((event) =>
    event.map((it) => (Array.isArray(it) ? it.map((member) => String(member).toLowerCase()) : it)),
  )

describe('samples', () => {
  let world: World
  let initial: Storage
  beforeAll(async () => {
    world = await World.start(namedValidators(4), {
      parameters: smallParameters,
      prevrandao: randaoValue('first'),
    })
    initial = world.storage
  })
  afterAll(() => world?.stop())
  beforeEach(() => {
    world.storage = initial
    world.slot = 0n
  })

  const setup = (randao: string) =>
    world.accepted('rollup', 'setupEpoch', [], { prevrandao: randaoValue(randao) })
  const inForce = async (epoch: bigint) =>
    (await world.view<[Sample, boolean]>('rollup', 'sampleInForce', [epoch]))[0]

  test('EPOCH-1: the first call in slot 0 is accepted, others until slot 31 are not, the first in slot 32 is', async () => {
    await setup('a')
    for (const slot of [0n, 31n]) {
      world.slot = slot
      expect(await world.refusal('rollup', 'setupEpoch')).toEqual({
        name: 'EpochAlreadySampled',
        args: [1n, 1n],
      })
    }
    world.slot = 32n
    await setup('b')
  })

  test('EPOCH-2: a call in slot 31 samples for epoch 1, a call in slot 32 for epoch 2', async () => {
    world.slot = 31n
    await setup('a')
    expect(await inForce(1n)).toEqual({
      epoch: 1n,
      seed: wordHex(seedOf(1, randaoValue('a'))),
      committee: commitmentTo(world.committee),
      size: 4n,
    })
    world.slot = 32n
    await setup('b')
    expect(await inForce(2n)).toMatchObject({ epoch: 2n, seed: wordHex(seedOf(2, randaoValue('b'))) })
    expect(await inForce(1n)).toMatchObject({ epoch: 1n })
  })

  test('EPOCH-2, LOG-5: what is recorded is also told, members in order where they are others', async () => {
    const admin = { from: keyOf('admin').address }
    const told = async (epoch: number) => {
      world.slot = BigInt(32 * epoch)
      const [setUp, ...drawn] = lowered(world.events(await setup('a')))
      const { committee } = await inForce(BigInt(epoch + 1))
      const seed = wordHex(seedOf(epoch + 1, randaoValue('a')))
      expect(setUp).toEqual(['EpochSetUp', BigInt(epoch + 1), seed, committee])
      return { drawn, committee }
    }
    const first = commitmentTo(world.committee)
    expect(await told(0)).toMatchObject({ drawn: [], committee: first })
    // Another set, which is frozen from epoch 3 on, and serves at first in epoch 4.
    world.slot = 40n
    await world.accepted('rollup', 'removeValidator', [world.committee[3]], admin)
    expect(await told(1)).toMatchObject({ drawn: [], committee: first })
    expect(await told(2)).toMatchObject({ drawn: [], committee: first })
    const left = world.committee.slice(0, 3)
    const others = commitmentTo(left)
    expect(await told(3)).toMatchObject({
      drawn: [['CommitteeDrawn', others, packed(left)]],
      committee: others,
    })
    expect(await told(4)).toMatchObject({ drawn: [], committee: others })
    // Removed and added again: it is the same set that is drawn from, and nobody is listed.
    world.slot = 165n
    await world.accepted('rollup', 'removeValidator', [left[2]], admin)
    await world.accepted('rollup', 'addValidator', [left[2]], admin)
    for (const epoch of [5, 6, 7, 8]) expect((await told(epoch)).drawn).toEqual([])
  })

  test('EPOCH-3, EPOCH-4, LOG-5: the committee is the one that is drawn, and listed if it is another, however the set changes', async () => {
    const admin = { from: keyOf('admin').address }
    const candidates = namedValidators(6).map((key) => key.address)
    // Per epoch who joins or leaves before the call and after it, and whether there is one.
    const changes = fc.array(fc.nat({ max: candidates.length - 1 }), { maxLength: 2 })
    const epochs = fc.array(fc.record({ before: changes, isSetUp: fc.boolean(), after: changes }), {
      minLength: 3,
      maxLength: 7,
    })
    let [again, other] = [0, 0]
    await fc.assert(
      fc.asyncProperty(epochs, async (calls) => {
        world.storage = initial
        const change = async (who: number) => {
          const functionName = (await world.view('rollup', 'isValidator', [candidates[who]]))
            ? 'remove'
            : 'add'
          await world.accepted('rollup', `${functionName}Validator`, [candidates[who]], admin)
        }
        let last: Hex = commitmentTo(world.committee)
        for (const [epoch, { before, isSetUp, after }] of calls.entries()) {
          world.slot = BigInt(32 * epoch + 7)
          for (const who of before) await change(who)
          if (isSetUp) {
            const args = [BigInt(epoch + 1), randaoValue('a')]
            const [members] = await world.view<[Hex[], boolean]>('rollup', 'committeeFor', args)
            const drawn = members.map((it) => it.toLowerCase() as Hex)
            const [setUp, ...listed] = lowered(world.events(await setup('a')))
            const committee = commitmentTo(drawn)
            expect(setUp!.at(-1)).toBe(committee)
            expect(listed).toEqual(committee === last ? [] : [['CommitteeDrawn', committee, packed(drawn)]])
            if (committee === last) again++
            else other++
            last = committee
          }
          for (const who of after) await change(who)
        }
      }),
      { numRuns: 60, seed: 5 },
    )
    expect(Math.min(again, other)).toBeGreaterThan(30)
  })

  test('EPOCH-5, EPOCH-6: in force is the recorded sample with the greatest epoch not later, whoever skips what', async () => {
    // Per epoch whether somebody sets it up.
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), async (calls) => {
        world.storage = initial
        const recorded = [0n]
        for (const [epoch, isSetUp] of calls.entries()) {
          world.slot = BigInt(epoch * 32 + 5)
          if (isSetUp) {
            await setup(`r${epoch}`)
            recorded.push(BigInt(epoch + 1))
          }
          for (const asked of [BigInt(epoch), BigInt(epoch + 1)]) {
            const expected = recorded.filter((it) => it <= asked).at(-1)!
            expect((await inForce(asked)).epoch).toBe(expected)
          }
        }
      }),
      { numRuns: 30, seed: 3 },
    )
  })

  test('a sample before the last but one is forgotten, and says so', async () => {
    for (const epoch of [0n, 1n]) {
      world.slot = epoch * 32n
      await setup('a')
    }
    expect(await world.refusal('rollup', 'sampleInForce', [0n])).toEqual({
      name: 'SampleForgotten',
      args: [0n, 1n],
    })
  })

  test('EPOCH-7: slot 0 has a proposer, drawn with the randomness of the constructor', async () => {
    expect(await world.proposer()).toBe(world.committee[drawSeat('first', 0, 0, 4, smallParameters)])
  })

  test('EPOCH-8: the proposers of 96 slots are those of the plain definition, under the sample of their epoch', async () => {
    await setup('a')
    const drawn = (slot: number) => {
      const epoch = Math.floor(slot / 32)
      const [randao, sampleEpoch] = epoch === 0 ? ['first', 0] : ['a', 1]
      return world.committee[drawSeat(randao as string, sampleEpoch as number, slot, 4, smallParameters)]
    }
    const slots = Array.from({ length: 96 }, (_, slot) => slot)
    const found = await Promise.all(
      slots.map((slot) => world.view<[Hex, boolean]>('rollup', 'proposerOf', [BigInt(slot), world.members])),
    )
    expect(found.map(([proposer]) => proposer.toLowerCase())).toEqual(slots.map(drawn))
  })

  test('PROPOSE-2: nobody is the proposer under another committee', async () => {
    const { name } = await world.refusal('rollup', 'proposerOf', [0n, packed(world.committee.slice(1))])
    expect(name).toBe('CommitteeMismatch')
  })
})

describe('a committee of 48 as calls give it', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start(namedValidators(48), {
      parameters: { ...smallParameters, targetCommitteeSize: 48 },
    })
  })
  afterAll(() => world?.stop())

  test('EPOCH-13: it is 960 bytes; with one byte more or fewer, or as words, it is another committee', async () => {
    expect(size(world.members)).toBe(960)
    const header = await world.header()
    const [, , attestations] = world.proposal(header)
    const refused = async (committee: Hex) => {
      const options = { from: await world.proposer(), blobs: header.blobHashes }
      return (await world.refusal('rollup', 'propose', [header, committee, attestations], options)).name
    }
    for (const committee of [
      concat([world.members, '0x00']),
      sliceHex(world.members, 0, 959),
      encodePacked(['address[]'], [world.committee]),
    ])
      expect(await refused(committee)).toBe('CommitteeMismatch')
    await world.proposeHeader(header)
  })
})

describe('whether an answer is final', () => {
  let world: World
  let initial: Storage
  beforeAll(async () => {
    world = await World.start(namedValidators(4), { parameters: smallParameters })
    initial = world.storage
  })
  afterAll(() => world?.stop())
  beforeEach(() => {
    world.storage = initial
    world.slot = 0n
  })

  const setup = (prevrandao: bigint) => world.accepted('rollup', 'setupEpoch', [], { prevrandao })
  const sampleIn = (epoch: bigint) => world.view<[Sample, boolean]>('rollup', 'sampleInForce', [epoch])
  const proposerIn = (slot: bigint) =>
    world.view<[Hex, boolean]>('rollup', 'proposerOf', [slot, world.members])
  const committeeIn = (epoch: bigint) => world.view<[Hex[], boolean]>('rollup', 'committeeFor', [epoch, 7n])
  const finality = async (ask: (at: bigint) => Promise<[unknown, boolean]>, ...asked: bigint[]) => {
    const found: boolean[] = []
    for (const at of asked) found.push((await ask(at))[1])
    return found
  }
  /** Of these epochs, and of the first and the last slot of each. */
  const finalIn = async (...epochs: bigint[]) => {
    const found = await finality(sampleIn, ...epochs)
    const slots = epochs.flatMap((epoch) => [epoch * 32n, epoch * 32n + 31n])
    expect(await finality(proposerIn, ...slots)).toEqual(found.flatMap((it) => [it, it]))
    return found
  }
  const far = 2n ** 64n

  test('VIEW-5: in slot 31 a sample and a proposer of epoch 0 are, of epoch 1 once it was set up, and of no later one', async () => {
    for (const slot of [0n, 31n]) {
      world.storage = initial
      world.slot = slot
      expect(await finalIn(0n, 1n, 2n, 3n, far)).toEqual([true, false, false, false, false])
      await setup(7n)
      expect(await finalIn(0n, 1n, 2n, 3n, far)).toEqual([true, true, false, false, false])
    }
  })

  test('VIEW-5: in slot 32 those of epoch 1 are, set up or not', async () => {
    for (const isSetUp of [false, true]) {
      world.storage = initial
      world.slot = 31n
      if (isSetUp) await setup(7n)
      world.slot = 32n
      expect(await finalIn(0n, 1n, 2n, 3n, far)).toEqual([true, true, false, false, false])
      world.slot = 95n
      expect(await finalIn(1n, 2n, 3n, 4n)).toEqual([true, true, false, false])
    }
  })

  test('VIEW-5, VIEW-3: before genesis it is as in slot 0', async () => {
    const timestamp = 1n
    const answers = [0n, 1n].map((epoch) => world.view('rollup', 'sampleInForce', [epoch], { timestamp }))
    expect(await Promise.all(answers)).toMatchObject([
      [{ epoch: 0n }, true],
      [{ epoch: 0n }, false],
    ])
  })

  test('VIEW-5: it is exactly if no call to come changes it, whoever skips what', async () => {
    // Per epoch whether somebody sets it up.
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (calls, isLast) => {
          world.storage = initial
          for (const [epoch, isSetUp] of calls.entries()) {
            world.slot = BigInt(epoch * 32 + 5)
            if (isSetUp) await setup(BigInt(epoch))
          }
          if (isLast) world.slot += 26n
          const [slot, found] = [world.slot, world.storage]
          const now = slot / 32n
          for (const asked of [now, now + 1n, now + 2n]) {
            world.slot = slot
            world.storage = found
            const [before, isFinal] = await sampleIn(asked)
            const after: Sample[] = []
            // A call now, or in an epoch up to the one that is asked about.
            for (let epoch = now; epoch <= asked; epoch++) {
              world.storage = found
              world.slot = epoch === now ? slot : epoch * 32n
              const outcome = await world.execute('rollup', 'setupEpoch', [], { prevrandao: 99n })
              if (outcome.status === 'success') after.push((await sampleIn(asked))[0])
            }
            expect(isFinal).toBe(after.every(({ seed }) => seed === before.seed))
          }
        },
      ),
      { numRuns: 20, seed: 5 },
    )
  })

  test('VIEW-5: a committee is final for the next epoch alone, and what is then recorded', async () => {
    const { address } = keyOf('v5')
    await world.accepted('rollup', 'addValidator', [address], { from: keyOf('admin').address })
    for (const [slot, epoch] of [
      [0n, 0n],
      [31n, 0n],
      [32n, 1n],
      [63n, 1n],
      [64n, 2n],
    ] as const) {
      world.slot = slot
      const asked = [0n, 1n, 2n, 3n, 4n, far]
      expect(await finality(committeeIn, ...asked)).toEqual(asked.map((it) => it === epoch + 1n))
      const before = world.storage
      const [members] = await committeeIn(epoch + 1n)
      await setup(7n)
      expect(await sampleIn(epoch + 1n)).toMatchObject([{ committee: commitmentTo(members) }, true])
      // Set up or not.
      expect(await committeeIn(epoch + 1n)).toEqual([members, true])
      world.storage = before
    }
  })

  test('VIEW-5: a committee that is not final becomes another one when the set that is frozen does', async () => {
    const { address } = keyOf('v0')
    const from = keyOf('admin').address
    await world.accepted('rollup', 'addValidator', [address], { from })
    const [early, isFinal] = await committeeIn(3n)
    world.slot = 64n
    const [late, isFinalLate] = await committeeIn(3n)
    expect([isFinal, isFinalLate]).toEqual([false, true])
    expect(late).not.toEqual(early)
  })
})

describe('the examples of the clauses', () => {
  const parameters = loadPreset('rfc').profiles[0]!.parameters
  let world: World
  beforeAll(async () => {
    world = await World.start(namedValidators(49), { parameters })
    await world.accepted('rollup', 'setupEpoch', [], { prevrandao: 1n })
  })
  afterAll(() => world?.stop())
  const members = async () => (await world.view<[Hex[], boolean]>('rollup', 'committeeFor', [1n, 1n]))[0]

  test('EPOCH-2: the seed of epoch 1 and prevrandao 1', async () => {
    const [{ seed }] = await world.view<[Sample, boolean]>('rollup', 'sampleInForce', [1n])
    expect(seed).toBe('0xcc69885fda6bcc1a4ace058b4a62bf5e179ea78fd58a1ccd71c22cc9b688792f')
  })

  test('EPOCH-9: where the first of 49 indices go', async () => {
    const all = await world.view<Hex[]>('rollup', 'validators', [0n, 49n])
    expect((await members()).slice(0, 6).map((member) => all.indexOf(member))).toEqual([
      48, 11, 47, 45, 18, 41,
    ])
  })

  test.each([
    [32, 45],
    [40, 45],
    [44, 45],
    [33, 37],
    [34, 36],
  ])('EPOCH-8: slot %i draws seat %i', async (slot, seat) => {
    const committee = await members()
    expect(await world.view('rollup', 'proposerOf', [BigInt(slot), packed(committee)])).toEqual([
      committee[seat],
      true,
    ])
  })
})

describe('an empty set', () => {
  test('PROPOSE-1: nobody may propose or claim, whatever committee is given', async () => {
    const world = await World.start([], { parameters: smallParameters })
    try {
      expect(await world.view('rollup', 'proposerOf', [0n, '0x'])).toEqual([nobody, true])
      const header = await world.header()
      for (const committee of [[], [keyOf('stranger').address]]) {
        const attestations = world.attest(header, [])
        expect(
          await world.refusal('rollup', 'propose', [header, packed(committee), attestations], {
            blobs: header.blobHashes,
          }),
        ).toEqual({ name: 'CommitteeEmpty', args: [] })
      }
    } finally {
      await world.stop()
    }
  })

  test('PROPOSE-1: one validator is a committee of one with a quorum of one', async () => {
    const world = await World.start(namedValidators(1), { parameters: smallParameters })
    try {
      const header = await world.header()
      expect(
        await world.refusal('rollup', 'propose', world.proposal(header, world.attest(header, [])), {
          from: world.committee[0]!,
          blobs: header.blobHashes,
        }),
      ).toEqual({ name: 'QuorumNotReached', args: [0n, 1n] })
      await world.propose()
    } finally {
      await world.stop()
    }
  })
})

describe('the draw', () => {
  const parameters = { ...smallParameters, targetCommitteeSize: 48, shuffleRounds: [90] }
  let world: World
  let initial: Storage
  beforeAll(async () => {
    world = await World.start(namedValidators(1), { parameters })
    initial = world.storage
  })
  afterAll(() => world?.stop())

  const addressAt = (index: number): Hex => `0x${(2n ** 159n + BigInt(index)).toString(16)}`
  /** Puts a set of this size into storage. */
  const register = (count: number) => {
    const slots = new Map(initial.get(world.addresses.rollup))
    const { storageLayout } = world.artifact('Rollup')
    writeVariable(storageLayout, slots, ['validatorSet', 'length', 'current'], count)
    for (let index = 0; index < count; index++)
      writeVariable(storageLayout, slots, ['validatorSet', 'entries', index, 'current'], addressAt(index))
    world.storage = new Map([...initial, [world.addresses.rollup, slots]])
  }

  // 3,841 is the first size at which a round no longer shares its hashes; 256 and 257 differ in the number of hashes.
  test.each([48, 49, 96, 256, 257, 1_000, 3_840, 3_841, 10_000])(
    'EPOCH-3, EPOCH-4: of %i validators the committee of 48 is that of the plain definition',
    async (count) => {
      register(count)
      for (const [epoch, randao] of [
        [1, 'r1'],
        [2, 'r2'],
      ] as const) {
        const args = [BigInt(epoch), randaoValue(randao)]
        const [members] = await world.view<[Hex[], boolean]>('rollup', 'committeeFor', args)
        const expected = committeePositions(randao, epoch, count, parameters).map(addressAt)
        expect(members.map((it) => it.toLowerCase())).toEqual(expected)
        expect(new Set(members).size).toBe(48)
      }
    },
  )

  test('EPOCH-3: what `setupEpoch` records is that committee', async () => {
    register(49)
    await world.accepted('rollup', 'setupEpoch', [], { prevrandao: randaoValue('r1') })
    const [sample] = await world.view<[Sample, boolean]>('rollup', 'sampleInForce', [1n])
    expect(sample).toMatchObject({
      committee: commitmentTo(committeePositions('r1', 1, 49, parameters).map(addressAt)),
      size: 48n,
    })
  })

  test('EPOCH-4: fewer validators than seats serve in their order', async () => {
    register(47)
    // In epoch 1, so that it is not the set of the sample before.
    world.store([['validatorSet', 'length', 'changedAt'], 3n])
    world.slot = 96n
    await world.accepted('rollup', 'setupEpoch', [], { prevrandao: randaoValue('r1') })
    const [sample] = await world.view<[Sample, boolean]>('rollup', 'sampleInForce', [4n])
    expect(sample).toMatchObject({
      committee: commitmentTo(Array.from({ length: 47 }, (_, index) => addressAt(index))),
      size: 47n,
    })
  })

  test('EPOCH-3: small and odd numbers of seats, validators and rounds', async () => {
    for (const [seats, count, rounds] of [
      [1, 2, 1],
      [2, 3, 2],
      [3, 5, 7],
      [5, 6, 30],
    ] as const) {
      const small = { ...smallParameters, targetCommitteeSize: seats, shuffleRounds: [rounds] }
      const drawn = await World.start(namedValidators(count), { parameters: small })
      try {
        for (const epoch of [1, 2, 3, 4, 5]) {
          const args = [BigInt(epoch), randaoValue('r')]
          const [members] = await drawn.view<[Hex[], boolean]>('rollup', 'committeeFor', args)
          const positions = committeePositions('r', epoch, count, small)
          expect(members.map((it) => it.toLowerCase())).toEqual(positions.map((at) => drawn.committee[at]))
        }
      } finally {
        await drawn.stop()
      }
    }
  })
})
