import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Header, NO_L1_VIEW } from '../../model/follower/vocabulary.ts'
import { GENESIS, type Proposal } from '../../model/node/vocabulary.ts'
import type { Fact } from './fact.ts'
import { predicates, violationText } from './predicates.ts'
import { Watch } from './safety.ts'
import { fourMembers } from './setups.ts'
import { systemOf } from './system.ts'
import { violationsOf } from './whole.ts'

const members = ['m1', 'm2', 'm3', 'm4']
const proposal: fc.Arbitrary<Proposal> = fc
  .record({
    slot: fc.integer({ min: -1, max: 1 }),
    parent: fc.constantFrom(GENESIS, GENESIS, { slot: 0, root: ['t1'] }),
    root: fc.constantFrom('t1', 'wrong'),
    transactions: fc.constantFrom<string[]>(['t1'], ['t1'], ['t1'], []),
  })
  .map(({ slot, parent, root, transactions }) => {
    const list = { transactions, forced: 0, blobs: 'match' as const }
    return { slot, timestampSlot: slot, parent, ...list, root: [root] }
  })
const common = {
  member: fc.constantFrom(...members),
  slot: fc.integer({ min: 0, max: 1 }),
  proposal,
}
const attestations = fc.subarray(members)
const foreseen = fc.record({
  isCurrent: fc.boolean(),
  refusal: fc.constantFrom(undefined, undefined, 'ParentNotTip'),
})
const signed = fc
  .record({
    ...common,
    verified: fc.constantFrom(['t1'], []),
    sameList: fc.boolean(),
    foreseen,
    proposer: common.member,
  })
  .map(({ sameList, ...fact }) => {
    const result = { parent: GENESIS, transactions: sameList ? ['t1'] : [], forced: 0 }
    return { kind: 'signed' as const, ...fact, result, forced: [], committee: members }
  })
/** On Genesis: right, with a wrong root, and without what it takes from the queue. */
const header = fc
  .constantFrom<Pick<Header, 'forced' | 'root'>[]>(
    { forced: [], root: ['t1'] },
    { forced: [], root: ['wrong'] },
    { forced: ['t2'], root: ['t1'] },
  )
  .map((claims): Header => ({ slot: 0, parent: GENESIS, body: ['t1'], ...claims }))
const view = fc
  .record({
    chain: fc.array(header, { maxLength: 1 }),
    forced: fc.subarray(['t1']),
    time: fc.constantFrom(-1, 0),
  })
  .map((read) => ({ ...NO_L1_VIEW, ...read, setUp: -1 }))
const told = fc
  .record({
    follows: fc.constantFrom('nothing' as const, 'behind' as const, 'level' as const),
    tip: fc.constantFrom(GENESIS, { slot: 0, root: ['t1'] }),
    alarm: fc.boolean(),
    queue: fc.subarray(['t1']),
  })
  .map((report) => ({ ...report, fallback: false }))
const by = { member: common.member, slot: common.slot }
const transaction = fc.constantFrom('t1', 't2')
/** Facts of one kind. */
const facts = (weight: number, kind: Fact['kind'], fields: Record<string, fc.Arbitrary<unknown>>) => ({
  weight,
  arbitrary: fc.record({ ...by, ...fields }).map((drawn) => ({ kind, ...drawn }) as unknown as Fact),
})
const early: Header = { slot: 0, parent: GENESIS, body: ['t1'], forced: [], root: ['t1'] }
const later: Header = {
  slot: 1,
  parent: { slot: 0, root: ['t1'] },
  body: ['t2'],
  forced: ['t2'],
  root: ['t1', 't2'],
}
const twice: Header = { ...later, body: ['t1'], forced: [], root: ['t1'] }
const proposed = ({ body, forced, ...header }: Header): Proposal => ({
  ...header,
  transactions: body,
  forced: forced.length,
  timestampSlot: header.slot,
  blobs: 'match' as const,
})
const account = fc
  .constantFrom('0', '1', '2')
  .map((available) => ({ available, withdrawing: '0', unlockSlot: 0, staked: '0' }))
