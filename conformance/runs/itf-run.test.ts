import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { eventText, stateText } from '../../model/l1-rollup/texts.ts'
import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import { loadPreset, PresetError } from '../../spec/parameters.ts'
import {
  ItfError,
  type ItfState,
  type ItfTrace,
  type ItfValue,
  parseItf,
  printItf,
} from '../../tla/tlc/itf.ts'
import { Course } from './course.ts'
import { baseOf, profileOf, replayFile } from './file.ts'
import { LOOP_ROUNDS, runOfItf } from './itf-run.ts'
import { relativeText } from './lasso.ts'

const { profiles } = loadPreset('tiny')
/** One validator: proposers are the same in every slot. */
const forks = profiles.find(({ name }) => name === 'forks')!
const { slotsPerEpoch } = forks.parameters

const time: Event = { type: 'advanceSlot' }
const prune: Event = { type: 'prune', caller: 'stranger' }

const toItf = (value: unknown): ItfValue => {
  if (typeof value === 'number') return { '#bigint': String(value) }
  if (Array.isArray(value)) return value.map(toItf)
  if (typeof value !== 'object' || value === null) return value as ItfValue
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, toItf(of)]))
}
const vars = Object.keys(initialState(forks))
/** A state of the model as the model checker prints it, with the event that led to it. */
const stateWith = (state: State, event?: Event): ItfState => {
  const variables = toItf(JSON.parse(stateText(state))) as Record<string, ItfValue>
  if (!event) return { ...variables, 'mbt::actionTaken': 'init', 'mbt::nondetPicks': {} }
  const { type, ...parameters } = JSON.parse(eventText(event))
  const picks = Object.entries(parameters).map(([name, value]) => [
    name,
    { tag: 'Some', value: toItf(value) },
  ])
  return { ...variables, 'mbt::actionTaken': type, 'mbt::nondetPicks': Object.fromEntries(picks) }
}
const traceOf = (states: ItfState[], more: Partial<ItfTrace> = {}): ItfTrace => ({
  '#meta': { profile: 'forks' },
  vars: [...vars, 'mbt::actionTaken', 'mbt::nondetPicks'],
  states,
  ...more,
})
/** The statechart's own trace of these events. */
const honest = (...events: Event[]): ItfTrace => {
  const course = new Course(forks)
  const states = [stateWith(course.state)]
  for (const event of events) {
    course.follow(event)
    states.push(stateWith(course.state, event))
  }
  return traceOf(states)
}
const propose = (state: State): Event => ({
  type: 'propose',
  caller: 'v1',
  committee: ['v1'],
  slot: state.slot,
  timestampSlot: state.slot,
  parent: state.pending.at(-1) ?? state.proven,
  content: 'a',
  blobs: 'match',
  forced: 0,
  forcedHash: 'match',
  attestations: ['v1'],
})

describe('traces of the model checker', () => {
  test('events come out as they are, one to a block', () => {
    const events = [time, propose({ ...initialState(forks), slot: 1 }), time, prune]
    const { trace, departure } = runOfItf(honest(...events), 'x.itf.json', forks)
    expect(trace.blocks).toEqual(events.map((event) => [event]))
    expect(departure).toMatchObject({ state: 4, says: expect.stringContaining('NothingToPrune (PRUNE-5)') })
  })

  test('a state that only a bug leads to is where the trace departs', () => {
    const itf = honest(time, time)
    itf.states[2] = stateWith({ ...initialState(forks), slot: 2, slashed: '1' }, time)
    expect(runOfItf(itf, 'x.itf.json', forks).departure).toMatchObject({ state: 2 })
  })
})

