import type { Change, Scenario } from '../../../../model/l1-rollup/scenario.ts'
import { type Block, type Event, GENESIS, type Log } from '../../../../model/l1-rollup/vocabulary.ts'
import { type Boundaries, block, challengedFor, ETHER, inLogs, inState, proof, wei } from './cases.ts'

const start = challengedFor(8)

/** As many attestations by members as are asked for, with one by a stranger at a seat. */
const signers = (at: Scenario, count: number, falseSeat?: number): string[] =>
  at
    .event('propose')
    .committee.map((member, seat) => (seat === falseSeat ? 'stranger' : seat < count ? member : 'none'))
const proposing = (at: Scenario, count = 33, falseSeat?: number): Event =>
  at.event('propose', { attestations: signers(at, count, falseSeat) })
/** A block of which the attestation at seat 3 is false. */
const posted = (at: Scenario): Scenario => at.after(proposing(at, 33, 3))
const challenging = (slot: number, change: Change<'challenge'> = {}): Event => ({
  type: 'challenge',
  caller: 'stranger',
  slot,
  seat: 3,
  preimage: 'match',
  ...change,
})
const pendingIs = (...slots: number[]) =>
  inState(
    ({ pending }) => pending,
    slots.map((slot): Block => block(slot)),
  )

/** Blocks in slots 5, 6 and 7, and the one of slot 6 challenged in slot 7. */
const three = [5, 6, 7].reduce((at, slot) => posted(at.at(slot)), start)
const cut = three.after(challenging(6))
/** Blocks in slots 30 and 31, of which epoch 0 is claimed in slot 32. */
const claimed = posted(posted(start.at(30)).at(31))
  .at(32)
  .claim()
const bond = ({ accounts }: Scenario['state']): unknown => [
  accounts.p1?.staked,
  BigInt(accounts.p1?.available ?? '0') - BigInt(claimed.state.accounts.p1?.available ?? '0'),
]

