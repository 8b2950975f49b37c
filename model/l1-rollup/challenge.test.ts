import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { takenBy } from './chain.ts'
import { Scenario } from './scenario.ts'
import { type Block, GENESIS, NO_OTHERS } from './vocabulary.ts'

const rollup = (challengeSlots: number) =>
  Scenario.deployed(loadPreset('rfc', { challengeSlots: String(challengeSlots) }).profiles[0]!)
const start = rollup(8)
const block = (slot: number): Block => ({ slot, content: 'a', beneficiary: 'none', forced: 0 })

/** Attestations of the committee here, of which the first few are given, and the one at a seat is by a stranger. */
function attested(scenario: Scenario, given: number, falseSeat = -1): string[] {
  return scenario
    .event('propose')
    .committee.map((member, seat) => (seat === falseSeat ? 'stranger' : seat < given ? member : 'none'))
}
/** A block whose attestation at seat 3 is by a stranger. */
const proposeFalse = (scenario: Scenario): Scenario =>
  scenario.propose({ attestations: attested(scenario, 33, 3) })
/** True, false and true blocks in slots 5, 6 and 7. */
const three = proposeFalse(start.at(5).propose().at(6)).at(7).propose()

describe('attestations that are posted', () => {
  const seven = start.at(7)

  test('CHALLENGE-1: 33 attestations of which one is by a stranger pass, 32 are refused', () => {
    const event = seven.event('propose', { attestations: attested(seven, 33, 3) })
    expect(seven.refusals(event)).toEqual([])
    const short = { ...event, attestations: attested(seven, 32, 3) }
    expect(seven.revert(short)).toEqual(['QuorumNotReached', 32, 48])
  })

  test('CHALLENGE-1, PROPOSE-10: where they are verified the stranger is refused', () => {
    const verified = rollup(0).at(7)
    const event = verified.event('propose', { attestations: attested(verified, 33, 3) })
    expect(verified.revert(event)).toEqual(['AttestationInvalid', 3, 48])
  })

  test('CHALLENGE-2: committee and attestations of a pending block are kept, and none where they are verified', () => {
    const { committee, attestations } = seven.event('propose')
    expect(seven.propose().state).toEqual({
      ...seven.state,
      pending: [block(7)],
      posted: [{ committee, attestations }],
      fallback: { ...seven.state.fallback, countedFrom: 7 },
    })
    expect(rollup(0).at(7).propose().state.posted).toEqual([])
  })

  test('CHALLENGE-2: what is proven or pruned has no posting any more', () => {
    const two = start.at(31).propose().at(32).propose()
    expect(two.at(40).claim().prove().state).toMatchObject({
      pending: [block(32)],
      posted: two.state.posted.slice(1),
    })
    expect(two.at(45).effective).toMatchObject({ pending: [], posted: [] })
    expect(two.at(45).propose().state.posted).toHaveLength(1)
  })
})

