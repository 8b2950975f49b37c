import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { Scenario } from './scenario.ts'
import type { Account, Block } from './vocabulary.ts'

const [rfc] = loadPreset('rfc').profiles
const MINIMUM = rfc!.parameters.minimumBondWei
const start = Scenario.deployed(rfc!)
const block = (slot: number, content = 'a'): Block => ({ slot, content, beneficiary: 'none', forced: 0 })
/** A block in slot 0, now in slot 32. */
const claimable = start.propose().at(32)
const withAccount = (scenario: Scenario, change: Partial<Account>) =>
  scenario.having({
    accounts: { ...scenario.state.accounts, p1: { ...scenario.state.accounts.p1!, ...change } },
  })

describe('claim', () => {
  test('CLAIM-1: offset 12 is the last that may claim', () => {
    const last = claimable.at(44)
    expect(last.refusals(last.claiming())).toEqual([])
  })

  test('CLAIM-1: offset 13 is refused with ClaimWindowClosed(13, 13)', () => {
    const late = claimable.at(45)
    expect(late.revert(late.claiming())).toEqual(['ClaimWindowClosed', 13, 13])
  })

  test('CLAIM-2: a block in slot 31 cannot be claimed in slot 31, it can in slot 32', () => {
    const running = start.at(31).propose()
    expect(running.refusals(running.claiming())).toContain('NothingToClaim')
    expect(running.at(32).refusals(running.at(32).claiming())).toEqual([])
  })

  test('CLAIM-2: an empty chain has nothing to claim', () => {
    expect(start.at(32).refusals(start.at(32).claiming())).toEqual(['NothingToClaim'])
  })

  test('CLAIM-3: in slot 32 a quote for epoch 0 passes, one for epoch 1 or 2 is refused', () => {
    const refused = (epochToProve: number) => claimable.revert(claimable.claiming({ epochToProve }))
    expect([0, 1, 2].map(refused)).toEqual([
      undefined,
      ['QuoteForOtherEpoch', 1, 1],
      ['QuoteForOtherEpoch', 2, 1],
    ])
  })

  test('CLAIM-4: a second claim in the same slot is refused, whoever the prover', () => {
    const claimed = claimable.claim()
    const [p1, p2] = ['p1', 'p2'].map((proverAddress) =>
      claimed.claiming({ proverAddress, signer: proverAddress }),
    )
    expect(claimed.revert(p1!)).toEqual(['ClaimAlreadyMade', 'p1'])
    expect(claimed.refusals(p2!)).toEqual(['ClaimAlreadyMade'])
  })

  test('CLAIM-4: once the bond is forfeited, a claim is refused for want of blocks', () => {
    const late = claimable.claim().at(64)
    expect(late.refusals(late.claiming())).toEqual(['NothingToClaim'])
  })

  test('CLAIM-5: a quote valid until slot 40 passes in slot 40 and is refused in slot 41', () => {
    const [last, late] = [40, 41].map((slot) => claimable.at(slot))
    expect(last!.refusals(last!.claiming({ validUntilSlot: 40 }))).toEqual([])
    expect(late!.revert(late!.claiming({ validUntilSlot: 40 }))).toEqual(['QuoteExpired', 41, 40])
  })

  test('CLAIM-6: the minimum passes, one wei less is refused', () => {
    const less = (BigInt(MINIMUM) - 1n).toString()
    expect(claimable.refusals(claimable.claiming({ bondAmount: MINIMUM }))).toEqual([])
    expect(claimable.revert(claimable.claiming({ bondAmount: less }))).toEqual([
      'BondBelowMinimum',
      BigInt(less),
      BigInt(MINIMUM),
    ])
  })

  test('CLAIM-7: fees of 0 and 10,000 pass, 10,001 is refused', () => {
    const refused = (basisPointFee: number) => claimable.revert(claimable.claiming({ basisPointFee }))
    expect([0, 10_000, 10_001].map(refused)).toEqual([undefined, undefined, ['FeeAboveMaximum', 10_001]])
  })

  test('CLAIM-8: 3 available and 2 withdrawing cover a bond of 5, not one of 6', () => {
    const small = Scenario.deployed({ ...rfc!, parameters: { ...rfc!.parameters, minimumBondWei: '1' } })
    const rich = withAccount(small.propose().at(32), { available: '3', withdrawing: '2', unlockSlot: 77 })
    expect(rich.refusals(rich.claiming({ bondAmount: '5' }))).toEqual([])
    expect(rich.revert(rich.claiming({ bondAmount: '6' }))).toEqual(['EscrowInsufficient', 3n, 2n, 6n])
  })

  test('CLAIM-9: a quote that somebody else signed is refused, and one that nobody signed', () => {
    expect(claimable.revert(claimable.claiming({ signer: 'stranger' }))).toEqual([
      'QuoteSignatureInvalid',
      'stranger',
      'p1',
    ])
    expect(
      claimable.refusals(claimable.claiming({ proverAddress: 'none', signer: 'none', bondAmount: MINIMUM })),
    ).toContain('QuoteSignatureInvalid')
  })

  test('CLAIM-6: with a minimum of 0, which nobody can deploy, whoever proposes stalls two epochs for nothing', () => {
    const free = Scenario.deployed({ ...rfc!, parameters: { ...rfc!.parameters, minimumBondWei: '0' } })
    const before = free.propose().at(32)
    const { caller } = before.claiming()
    const stalled = before
      .claim({ proverAddress: caller, signer: caller, bondAmount: '0', basisPointFee: 0 })
      .propose()
    expect(stalled.at(33).refusals(stalled.at(33).claiming())).toContain('ClaimAlreadyMade')
    // No prover has a reason to work, and nothing restarts at offset 13.
    expect(stalled.at(63).effective.pending).toEqual([block(0), block(32)])
    const { effective } = stalled.at(64)
    expect(effective.pending).toEqual([])
    expect([effective.slashed, effective.tokens, effective.accounts]).toEqual([
      '0',
      before.state.tokens,
      { ...before.state.accounts, [caller]: effective.accounts[caller] },
    ])
    expect(effective.accounts[caller]).toEqual({
      available: '0',
      withdrawing: '0',
      unlockSlot: 0,
      staked: '0',
    })
  })

  test('CLAIM-10: a bond of 5 from 3 available and 4 withdrawing leaves 0 and 2, and the claim is recorded', () => {
    const small = Scenario.deployed({ ...rfc!, parameters: { ...rfc!.parameters, minimumBondWei: '1' } })
    const rich = withAccount(small.propose().at(32), { available: '3', withdrawing: '4', unlockSlot: 77 })
    const claimed = rich.claim({ bondAmount: '5', basisPointFee: 7 })
    expect(claimed.state).toEqual({
      ...rich.state,
      claim: {
        epochToProve: 0,
        proverAddress: 'p1',
        bondAmount: '5',
        basisPointFee: 7,
        claimant: rich.claiming().caller,
      },
      accounts: {
        ...rich.state.accounts,
        p1: { available: '0', withdrawing: '2', unlockSlot: 77, staked: '5' },
      },
    })
  })

  test('PROPOSE-1: an empty set of validators refuses claims too', () => {
    const empty = claimable.having({ samples: [{ epoch: 0, randao: 'r1', members: [] }] })
    expect(empty.refusals(empty.claiming())).toEqual(['CommitteeEmpty', 'CallerNotProposer'])
  })

  test('PROPOSE-2: a claim with another committee is refused', () => {
    const committee = claimable.claiming().committee.map(() => 'stranger')
    expect(claimable.refusals({ ...claimable.claiming(), committee, caller: 'stranger' })).toEqual([
      'CommitteeMismatch',
    ])
  })

  test('PROPOSE-7: a claim by another member of the committee is refused', () => {
    const event = claimable.claiming()
    const other = event.committee.find((member) => member !== event.caller)!
    expect(claimable.refusals({ ...event, caller: other })).toEqual(['CallerNotProposer'])
  })
})

