import { describe, expect, test } from 'vitest'
import { initialState } from '../../model/l1-rollup/initial.ts'
import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import { profileNamed } from '../../spec/parameters.ts'
import { parseItf, printItf } from '../../tla/tlc/itf.ts'
import { type Driver, DriverError, type Outcome } from '../drivers/driver.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { itfOfRun } from '../runs/itf-of-run.ts'
import { runOfItf } from '../runs/itf-run.ts'
import { drawn } from './fixtures/drawn.ts'
import { nothingUnsupported } from './foreign/unsupported.ts'
import { type FuzzResult, fuzz } from './fuzz.ts'

const chain = profileNamed('chain')
const slashes = profileNamed('slashes')
const escrow = profileNamed('escrow')

/** The statechart with something wrong. */
class Wrong implements Driver {
  readonly #model: ModelDriver
  constructor(
    profile: typeof chain,
    readonly wrong: {
      outcome?(outcome: Outcome, event: Event): Outcome
      state?(state: State): State
    },
  ) {
    this.#model = new ModelDriver(profile)
  }
  reset() {
    return this.#model.reset()
  }
  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    const outcomes = await this.#model.apply(events)
    return outcomes.map((outcome, index) => this.wrong.outcome?.(outcome, events[index]!) ?? outcome)
  }
  async observe() {
    const seen = await this.#model.observe()
    return { ...seen, stored: this.wrong.state?.(seen.stored) ?? seen.stored }
  }
}

const search = (driver: Driver, profile = chain) => fuzz(profile, driver, { seed: 3, runs: 60 })
const last = ({ failure }: FuzzResult) => failure!.at(-1)!
const typesOf = ({ failure }: FuzzResult) => failure!.map(({ event }) => event.type)

describe('fuzz', () => {
  test('two statecharts never differ', async () => {
    const result = await search(new ModelDriver(chain))
    expect(result).toMatchObject({ profile: 'chain', runs: 60, failure: undefined, difference: undefined })
    expect(result.steps).toBeGreaterThan(60 * 5)
  })

  test('PRUNE-3: bonds are slashed in a third of the runs', () => {
    // Whoever collects what is due settles it first, so that it can be with the sink at once.
    const isSlashed = ({ slashed, tokens }: State): boolean => slashed !== '0' || tokens.sink !== '0'
    const slashed = drawn(slashes, 60).filter((states) => states.some(isSlashed))
    expect(slashed.length).toBeGreaterThan(20)
  })

  test('what is declared as unsupported is in no run', () => {
    const blobs = { type: 'propose' as const, with: { blobs: ['match'] } }
    const types = new Set<string>()
    drawn(escrow, 20, ({ event }) => types.add(event.type), {
      ...nothingUnsupported,
      events: ['prune', blobs],
    })
    expect(types).toContain('deposit')
    expect(types).not.toContain('prune')
    expect(types).not.toContain('propose')
  })

  test('PRUNE-5: a prune that is always accepted shrinks to that one event', async () => {
    const result = await search(
      new Wrong(chain, { outcome: (outcome, { type }) => (type === 'prune' ? { accepted: true } : outcome) }),
    )
    expect(typesOf(result)).toEqual(['prune'])
    expect(last(result)).toMatchObject({
      expected: 'refused with NothingToPrune',
      found: 'accepted',
      states: undefined,
    })
  })

  test('PRUNE-3: a slash that is lost shrinks to block, claim and prune, with the place that differs', async () => {
    const result = await search(
      new Wrong(slashes, { state: (state) => ({ ...state, slashed: '0' }) }),
      slashes,
    )
    expect(typesOf(result).filter((type) => type !== 'advanceSlot')).toEqual([
      'propose',
      'claimEpochProofRight',
      expect.stringMatching(/^(prune|propose)$/),
    ])
    expect(last(result).states).toEqual(['slashed 1', 'slashed 0'])
  })

  test('a process that breaks down is a difference, at the event at which it does', async () => {
    const result = await search(
      new Wrong(chain, {
        outcome(outcome, { type }) {
          if (type === 'claimEpochProofRight') throw new DriverError('out of memory')
          return outcome
        },
      }),
    )
    expect(typesOf(result)).toEqual(['claimEpochProofRight'])
    expect(last(result)).toMatchObject({ found: 'out of memory' })
  })

  test('the same seed gives the same runs', async () => {
    const wrong = () =>
      new Wrong(chain, { state: (state) => ({ ...state, pending: state.pending.slice(0, 1) }) })
    expect((await search(wrong())).failure).toEqual((await search(wrong())).failure)
  })
})

describe('the trace of a run that differs', () => {
  const traceOf = async (driver: Driver, profile: typeof chain) => {
    const { failure } = await search(driver, profile)
    const text = printItf(itfOfRun(profile.name, initialState(profile), failure!))
    return { failure: failure!, run: runOfItf(parseItf(text, 'fuzz.itf.json'), 'fuzz.itf.json', profile) }
  }

  test('is the run, and leaves the statechart in its last state because of the state', async () => {
    const { failure, run } = await traceOf(
      new Wrong(slashes, { state: (state) => ({ ...state, slashed: '0' }) }),
      slashes,
    )
    expect(run.trace.blocks).toEqual(failure.map(({ event }) => [event]))
    expect(run.departure!.state).toBe(failure.length)
    expect(run.departure!.says).toMatch(/^slashed: trace /m)
  })

  test('leaves it because of a refusal, with its clause', async () => {
    const { run } = await traceOf(
      new Wrong(chain, { outcome: (outcome, { type }) => (type === 'prune' ? { accepted: true } : outcome) }),
      chain,
    )
    expect(run.departure).toEqual({
      state: 1,
      says: 'the statechart refuses prune with NothingToPrune (PRUNE-5)',
    })
  })
})
