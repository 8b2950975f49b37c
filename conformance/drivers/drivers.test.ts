import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Creation } from '../../impl/contracts/deploy.ts'
import { machineOf } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { initialState } from '../../model/l1-rollup/initial.ts'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import { type Profile, profileNamed } from '../../spec/parameters.ts'
import { EngineDied } from '../evm/anvil.ts'
import { describeDifference, play } from '../runs/play.ts'
import { Replayer } from '../runs/replayer.ts'
import { inOneBlock, otherOrder, type Trace } from '../runs/trace.ts'
import { Walks } from '../runs/walks.ts'
import { ContractDriver } from './contract-driver.ts'
import { type Driver, DriverError } from './driver.ts'
import { ModelDriver } from './model-driver.ts'

const chain = profileNamed('chain')

const time: Event = { type: 'advanceSlot' }
const prune: Event = { type: 'prune', caller: 'stranger' }
const traceOf = (profile: Profile, ...blocks: Event[][]): Trace => ({
  title: 'by hand',
  profile: profile.name,
  blocks,
})
/** The first walk of a profile that has a block with this in it. */
const walkWith = (profile: Profile, holds: (events: readonly Event[]) => boolean): Trace => {
  const walks = new Walks(profile)
  for (let seed = 1; ; seed++) {
    const walk = walks.walk(seed)
    if (walk.blocks.some(holds)) return walk
  }
}

let replayer: Replayer
beforeAll(async () => {
  replayer = await Replayer.start(chain)
})
afterAll(() => replayer.stop())

describe('drivers', () => {
  test.each<[string, () => Driver]>([
    ['model', () => replayer.model],
    ['contracts', () => replayer.contracts],
  ])('%s: advanceSlot shares a block with nothing', async (_, driver) => {
    await driver().reset()
    await expect(driver().apply([time, prune])).rejects.toThrow(
      'advanceSlot cannot share a block with other events',
    )
  })

  test('contracts: nobody sends as the zero address', async () => {
    await replayer.contracts.reset()
    const driver: Driver = replayer.contracts
    await expect(driver.apply([{ type: 'prune', caller: 'none' }])).rejects.toThrow(DriverError)
    await expect(driver.apply([{ type: 'prune', caller: 'none' }])).rejects.toThrow(
      'prune: nobody has the key of the caller "none"',
    )
  })

  test('both start in the state after deployment, and return to it', async () => {
    for (const driver of [replayer.model, replayer.contracts] as Driver[]) {
      await driver.reset()
      await driver.apply([time])
      await driver.reset()
      expect((await driver.observe()).stored).toEqual(initialState(chain))
    }
  })

  test('PRUNE-5: a refused prune is a refused transaction with the error that the model names', async () => {
    await replayer.play(traceOf(chain))
    const [outcome] = await replayer.contracts.apply([prune])
    expect(outcome).toMatchObject({ accepted: false, refusal: 'NothingToPrune' })
    const [expected] = await replayer.model.apply([prune])
    expect(expected).toMatchObject({ accepted: false, all: ['NothingToPrune'] })
    expect(outcome).toHaveProperty('data', (expected as { data: string }).data)
  })
})

describe('replay', () => {
  test('PROPOSE-6: two proposals in one block, in both orders: the first is accepted', async () => {
    const { state, base } = await proposal()
    const other = { ...base, caller: 'stranger' }
    const trace = traceOf(chain, [base, other])
    for (const [run, accepted] of [
      [trace, [true, false]],
      [otherOrder(trace)!, [false, true]],
    ] as const) {
      const { difference, course } = await replayer.play(run)
      expect(difference).toBeUndefined()
      expect(course.map(({ outcome }) => outcome.accepted)).toEqual(accepted)
    }
    expect(state.pending).toEqual([])
  })

  test('a walk comes out alike on model and contracts, its slots in one block too', async () => {
    const walk = walkWith(chain, (events) => events.some(({ type }) => type === 'propose'))
    for (const trace of [walk, inOneBlock(walk)]) {
      const { difference, steps } = await replayer.play(trace)
      expect(difference && describeDifference(difference)).toBeUndefined()
      expect(steps).toBe(walk.blocks.flat().length)
    }
    await replayer.stand.chain.verifyStorage()
  })

  test('EPOCH-3: a sample on real blocks draws what its name draws in the model', async () => {
    const committee = profileNamed('committee')
    const samples = await Replayer.start(committee)
    try {
      const walk = walkWith(committee, (events) => events.some(({ type }) => type === 'setupEpoch'))
      const { difference, course } = await samples.play(walk)
      expect(difference && describeDifference(difference)).toBeUndefined()
      expect(course.some(({ event, outcome }) => event.type === 'setupEpoch' && outcome.accepted)).toBe(true)
    } finally {
      await samples.stop()
    }
  })

  test('CHALLENGE-4, CHALLENGE-7: what was posted on real blocks is challenged, and the chain goes on from what is left', async () => {
    const postings = await Replayer.start(profileNamed('challenged'))
    const seen = { accepted: 0, refused: 0, later: 0 }
    try {
      for (let seed = 1; seen.accepted < 5 || seen.refused < 5 || seen.later < 3; seed++) {
        const { difference, course } = await postings.play(new Walks(postings.stand.profile).walk(seed))
        expect(difference && describeDifference(difference)).toBeUndefined()
        const accepts = course.filter(({ outcome }) => outcome.accepted).map(({ event }) => event.type)
        const challenges = course.filter(({ event }) => event.type === 'challenge')
        seen.accepted += challenges.filter(({ outcome }) => outcome.accepted).length
        seen.refused += challenges.filter(({ outcome }) => !outcome.accepted).length
        if (/challenge.*propose/.test(accepts.join())) seen.later++
      }
      await postings.stand.chain.verifyStorage()
    } finally {
      await postings.stop()
    }
  })
})

