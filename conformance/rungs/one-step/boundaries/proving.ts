import { STRANGER } from '../../../../model/l1-rollup/instances.ts'
import { type Event, GENESIS, type State } from '../../../../model/l1-rollup/vocabulary.ts'
import {
  type Boundaries,
  begun,
  block,
  claimable,
  ETHER,
  inState,
  proof,
  prune,
  small,
  start,
  starts,
  wei,
} from './cases.ts'

const credited = ({ credits }: State): bigint =>
  Object.values(credits).reduce((all, it) => all + BigInt(it), 0n)

/** CLAIM, PROOF and REWARD. */
export function proving(b: Boundaries): void {
  b.of('CLAIM-1', 'offset 12 passes, offset 13 is refused.')
  b.passes('offset 12', claimable.at(44), claimable.at(44).claiming())
  b.refuses('offset 13', claimable.at(45), claimable.at(45).claiming(), 'ClaimWindowClosed')
  b.of('CLAIM-2', 'a block in slot 31 cannot be claimed in slot 31, it can in slot 32.')
  {
    const running = start.at(31).propose()
    b.refuses('a block in slot 31 in slot 31', running, running.claiming(), 'ClaimWindowClosed')
    const inWindow = start.at(5).propose()
    b.refuses('a block of the running epoch', inWindow, inWindow.claiming(), 'NothingToClaim')
    b.passes('in slot 32', running.at(32), running.at(32).claiming())
  }
  b.of('CLAIM-3', 'in slot 32 a quote for epoch 0 passes, quotes for epochs 1 and 2 are refused.')
  b.passes('a quote for epoch 0', claimable, claimable.claiming({ epochToProve: 0 }))
  for (const epochToProve of [1, 2])
    b.refuses(
      `for epoch ${epochToProve}`,
      claimable,
      claimable.claiming({ epochToProve }),
      'QuoteForOtherEpoch',
    )
  b.of('CLAIM-4', 'a second claim in the same slot is refused, whoever the prover.')
  for (const prover of ['p1', 'p2']) {
    const claimed = claimable.claim()
    const again = claimed.claiming({ proverAddress: prover, signer: prover })
    b.refuses(`a second claim, by ${prover}`, claimed, again, 'ClaimAlreadyMade')
  }
  b.of('CLAIM-5', 'a quote valid until slot 40 passes in slot 40 and is refused in slot 41.')
  b.passes('in slot 40', claimable.at(40), claimable.at(40).claiming({ validUntilSlot: 40 }))
  b.refuses('in slot 41', claimable.at(41), claimable.at(41).claiming({ validUntilSlot: 40 }), 'QuoteExpired')
  b.of('CLAIM-6', 'the minimum passes, one wei less is refused.')
  b.passes('the minimum', claimable, claimable.claiming({ bondAmount: wei(ETHER) }))
  b.refuses(
    'one wei less',
    claimable,
    claimable.claiming({ bondAmount: wei(ETHER - 1n) }),
    'BondBelowMinimum',
  )
  b.of('CLAIM-7', '0 and 10,000 pass, 10,001 is refused.')
  for (const fee of [0, 10_000]) b.passes(`${fee}`, claimable, claimable.claiming({ basisPointFee: fee }))
  b.refuses('10,001', claimable, claimable.claiming({ basisPointFee: 10_001 }), 'FeeAboveMaximum')
  b.of('CLAIM-8', '3 available and 2 withdrawing cover a bond of 5, not one of 6.')
  {
    const covered = small.propose().at(32).after(starts('p2', 2n))
    const bond = (bondAmount: string): Event =>
      covered.claiming({ proverAddress: 'p2', signer: 'p2', bondAmount })
    b.passes('3 available and 2 withdrawing cover 5', covered, bond('5'))
    b.refuses('not 6', covered, bond('6'), 'EscrowInsufficient')
  }
  b.of('CLAIM-10', 'a bond of 5 from 3 available and 4 withdrawing leaves 0 available and 2 withdrawing.')
  {
    const covered = small.propose().at(32).after(starts('p1', 4n))
    const left = inState(({ accounts }) => accounts.p1, {
      available: '0',
      withdrawing: '2',
      staked: '5',
      unlockSlot: 77,
    })
    b.passes('5 from 3 and 4 leaves 0 and 2', covered, covered.claiming({ bondAmount: '5' }), left)
  }

  b.of('PROOF-1', 'an unclaimed epoch 0 can be proven in slot 44 and no longer in slot 45.')
  b.passes('in slot 44', begun.at(44), proof(begun.at(44)))
  b.refuses('in slot 45', begun.at(45), proof(begun.at(45)), 'NothingToProve')
  b.of('PROOF-2', 'a block of slot 0 can be proven in slot 32, not in slot 31.')
  b.passes('in slot 32', claimable, proof(claimable))
  b.refuses('in slot 31', begun.at(31), proof(begun.at(31)), 'EpochNotEnded')
  {
    /** Blocks in slots 0, 1, 32 and 33. */
    const blocks = begun.at(1).propose().at(32).propose().at(33).propose()
    const right = blocks.event('submitEpochProof', { from: GENESIS, to: block(1) })
    b.of('PROOF-3', 'a proof that starts one block later is refused.')
    b.passes('from the proven tip', blocks, right)
    b.refuses('one block later', blocks, { ...right, from: block(0) }, 'ProofStartMismatch')
    b.of(
      'PROOF-4',
      'one block fewer, one block more, two epochs, and a fork of equal length that was pruned are refused.',
    )
    for (const [says, to] of [
      ['one block fewer', block(0)],
      ['one block more', block(32)],
      ['two epochs', block(33)],
    ] as const)
      b.refuses(says, blocks, { ...right, to }, 'ProofEndMismatch')
    const grown = begun.at(1).propose().at(45).after(prune).propose().at(46).propose().at(64)
    const fork = { ...proof(grown), to: block(1) }
    b.refuses('a fork of equal length that was pruned', grown, fork, 'ProofEndMismatch')
    b.of('PROOF-5', 'a proof that the verifier rejects changes nothing.')
    b.refuses('a proof that the verifier rejects', blocks, { ...right, valid: false }, 'ProofInvalid')
  }
  b.of(
    'PROOF-6',
    'with blocks in slots 30, 31 and 32, a proof of epoch 0 leaves the block of slot 32 pending.',
  )
  {
    const blocks = start.at(30).propose().at(31).propose().at(32).propose()
    const after = { proven: block(31), pending: [block(32)] }
    b.passes('the block of slot 32 stays pending', blocks, proof(blocks), {
      found: ({ proven, pending }) => ({ proven, pending }),
      expected: after,
    })
  }
  b.of('PROOF-7', 'a proof in slot 63 returns the bond.')
  {
    const claimed = claimable.claim().at(63)
    const { accounts } = claimable.state
    b.passes(
      'a proof in slot 63 returns the bond',
      claimed,
      proof(claimed),
      inState((s) => s.accounts, accounts),
    )
  }
  b.of('PROOF-8', 'unclaimed at offset 12 passes, unclaimed at offset 13 is refused with NothingToProve.')
  b.passes('unclaimed at offset 12', begun.at(44), proof(begun.at(44)))
  b.refuses('unclaimed at offset 13', begun.at(45), proof(begun.at(45)), 'NothingToProve')
  b.of('PROOF-9', 'with blocks in slots 0 and 70 only and epoch 0 proven, slot 96 can prove epoch 2.')
  {
    const gap = claimable.prove().at(70).propose().at(96)
    b.passes(
      'slot 96 proves epoch 2',
      gap,
      proof(gap),
      inState(({ proven }) => proven, block(70)),
    )
  }

  b.of(
    'PROOF-10',
    'under (a) a stranger proves the claimed epoch 0 in slot 32 and the bond goes back to p1; under (b) the stranger is refused and p1 is not.',
  )
  {
    const claimed = claimable.claim()
    const submitted = (caller: string): Event => ({ ...proof(claimed), caller })
    b.passes('by a stranger', claimed, submitted(STRANGER), {
      found: ({ accounts, claim }) => [accounts.p1, claim],
      expected: [claimable.state.accounts.p1, null],
    })
    b.passes('by the claimed prover', claimed, submitted('p1'))
  }

  b.of('REWARD-1', 'a pool one wei short of the reward pays what it has.')
  {
    const short = small
      .having({ tokens: { ...small.state.tokens, rollup: '6' } })
      .propose()
      .at(32)
      .claim()
    b.passes(
      'a pool one wei short pays what it has',
      short,
      proof(short),
      inState((s) => wei(credited(s)), '6'),
    )
  }
  b.of('REWARD-6', 'proofs of epochs with 1 and with 3 blocks distribute 7 wei each; under (b) 7 and 21.')
  for (const blocks of [1, 3]) {
    const rich = small.having({ tokens: { ...small.state.tokens, rollup: '100' } })
    const slots = Array.from({ length: blocks }, (_, slot) => slot)
    const claimed = slots
      .reduce((at, slot) => at.at(slot).propose(), rich)
      .at(32)
      .claim()
    b.passes(
      `an epoch with ${blocks} of them`,
      claimed,
      proof(claimed),
      inState((s) => wei(credited(s)), '7'),
    )
  }
  {
    const claimed = small.propose().at(32)
    const by = claimed.claiming().caller
    const withFee = (fee: number) => {
      const ready = claimed.claim({ basisPointFee: fee })
      return {
        ready,
        is: (p1: string, claimant: string) => inState((s) => [s.credits.p1, s.credits[by]], [p1, claimant]),
      }
    }
    b.of('REWARD-2', 'of 7 wei a fee of 5,000 pays 3.')
    const half = withFee(5_000)
    b.passes('of 7 wei a fee of 5,000 pays 3', half.ready, proof(half.ready), half.is('3', '4'))
    b.of('REWARD-3', 'a fee of 10,000 leaves 0.')
    const whole = withFee(10_000)
    b.passes('a fee of 10,000 leaves 0', whole.ready, proof(whole.ready), whole.is('7', '0'))
    b.of('REWARD-4', 'an unclaimed proof in slot 44 leaves all credits as they were.')
    b.passes('unclaimed in slot 44', claimed.at(44), proof(claimed.at(44)), {
      found: ({ credits }) => credits,
      expected: small.state.credits,
    })
    b.of('REWARD-5', 'a second call is refused.')
    const earned = half.ready.prove()
    const collect: Event = { type: 'collectReward', caller: 'p1' }
    b.passes(
      'a first call',
      earned,
      collect,
      inState(({ credits }) => credits.p1, '0'),
    )
    b.refuses('a second call', earned.after(collect), collect, 'NothingToCollect')
  }
}
