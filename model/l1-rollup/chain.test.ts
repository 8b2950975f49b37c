import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { proposerUnder, sampleInForce } from './chain.ts'
import { epochOf, offsetOf, slotAt } from './rules/arithmetic.ts'
import { Scenario } from './scenario.ts'
import { type Block, GENESIS } from './vocabulary.ts'

const [rfc] = loadPreset('rfc').profiles
const start = Scenario.deployed(rfc!)
const block = (slot: number, content = 'a'): Block => ({ slot, content, beneficiary: 'none', forced: 0 })

describe('time', () => {
  test('TIME-1: 35 seconds after genesis is slot 0, 36 is slot 1', () => {
    const at = (timestamp: number) => slotAt({ timestamp, genesisTimestamp: 1000, slotDurationSeconds: 36 })
    expect([at(1000), at(1035), at(1036), at(999)]).toEqual([0, 0, 1, 0])
  })

  test('TIME-2: slot 31 ends epoch 0, slot 32 starts epoch 1', () => {
    const place = (slot: number) => [
      epochOf({ slot, slotsPerEpoch: 32 }),
      offsetOf({ slot, slotsPerEpoch: 32 }),
    ]
    expect([31, 32].map(place)).toEqual([
      [0, 31],
      [1, 0],
    ])
  })

  test('TIME-3: a slot that makes a bond forfeit changes nothing but the slot', () => {
    const claimed = start.propose().at(32).claim().at(63)
    expect(claimed.at(64).state).toEqual({ ...claimed.state, slot: 64 })
    expect(claimed.at(64).effective).not.toEqual(claimed.at(64).state)
  })
})

describe('propose', () => {
  const seven = start.at(7)
  const event = seven.event('propose')

  test('PROPOSE-1: an empty set of validators is refused with CommitteeEmpty, first of all', () => {
    const empty = Scenario.deployed({ ...rfc!, validators: [] })
    const refused = empty.event('propose')
    expect(empty.refusals(refused)).toEqual(['CommitteeEmpty', 'CallerNotProposer', 'QuorumNotReached'])
  })

  test('PROPOSE-1: one validator is a committee of one with a quorum of one', () => {
    const one = Scenario.deployed({ ...rfc!, validators: ['v1'] })
    expect(one.event('propose').attestations).toEqual(['v1'])
    expect(one.propose().state.pending).toEqual([block(0)])
  })

  test('PROPOSE-2: the same members in another order are refused', () => {
    const committee = [...event.committee].reverse()
    const attestations = committee.map((member, seat) => (seat < 33 ? member : 'none'))
    const caller = proposerUnder(committee, seven.state, seven.deployment)
    expect(seven.refusals({ ...event, committee, attestations, caller })).toEqual(['CommitteeMismatch'])
    expect(seven.refusals(event)).toEqual([])
  })

  test('PROPOSE-3: in slot 7 headers of slots 6 and 8 are refused', () => {
    expect(seven.revert({ ...event, slot: 6, timestampSlot: 6 })).toEqual(['SlotNotCurrent', 6, 7])
    expect(seven.refusals({ ...event, slot: 8, timestampSlot: 8 })).toEqual(['SlotNotCurrent'])
  })

  test('PROPOSE-4: the timestamp is that of the slot of the header', () => {
    expect(seven.revert({ ...event, timestampSlot: 8 })).toEqual(['TimestampMismatch', 288, 252])
  })

  test('PROPOSE-5: after a prune the last pruned block is not a parent, the proven tip is', () => {
    const dead = start.propose().at(45)
    expect(dead.refusals(dead.event('propose', { parent: block(0) }))).toEqual(['ParentNotTip'])
    expect(dead.propose({ parent: GENESIS }).state.pending).toEqual([block(45)])
  })

  test('PROPOSE-6: a second block in slot 7 is refused, one in slot 8 passes, and one in slot 0', () => {
    const once = seven.propose()
    expect(once.revert(once.event('propose'))).toEqual(['SlotTaken', 7, 8])
    expect(once.at(8).propose().state.pending).toEqual([block(7), block(8)])
    expect(start.propose().state.pending).toEqual([block(0)])
  })

  test('PROPOSE-7: another member of the committee is refused', () => {
    const other = event.committee.find((member) => member !== event.caller)!
    expect(seven.revert({ ...event, caller: other })).toEqual(['CallerNotProposer', other, event.caller])
  })

  test('PROPOSE-8: a header without blob hashes in a transaction without blobs is refused', () => {
    expect(seven.revert({ ...event, blobs: 'missing' })).toEqual(['BlobsMissing', 0])
    expect(seven.refusals({ ...event, blobs: 'missing' })).toEqual(['BlobsMissing'])
  })

  test.each(['fewer', 'more', 'other'] as const)('PROPOSE-9: %s blob hashes are refused', (blobs) => {
    expect(seven.refusals({ ...event, blobs })).toEqual(['BlobHashesMismatch'])
  })

  test('PROPOSE-9: another blob is refused, whatever its content and that of the block are called', () => {
    const contents = ['other', 'more', 'another']
    expect(contents.map((content) => seven.refusals({ ...event, content, blobs: 'other' }))).toEqual(
      contents.map(() => ['BlobHashesMismatch']),
    )
  })

  test("PROPOSE-10: a member's signature at another member's seat is refused", () => {
    const attestations = event.attestations.with(1, event.attestations[0]!)
    expect(seven.revert({ ...event, attestations })).toEqual(['AttestationInvalid', 1, 48])
    expect(seven.refusals({ ...event, attestations })).toEqual(['AttestationInvalid'])
  })

  test('PROPOSE-11: 33 of 48 pass, 32 are refused', () => {
    const short = event.attestations.with(32, 'none')
    expect(seven.revert({ ...event, attestations: short })).toEqual(['QuorumNotReached', 32, 48])
    expect(event.attestations.filter((signer) => signer !== 'none')).toHaveLength(33)
    expect(seven.refusals(event)).toEqual([])
  })

  test('PROPOSE-12, FALLBACK-2: the block becomes the pending tip, the slots are counted, and nothing else changes', () => {
    const { state } = seven.propose()
    const fallback = { ...seven.state.fallback, countedFrom: 7 }
    expect(state).toEqual({ ...seven.state, pending: [block(7)], fallback })
    expect(seven.propose().at(8).event('propose').parent).toEqual(block(7))
  })
})

