import { describe, expect, test } from 'vitest'
import { loadPreset, parametersSchema } from '../../spec/parameters.ts'
import { inSession } from '../fallback-controller/timing.ts'
import { takenBy } from './chain.ts'
import { Scenario } from './scenario.ts'
import { type Block, type Event, GENESIS, type Log } from './vocabulary.ts'

const [rfc] = loadPreset('rfc').profiles
const start = Scenario.deployed(rfc!)
const block = (slot: number, content = 'a', forced = 0): Block => ({
  slot,
  content,
  beneficiary: 'none',
  forced,
})
const force = (scenario: Scenario): Scenario => scenario.after(scenario.event('forceInclusion'))
const publish = (scenario: Scenario): Scenario => scenario.after(scenario.event('proposeWithProof'))
const inFallback = (scenario: Scenario): boolean => inSession(scenario.effective.fallback)
const modes = (scenario: Scenario, ...slots: number[]): boolean[] =>
  slots.map((slot) => inFallback(scenario.at(slot)))
const logsOf = (scenario: Scenario, event: Event): readonly Log[] => {
  const outcome = scenario.rollup.step(scenario.state, event)
  return 'effects' in outcome ? outcome.effects : []
}
/** Counted from slot 0 with a queue that waits and no chain: fallback in slots 96 to 159. */
const waiting = force(start)
/** Counted from slot 0 and nothing in the queue: a block that was dropped in slot 45. */
const dropped = start.propose()

describe('entry', () => {
  test('FALLBACK-1: counted from slot 7, slot 102 is the committee’s and slot 103 is not', () => {
    expect(modes(start.at(7).propose(), 102, 103)).toEqual([false, true])
  })

  test('FALLBACK-1: a deployment whose T_enter is 0 counts nothing', () => {
    const parameters = { ...rfc!.parameters, fallbackEnterSlots: 0 }
    const without = force(Scenario.deployed({ ...rfc!, parameters }).propose())
    expect(without.state.fallback).toEqual(start.state.fallback)
    expect(without.at(32).prove().state.fallback).toEqual(start.state.fallback)
    expect(modes(without, 96, 200)).toEqual([false, false])
  })

  test('FALLBACK-2: a first block in slot 1000: slot 1096 is in fallback; without it fallback never comes', () => {
    expect(modes(start.at(1000).propose(), 1095, 1096)).toEqual([false, true])
    expect(modes(start, 96, 1096, 2000)).toEqual([false, false, false])
  })

  test('FALLBACK-2: an advance counts anew if something still waits, and ends the count if not', () => {
    const proven = start.propose().at(40).prove()
    expect(proven.state.fallback).toEqual(start.state.fallback)
    const queued = force(start.propose()).at(40)
    expect(queued.prove().state.fallback.countedFrom).toBe(40)
    expect(modes(queued.prove(), 135, 136)).toEqual([false, true])
    const more = start.propose().at(33).propose().at(40).prove()
    expect(more.state.fallback.countedFrom).toBe(40)
  })

  test('FALLBACK-3: a claim for epoch 2 that is made in slot 96 keeps the committee in force until slot 127', () => {
    const due = start.at(1).propose().at(90).propose().at(96)
    expect(modes(due, 96, 97)).toEqual([false, true])
    const claimed = due.claim()
    expect(modes(claimed, 97, 127, 128)).toEqual([false, false, true])
    const late = claimed.at(128).effective
    expect([late.claim, late.pending, late.fallback.entered]).toEqual([null, [], 128])
  })

  test('FALLBACK-4: with blocks in slots 90 and 95 and an entry in slot 96, the first block builds on the proven tip', () => {
    const full = force(start).at(90).propose().at(95).propose()
    expect(takenBy(full.state)).toBe(1)
    const entered = full.at(96)
    expect(entered.effective.pending).toEqual([])
    expect(takenBy(entered.effective)).toBe(0)
    const event = entered.event('proposeWithProof')
    expect([event.parent, event.forced]).toEqual([GENESIS, 1])
    expect(entered.refusals({ ...event, parent: block(95) })).toEqual(['ParentNotTip'])
    expect(logsOf(entered, event)).toEqual([
      { type: 'PendingChainPruned', tip: GENESIS },
      { type: 'FallbackChanged', active: true, since: 96, entries: 1 },
      { type: 'L2ProvenBlockProcessed', block: block(96, 'a', 1), proposer: event.caller, parent: GENESIS },
    ])
    expect(publish(entered).state).toMatchObject({ proven: block(96, 'a', 1), pending: [], taken: 1 })
  })

  test('FALLBACK-4: an entry drops a chain even if its session is over', () => {
    const live = force(start).at(95).propose()
    // Entered in slot 96, left in slot 160.
    expect(live.at(170).effective).toMatchObject({
      pending: [],
      fallback: { countedFrom: 160, entered: -1, advanced: -1 },
    })
  })

  test('FALLBACK-4: what an entry drops anybody may prune', () => {
    const live = force(start).at(95).propose()
    expect(live.refusals(live.event('prune'))).toEqual(['NothingToPrune'])
    const entered = live.at(96)
    expect(entered.after(entered.event('prune')).state).toEqual(entered.effective)
    expect(logsOf(entered, entered.event('prune'))).toEqual([
      { type: 'PendingChainPruned', tip: GENESIS },
      { type: 'FallbackChanged', active: true, since: 96, entries: 1 },
    ])
    expect(waiting.at(96).refusals(waiting.at(96).event('prune'))).toEqual(['NothingToPrune'])
  })

  test('FALLBACK-5: a proposal passes in slot 95 and is refused in slot 96, a claim too', () => {
    const [last, first] = [dropped.at(95), dropped.at(96)]
    expect(last.refusals(last.event('propose'))).toEqual([])
    expect(first.refusals(first.event('propose'))).toEqual(['FallbackActive'])
    expect(first.revert(first.claiming())).toEqual(['FallbackActive'])
  })
})

