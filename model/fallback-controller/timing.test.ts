import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesPassed, firstEntryNext, lastEntryNext, slotsPerCycle } from './rules/timing.ts'
import {
  advances,
  countedFrom,
  idle,
  inSession,
  type Timing,
  type TimingParameters,
  timed,
  waits,
} from './timing.ts'

const rfc: TimingParameters = {
  fallbackEnterSlots: 96,
  fallbackExitSlots: 128,
  fallbackExitActivitySlots: 64,
}
const NO_CLAIM = -1
const session = (entered: number, advanced = entered): Timing => ({ countedFrom: -1, entered, advanced })

/** FALLBACK-8 as it is worded: every entry and every exit in its slot, one slot after the other. */
function folded(from: Timing, until: number, deadline: number, forced: boolean, p: TimingParameters) {
  let timing = from
  let entries = 0
  for (let slot = 0; slot <= until; slot++) {
    const { countedFrom: counted, entered, advanced } = timing
    const isDue = p.fallbackEnterSlots > 0 && counted >= 0 && slot >= counted + p.fallbackEnterSlots
    if (isDue && slot >= deadline) {
      timing = session(slot)
      entries++
    } else if (
      inSession(timing) &&
      (slot >= entered + p.fallbackExitSlots || slot >= advanced + p.fallbackExitActivitySlots)
    )
      timing = forced ? countedFrom(slot) : idle
  }
  return { timing, entries }
}

const upTo = (max: number) => fc.integer({ min: 0, max })
const parametersDrawn = fc
  .record({
    fallbackEnterSlots: fc.oneof(upTo(6), upTo(40)),
    fallbackExitActivitySlots: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })),
    longer: fc.oneof(fc.constant(0), fc.integer({ min: -11, max: 20 })),
  })
  .map(
    ({ longer, ...drawn }): TimingParameters => ({
      ...drawn,
      fallbackExitSlots: Math.max(1, drawn.fallbackExitActivitySlots + longer),
    }),
  )
/** Idle, counting or in a session that has not ended by the slot of its last advance. */
const timingDrawn = ({ fallbackExitSlots, fallbackExitActivitySlots }: TimingParameters) =>
  fc.oneof(
    fc.constant(idle),
    upTo(30).map(countedFrom),
    fc
      .tuple(upTo(30), upTo(3 * fallbackExitActivitySlots))
      .map(([entered, after]) => session(entered, entered + Math.min(after, fallbackExitSlots - 1))),
  )
const lastOf = ({ countedFrom: counted, advanced }: Timing) => Math.max(0, counted, advanced)
const cases = parametersDrawn.chain((parameters) =>
  timingDrawn(parameters).chain((timing) =>
    fc.record({
      parameters: fc.constant(parameters),
      timing: fc.constant(timing),
      forced: fc.boolean(),
      until: fc.oneof(upTo(60), upTo(400)).map((later) => lastOf(timing) + later),
      // Of a claim that is live when the count runs: a session has none.
      deadline: inSession(timing) ? fc.constant(NO_CLAIM) : fc.oneof(fc.constant(NO_CLAIM), upTo(80)),
    }),
  ),
)

describe('the closed form', () => {
  test('FALLBACK-8: is what every entry and every exit in its slot result in', () => {
    fc.assert(
      fc.property(cases, ({ parameters, timing, until, deadline, forced }) => {
        const { timing: expected, entries } = folded(timing, until, deadline, forced, parameters)
        expect(timed(timing, until, deadline, forced, parameters)).toEqual(expected)
        if (timing.countedFrom < 0) return
        const entryNext = firstEntryNext({
          ...parameters,
          baseNext: timing.countedFrom + 1,
          claimDeadline: Math.max(0, deadline),
        })
        const cycleSlots = slotsPerCycle(parameters)
        const passed = entriesPassed({ entryNext, slot: until, queueWaits: forced, cycleSlots })
        expect(passed).toBe(entries)
        if (inSession(expected))
          expect(lastEntryNext({ entryNext, entries, cycleSlots })).toBe(expected.entered + 1)
      }),
      { numRuns: 20_000, seed: 20_260 },
    )
  })

  test('FALLBACK-8: may be taken in two steps', () => {
    fc.assert(
      fc.property(cases, upTo(50), ({ parameters, timing, until, deadline, forced }, later) => {
        const between = timed(timing, until, deadline, forced, parameters)
        expect(timed(between, until + later, deadline, forced, parameters)).toEqual(
          timed(timing, until + later, deadline, forced, parameters),
        )
      }),
      { numRuns: 5_000, seed: 20_261 },
    )
  })

  test('is the given object itself when nothing is due', () => {
    for (const timing of [idle, countedFrom(7), session(7, 9)])
      expect(timed(timing, 20, NO_CLAIM, true, rfc)).toBe(timing)
  })
})

