import { describe, expect, test } from 'vitest'
import { type FallbackParameters, loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import { Scenario } from './scenario.ts'
import type { Event } from './vocabulary.ts'

const rfc = loadFallbackPreset().pointwise.find(({ name }) => name === 'rfc')!
/** A controller with the numbers of the RFC, under the rollup's readings or others. */
const under = (readings: Partial<FallbackParameters> = {}) =>
  Scenario.deployed({ ...rfc, parameters: { ...rfc.parameters, ...readings } })
const genesis = under()

const propose: Event = { type: 'propose' }
const claim: Event = { type: 'claim' }
const force: Event = { type: 'forceInclusion' }
const settle: Event = { type: 'settle' }
const prove = (fields: { takesForced?: boolean; leavesPending?: boolean } = {}): Event => ({
  type: 'prove',
  takesForced: false,
  leavesPending: false,
  ...fields,
})
const proposeWithProof = (slot: number, takesForced = false): Event => ({
  type: 'proposeWithProof',
  slot,
  takesForced,
})

/** A transaction was queued in slot 0 and nobody acted; in slot 96 fallback is entered. */
const queued = genesis.after(force)
const entered = queued.at(96)
/** The same, settled. */
const session = entered.after(settle)
/** Whether the committee is in force in a slot. */
const committeeHas = (scenario: Scenario, slot: number) =>
  !scenario.at(slot).refusals(propose).includes('FallbackActive')

describe('what is counted', () => {
  test('FALLBACK-1: counted from slot 7, slot 102 is the committee’s and slot 103 is not', () => {
    const waiting = genesis.at(7).after(propose)
    expect([102, 103].map((slot) => committeeHas(waiting, slot))).toEqual([true, false])
  })

  test('FALLBACK-2: a first block in slot 1000 is counted from, without it fallback never comes', () => {
    const idle = genesis.at(1_000)
    expect(idle.effective).toEqual({ ...genesis.state, slot: 1_000 })
    const waiting = idle.after(propose)
    expect([1_095, 1_096].map((slot) => committeeHas(waiting, slot))).toEqual([true, false])
  })

  test('FALLBACK-2: a queued transaction waits as a block does, and what comes later changes nothing', () => {
    expect(genesis.at(5).after(force).state).toMatchObject({ countedFrom: 5, forced: true })
    expect(genesis.at(5).after(force).at(9).after(propose).state).toMatchObject({
      countedFrom: 5,
      pending: 9,
    })
  })

  test('FALLBACK-2: a prune does not stop the count', () => {
    const pruned = genesis.at(7).after(propose).at(45)
    expect(pruned.effective).toEqual({ ...pruned.state, pending: -1, countedFrom: 7 })
    expect([102, 103].map((slot) => committeeHas(pruned.after(propose), slot))).toEqual([true, false])
  })

  test('FALLBACK-2: an advance starts the count anew if something is left, and ends it if not', () => {
    const provable = genesis.at(7).after(propose, force).at(40)
    expect(provable.after(prove()).state).toMatchObject({ countedFrom: 40, pending: -1, forced: true })
    expect(provable.after(prove({ leavesPending: true, takesForced: true })).state).toMatchObject({
      countedFrom: 40,
      pending: 32,
      forced: false,
    })
    expect(provable.after(prove({ takesForced: true })).state).toMatchObject({ countedFrom: -1 })
  })

  test('FALLBACK-2: counted from the proven block, an advance in slot 40 starts the count in slot 31', () => {
    const proven = under({ countFrom: 'provenBlock' }).at(7).after(propose, force).at(40).after(prove())
    expect(proven.state).toMatchObject({ provenSlot: 31, countedFrom: 31 })
    expect([126, 127].map((slot) => committeeHas(proven, slot))).toEqual([true, false])
  })

  test('FALLBACK-2: where an idle chain counts, fallback comes and goes from genesis on', () => {
    const counting = under({ idleChain: 'counts' })
    expect(counting.state.countedFrom).toBe(0)
    expect([95, 96, 159, 160, 255, 256].map((slot) => committeeHas(counting, slot))).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
    ])
    expect(counting.at(7).after(propose).at(40).after(prove()).state.countedFrom).toBe(40)
  })

  test('FALLBACK-2: where pending blocks alone are counted, a prune and a queue do not matter', () => {
    const pending = under({ idleChain: 'whilePending' })
    expect(pending.after(force).state.countedFrom).toBe(-1)
    expect(pending.after(force).at(1_000).effective.entered).toBe(-1)
    const pruned = pending.at(7).after(propose).at(45)
    expect(pruned.effective).toEqual({ ...pruned.state, pending: -1, countedFrom: -1 })
    expect(pruned.at(1_000).effective).toEqual({ ...pruned.effective, slot: 1_000 })
    const left = pending
      .after(force)
      .at(31)
      .after(propose)
      .at(40)
      .after(prove({ leavesPending: true }))
    expect(left.state).toMatchObject({ countedFrom: 40, pending: 32 })
    expect(left.at(63).effective).toMatchObject({ countedFrom: 40, pending: 32 })
    expect(left.at(77).effective).toMatchObject({ countedFrom: -1, pending: -1 })
  })
})