describe('exit', () => {
  test('FALLBACK-6: advanced in every slot, slot 223 is in fallback and slot 224 is not', () => {
    let busy = publish(dropped.at(96))
    while (busy.state.slot < 223) busy = publish(busy.at(busy.state.slot + 1))
    expect(modes(busy, 223, 224)).toEqual([true, false])
  })

  test('FALLBACK-7: slot 159 is the last of an unused session, slot 163 after a block in slot 100', () => {
    expect(modes(dropped, 96, 159, 160)).toEqual([true, true, false])
    expect(modes(publish(dropped.at(100)), 163, 164)).toEqual([true, false])
  })

  test('FALLBACK-8: a queue that waits brings fallback back, in slots 96 to 159, 256 to 319 and so on', () => {
    expect(modes(waiting, 95, 96, 159, 160, 255, 256, 319, 320, 415, 416)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      false,
      false,
      true,
    ])
  })

  test('FALLBACK-8: an exit leaves a chain in which nothing waits idle', () => {
    expect(dropped.at(160).effective.fallback).toEqual(start.state.fallback)
    expect(modes(dropped, 256, 400)).toEqual([false, false])
  })

  test('PRUNE-4: the committee’s first block after a session settles entry and exit', () => {
    const after = dropped.at(170)
    expect(logsOf(after, after.event('propose')).map(({ type }) => type)).toEqual([
      'PendingChainPruned',
      'FallbackChanged',
      'L2PendingBlockProcessed',
    ])
    expect(after.propose().state).toMatchObject({
      pending: [block(170)],
      fallback: { countedFrom: 170, entered: -1, advanced: -1 },
    })
    const stored = publish(dropped.at(96)).at(170)
    expect(stored.propose().state).toMatchObject({ proven: block(96), pending: [block(170)] })
  })
})