/** CHALLENGE. */
export function challenge(b: Boundaries): void {
  b.of(
    'CHALLENGE-1',
    'with `challengeSlots` 8 a proposal with 33 attestations of which one is by a stranger is accepted, and one with 32 is refused.',
  )
  b.passes('33, one by a stranger', start, proposing(start, 33, 3))
  b.refuses('32', start, proposing(start, 32, 3), 'QuorumNotReached')
  b.of(
    'CHALLENGE-2',
    'a block of slot 7 whose posting named 33 seats can be challenged at those seats by that posting and by no other, in slot 15 too.',
  )
  {
    const all = start.at(7)
    const strangers = all.event('propose').committee.map((_, seat) => (seat < 33 ? 'stranger' : 'none'))
    const at = all.after(all.event('propose', { attestations: strangers })).at(15)
    for (const seat of [0, 32]) b.passes(`at seat ${seat}, in slot 15 too`, at, challenging(7, { seat }))
    b.refuses('at no other seat', at, challenging(7, { seat: 33 }), 'ChallengeUnfounded')
    b.refuses('by no other posting', at, challenging(7, { preimage: 'attestations' }), 'PostingMismatch')
  }
  b.of(
    'CHALLENGE-3',
    'blocks in slots 5, 6 and 7, the one of slot 6 challenged, another in slot 8 on that of slot 5: a challenge of slot 6 and one of slot 7 are refused, in slot 9 as well.',
  )
  {
    const another = posted(cut.at(8))
    for (const at of [another, another.at(9)])
      for (const slot of [6, 7])
        b.refuses(`of slot ${slot} in slot ${at.state.slot}`, at, challenging(slot), 'NothingToChallenge')
    b.passes('the one of slot 8 is there', another, challenging(8), pendingIs(5))
  }
  b.of('CHALLENGE-4', 'the same block with one attestation exchanged for another is refused.')
  b.refuses('one attestation', three, challenging(6, { preimage: 'attestations' }), 'PostingMismatch')
  b.passes('as it was posted', three, challenging(6))
  b.of(
    'CHALLENGE-5',
    'with `challengeSlots` 8 a block of slot 31 is challenged in slot 39 and no longer in slot 40.',
  )
  {
    const late = posted(start.at(31))
    b.passes('in slot 39', late.at(39), challenging(31))
    b.refuses('in slot 40', late.at(40), challenging(31), 'ChallengeTooLate')
  }
  b.of(
    'CHALLENGE-6',
    "a seat with its member's signature, an empty seat, and seat 48 of 48 counted from 0 are refused.",
  )
  for (const [says, seat] of [
    ["its member's signature", 2],
    ['an empty seat', 33],
    ['seat 48 of 48', 48],
  ] as const)
    b.refuses(says, three, challenging(6, { seat }), 'ChallengeUnfounded')
  b.of(
    'CHALLENGE-7',
    'of blocks in slots 5, 6 and 7 a challenge of slot 6 leaves that of slot 5, and the next proposal names it as its parent, in slot 7 too.',
  )
  b.passes('leaves that of slot 5', three, challenging(6), pendingIs(5))
  b.passes('in slot 7 too', cut, cut.event('propose', { parent: block(5) }), pendingIs(5, 7))
  b.refuses('not the one that dropped', cut, cut.event('propose', { parent: block(6) }), 'ParentNotTip')
  b.of(
    'CHALLENGE-8',
    'a claim in slot 32 for an epoch 0 of blocks in slots 30 and 31: a challenge of slot 31 in slot 33 keeps the claim, one of slot 30 returns the bond.',
  )
  {
    const at = claimed.at(33)
    b.passes('keeps the claim', at, challenging(31), inState(bond, [wei(ETHER), 0n]))
    b.passes('returns the bond', at, challenging(30), inState(bond, ['0', ETHER]))
  }
  b.of(
    'CHALLENGE-9',
    'with `challengeSlots` 8 and a last block in slot 31 a proof is refused in slot 39 and accepted in slot 40.',
  )
  b.refuses('in slot 39', claimed.at(39), proof(claimed.at(39)), 'ChallengeOpen')
  b.passes('in slot 40', claimed.at(40), proof(claimed.at(40)))
  b.of(
    'CHALLENGE-10',
    'with `challengeSlots` 13 and a block in slot 31, a claim of slot 44 leaves slots 45 to 63 for the proof, the E − C that follow the claim window; with 14 it would leave 18.',
  )
  {
    const latest = challengedFor(13).at(31).propose().at(44).claim()
    b.refuses('slot 44', latest, proof(latest), 'ChallengeOpen')
    for (const slot of [45, 63]) b.passes(`slot ${slot}`, latest.at(slot), proof(latest.at(slot)))
    b.refuses('not slot 64', latest.at(64), proof(latest.at(64)), 'NothingToProve')
  }
  b.of('CHALLENGE-11', 'an address that was never registered challenges a block.')
  b.passes('an address that was never registered', three, challenging(6, { caller: 'stranger' }))
  b.of(
    'CHALLENGE-13',
    "counted from slot 6 with T_enter 96, a claim of slot 96 for a block in slot 95: challenged in slot 102, slot 102 is the committee's and slot 103 is not; challenged in slot 101, slot 102 is not.",
  )
  {
    const waiting = posted(start.at(6).propose().at(95)).at(96).claim()
    const released = (slot: number): Scenario => waiting.at(slot).after(challenging(95))
    const at = released(102)
    b.passes("slot 102 is the committee's", at, at.event('propose'))
    b.passes('slot 103 is not', at.at(103), at.at(103).event('proposeWithProof'))
    const earlier = released(101).at(102)
    b.passes('slot 102 is not', earlier, earlier.event('proposeWithProof'))
  }
  b.of(
    'LOG-13',
    'blocks in slots 5 and 6, seat 3 of slot 6 challenged: PendingChainCut(hash of the block of slot 5, 6, 3) alone, since epoch 0 cannot be claimed yet.',
  )
  {
    const whole = (log: Log): unknown => log
    const two = posted(posted(start.at(5)).at(6))
    const cutBy = { type: 'PendingChainCut', tip: block(5), slot: 6, seat: 3 }
    b.passes('seat 3 of slot 6', two, challenging(6), inLogs([cutBy], whole))
    const returned = { type: 'BondReturned', prover: 'p1', bondAmount: wei(ETHER) }
    b.passes('and of a claim that ends the bond', claimed.at(33), challenging(30), {
      ...inLogs([{ ...cutBy, tip: GENESIS, slot: 30 }, returned], whole),
    })
  }
}
