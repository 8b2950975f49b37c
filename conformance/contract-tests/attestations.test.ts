import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf, recover } from '../evm/ecdsa.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import {
  type Attestations,
  type Header,
  namedValidators,
  packed,
  signatureOf,
  smallParameters,
  World,
} from './world.ts'

const validators = namedValidators(4)
const [v1, v2, v3, v4] = validators

let world: World
let initial: Storage
let header: Header

beforeAll(async () => {
  world = await World.start(validators, { parameters: smallParameters })
  initial = world.storage
  header = await world.header()
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
})

const refused = async (attestations: Attestations) =>
  world.refusal('rollup', 'propose', world.proposal(header, attestations), {
    from: await world.proposer(),
    blobs: header.blobHashes,
  })
const sign = (key: NonNullable<typeof v1>) => signatureOf(world.digest(header), key)

describe('attestations that do not fit together', () => {
  test('fewer or more signatures than marked seats are refused', async () => {
    const three = world.attest(header, [v1, v2, v3])
    expect(await refused({ ...three, signatures: three.signatures.slice(1) })).toEqual({
      name: 'AttestationsMalformed',
      args: [3n, 2n, 4n],
    })
    expect(await refused({ ...three, signatures: [...three.signatures, sign(v4!)] })).toEqual({
      name: 'AttestationsMalformed',
      args: [3n, 4n, 4n],
    })
  })

  test('a marked seat beyond the committee is refused, the next one and the last that can be marked', async () => {
    const three = world.attest(header, [v1, v2, v3])
    for (const beyond of [4n, 255n]) {
      const attestations = {
        markedSeats: three.markedSeats | (1n << beyond),
        signatures: [...three.signatures, sign(v1!)],
      }
      expect(await refused(attestations)).toEqual({ name: 'AttestationsMalformed', args: [4n, 4n, 4n] })
    }
  })

  test('they are looked at only after the header: a wrong slot is reported first', async () => {
    const wrong = await world.header({ slot: 1n })
    const { name } = await world.refusal(
      'rollup',
      'propose',
      [wrong, world.members, { markedSeats: 1n << 200n, signatures: [] }],
      { from: await world.proposer(), blobs: wrong.blobHashes },
    )
    expect(name).toBe('SlotNotCurrent')
  })
})

describe('attestations by the wrong signer', () => {
  const invalid = (seat: number) => ({ name: 'AttestationInvalid', args: [BigInt(seat), 4n] })

  test('PROPOSE-10: for another chain, another rollup, or another header', async () => {
    const digests = [
      world.digest(header, { chainId: 1 }),
      world.digest(header, { rollup: `0x${'ee'.repeat(20)}` }),
      world.digest({ ...header, stateRoot: header.transactionsHash }),
      world.digest({ ...header, transactionsHash: header.stateRoot }),
      world.digest({ ...header, blobHashes: [...header.blobHashes, ...header.blobHashes] }),
    ]
    for (const digest of digests) {
      const signatures = [sign(v1!), signatureOf(digest, v2!), sign(v3!)]
      expect(await refused({ markedSeats: 0b111n, signatures })).toEqual(invalid(1))
    }
  })

  test('PROPOSE-10: on another chain, signatures for that chain are accepted and those for the first are not', async () => {
    const elsewhere = await World.start(validators, { parameters: smallParameters, chainId: 5 })
    try {
      expect(elsewhere.addresses).toEqual(world.addresses)
      // The genesis that it stands on is of that chain as well.
      const there = await elsewhere.header()
      const call = { from: await elsewhere.proposer(), blobs: there.blobHashes }
      const foreign = elsewhere.proposal(there, world.attest(there, validators))
      expect(await elsewhere.refusal('rollup', 'propose', foreign, call)).toEqual(invalid(0))
      await elsewhere.accepted('rollup', 'propose', elsewhere.proposal(there), call)
    } finally {
      await elsewhere.stop()
    }
  })

  test('PROPOSE-10: in another order than the seats, the first wrong one is named', async () => {
    const signatures = [sign(v1!), sign(v3!), sign(v2!)]
    expect(await refused({ markedSeats: 0b111n, signatures })).toEqual(invalid(1))
    expect(await refused({ markedSeats: 0b1101n, signatures })).toEqual(invalid(3))
  })

  test('PROPOSE-10: a signature of zeroes is by nobody', async () => {
    const zeroes = { r: wordHex(0n), vs: wordHex(0n) }
    expect(
      await refused({ markedSeats: 0b1111n, signatures: [v1, v2, v3].map((it) => sign(it!)).concat(zeroes) }),
    ).toEqual(invalid(3))
  })

  test('PROPOSE-10, PROPOSE-11: an invalid one is reported before a missing one', async () => {
    expect(await refused({ markedSeats: 1n, signatures: [sign(keyOf('stranger'))] })).toEqual(invalid(0))
  })

  test('PROPOSE-11: no attestations at all are refused', async () => {
    expect(await refused({ markedSeats: 0n, signatures: [] })).toEqual({
      name: 'QuorumNotReached',
      args: [0n, 4n],
    })
  })

  test('PROPOSE-11: all four may attest', async () => {
    await world.accepted('rollup', 'propose', world.proposal(header, world.attest(header, validators)), {
      from: await world.proposer(),
      blobs: header.blobHashes,
    })
  })
})