describe('proposeWithProof', () => {
  const entered = dropped.at(97)
  const event = entered.event('proposeWithProof')

  test('FALLBACK-9: refused in slots 95 and 160, accepted in slots 96 and 159', () => {
    const refused = [95, 96, 159, 160].map((slot) => {
      const now = dropped.at(slot)
      return now.revert(now.event('proposeWithProof'))
    })
    expect(refused).toEqual([['FallbackNotActive'], undefined, undefined, ['FallbackNotActive']])
  })

  test('FALLBACK-10: an address that was never registered publishes', () => {
    expect(event.caller).toBe('stranger')
    expect(entered.refusals(event)).toEqual([])
  })

  test('FALLBACK-11: a second block on the same parent is refused, one on the first passes', () => {
    const once = entered.after(event).at(98)
    const second = once.event('proposeWithProof')
    expect(once.refusals({ ...second, parent: GENESIS })).toEqual(['ParentNotTip'])
    expect(second.parent).toEqual(block(97))
    expect(once.refusals(second)).toEqual([])
  })

  test('FALLBACK-12: proven tip in slot 31, now slot 130: headers of slots 32 to 130 pass, 31 and 131 do not', () => {
    const proven = force(start.at(31).propose().at(32).prove()).at(130)
    const inSlot = (slot: number) =>
      proven.revert(proven.event('proposeWithProof', { slot, timestampSlot: slot }))
    expect([31, 32, 130, 131].map(inSlot)).toEqual([
      ['SlotTaken', 31, 32],
      undefined,
      undefined,
      ['SlotInFuture', 131, 130],
    ])
    expect(proven.refusals(proven.event('proposeWithProof', { timestampSlot: 129 }))).toEqual([
      'TimestampMismatch',
    ])
  })

  test('FALLBACK-13: a proof that the verifier rejects is refused', () => {
    expect(entered.revert({ ...event, valid: false })).toEqual(['ProofInvalid'])
  })

  test('FALLBACK-14: the block of slot 97 is final in slot 97, with what it takes', () => {
    const queued = force(entered)
    const taking = queued.event('proposeWithProof', { forced: 1 })
    expect(queued.after(taking).state).toEqual({
      ...queued.state,
      proven: block(97, 'a', 1),
      taken: 1,
      fallback: { countedFrom: -1, entered: 96, advanced: 97 },
    })
  })

  test('QUEUE-6, QUEUE-7: what is due comes first in fallback too, by the epoch of L1', () => {
    const due = waiting.at(97)
    const base = due.event('proposeWithProof')
    expect(base.forced).toBe(1)
    expect(due.refusals({ ...base, forced: 0, slot: 0, timestampSlot: 0 })).toEqual([
      'ForcedTransactionsDue',
      'ForcedBelowMinimum',
    ])
  })

  test('FALLBACK-15, LOG-12: the caller is credited with the reward or the pool, and with 0 nothing is announced', () => {
    const credited = (fallbackRewardWei: string, pool: string) => {
      const parameters = { ...rfc!.parameters, fallbackRewardWei }
      const paid = Scenario.deployed({ ...rfc!, parameters, tokens: { ...rfc!.tokens, rollup: pool } })
        .propose()
        .at(97)
      const logs = logsOf(paid, paid.event('proposeWithProof')).slice(2)
      return [publish(paid).state.credits.stranger, ...logs.slice(1)]
    }
    const credit = (amount: string) => [amount, { type: 'RewardCredited', receiver: 'stranger', amount }]
    expect(['0', '7', '9'].map((reward) => credited(reward, '8'))).toEqual([
      [undefined],
      credit('7'),
      credit('8'),
    ])
  })

  test('FALLBACK-16: epochs are sampled in fallback, and the committee after the exit is that of the last sample', () => {
    const sampled = dropped.at(130).after(dropped.at(130).event('setupEpoch'))
    expect(sampled.state.samples.at(-1)?.epoch).toBe(5)
    const after = sampled.at(160)
    expect(after.event('propose').committee).toEqual(sampled.state.samples.at(-1)?.members)
    expect(after.refusals(after.event('propose'))).toEqual([])
  })
})

describe('parameters', () => {
  const accepts = (change: Partial<typeof parameters>) =>
    parametersSchema.safeParse({ ...parameters, ...change }).success
  const { parameters } = rfc!

  test('FALLBACK-17: T_enter is 0 or at least 96 slots', () => {
    expect([0, 95, 96].map((fallbackEnterSlots) => accepts({ fallbackEnterSlots }))).toEqual([
      true,
      false,
      true,
    ])
  })

  test('FALLBACK-18: T_activity is at least 1 and T_exit not less', () => {
    expect(accepts({ fallbackExitActivitySlots: 0 })).toBe(false)
    expect(accepts({ fallbackExitActivitySlots: 128 })).toBe(true)
    expect(accepts({ fallbackExitActivitySlots: 129 })).toBe(false)
  })
})

describe('logs', () => {
  test('LOG-10: a block in slot 300 announces (true, 256, 2)', () => {
    const late = waiting.at(300)
    expect(logsOf(late, late.event('proposeWithProof'))[0]).toEqual({
      type: 'FallbackChanged',
      active: true,
      since: 256,
      entries: 2,
    })
  })

  test('LOG-10: in slot 330 a block is refused and a forced transaction announces (false, 320, 2)', () => {
    const late = waiting.at(330)
    expect(late.refusals(late.event('proposeWithProof'))).toEqual(['FallbackNotActive'])
    expect(logsOf(late, late.event('forceInclusion'))[0]).toEqual({
      type: 'FallbackChanged',
      active: false,
      since: 320,
      entries: 2,
    })
  })

  test('LOG-10: nothing is announced where neither entry nor exit is settled', () => {
    const session = publish(waiting.at(96)).at(97)
    expect(logsOf(session, session.event('proposeWithProof')).map(({ type }) => type)).toEqual([
      'L2ProvenBlockProcessed',
    ])
  })
})