const committee = fc.constantFrom(members, members.slice(0, 3))
const fact: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 20, arbitrary: signed.map((drawn): Fact => drawn) },
  facts(2, 'proposed', { proposal, foreseen, held: fc.subarray(['t1']) }),
  facts(1, 'submitted', { proposal, attestations, committee }),
  facts(1, 'taken', { proposal, attestations, committee }),
  facts(1, 'crashed', { store: fc.constantFrom('kept', 'lost') }),
  facts(5, 'read', { view, account, claim: fc.constantFrom('nobody', 'm1') }),
  facts(2, 'fetched', { header, body: fc.subarray(['t1']) }),
  facts(4, 'told', { view: told }),
  facts(2, 'verified', { transaction, from: fc.constantFrom('stash', 'm1') }),
  facts(2, 'holds', { transaction, role: fc.constantFrom('pool', 'attester') }),
  facts(1, 'drops', { transaction }),
  facts(2, 'passed', { transaction }),
  facts(3, 'seats', { committee: fc.constant(members), proposer: common.member }),
  facts(1, 'reorganised', { depth: fc.constant(1) }),
  facts(4, 'shows', {
    chain: fc.constantFrom<Header[]>([], [early], [early, later], [early, twice]),
    proven: fc.integer({ min: 0, max: 2 }),
    queue: fc.constantFrom([], [{ transaction: 't1', includedByEpoch: 0 }]),
    marked: fc.integer({ min: 0, max: 1 }),
    session: fc.boolean(),
  }),
  facts(2, 'based', {
    proposal: fc.constantFrom(...[early, later, twice].map(proposed)),
    valid: fc.boolean(),
  }),
  facts(1, 'proven', { epoch: fc.constant(0), valid: fc.boolean(), prover: common.member }),
  facts(1, 'slashed', { epoch: fc.constant(0) }),
  facts(4, 'quoted', {
    quote: fc
      .record({ epoch: fc.integer({ min: -1, max: 0 }), bond: fc.constantFrom('1', '2') })
      .map((terms) => ({ prover: 'm1', validUntilSlot: 8, fee: 0, ...terms })),
    transactions: fc.constantFrom([], ['t1']),
    held: fc.constantFrom([], ['t1']),
    foreseen,
  }),
  facts(6, 'handed', {
    call: fc.constantFrom('claim', 'submitEpochProof', 'startWithdrawal', 'deposit', 'executeWithdrawal'),
    foreseen,
    amount: fc.constantFrom('1', '2'),
  }),
  facts(2, 'began', { what: fc.constantFrom('epoch', 'block'), work: fc.constantFrom('one', 'other') }),
  facts(1, 'gaveUp', {}),
  facts(1, 'took', { message: fc.constant('receiveQuote'), form: fc.constant('version') }),
)
/** What drawn facts seldom come to: a transaction is stashed, something happens or nothing, and it leaves. */
const stash = fc
  .record({ ...by, transaction, between: fc.array(fact, { maxLength: 1 }) })
  .map(({ between, ...its }): Fact[] => [
    { kind: 'verified', ...its, from: 'stash' },
    { kind: 'holds', ...its, role: 'pool' },
    ...between.map((one) => ({ ...one, member: its.member })),
    { kind: 'passed', ...its },
  ])
/** What L1 does is no doing of a member. */
const ofAnybody = ['taken', 'based', 'seats', 'reorganised', 'shows', 'claimed', 'proven', 'slashed']
const some = fc.oneof({ weight: 20, arbitrary: fact.map((one) => [one]) }, { weight: 1, arbitrary: stash })

test.each([0, 1, 2])(
  'step by step and as a whole the same is violated, with %i Byzantine members',
  (count) => {
    const byzantine = members.slice(0, count)
    const system = systemOf(fourMembers({ horizon: 1, byzantine }))
    const met = new Set<string>()
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60, size: 'max' }), (drawn) => {
        // Of what Byzantine members sign there are no facts.
        const made = drawn
          .flat()
          .filter(({ kind, member }) => ofAnybody.includes(kind) || !byzantine.includes(member))
        const watch = new Watch(system)
        for (const end of made.keys()) watch.look(made.slice(0, end + 1))
        const whole = violationsOf(system, made)
        expect(watch.violations.map(violationText).sort()).toEqual(whole.map(violationText).sort())
        for (const violation of whole) met.add(violation.predicate)
      }),
      { numRuns: 800, seed: 3 },
    )
    // With 2q − k Byzantine members two quorums are no mistake of anybody.
    const expected = Object.keys(predicates).filter((name) => name !== 'oneQuorum' || count < 2)
    expect([...met].sort()).toEqual(expected.sort())
  },
)