describe('lassos', () => {
  /** A block in every epoch, never proven, pruned in the next: slots are taken back by an epoch at the end. */
  const lasso = (): ItfTrace => {
    const start = initialState(forks)
    const first = propose(start)
    const block = { slot: 0, content: 'a', beneficiary: 'none', forced: 0 }
    const states = [stateWith(start), stateWith({ ...start, pending: [block] }, first)]
    for (let slot = 1; slot <= slotsPerEpoch + 1; slot++)
      states.push(stateWith({ ...start, slot, pending: [block] }, time))
    // Pruned, and slots go back by two epochs with the passing of time.
    states.push(stateWith({ ...start, slot: slotsPerEpoch + 1 }, prune))
    states.push(stateWith(start, time))
    states.push(stateWith({ ...start, pending: [block] }, first))
    return traceOf(states, { loop: 1 })
  }

  test('the loop is run three times, with slots that go on', () => {
    const itf = lasso()
    // The last state is the loop's first one: the lasso closes by the event that leads there.
    itf.states.pop()
    const { trace, departure } = runOfItf(itf, 'x.itf.json', forks)
    expect(departure).toBeUndefined()
    const events = trace.blocks.flat()
    const slots = events.flatMap((event) => (event.type === 'propose' ? [event.slot] : []))
    const epochs = 2 * slotsPerEpoch
    expect(slots).toEqual(Array.from({ length: LOOP_ROUNDS + 1 }, (_, round) => round * epochs))
    const course = new Course(forks)
    expect(events.flatMap((event) => course.follow(event))).toEqual([])
    expect(events.filter(({ type }) => type === 'prune')).toHaveLength(LOOP_ROUNDS)
  })

  test('PRUNE-1: a lasso that ends in another state than the statechart is where it departs', () => {
    const itf = lasso()
    itf.states.pop()
    const pruned = itf.states.length - 2
    // The chain that the prune drops is still there.
    itf.states[pruned]!.pending = itf.states[pruned - 1]!.pending
    expect(runOfItf(itf, 'x.itf.json', forks).departure).toMatchObject({
      state: pruned,
      says: expect.stringMatching(/\npending: trace \[.+\], model \[\]$/m),
    })
  })

  test('one that stutters has nothing to run', () => {
    const itf = { ...honest(time), loop: 1 }
    expect(runOfItf(itf, 'x.itf.json', forks).trace.blocks).toEqual([[time]])
  })

  test('one that no event closes is refused', () => {
    expect(() => runOfItf({ ...honest(time, time), loop: 0 }, 'x.itf.json', forks)).toThrow(
      'x.itf.json: at $.states[0]["mbt::actionTaken"]: expected an event that closes the loop',
    )
  })

  test('slots that differ by a part of an epoch are refused', () => {
    const itf = { ...honest(time, time), loop: 1 }
    itf.states[1] = stateWith(initialState(forks), time)
    expect(() => runOfItf(itf, 'x.itf.json', forks)).toThrow(
      /at \$\.states\[1\]\.slot: expected a slot that differs/,
    )
  })
})

describe('bad input', () => {
  const broken = (change: (state: ItfState) => void): ItfTrace => {
    const itf = honest(time, prune)
    change(itf.states[2]!)
    return itf
  }
  const message = (itf: ItfTrace) => {
    try {
      runOfItf(itf, 'x.itf.json', forks)
    } catch (error) {
      expect(error).toBeInstanceOf(ItfError)
      return (error as Error).message
    }
    return 'accepted'
  }

  test('an unknown event', () => {
    const itf = broken((state) => {
      state['mbt::actionTaken'] = 'halt'
    })
    expect(message(itf)).toMatch(
      /^x\.itf\.json: at \$\.states\[2\]\["mbt::actionTaken"\]: expected one of advanceSlot, .*, found halt$/,
    )
  })

  test('a parameter that the event does not have, and one that it lacks', () => {
    for (const picks of [{}, { caller: { tag: 'Some', value: { '#bigint': '3' } } }])
      expect(
        message(
          broken((state) => {
            state['mbt::nondetPicks'] = picks as never
          }),
        ),
      ).toContain('$.states[2]["mbt::nondetPicks"].caller: expected parameters of prune')
  })

  test('a state without an event', () => {
    const itf = broken((state) => {
      delete state['mbt::actionTaken']
    })
    expect(message(itf)).toContain('at $.states[2]["mbt::actionTaken"]: expected the name of an event')
  })

  test('a variable of another shape', () => {
    const itf = broken((state) => {
      state.validators = 'v1'
    })
    expect(message(itf)).toContain('at $.states[2].validators')
  })

  test('a trace of another profile', () => {
    const escrow = profiles.find(({ name }) => name === 'escrow')!
    expect(() => runOfItf(honest(time), 'x.itf.json', escrow)).toThrow(
      /at \$\.states\[0\]\.\w+: expected the initial state of profile escrow/,
    )
    expect(() => profileOf(honest(time), 'x.itf.json', profiles, 'nonsense')).toThrow(PresetError)
    const nowhere = honest(time)
    nowhere.states[0] = stateWith({ ...initialState(forks), slashed: '5' })
    expect(() => profileOf({ ...nowhere, '#meta': {} }, 'x.itf.json', profiles)).toThrow(
      /^x\.itf\.json names no profile in #meta: expected one of chain, .*; it starts as none of them does$/,
    )
  })

  test('a trace that names no profile is of the one that it starts in', () => {
    expect(profileOf({ ...honest(time), '#meta': {} }, 'x.itf.json', profiles)).toBe(forks)
  })
})