describe('faults are found', () => {
  test('CLAIM-1: contracts with another claim window', async () => {
    const { parameters } = chain
    const other = {
      ...chain,
      parameters: { ...parameters, claimWindowSlots: parameters.claimWindowSlots - 1 },
    }
    const faulty = await Replayer.start(other)
    try {
      const model = new ModelDriver(chain, { storageMap: faulty.stand.storageMap })
      const proposes = await proposal()
      const slots = Array.from({ length: parameters.slotsPerEpoch + parameters.claimWindowSlots - 1 }, () => [
        time,
      ])
      // Due in the contracts, and one slot too early.
      const trace = traceOf(chain, [proposes.base], ...slots, [prune])
      const { difference } = await play(trace, model, new ContractDriver(faulty.stand))
      expect(difference?.block).toBe(slots.length)
      expect(describeDifference(difference!)).toContain('found: effective epochEnd.content genesis')
    } finally {
      await faulty.stop()
    }
  })

  test('bytecode with one altered instruction', async () => {
    const altered: Creation[] = []
    const faulty = await Replayer.start(chain, {
      alter: (creations) =>
        creations.map((creation) => {
          if (creation.contract !== 'rollup') return creation
          // The selector of `prune()`: that function is not there any more.
          const faultyCreation = {
            ...creation,
            data: creation.data.replace('639f2b3154', '639f2b3155') as `0x${string}`,
          }
          altered.push(faultyCreation)
          return faultyCreation
        }),
    })
    try {
      const { difference } = await faulty.play(traceOf(chain, [time], [prune]))
      expect(altered).toHaveLength(1)
      expect(difference).toMatchObject({ block: 1, event: 0, found: 'refused with a revert without data' })
    } finally {
      await faulty.stop()
    }
  })

  test('PRUNE-5: a statechart whose guard lets every prune through', async () => {
    const machine = machineOf(l1Rollup, chain).provide({ guards: { pruneDue: () => true } as never })
    const model = new ModelDriver(chain, { machine, storageMap: replayer.stand.storageMap })
    const { difference } = await play(traceOf(chain, [prune]), model, replayer.contracts)
    expect(difference).toMatchObject({ block: 0, event: 0, expected: 'accepted' })
    expect(difference!.found).toMatch(/^refused with NothingToPrune\(/)
  })

  test('storage that no transaction wrote', async () => {
    await replayer.contracts.reset()
    const { chain: blocks, addresses, storageMap } = replayer.stand
    const raw = new Map(blocks.storage).set(addresses.rollup, new Map([[99n, 1n]]))
    expect(() => storageMap.requireSame(blocks.storage, raw)).toThrow(/storage of rollup .*slot/)
  })
})

test('an engine killed midway is an error, not a difference', async () => {
  const doomed = await Replayer.start(chain)
  process.kill(doomed.stand.chain.pid, 'SIGKILL')
  await expect(doomed.play(traceOf(chain, [time], [prune]))).rejects.toThrow(EngineDied)
  await doomed.stop()
})

/** A proposal that is accepted in the first slot, out of the walks. */
async function proposal() {
  const state = initialState(chain)
  const { eventInstances } = await import('../../model/l1-rollup/instances.ts')
  const { deploymentOf } = await import('../../model/l1-rollup/deployment.ts')
  const base = eventInstances(state, chain, deploymentOf(chain)).find(({ type }) => type === 'propose')!
  return { state, base: base as Extract<Event, { type: 'propose' }> }
}