describe('due consequences', () => {
  const pending = start.propose()

  test('PRUNE-1: offset 12 keeps an unclaimed chain, offset 13 drops it', () => {
    expect(pending.at(44).effective.pending).toEqual([block(0)])
    expect(pending.at(45).effective.pending).toEqual([])
  })

  test('PRUNE-2: a claimed epoch 0 can be proven in slot 63 and is dropped in slot 64', () => {
    const claimed = pending.at(44).claim()
    expect(claimed.at(63).prove().state.proven).toEqual(block(0))
    const late = claimed.at(64)
    expect(late.effective.pending).toEqual([])
    expect(late.refusals(late.event('submitEpochProof', { to: block(0) }))).toEqual([
      'NothingToProve',
      'ProofEndMismatch',
    ])
  })

  test('PRUNE-3: a claim for epoch 0 is live in slot 63, its whole bond is slashed in slot 64', () => {
    const claimed = pending.at(32).claim()
    expect(claimed.at(63).effective).toEqual(claimed.at(63).state)
    const { claim, slashed, accounts } = claimed.at(64).effective
    expect({ claim, slashed, staked: accounts.p1!.staked }).toEqual({
      claim: null,
      slashed: rfc!.parameters.minimumBondWei,
      staked: '0',
    })
  })

  test('PRUNE-4: a proposal on a dead chain drops it, slashes the bond and leaves claimed', () => {
    const late = pending.at(32).claim().at(64)
    const { state } = late.propose()
    expect(state).toEqual({ ...late.effective, pending: [block(64)] })
    expect(state.slashed).toBe(rfc!.parameters.minimumBondWei)
  })

  test('PRUNE-4: a deposit drops a dead chain, a withdrawal leaves what is due as it is', () => {
    const late = pending.at(45)
    expect(late.after(late.event('deposit')).state.pending).toEqual([])
    expect(late.after(late.event('startWithdrawal')).state.pending).toEqual([block(0)])
  })

  test('PRUNE-5: refused at offset 12, accepted at offset 13, refused again right after it', () => {
    const prune = { type: 'prune', caller: 'stranger' } as const
    expect(pending.at(44).revert(prune)).toEqual(['NothingToPrune', 0, 'none', 1, 12, 13])
    const pruned = pending.at(45).after(prune)
    expect(pruned.state).toEqual({ ...pending.at(45).state, pending: [] })
    expect(pruned.refusals(prune)).toEqual(['NothingToPrune'])
  })

  test('PRUNE-7: in slot 64 no effective pending block has a slot below 32', () => {
    const long = pending.at(31).propose().at(32).propose().claim()
    expect(long.at(63).effective.pending.map(({ slot }) => slot)).toEqual([0, 31, 32])
    expect(long.at(64).effective.pending).toEqual([])
  })

  test('PRUNE-8: what is proven stays proven when the rest is pruned', () => {
    const proven = pending.at(31).propose().at(32).propose().claim().prove()
    const pruned = proven.at(77).after({ type: 'prune', caller: 'stranger' })
    expect(pruned.state.proven).toEqual(block(31))
    expect(pruned.state.pending).toEqual([])
  })
})

