import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GENESIS, type Proposal } from '../../model/node/vocabulary.ts'
import { predicates, violationsOf, violationText, Watch } from './safety.ts'
import { fourMembers } from './setups.ts'
import { systemOf } from './system.ts'
import type { Fact } from './vocabulary.ts'

const members = ['m1', 'm2', 'm3', 'm4']
const proposal: fc.Arbitrary<Proposal> = fc
  .record({ slot: fc.integer({ min: -1, max: 1 }), root: fc.constantFrom('t1', 'wrong') })
  .map(({ slot, root }) => {
    const list = { transactions: ['t1'], forced: 0, blobs: 'match' as const }
    return { slot, timestampSlot: slot, parent: GENESIS, ...list, root: [root] }
  })
const common = {
  member: fc.constantFrom(...members),
  slot: fc.integer({ min: 0, max: 1 }),
  proposal,
}
const attestations = fc.subarray(members)
const signed = fc
  .record({ ...common, verified: fc.constantFrom(['t1'], []), sameList: fc.boolean() })
  .map(({ sameList, ...fact }) => {
    const result = { parent: GENESIS, transactions: sameList ? ['t1'] : [], forced: 0 }
    return { kind: 'signed' as const, ...fact, result, forced: [] }
  })
const fact: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 4, arbitrary: signed },
  fc.record({ kind: fc.constant('proposed' as const), ...common }),
  fc.record({ kind: fc.constantFrom('submitted' as const, 'taken' as const), ...common, attestations }),
)

test.each([0, 1, 2])(
  'step by step and as a whole the same is violated, with %i Byzantine members',
  (count) => {
    const byzantine = members.slice(0, count)
    const system = systemOf(fourMembers({ horizon: 1, byzantine }))
    const met = new Set<string>()
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40, size: 'max' }), (drawn) => {
        // Of what Byzantine members sign there are no facts.
        const facts = drawn.filter(({ kind, member }) => kind === 'taken' || !byzantine.includes(member))
        const watch = new Watch(system)
        for (const end of facts.keys()) watch.look(facts.slice(0, end + 1))
        const whole = violationsOf(system, facts)
        expect(watch.violations.map(violationText).sort()).toEqual(whole.map(violationText).sort())
        for (const violation of whole) met.add(violation.predicate)
      }),
      { numRuns: 500, seed: 3 },
    )
    // With 2q − k Byzantine members two quorums are no mistake of anybody.
    const expected = Object.keys(predicates).filter((name) => name !== 'oneQuorum' || count < 2)
    expect([...met].sort()).toEqual(expected.sort())
  },
)