describe('proof', () => {
  /** Blocks in slots 0, 1 and 32, now in slot 32, unclaimed. */
  const three = start.propose().at(1).propose().at(32).propose()
  const event = three.event('submitEpochProof')

  test('PROOF-1: an unclaimed epoch 0 can be proven in slot 44 and no longer in slot 45', () => {
    expect(three.at(44).refusals(three.at(44).event('submitEpochProof'))).toEqual([])
    expect(three.at(45).revert(three.at(45).event('submitEpochProof'))).toEqual(['NothingToProve'])
  })

  test('PROOF-2: a block of slot 0 can be proven in slot 32, not in slot 31', () => {
    const early = start.propose().at(31)
    expect(early.revert(early.event('submitEpochProof'))).toEqual(['EpochNotEnded', 0, 0])
    expect(early.at(32).refusals(early.at(32).event('submitEpochProof'))).toEqual([])
  })

  test('PROOF-3: a proof that starts one block later is refused', () => {
    expect(three.refusals({ ...event, from: block(0) })).toEqual(['ProofStartMismatch'])
  })

  test.each([
    ['one block fewer', block(0)],
    ['two epochs', block(32)],
    ['a fork of equal length', block(1, 'stale')],
    ['nothing', event.from],
  ])('PROOF-4: %s is refused', (_name, to) => {
    expect(event.to).toEqual(block(1))
    expect(three.refusals({ ...event, to })).toEqual(['ProofEndMismatch'])
  })

  test('PROOF-5: a proof that the verifier rejects is refused', () => {
    expect(three.refusals({ ...event, valid: false })).toEqual(['ProofInvalid'])
  })

  test('PROOF-6: the last block of the epoch becomes the proven tip, later ones stay pending', () => {
    expect(three.prove().state).toEqual({
      ...three.state,
      proven: block(1),
      pending: [block(32)],
      // FALLBACK-2: the later one still waits.
      fallback: { ...three.state.fallback, countedFrom: three.state.slot },
    })
  })

  test('PROOF-7: a proof in slot 63 returns the bond, whoever submits it', () => {
    const claimed = three.claim().at(63)
    const { state } = claimed.prove({ caller: 'stranger' })
    expect(state.accounts).toEqual(three.state.accounts)
    expect(state.claim).toBeNull()
  })

  test('PROOF-8: without a claim, offset 12 passes and offset 13 is refused', () => {
    expect(three.at(44).prove().state.proven).toEqual(block(1))
    expect(three.at(45).refusals(three.at(45).event('submitEpochProof'))).toEqual(['NothingToProve'])
  })

  test('PROOF-9: with blocks in slots 0 and 70 only, slot 96 proves epoch 2 after epoch 0', () => {
    const gap = start.propose().at(32).prove().at(70).propose().at(96)
    expect(gap.prove().state).toEqual({
      ...gap.state,
      proven: block(70),
      pending: [],
      fallback: start.state.fallback,
    })
  })
})