describe('provers', () => {
  /** A second prover, as liveness models have it. */
  const withSecond = (available: string): ItfTrace => {
    const start = initialState(forks)
    const account = { available, withdrawing: '0', unlockSlot: 0, staked: '0' }
    const state = {
      ...start,
      accounts: { ...start.accounts, p2: account },
      tokens: { ...start.tokens, p2: '0' },
      credits: { ...start.credits, p2: '0' },
    }
    return traceOf([stateWith(state), stateWith({ ...state, slot: 1 }, time)])
  }

  test('that the profile lacks are added to it, with nothing', () => {
    const itf = withSecond('0')
    expect(baseOf(itf, 'x.itf.json', profiles)).toBe(forks)
    const profile = profileOf(itf, 'x.itf.json', profiles)
    expect(profile).toMatchObject({
      name: 'forks with p2',
      provers: ['p1', 'p2'],
      tokens: { p2: '0' },
      deposits: { p2: '0' },
    })
    expect(runOfItf(itf, 'x.itf.json', profile)).toMatchObject({
      trace: { profile: 'forks with p2', blocks: [[time]] },
      departure: undefined,
    })
  })

  test('that own something are refused', () => {
    const itf = withSecond('1')
    const profile = profileOf(itf, 'x.itf.json', profiles)
    expect(() => runOfItf(itf, 'x.itf.json', profile)).toThrow(/at \$\.states\[0\]\.accounts: expected/)
  })
})

describe('relative states of lassos', () => {
  const blocks = (...slots: number[]) =>
    slots.map((slot) => ({ slot, content: 'a', beneficiary: 'none', forced: 0 }))
  const claim = { epochToProve: 1, proverAddress: 'p1', bondAmount: '0', basisPointFee: 0, claimant: 'v1' }
  const now: State = {
    ...initialState(forks),
    slot: 2 * slotsPerEpoch,
    pending: blocks(slotsPerEpoch),
    claim,
  }
  /** The same, so many epochs later. */
  const later = (epochs: number): State => ({
    ...now,
    slot: now.slot + epochs * slotsPerEpoch,
    pending: blocks((1 + epochs) * slotsPerEpoch),
    claim: { ...claim, epochToProve: 1 + epochs },
  })
  const relative = (state: State): string => relativeText(state, forks)

  test('are the same after whole epochs', () => {
    expect(relative(later(7))).toBe(relative(now))
  })

  test.each<[string, State]>([
    ['a slot later', { ...now, slot: now.slot + 1 }],
    ['an epoch older', { ...now, slot: now.slot + slotsPerEpoch }],
    ['without its claim', { ...now, claim: null }],
    ['with the claim of another epoch', { ...now, claim: { ...claim, epochToProve: 0 } }],
    ['with a block more', { ...now, pending: blocks(slotsPerEpoch, slotsPerEpoch + 1) }],
    ['slashed', { ...now, slashed: '1' }],
  ])('differ: %s', (_, state) => {
    expect(relative(state)).not.toBe(relative(now))
  })

  test('ESCROW-12: an unlock slot moves with the slots, and one that has passed holds nobody back', () => {
    const unlocking = (state: State, unlockSlot: number): string =>
      relative({
        ...state,
        accounts: { p1: { available: '0', withdrawing: '1', unlockSlot, staked: '0' } },
      })
    const ahead = now.slot + 2
    expect(unlocking(later(3), ahead + 3 * slotsPerEpoch)).toBe(unlocking(now, ahead))
    expect(unlocking(now, ahead + 1)).not.toBe(unlocking(now, ahead))
    expect(unlocking(later(3), slotsPerEpoch)).toBe(unlocking(later(3), 1))
  })

  test('PRUNE-2: a chain that is dead grows no older', () => {
    const dead = { ...now, slot: now.slot + slotsPerEpoch }
    expect(relative({ ...dead, slot: dead.slot + 4 * slotsPerEpoch })).toBe(relative(dead))
  })
})

describe('replayFile', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lockstep-itf-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('a file on model and contracts, step by step', async () => {
    const file = join(folder, 'prune.itf.json')
    await writeFile(file, printItf(honest(time, propose({ ...initialState(forks), slot: 1 }), prune)))
    const said: string[] = []
    const result = await replayFile(file, undefined, { progress: (text) => said.push(text) })
    expect(result).toMatchObject({ steps: 3, difference: undefined })
    expect(result.departure).toContain('PRUNE-5')
    expect(said.at(-1)).toMatch(/^step 3 of 3: .*: refused with NothingToPrune\(/)
  })

  test('a truncated file', async () => {
    const file = join(folder, 'cut.itf.json')
    await writeFile(file, printItf(honest(time)).slice(0, -30))
    await expect(replayFile(file)).rejects.toThrow(ItfError)
    expect(() => parseItf('{', 'cut')).toThrow('the file ends in the middle')
  })
})