describe('an entry', () => {
  test('FALLBACK-1: where T_enter is 0 there is none', () => {
    const none = under({ fallbackEnterSlots: 0 }).after(force, propose).at(1_000)
    expect(none.effective).toEqual({ ...none.state, pending: -1 })
    // FALLBACK-2: nothing is counted, not even where an idle chain counts.
    expect(none.state.countedFrom).toBe(-1)
    const counting = under({ fallbackEnterSlots: 0, idleChain: 'counts' })
    expect(counting.state.countedFrom).toBe(-1)
    expect(counting.after(propose).at(40).after(prove()).state.countedFrom).toBe(-1)
  })

  /** Something waits from slot 8 on, and a block of slot 95 can be claimed in slot 96. */
  const claimable = (scenario: Scenario) => scenario.at(8).after(force).at(95).after(propose).at(96)

  test('FALLBACK-3: a claim of slot 96 for epoch 2 keeps the committee in force until slot 127', () => {
    const claimed = claimable(genesis).after(claim)
    expect([103, 104, 127, 128].map((slot) => committeeHas(claimed, slot))).toEqual([true, true, true, false])
    expect([103, 104].map((slot) => committeeHas(claimable(genesis), slot))).toEqual([true, false])
  })

  test('FALLBACK-3: a claim that is kept can still be proven, and is slashed after its deadline', () => {
    const claimed = claimable(genesis).after(claim)
    expect(claimed.at(127).after(prove()).state).toMatchObject({
      provenSlot: 95,
      countedFrom: 127,
      claimDeadline: -1,
      bonds: { returned: 0, slashed: 0 },
    })
    expect(claimed.at(128).effective).toEqual({
      slot: 128,
      countedFrom: -1,
      entered: 128,
      advanced: 128,
      provenSlot: -1,
      pending: -1,
      forced: true,
      claimDeadline: -1,
      bonds: { returned: 0, slashed: 1 },
    })
  })

  test.each([
    ['returned', { returned: 1, slashed: 0 }],
    ['slashed', { returned: 0, slashed: 1 }],
  ] as const)(
    'FALLBACK-3: under the other reading a live claim is %s at the entry',
    (claimAtEntry, bonds) => {
      const claimed = claimable(under({ claimAtEntry })).after(claim)
      expect(claimed.at(103).refusals(settle)).toEqual(['NothingDue'])
      expect(claimed.at(104).effective).toEqual({
        ...claimed.state,
        slot: 104,
        countedFrom: -1,
        entered: 104,
        advanced: 104,
        pending: -1,
        claimDeadline: -1,
        bonds,
      })
    },
  )

  test('FALLBACK-4: an entry drops the pending chain, and what was queued waits', () => {
    const blocks = genesis.after(force).at(90).after(propose)
    expect(blocks.at(95).effective.pending).toBe(90)
    expect(blocks.at(96).effective).toMatchObject({ pending: -1, forced: true, entered: 96 })
    // The exit leaves nothing pending either.
    expect(blocks.at(160).effective).toMatchObject({
      pending: -1,
      forced: true,
      entered: -1,
      countedFrom: 160,
    })
    expect(blocks.at(96).refusals(prove())).toEqual(['NothingToProve'])
  })
})

