import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machineOf } from '../../../model/core/deployed.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { refusals, underOtherReading } from '../../../model/l1-rollup/refusals.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPointwise, type Profile } from '../../../spec/parameters.ts'
import { l1RollupSubject } from '../subjects.ts'
import { type AnsweredPairs, answersIn, askModelChecker, comparePairs, PairsUnanswered } from './pointwise.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-pairs-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [wide, posted, otherReadings] = loadPointwise('modelChecker') as [Profile, Profile, Profile]
const machine = machineOf(l1Rollup, wide)
const ask = (profile: Profile) =>
  askModelChecker(l1RollupSubject, profile, {
    folder: path.join(folder, profile.name),
    seed: 7,
    states: 150,
    eventsPerState: 60,
  })
type Args = { context: State; event: Event }

describe('answers of the model checker', () => {
  const [state, event] = [{} as State, {} as Event]
  const drawn = [{ state, events: [event, event] }]
  const read = (...lines: string[]) => {
    const file = path.join(folder, 'answers')
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
    return answersIn(file, drawn, 'some')
  }

  test('belong to their pairs, whatever their order', async () => {
    expect(await read('[1,2,["Late"],0,0]', '[1,1,[],{},[]]')).toEqual([['[[],{},[]]', '[["Late"],0,0]']])
  })

  test.each([
    [['[1,1,[],{},[]]'], 1],
    [['[1,1,[],{},[]]', '[1,1,[],{},[]]'], 2],
  ])('are refused when a pair has none: %j', async (lines, count) => {
    await expect(read(...lines)).rejects.toThrow(PairsUnanswered)
    await expect(read(...lines)).rejects.toThrow(`profile some: TLC answered ${count} times for 2 pairs`)
  })
})

describe('pairs that nobody has to reach', () => {
  let asked: AnsweredPairs<L1RollupTypes>
  let askedPosted: AnsweredPairs<L1RollupTypes>
  let askedOtherwise: AnsweredPairs<L1RollupTypes>
  beforeAll(async () => {
    asked = await ask(wide)
    askedPosted = await ask(posted)
    askedOtherwise = await ask(otherReadings)
  })

  test('TLA+ and statechart answer alike', async () => {
    const { pairs, accepted, differenceCount, smallest } = await comparePairs(l1RollupSubject, asked)
    expect(smallest).toBeUndefined()
    expect(differenceCount).toBe(0)
    expect(pairs).toBe(9_000)
    // Neither side is rare.
    expect(accepted).toBeGreaterThan(pairs / 5)
    expect(accepted).toBeLessThan(pairs / 2)
  })

  test('and where signatures are posted', async () => {
    expect(await comparePairs(l1RollupSubject, askedPosted)).toMatchObject({
      pairs: 9_000,
      differenceCount: 0,
    })
  })

  test('and under the other readings of EPOCH-2, EPOCH-8, PROOF-10, REWARD-3 and REWARD-6', async () => {
    expect(await comparePairs(l1RollupSubject, askedOtherwise)).toMatchObject({
      pairs: 9_000,
      differenceCount: 0,
    })
  })

  test.each(Object.keys(refusals))('a statechart without the check %s is seen', async (check) => {
    const [pairs, whole] = refusals[check as keyof typeof refusals].clause.startsWith('CHALLENGE')
      ? [askedPosted, machineOf(l1Rollup, posted)]
      : check in underOtherReading
        ? [askedOtherwise, machineOf(l1Rollup, otherReadings)]
        : [asked, machine]
    const unchecked = whole.provide({ guards: { [check]: () => true } })
    const { differenceCount } = await comparePairs(l1RollupSubject, pairs, { machine: unchecked })
    expect(differenceCount).toBeGreaterThan(0)
  })

  test('other effects of the same step are seen', async () => {
    const silent = machine.provide({ actions: { announceBlock: (() => []) as never } })
    const { smallest } = await comparePairs(l1RollupSubject, asked, { machine: silent })
    expect(smallest?.tla).toContain('L2PendingBlockProcessed')
    expect(smallest?.statechart).not.toContain('L2PendingBlockProcessed')
  })

  test('a rule that is wrong only far outside of every profile is seen', async () => {
    const isValid = machine.implementations.guards.quoteIsValid as unknown as (args: Args) => boolean
    const late = (args: Args) => isValid(args) || args.context.slot > 65_536
    const { differenceCount } = await comparePairs(l1RollupSubject, asked, {
      machine: machine.provide({ guards: { quoteIsValid: late as never } }),
    })
    expect(differenceCount).toBeGreaterThan(0)
  })
})

test('what keeps TLC from answering is said, not skipped', async () => {
  // A bond that the cap forbids: an ASSUME of the module fails.
  const parameters = { ...wide!.parameters, minimumBondWei: '2000' }
  const asking = askModelChecker(
    l1RollupSubject,
    { ...wide!, name: 'broken', parameters },
    { folder: path.join(folder, 'broken'), seed: 1, states: 3, eventsPerState: 5 },
  )
  await expect(asking).rejects.toThrow(PairsUnanswered)
  await expect(asking).rejects.toThrow('of module L1RollupTypes is false')
})