describe('the slots of the RFC', () => {
  const at = (timing: Timing, slot: number, forced = false, deadline = NO_CLAIM) =>
    timed(timing, slot, deadline, forced, rfc)

  test('FALLBACK-1: counted from slot 7, slot 102 is the committee’s and slot 103 is not', () => {
    expect(at(countedFrom(7), 102)).toEqual(countedFrom(7))
    expect(at(countedFrom(7), 103)).toEqual(session(103))
  })

  test('FALLBACK-1: a deployment whose T_enter is 0 has no fallback', () => {
    const none = { ...rfc, fallbackEnterSlots: 0 }
    expect(timed(countedFrom(7), 100_000, NO_CLAIM, true, none)).toEqual(countedFrom(7))
  })

  test('FALLBACK-2: a first block in slot 1000 is counted from, and without it fallback never comes', () => {
    expect(at(idle, 100_000)).toEqual(idle)
    expect(at(waits(idle, 1_000), 1_095)).toEqual(countedFrom(1_000))
    expect(at(waits(idle, 1_000), 1_096)).toEqual(session(1_096))
  })

  test('FALLBACK-2: what waits does not start the count anew, an advance does', () => {
    expect(waits(countedFrom(7), 20)).toEqual(countedFrom(7))
    expect(waits(session(7), 20)).toEqual(session(7))
    expect(advances(countedFrom(7), 20, true)).toEqual(countedFrom(20))
    expect(advances(countedFrom(7), 20, false)).toEqual(idle)
  })

  test('FALLBACK-3: counted from slot 8, a claim for epoch 2 keeps the committee in force until slot 127', () => {
    expect(at(countedFrom(8), 127, false, 128)).toEqual(countedFrom(8))
    expect(at(countedFrom(8), 128, false, 128)).toEqual(session(128))
    expect(at(countedFrom(8), 104)).toEqual(session(104))
  })

  test('FALLBACK-6: advanced in every slot, slot 223 is in fallback and slot 224 is not', () => {
    expect(at(session(96, 222), 223)).toEqual(session(96, 222))
    expect(at(session(96, 223), 224)).toEqual(idle)
  })

  test('FALLBACK-7: unused, slot 159 is in fallback and slot 160 is not', () => {
    expect(at(session(96), 159)).toEqual(session(96))
    expect(at(session(96), 160)).toEqual(idle)
  })

  test('FALLBACK-7: with a block in slot 100, slot 163 is in fallback and slot 164 is not', () => {
    const used = advances(session(96), 100, false)
    expect(at(used, 163)).toEqual(session(96, 100))
    expect(at(used, 164)).toEqual(idle)
  })

  test('FALLBACK-8: with a waiting queue in fallback in slots 96 to 159, 256 to 319, and so on', () => {
    const inFallback = (slot: number) => inSession(at(countedFrom(0), slot, true))
    for (let entry = 96; entry < 100_000; entry += 160)
      expect([entry - 1, entry, entry + 63, entry + 64].map(inFallback)).toEqual([false, true, true, false])
    expect(at(countedFrom(0), 160, true)).toEqual(countedFrom(160))
    expect(at(countedFrom(0), 160, false)).toEqual(idle)
  })
})
