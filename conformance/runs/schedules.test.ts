import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import { profileNamed } from '../../spec/parameters.ts'
import type { Driver, Outcome } from '../drivers/driver.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { CorpusError, keep, readCorpus } from './corpus.ts'
import { play } from './play.ts'
import { searchSchedules, traceOfSchedule } from './schedules.ts'
import { createDraw, Walks } from './walks.ts'

const chain = profileNamed('chain')

/** The model, but it accepts a certain kind of event in whatever state. */
class Lenient implements Driver {
  readonly #model = new ModelDriver(chain)
  constructor(readonly type: Event['type']) {}
  reset() {
    return this.#model.reset()
  }
  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    const outcomes = await this.#model.apply(events)
    return outcomes.map((outcome, index) =>
      events[index]!.type === this.type ? { accepted: true } : outcome,
    )
  }
  observe() {
    return this.#model.observe()
  }
}

const search = (found: Driver, runs = 40) =>
  searchSchedules(chain, { seed: 7, runs, play: (trace) => play(trace, new ModelDriver(chain), found) })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-corpus-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('schedules', () => {
  test('every index means something', () => {
    const schedule = [0, 1, 0xffff, 5, 6, 7].map((pick) => ({ pick, joins: true }))
    const { blocks } = traceOfSchedule(chain, schedule, 'by hand')
    expect(blocks.flat()).toHaveLength(schedule.length)
    expect(blocks[0]).toEqual([{ type: 'advanceSlot' }])
  })

  test('two models never differ', async () => {
    expect(await search(new ModelDriver(chain))).toBeUndefined()
  })

  test('PRUNE-5: a driver that accepts every prune is found, and the schedule shrinks to that one event', async () => {
    const difference = await search(new Lenient('prune'))
    expect(difference?.trace.blocks).toEqual([[{ type: 'prune', caller: 'stranger' }]])
    expect(difference).toMatchObject({ expected: 'refused with NothingToPrune', found: 'accepted' })
  })

  test('an error that is no difference is thrown on', async () => {
    const broken = { ...new ModelDriver(chain), reset: () => Promise.reject(new Error('out of order')) }
    await expect(search(broken as unknown as Driver)).rejects.toThrow('out of order')
  })
})

describe('corpus', () => {
  test('PRUNE-5: what is kept is named by its clause and read again', async () => {
    const difference = (await search(new Lenient('prune')))!
    const file = await keep(difference, 'schedule with seed 7', folder)
    expect(file).toMatch(/^PRUNE-5-[0-9a-f]{8}\.json$/)
    expect(await readCorpus(folder)).toEqual([
      { title: `corpus/${file}`, profile: 'chain', blocks: difference.trace.blocks },
    ])
    expect(JSON.parse(await readFile(join(folder, file), 'utf8')).source).toBe('schedule with seed 7')
  })

  test('a folder that is not there is an empty corpus', async () => {
    expect(await readCorpus(join(folder, 'none'))).toEqual([])
  })

  test.each([
    ['{"profile": "chain"', /corpus\/bad\.json: expected JSON/],
    ['{"profile": "chain"}', /corpus\/bad\.json: .*expected/s],
  ])('a file that is no run is named: %s', async (text, message) => {
    await writeFile(join(folder, 'bad.json'), text)
    const reading = readCorpus(folder)
    await expect(reading).rejects.toThrow(CorpusError)
    await expect(reading).rejects.toThrow(message)
  })
})

describe('walks', () => {
  test('the same seed is the same walk, another seed another', () => {
    const walks = new Walks(chain)
    expect(walks.walk(3)).toEqual(walks.walk(3))
    expect(walks.walk(3).blocks).not.toEqual(walks.walk(4).blocks)
  })

  test('a walk comes to the last slot of its profile', () => {
    const events = new Walks(chain).walk(1).blocks.flat()
    expect(events.filter(({ type }) => type === 'advanceSlot')).toHaveLength(chain.horizon)
  })

  test('draws stay below their bound and reach all of it', () => {
    const draw = createDraw(1)
    expect(new Set(Array.from({ length: 200 }, () => draw(5)))).toEqual(new Set([0, 1, 2, 3, 4]))
  })
})