describe('a session', () => {
  test('FALLBACK-5: a proposal passes in slot 95 and is refused in slot 96, and so is a claim', () => {
    expect(entered.refusal(propose)).toEqual(['FallbackActive'])
    expect(entered.refusals(propose)).toEqual(['FallbackActive'])
    expect(session.refusals(propose)).toEqual(['FallbackActive'])
    expect(queued.at(95).refusals(propose)).toEqual([])
    const claimable = queued.at(64).after(propose)
    expect(claimable.at(96).refusal(claim)).toEqual(['FallbackActive'])
    expect(
      under({ fallbackEnterSlots: 97 }).after(force).at(64).after(propose).at(96).refusals(claim),
    ).toEqual([])
  })

  test('FALLBACK-6: advanced in every slot, slot 223 is in fallback and slot 224 is not', () => {
    let used = session
    for (let slot = 96; slot <= 223; slot++) used = used.at(slot).after(proposeWithProof(slot))
    expect(used.state).toMatchObject({ entered: 96, advanced: 223, provenSlot: 223 })
    expect(used.at(224).refusal(proposeWithProof(224))).toEqual(['FallbackNotActive'])
    expect(used.at(224).effective).toMatchObject({ entered: -1, advanced: -1, countedFrom: 224 })
  })

  test('FALLBACK-7: unused it ends in slot 160, with a block in slot 100 in slot 164', () => {
    expect([159, 160].map((slot) => committeeHas(session, slot))).toEqual([false, true])
    const used = session.at(100).after(proposeWithProof(97))
    expect(used.state).toMatchObject({ advanced: 100, provenSlot: 97 })
    expect([163, 164].map((slot) => committeeHas(used, slot))).toEqual([false, true])
  })

  test('FALLBACK-8: with a waiting queue time alone is in fallback in slots 96 to 159, 256 to 319, and so on', () => {
    const slots = [95, 96, 159, 160, 255, 256, 319, 320, 415, 416]
    const expected = [true, false, false, true, true, false, false, true, true, false]
    expect(slots.map((slot) => committeeHas(queued, slot))).toEqual(expected)
    expect(slots.slice(1).map((slot) => committeeHas(session, slot))).toEqual(expected.slice(1))
    expect(session.at(256).after(settle).state).toMatchObject({ entered: 256, advanced: 256 })
    expect(session.at(320).after(settle).state).toMatchObject({ entered: -1, countedFrom: 320 })
    expect(queued.at(256).after(force).state).toEqual(queued.at(256).effective)
  })

  test('FALLBACK-8: an exit leaves an idle chain idle', () => {
    const left = session.after(proposeWithProof(96, true)).at(160)
    expect(left.after(settle).state).toMatchObject({ countedFrom: -1, entered: -1, forced: false })
    expect(left.at(1_000).effective).toEqual({ ...left.effective, slot: 1_000 })
    const again = left.at(200).after(force)
    expect([295, 296].map((slot) => committeeHas(again, slot))).toEqual([true, false])
  })

  test('FALLBACK-8: what is settled is not settled again', () => {
    expect(genesis.refusals(settle)).toEqual(['NothingDue'])
    expect(entered.refusals(settle)).toEqual([])
    expect(session.refusals(settle)).toEqual(['NothingDue'])
    expect(session.state).toEqual(entered.effective)
  })

  test('FALLBACK-9: a block with a proof is refused in slots 95 and 160, accepted in slots 96 and 159', () => {
    const refused = (slot: number) => queued.at(slot).refusals(proposeWithProof(slot))
    expect([95, 96, 159, 160].map(refused)).toEqual([['FallbackNotActive'], [], [], ['FallbackNotActive']])
    expect(queued.at(95).refusal(proposeWithProof(95))).toEqual(['FallbackNotActive'])
  })

  test('FALLBACK-12: proven tip in slot 31, now slot 100: slots 32 to 100 pass, those of slots 31 and 101 do not', () => {
    const tip = session.after(proposeWithProof(31)).at(100)
    expect(tip.refusal(proposeWithProof(101))).toEqual(['SlotInFuture', 101, 100])
    expect(tip.refusals(proposeWithProof(101))).toEqual(['SlotInFuture'])
    expect(tip.refusal(proposeWithProof(31))).toEqual(['SlotTaken', 31, 32])
    expect([32, 100].map((slot) => tip.refusals(proposeWithProof(slot)))).toEqual([[], []])
  })

  test('FALLBACK-14: the block of slot 97 is proven in slot 97, with what it takes, and builds on nothing pending', () => {
    expect(session.at(97).after(proposeWithProof(97, true)).state).toEqual({
      slot: 97,
      countedFrom: -1,
      entered: 96,
      advanced: 97,
      provenSlot: 97,
      pending: -1,
      forced: false,
      claimDeadline: -1,
      bonds: { returned: 0, slashed: 0 },
    })
    expect(session.at(97).after(proposeWithProof(97), force).state.forced).toBe(true)
  })
})