describe('epochs', () => {
  const setup = (randao: string) => ({ type: 'setupEpoch', caller: 'stranger', randao }) as const
  const committee = (scenario: Scenario) => sampleInForce(scenario.state, rfc!.parameters)

  test('EPOCH-1: the first call in an epoch is accepted, every other is refused', () => {
    const once = start.after(setup('r2'))
    expect(once.at(31).revert(setup('r3'))).toEqual(['EpochAlreadySampled', 1, 1])
    expect(once.at(32).refusals(setup('r3'))).toEqual([])
  })

  test('EPOCH-2: a call in slot 31 samples for epoch 1, one in slot 32 for epoch 2', () => {
    expect(start.at(31).after(setup('r2')).state.samples.at(-1)).toMatchObject({ epoch: 1, randao: 'r2' })
    expect(start.at(32).after(setup('r2')).state.samples.at(-1)).toMatchObject({ epoch: 2, randao: 'r2' })
  })

  test('EPOCH-2: under the other reading a call in slot 31 samples for epoch 2', () => {
    const [other] = loadPreset('rfc', { seedLookaheadEpochs: '2' }).profiles
    const { samples } = Scenario.deployed(other!).at(31).after(setup('r2')).state
    expect(samples.map(({ epoch }) => epoch)).toEqual([0, 2])
  })

  test('EPOCH-3: 60 validators give a committee of 48 distinct members, another for another seed', () => {
    const [first, second] = ['r2', 'r3'].map((it) => start.after(setup(it)).state.samples.at(-1)!.members)
    expect(new Set(first).size).toBe(48)
    expect(first).toHaveLength(48)
    expect(second).not.toEqual(first)
  })

  test('EPOCH-4: 48 validators serve in registered order, 49 are shuffled', () => {
    const [exact, over] = [48, 49].map((count) => {
      const deployed = Scenario.deployed({ ...rfc!, validators: rfc!.validators.slice(0, count) })
      return deployed.after(setup('r2')).state.samples.at(-1)!.members
    })
    expect(exact).toEqual(rfc!.validators.slice(0, 48))
    expect(over).toHaveLength(48)
    expect(over).not.toEqual(rfc!.validators.slice(0, 48))
  })

  test('EPOCH-5: a sample for epoch 2 that is recorded in slot 32 is first used in slot 64', () => {
    const sampled = start.at(32).after(setup('r2'))
    expect(committee(sampled.at(63)).epoch).toBe(0)
    expect(committee(sampled.at(64))).toEqual(sampled.state.samples.at(-1))
  })

  test('EPOCH-6: an epoch that nobody set up keeps the committee before it, and draws other proposers', () => {
    expect(committee(start.at(32))).toEqual(committee(start))
    const proposers = (from: number) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((offset) => start.at(from + offset).event('propose').caller)
    expect(proposers(32)).not.toEqual(proposers(0))
  })

  test('EPOCH-7: slot 0 has a proposer, of a committee drawn from the initial set', () => {
    const { epoch, members } = committee(start)
    expect(epoch).toBe(0)
    expect(members).toContain(start.event('propose').caller)
    expect(rfc!.validators).toEqual(expect.arrayContaining(members))
  })

  test('EPOCH-8: two slots of an epoch have the same proposer, one after the other under offset', () => {
    const callers = Array.from({ length: 32 }, (_, slot) => start.at(slot).event('propose').caller)
    expect(new Set(callers).size).toBeLessThan(32)
    const [other] = loadPreset('rfc', { proposerSelection: 'offset' }).profiles
    const inTurn = Scenario.deployed(other!)
    const { members } = committee(inTurn)
    expect([0, 1, 31, 32].map((slot) => inTurn.at(slot).event('propose').caller)).toEqual(
      [0, 1, 31, 0].map((seat) => members[seat]),
    )
  })
})