describe('checks of a challenge', () => {
  const event = three.event('challenge')

  test('TIME-4: before genesis it is refused first', () => {
    const before = start.having({ slot: -1 })
    expect(before.refusals({ ...event, slot: 0 })).toEqual([
      'NotStarted',
      'NothingToChallenge',
      'ChallengeUnfounded',
    ])
  })

  test('CHALLENGE-3: of a chain that was cut neither the challenged block nor what stood on it, in slot 9 as well', () => {
    const cut = three.challenge().at(8).propose()
    for (const [at, slot] of [
      [8, 6],
      [8, 7],
      [9, 6],
      [9, 7],
    ] as const)
      expect(cut.at(at).revert({ ...event, slot })).toEqual(['NothingToChallenge', slot, 8])
  })

  test('CHALLENGE-3: a dropped chain is not challenged, nor is any where attestations are verified', () => {
    const verified = rollup(0).at(7).propose()
    expect(verified.revert({ ...event, slot: 7 })).toEqual(['NothingToChallenge', 7, 0])
    const dropped = proposeFalse(rollup(13).at(31)).at(45)
    expect(dropped.refusals({ ...event, slot: 31 })).toContain('NothingToChallenge')
    expect(
      proposeFalse(rollup(13).at(31))
        .at(44)
        .refusals({ ...event, slot: 31 }),
    ).toEqual([])
  })

  test.each(['block', 'parent', 'parentSlot', 'taken', 'committee', 'attestations'] as const)(
    'CHALLENGE-4: another %s is refused',
    (preimage) => {
      expect(three.refusals({ ...event, preimage })).toEqual(['PostingMismatch'])
      const [, given, stored] = three.revert({ ...event, preimage })!
      expect(given).not.toBe(stored)
    },
  )

  test('CHALLENGE-4: what was posted stays when the epoch before is proven', () => {
    const stored = (scenario: Scenario) => scenario.revert({ ...event, slot: 35, preimage: 'taken' })![2]
    const pending = proposeFalse(
      start.after(start.event('forceInclusion')).at(31).propose({ forced: 1 }).at(35),
    )
    const claimed = pending.at(40).claim()
    expect(stored(claimed.prove())).toBe(stored(claimed))
  })

  test('CHALLENGE-5: a block of slot 31 is challenged in slot 39 and no longer in slot 40', () => {
    const late = proposeFalse(start.at(31))
    const challenge = { ...event, slot: 31 }
    expect(late.at(39).refusals(challenge)).toEqual([])
    expect(late.at(40).revert(challenge)).toEqual(['ChallengeTooLate', 40, 31, 8])
  })

  test("CHALLENGE-6: a member's signature, an empty seat and seat 48 are refused", () => {
    const { committee } = three.state.posted[1]!
    expect(three.revert({ ...event, seat: 2 })).toEqual([
      'ChallengeUnfounded',
      2,
      48,
      committee[2],
      committee[2],
    ])
    expect(three.revert({ ...event, seat: 33 })).toEqual([
      'ChallengeUnfounded',
      33,
      48,
      'none',
      committee[33],
    ])
    expect(three.revert({ ...event, seat: 48 })).toEqual(['ChallengeUnfounded', 48, 48, 'none', 'none'])
    expect(three.refusals(event)).toEqual([])
  })

  test("CHALLENGE-6: a member's signature at another member's seat is false", () => {
    const attestations = attested(start, 33)
    const twice = start.propose({ attestations: attestations.with(4, attestations[5]!) })
    expect(twice.event('challenge')).toMatchObject({ slot: 0, seat: 4 })
    expect(twice.challenge().state.pending).toEqual([])
  })

  test('CHALLENGE-6: the committee is that which the block was proposed with, not that in force', () => {
    const members = attested(start, 48).reverse()
    const other = three.having({ samples: [{ ...three.state.samples[0]!, members }] })
    expect(other.refusals({ ...event, seat: 2 })).toEqual(['ChallengeUnfounded'])
    expect(other.refusals(event)).toEqual([])
  })

  test('CHALLENGE-11: anybody challenges', () => {
    for (const caller of ['stranger', 'none', 'p1', 'admin'])
      expect(three.refusals({ ...event, caller })).toEqual([])
  })
})

