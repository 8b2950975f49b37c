/** Before genesis: every call of a rollup at which much is outstanding (calls.ts), each good at its own time. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Call, callsOf } from './calls.ts'
import { type Loaded, startLoaded } from './loaded.ts'
import { genesisTimestamp, namedValidators, smallParameters, World } from './world.ts'

/** They read no clock. */
const atAnyTime = [
  'deposit',
  'collectSlashed',
  'collectReward',
  'transferAdministration',
  'acceptAdministration',
  'publishCommittee',
]
const times = {
  'one second before genesis': genesisTimestamp - 1n,
  'a month before genesis': genesisTimestamp - 30n * 86_400n,
  'at the beginning of time': 1n,
}

describe('calls', () => {
  let loaded: Loaded
  let calls: Call[]
  beforeAll(async () => {
    loaded = await startLoaded()
    calls = Object.values(await callsOf(loaded))
  })
  afterAll(() => loaded?.world.stop())

  const made = ({ at, contract, functionName, args, options }: Call, timestamp: bigint) => {
    loaded.world.storage = loaded[at].storage
    return loaded.world.execute(contract, functionName, args, { ...options, timestamp })
  }

  test.each(Object.entries(times))(
    'TIME-4, VALIDATOR-8: %s whatever reads the clock is refused with NotStarted, and nothing else is',
    async (_, timestamp) => {
      const refused = new Set<string>()
      for (const call of calls) {
        const outcome = await made(call, timestamp)
        if (outcome.status === 'success') {
          expect(atAnyTime).toContain(call.functionName)
          continue
        }
        expect(loaded.world.decode(outcome)).toEqual({
          name: 'NotStarted',
          args: [timestamp, genesisTimestamp],
        })
        refused.add(call.functionName)
      }
      const all = new Set(calls.map(({ functionName }) => functionName))
      expect([...refused].sort()).toEqual([...all].filter((name) => !atAnyTime.includes(name)).sort())
    },
  )

  test('TIME-4: at the genesis timestamp no call is', async () => {
    for (const call of calls) {
      const outcome = await made(call, genesisTimestamp)
      if (outcome.status !== 'success') expect(loaded.world.decode(outcome).name).not.toBe('NotStarted')
    }
  })
})

describe('a new rollup', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start(namedValidators(4), { parameters: smallParameters })
  })
  afterAll(() => world?.stop())
  beforeEach(() => {
    world.slot = 0n
  })

  test('VIEW-3: one second before genesis the views answer as at genesis', async () => {
    const views: [string, unknown[]][] = [
      ...['currentSlot', 'currentEpoch', 'provenTip', 'pendingTip', 'epochEnd', 'claim', 'pruneIsDue'].map(
        (name): [string, unknown[]] => [name, []],
      ),
      ['validatorCount', []],
      ['frozenValidators', [0n, 9n]],
      ['sampleInForce', [0n]],
      ['proposerOf', [0n, world.members]],
      ['committeeFor', [1n, 7n]],
    ]
    for (const [name, args] of views) {
      const [before, after] = await Promise.all(
        [genesisTimestamp - 1n, genesisTimestamp].map((timestamp) =>
          world.view('rollup', name, args, { timestamp }),
        ),
      )
      expect(before, name).toEqual(after)
    }
    expect(await world.view('rollup', 'currentSlot', [], { timestamp: genesisTimestamp - 1n })).toBe(0n)
  })

  test('TIME-4: the proposal that is refused one second before genesis is accepted at genesis', async () => {
    const header = await world.header()
    const from = await world.proposer()
    const options = { from, blobs: header.blobHashes }
    const early = { ...options, timestamp: genesisTimestamp - 1n }
    expect(await world.refusal('rollup', 'propose', world.proposal(header), early)).toEqual({
      name: 'NotStarted',
      args: [genesisTimestamp - 1n, genesisTimestamp],
    })
    await world.accepted('rollup', 'propose', world.proposal(header), {
      ...options,
      timestamp: genesisTimestamp,
    })
  })
})
