import type { Scenario } from '../../../../model/l1-rollup/scenario.ts'
import { type Event, GENESIS } from '../../../../model/l1-rollup/vocabulary.ts'
import {
  type Boundaries,
  begun,
  block,
  claimable,
  ETHER,
  early,
  inState,
  proof,
  prune,
  start,
  starts,
  wei,
  withValidators,
} from './cases.ts'

/** TIME, PROPOSE and PRUNE. Each call is made in the first, the last and some second of its slot. */
export function chain(b: Boundaries): void {
  const seven = start.at(7)
  const proposal = seven.event('propose')
  const on = (at: Scenario, parent = at.event('propose').parent): Event => ({
    ...at.event('propose'),
    parent,
  })

  b.of('TIME-1', '35 s after genesis is slot 0, 36 s after genesis is slot 1.')
  {
    const first = start.event('propose')
    b.passes('a header of slot 0, until 35 s after genesis', start, first)
    b.refuses('a header of slot 0, from 36 s after genesis on', start.at(1), first, 'SlotNotCurrent')
    b.passes('a header of slot 1, from 36 s after genesis on', start.at(1), start.at(1).event('propose'))
  }
  b.of('TIME-2', 'slot 31 is offset 31 of epoch 0, slot 32 is offset 0 of epoch 1.')
  b.refuses('slot 31 is of epoch 0', begun.at(31), proof(begun.at(31)), 'EpochNotEnded')
  b.passes('slot 32 is offset 0 of epoch 1', claimable, proof(claimable))
  b.of(
    'TIME-3',
    'when a bond becomes due to be slashed at slot 64, the stored stake is unchanged until an accepted event of PRUNE-4 settles it.',
  )
  {
    const late = claimable.claim().at(64)
    const staked = inState(({ accounts }) => accounts.p1!.staked, wei(ETHER))
    b.passes('stored stake is unchanged by what settles nothing', late, starts('p1', 1n), staked)
    b.passes('an event of PRUNE-4 settles it', late, late.event('propose'), {
      ...staked,
      expected: '0',
    })
  }

  b.of(
    'TIME-4',
    'one second before genesis a proposal for slot 0 is refused, at the genesis timestamp it passes.',
  )
  b.refuses('until one second before genesis', early, early.event('propose'), 'NotStarted')
  b.passes('from the genesis timestamp on', early.at(0), early.event('propose'))

  b.of('PROPOSE-1', 'one validator is a committee of one with a quorum of one.')
  const one = withValidators(1, 'one')
  const alone: Event = { ...one.event('propose'), caller: 'v1', committee: ['v1'], attestations: ['v1'] }
  b.passes('one validator is a committee of one with a quorum of one', one, alone, {
    found: ({ pending }) => pending,
    expected: [block(0)],
  })
  b.of('PROPOSE-2', 'the same members in another order are refused.')
  {
    const committee = [...proposal.committee].reverse()
    b.refuses('the same members in another order', seven, { ...proposal, committee }, 'CommitteeMismatch')
  }
  b.of('PROPOSE-3', 'in slot 7 headers of slots 6 and 8 are refused.')
  for (const slot of [6, 8])
    b.refuses(`a header of slot ${slot}`, seven, { ...proposal, slot, timestampSlot: slot }, 'SlotNotCurrent')
  b.of('PROPOSE-4', 'slot 1 has timestamp genesis + 36, not genesis + 37.')
  {
    const second = start.at(1).event('propose')
    b.passes('slot 1 has its own', start.at(1), { ...second, timestampSlot: 1 })
    for (const timestampSlot of [0, 2])
      b.refuses(
        `not that of slot ${timestampSlot}`,
        start.at(1),
        { ...second, timestampSlot },
        'TimestampMismatch',
      )
  }
  b.of('PROPOSE-5', 'after a prune the last pruned block is not a parent, the proven tip is.')
  {
    const late = begun.at(45)
    for (const pruned of [late, late.after(prune)]) {
      b.refuses('the last pruned block', pruned, on(pruned, block(0)), 'ParentNotTip')
      b.passes('the proven tip', pruned, on(pruned, GENESIS))
    }
  }
  b.of(
    'PROPOSE-6',
    'a second block in slot 7 is refused, a block in slot 8 passes, and so does one in slot 0.',
  )
  {
    const taken = seven.propose()
    const again: Event = { ...proposal, parent: block(7) }
    b.refuses('a second block in slot 7', taken, again, 'SlotTaken')
    b.passes('a block in slot 8', taken.at(8), on(taken.at(8), block(7)))
    b.passes('a block in slot 0', start, start.event('propose'))
  }
  b.of('PROPOSE-7', 'another member of the committee is refused.')
  for (const caller of proposal.committee.filter((member) => member !== proposal.caller).slice(0, 3))
    b.refuses('another member of the committee', seven, { ...proposal, caller }, 'CallerNotProposer')
  b.of('PROPOSE-8', 'a header without blob hashes in a transaction without blobs is refused.')
  b.refuses('no blob at all', seven, { ...proposal, blobs: 'missing' }, 'BlobsMissing')
  b.of('PROPOSE-9', 'one hash fewer, one more, and another one are refused.')
  for (const blobs of ['fewer', 'more', 'other'] as const)
    b.refuses(`${blobs} blobs`, seven, { ...proposal, blobs }, 'BlobHashesMismatch')
  b.of('PROPOSE-10', "a member's signature at another member's seat is refused, so nobody counts twice.")
  {
    const [first, second, ...rest] = proposal.committee as [string, string, ...string[]]
    const attestations = [second, first, ...rest]
    b.refuses(
      "a signature at another member's seat",
      seven,
      { ...proposal, attestations },
      'AttestationInvalid',
    )
  }
  b.of('PROPOSE-11', '33 of 48 pass, 32 are refused.')
  {
    const signed = (count: number): Event => ({
      ...proposal,
      attestations: proposal.committee.map((member, seat) => (seat < count ? member : 'none')),
    })
    b.passes('33 of 48', seven, signed(33))
    b.refuses('32 of 48', seven, signed(32), 'QuorumNotReached')
  }
  b.of('PROPOSE-12', 'the next proposal names this block as its parent.')
  {
    const next = seven.propose().at(8)
    b.passes('the next proposal names this block', next, on(next, block(7)))
    b.refuses('and not the one before', next, on(next, GENESIS), 'ParentNotTip')
  }
  b.of(
    'PROPOSE-13',
    'after a block with content a in slot 7, a proposal in slot 8 whose parent is a block of slot 7 with content b is refused, and so is one whose parent is the block of slot 7 with content a of another rollup.',
  )
  {
    const next = seven.propose().at(8)
    b.refuses('on a block with content b', next, on(next, block(7, 'b')), 'ParentNotTip')
    b.passes('on the block with content a', next, on(next, block(7, 'a')))
  }

  b.of('PRUNE-1', 'offset 12 keeps an unclaimed chain, offset 13 drops it.')
  b.refuses('offset 12 keeps it', begun.at(44), prune, 'NothingToPrune')
  b.passes(
    'offset 13 drops it',
    begun.at(45),
    prune,
    inState(({ pending }) => pending, []),
  )
  {
    const claimed = claimable.claim()
    b.of('PRUNE-2', 'a claimed epoch 0 can be proven in slot 63 and is dropped in slot 64.')
    b.passes('proven in slot 63', claimed.at(63), proof(claimed.at(63)))
    b.refuses('dropped in slot 64', claimed.at(64), proof(claimed.at(64)), 'NothingToProve')
    b.of('PRUNE-3', 'a claim for epoch 0 is live in slot 63, its bond is slashed in slot 64.')
    b.refuses('live in slot 63', claimed.at(63), prune, 'NothingToPrune')
    b.passes('slashed in slot 64', claimed.at(64), prune, {
      found: ({ claim, slashed, accounts }) => [claim, slashed, accounts.p1!.staked],
      expected: [null, wei(ETHER), '0'],
    })
  }
  b.of('PRUNE-4', 'in slot 45 with epoch 0 unclaimed, a proposal must name the proven tip as its parent.')
  {
    const dead = begun.at(45)
    b.passes('on the proven tip', dead, on(dead, GENESIS))
    b.refuses('not on the stored one', dead, on(dead, block(0)), 'ParentNotTip')
  }
  b.of('PRUNE-5', 'refused at offset 12, accepted at offset 13, refused again right after it.')
  b.refuses('offset 12', begun.at(44), prune, 'NothingToPrune')
  b.passes('offset 13', begun.at(45), prune)
  b.refuses('right after it', begun.at(45).after(prune), prune, 'NothingToPrune')
  b.of('PRUNE-7', 'in slot 64 no effective pending block has a slot below 32.')
  {
    const old = claimable.claim().propose().at(64)
    b.refuses(
      'a chain that began in epoch 0 is not built upon in slot 64',
      old,
      on(old, block(32)),
      'ParentNotTip',
    )
    b.passes('the proven tip is', old, on(old, GENESIS))
    const young = start.at(32).propose().at(64)
    b.passes('a chain that began in slot 32 is', young, on(young, block(32)))
  }
  b.of(
    'PRUNE-8',
    'after a proof of epoch 0 and a prune in epoch 2, the proven tip is still the last block of epoch 0.',
  )
  {
    const proven = claimable.prove().at(33).propose().at(77)
    b.passes('proven stays proven', proven, prune, {
      found: ({ proven, pending }) => ({ proven, pending }),
      expected: { proven: block(0), pending: [] },
    })
  }
}