describe('a challenge that is accepted', () => {
  test('CHALLENGE-7, CHALLENGE-11: the block and all on it drop, and nothing else changes', () => {
    const cut = three.challenge()
    expect(cut.state).toEqual({
      ...three.state,
      pending: [block(5)],
      posted: three.state.posted.slice(0, 1),
    })
    // In slot 7 too: the slot of the dropped block is free.
    expect(cut.event('propose')).toMatchObject({ slot: 7, parent: block(5) })
    expect(cut.propose().state.pending).toEqual([block(5), block(7)])
  })

  test('CHALLENGE-7: of the first pending block the proven tip is left', () => {
    const { state } = proposeFalse(start.at(5)).at(6).propose().challenge()
    expect(state).toMatchObject({ proven: GENESIS, pending: [], posted: [] })
  })

  test('CHALLENGE-7, QUEUE-8: what the dropped blocks took waits again', () => {
    const due = start.after(start.event('forceInclusion')).at(32)
    const attestations = attested(due, 33, 3)
    const taken = due.propose({ forced: 1, content: NO_OTHERS, attestations })
    expect(takenBy(taken.state)).toBe(1)
    expect(takenBy(taken.challenge().state)).toBe(0)
    expect(taken.challenge().event('propose').forced).toBe(1)
  })

  test('FALLBACK-2: a challenge does not stop the count', () => {
    const { state } = proposeFalse(start.at(5)).at(6).challenge()
    expect(state.fallback.countedFrom).toBe(5)
  })

  test('CHALLENGE-8: the claim stays with one block left, without any the bond returns', () => {
    const attestations = attested(start.at(30), 33, 3)
    const both = start.at(30).propose({ attestations }).at(31).propose({ attestations })
    const claimed = both.at(32).claim().at(33)
    expect(claimed.challenge({ slot: 31 }).state).toEqual({
      ...claimed.state,
      pending: [block(30)],
      posted: claimed.state.posted.slice(0, 1),
    })
    expect(claimed.challenge({ slot: 30 }).state).toEqual({
      ...claimed.state,
      pending: [],
      posted: [],
      claim: null,
      accounts: both.state.accounts,
    })
  })

  test('CHALLENGE-13: an entry that waited for the claim is one of the slot after the challenge that ends it', () => {
    const waiting = proposeFalse(start.at(6).propose().at(95)).at(96).claim()
    const countedAfter = (slot: number) => waiting.at(slot).challenge({ slot: 95 }).state.fallback.countedFrom
    expect([100, 101, 102, 103].map(countedAfter)).toEqual([6, 6, 7, 8])
    const both = proposeFalse(proposeFalse(start.at(6).propose().at(94)).at(95))
      .at(96)
      .claim()
      .at(102)
    expect(both.challenge({ slot: 95 }).state.fallback.countedFrom).toBe(6)
  })

  test('LOG-13: blocks in slots 5 and 6, seat 3 of slot 6 challenged', () => {
    const outcome = start.rollup.step(three.state, three.event('challenge'))
    expect(outcome).toMatchObject({
      effects: [{ type: 'PendingChainCut', tip: block(5), slot: 6, seat: 3 }],
    })
  })

  test('LOG-13: a bond that returns is announced after the cut', () => {
    const claimed = proposeFalse(start.at(31)).at(32).claim().at(33)
    expect(start.rollup.step(claimed.state, claimed.event('challenge'))).toMatchObject({
      effects: [
        { type: 'PendingChainCut', tip: GENESIS, slot: 31, seat: 3 },
        { type: 'BondReturned', prover: 'p1', bondAmount: claimed.state.claim!.bondAmount },
      ],
    })
  })
})

describe('a proof after challenges', () => {
  const claimed = start.at(31).propose().at(32).claim()

  test('CHALLENGE-9: with a last block in slot 31 a proof is refused in slot 39 and accepted in slot 40', () => {
    const early = claimed.at(39)
    expect(early.revert(early.event('submitEpochProof'))).toEqual(['ChallengeOpen', 39, 31, 8])
    expect(early.refusals(early.event('submitEpochProof'))).toEqual(['ChallengeOpen'])
    expect(claimed.at(40).prove().state.proven).toEqual(block(31))
  })

  test('CHALLENGE-9: blocks of the next epoch are not waited for, and nothing where attestations are verified', () => {
    expect(claimed.at(40).propose().prove().state.proven).toEqual(block(31))
    const verified = rollup(0).at(31).propose().at(32).claim()
    expect(verified.prove().state.proven).toEqual(block(31))
  })

  test('CHALLENGE-9: once the last block is cut, the one before it decides', () => {
    const cut = proposeFalse(start.at(25).propose().at(31)).at(34).challenge()
    expect(cut.prove().state.proven).toEqual(block(25))
  })

  test('CHALLENGE-9, PROOF-1: of an empty chain nothing can be challenged', () => {
    expect(start.refusals(start.event('submitEpochProof'))).toEqual(['NothingToProve'])
  })

  test('CHALLENGE-10: a claim of slot 44 leaves slots 45 to 63 for the proof', () => {
    const latest = rollup(13).at(31).propose().at(44).claim()
    expect(latest.refusals(latest.event('submitEpochProof'))).toEqual(['ChallengeOpen'])
    for (const slot of [45, 63]) expect(latest.at(slot).prove().state.proven).toEqual(block(31))
    expect(() => rollup(14)).toThrow('expected at most claimWindowSlots')
  })
})