describe('rewards', () => {
  const pool = (wei: string, reward = '7') =>
    Scenario.deployed({
      ...rfc!,
      tokens: { ...rfc!.tokens, rollup: wei },
      parameters: { ...rfc!.parameters, epochRewardWei: reward },
    })
  const proven = (from: Scenario, basisPointFee: number) =>
    from.propose().at(32).claim({ basisPointFee }).prove()
  const credits = ({ state }: Scenario) =>
    Object.entries(state.credits).filter(([, credit]) => credit !== '0')

  test('REWARD-1: a pool one wei short of the reward pays what it has', () => {
    const sum = (scenario: Scenario) =>
      credits(scenario).reduce((total, [, credit]) => total + Number(credit), 0)
    expect([6, 7, 8].map((wei) => sum(proven(pool(`${wei}`), 5000)))).toEqual([6, 7, 7])
  })

  test('REWARD-2: of 7 wei a fee of 5,000 pays 3', () => {
    expect(proven(pool('7'), 5000).state.credits.p1).toBe('3')
  })

  test('REWARD-3: what the fee leaves goes to the claiming proposer; a fee of 10,000 leaves 0', () => {
    const claimant = pool('7').propose().at(32).claiming().caller
    expect(proven(pool('7'), 5000).state.credits[claimant]).toBe('4')
    expect(credits(proven(pool('7'), 10_000))).toEqual([['p1', '7']])
  })

  test('REWARD-3: under the other reading each block earns an equal part for its proposer, and dust stays', () => {
    const [other] = loadPreset('rfc', { rewardRemainder: 'blockProposers', epochRewardWei: '8' }).profiles
    const two = Scenario.deployed(other!).propose().at(1).propose().at(2).propose()
    const proposers = two.state.pending.map(({ beneficiary }) => beneficiary)
    const paid = two.at(32).claim({ basisPointFee: 0 }).prove()
    const parts = new Map<string, number>()
    for (const proposer of proposers) parts.set(proposer, (parts.get(proposer) ?? 0) + 2)
    expect(new Map(credits(paid).map(([holder, credit]) => [holder, Number(credit)]))).toEqual(parts)
  })

  test('REWARD-6: proofs of epochs with 1 and with 3 blocks distribute 7 wei each, under the other reading 7 and 21', () => {
    const distributed = (rewardBasis: string, blocks: number) => {
      const [profile] = loadPreset('rfc', { rewardBasis, epochRewardWei: '7' }).profiles
      let at = Scenario.deployed(profile!)
      for (let slot = 0; slot < blocks; slot++) at = at.at(slot).propose()
      return credits(at.at(32).claim().prove()).reduce((sum, [, credit]) => sum + Number(credit), 0)
    }
    expect([1, 3].map((blocks) => distributed('epoch', blocks))).toEqual([7, 7])
    expect([1, 3].map((blocks) => distributed('block', blocks))).toEqual([7, 21])
  })

  test('PROOF-10: a stranger proves a claimed epoch, under the other reading only its prover does', () => {
    const claimed = (proofSubmission: string) => {
      const [profile] = loadPreset('rfc', { proofSubmission }).profiles
      return Scenario.deployed(profile!).propose().at(32).claim()
    }
    const refusals = (at: Scenario, caller: string) => at.refusals(at.event('submitEpochProof', { caller }))
    const [open, closed] = [claimed('anyone'), claimed('claimedProver')]
    expect(['stranger', 'p1'].map((caller) => refusals(open, caller))).toEqual([[], []])
    expect(['stranger', 'p2'].map((caller) => refusals(closed, caller))).toEqual([
      ['CallerNotProver'],
      ['CallerNotProver'],
    ])
    expect(refusals(closed, 'p1')).toEqual([])
  })

  test('PROOF-10: nobody has claimed, so anyone proves under either reading', () => {
    const [profile] = loadPreset('rfc', { proofSubmission: 'claimedProver' }).profiles
    const ended = Scenario.deployed(profile!).propose().at(32)
    expect(ended.refusals(ended.event('submitEpochProof', { caller: 'stranger' }))).toEqual([])
  })

  test('REWARD-4: an unclaimed proof in slot 44 leaves all credits as they were', () => {
    const { state } = pool('7').propose().at(44).prove()
    expect(state.credits).toEqual(start.state.credits)
  })

  test('REWARD-5: the credit is paid whole, a second call is refused', () => {
    const earned = proven(pool('7'), 5000)
    const collect = { type: 'collectReward', caller: 'p1' } as const
    const paid = earned.after(collect)
    expect(paid.state).toEqual({
      ...earned.state,
      credits: { ...earned.state.credits, p1: '0' },
      tokens: {
        ...earned.state.tokens,
        rollup: '4',
        p1: (BigInt(earned.state.tokens.p1!) + 3n).toString(),
      },
    })
    expect(paid.revert(collect)).toEqual(['NothingToCollect', 0n])
  })
})