describe('s in the upper half of the order', () => {
  const greatest = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n
  /** The x of the generator: on the curve, so every s recovers to somebody, whose key nobody has to know. */
  const r: Hex = '0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798'

  test.each([
    [0, 'the greatest s of the lower half is accepted'],
    [1, 'the least s of the upper half is refused'],
  ] as const)('PROPOSE-10: s = n/2 + %i, %s', async (beyond, _outcome) => {
    const s = greatest + BigInt(beyond)
    const signer = recover(world.digest(header), { r, s: wordHex(s), recovery: 0 })
    // A second deployment gets the same addresses, so the digest stays what it is.
    const alone = await World.start([{ ...v1!, address: signer }], { parameters: smallParameters })
    try {
      const attestations = { markedSeats: 1n, signatures: [{ r, vs: wordHex(s) }] }
      const call = [
        [header, packed([signer]), attestations],
        { from: signer, blobs: header.blobHashes },
      ] as const
      if (beyond === 0) await alone.accepted('rollup', 'propose', ...call)
      else {
        expect(await alone.refusal('rollup', 'propose', ...call)).toEqual({
          name: 'AttestationInvalid',
          args: [0n, 1n],
        })
      }
    } finally {
      await alone.stop()
    }
  })

  test.each([
    [0, 'the greatest s of the lower half is no reason for a challenge'],
    [1, 'the least s of the upper half is one'],
  ] as const)('CHALLENGE-6: s = n/2 + %i, %s', async (beyond, _outcome) => {
    const s = greatest + BigInt(beyond)
    const signer = recover(world.digest(header), { r, s: wordHex(s), recovery: 0 })
    const alone = await World.start([{ ...v1!, address: signer }], {
      parameters: { ...smallParameters, challengeSlots: 8 },
    })
    try {
      const attestations = { markedSeats: 1n, signatures: [{ r, vs: wordHex(s) }] }
      const posting = await alone.posting(header, attestations)
      const from = signer
      await alone.accepted('rollup', 'propose', [header, packed([signer]), attestations], {
        from,
        blobs: header.blobHashes,
      })
      const call = ['rollup', 'challenge', [header.slot, posting, 0n], { from }] as const
      if (beyond === 1) await alone.accepted(...call)
      else expect((await alone.refusal(...call)).name).toBe('ChallengeUnfounded')
    } finally {
      await alone.stop()
    }
  })
})

describe('malformed calldata', () => {
  const good = () =>
    encodeFunctionData({
      abi: world.artifact('Rollup').abi,
      functionName: 'propose',
      args: world.proposal(header),
    } as never)
  const send = async (data: Hex) =>
    world.executeRaw('rollup', data, { from: await world.proposer(), blobs: header.blobHashes })

  test('the good call is accepted, and cut short anywhere it reverts', async () => {
    const data = good()
    const size = (data.length - 2) / 2
    for (const length of [3, 4, 36, 100, 300, size / 2, size - 64, size - 1]) {
      const outcome = await send(data.slice(0, 2 + 2 * Math.floor(length)) as Hex)
      expect([length, outcome.status]).toEqual([length, 'reverted'])
    }
    expect((await send(data)).status).toBe('success')
  })

  test('PROPOSE-2, EPOCH-13: bits after the last member of 80 bytes are not of the list', async () => {
    const last = `${v4!.address.slice(2)}${'0'.repeat(32)}`
    const dirty = good().replace(last, `${last.slice(0, -1)}1`) as Hex
    expect(dirty).not.toBe(good())
    expect((await send(dirty)).status).toBe('success')
  })

  test('a length that reaches beyond all memory reverts', async () => {
    const signatures = wordHex(3n).slice(2)
    const data = good()
    const at = data.lastIndexOf(signatures)
    const endless = `${data.slice(0, at)}${'f'.repeat(64)}${data.slice(at + 64)}` as Hex
    expect((await send(endless)).status).toBe('reverted')
  })
})

test('PROPOSE-11: a committee of 256, the largest that seats can be marked for, needs 171', async () => {
  const many = namedValidators(256)
  const large = await World.start(many, { parameters: { ...smallParameters, targetCommitteeSize: 256 } })
  try {
    const proposed = await large.header()
    const attempt = async (count: number) =>
      large.execute(
        'rollup',
        'propose',
        [
          proposed,
          large.members,
          large.attest(
            proposed,
            many.map((key, seat) => (seat < 256 - count ? undefined : key)),
          ),
        ],
        { from: await large.proposer(), blobs: proposed.blobHashes },
      )
    expect(large.decode(await attempt(170))).toEqual({ name: 'QuorumNotReached', args: [170n, 256n] })
    expect((await attempt(171)).status).toBe('success')
  } finally {
    await large.stop()
  }
})