describe('the committee', () => {
  const block = genesis.at(7).after(propose)

  test('PROPOSE-6: a second block in a slot is refused, one in the next slot passes', () => {
    expect(block.refusal(propose)).toEqual(['SlotTaken', 7, 8])
    expect(block.at(8).after(propose).state).toEqual(block.at(8).state)
  })

  test('CLAIM-2: a block in slot 31 cannot be claimed in slot 31, it can in slot 32', () => {
    const running = genesis.at(31).after(propose)
    expect(running.refusal(claim)).toEqual(['NothingToClaim', 0, 0])
    expect(genesis.at(32).refusals(claim)).toEqual(['NothingToClaim'])
    expect(running.at(32).after(claim).state).toEqual({ ...running.at(32).state, claimDeadline: 64 })
  })

  test('CLAIM-1: offset 12 is the last that may claim', () => {
    expect(block.at(44).refusals(claim)).toEqual([])
    // Once the window is closed an unclaimed chain is pruned, and any other is claimed (F-16).
    expect(block.at(45).refusals(claim)).toEqual(['NothingToClaim', 'ClaimWindowClosed'])
  })

  test('CLAIM-4: a second claim is refused', () => {
    expect(block.at(32).after(claim).refusals(claim)).toEqual(['ClaimAlreadyMade'])
  })

  test('PROOF-1, PROOF-2: an epoch is proven after its end and until it is pruned', () => {
    expect(genesis.refusals(prove())).toEqual(['NothingToProve'])
    expect(block.at(31).refusals(prove())).toEqual(['EpochNotEnded'])
    expect(block.at(44).refusals(prove())).toEqual([])
    expect(block.at(45).refusals(prove())).toEqual(['NothingToProve'])
  })

  test('PROOF-6: in the first slot of an epoch it has no block yet that a proof could leave', () => {
    expect(block.at(32).refusal(prove({ leavesPending: true }))).toEqual(['NothingPending', 0])
    expect(block.at(33).after(prove({ leavesPending: true })).state).toMatchObject({
      provenSlot: 31,
      pending: 32,
    })
  })

  test('PRUNE-1, PRUNE-2, PRUNE-3: an unclaimed epoch is dropped at offset C, a claimed one at the deadline', () => {
    const claimed = block.at(32).after(claim)
    expect(claimed.at(63).refusals(settle)).toEqual(['NothingDue'])
    expect(claimed.at(64).after(settle).state).toEqual({
      ...claimed.at(64).state,
      pending: -1,
      claimDeadline: -1,
      bonds: { returned: 0, slashed: 1 },
    })
  })
})
