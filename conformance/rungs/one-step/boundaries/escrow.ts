import { STRANGER } from '../../../../model/l1-rollup/instances.ts'
import {
  type Boundaries,
  begun,
  claimable,
  collectSlashed,
  deposit,
  ETHER,
  executes,
  inState,
  prune,
  small,
  start,
  starts,
  wei,
} from './cases.ts'

/** ESCROW. */
export function escrow(b: Boundaries): void {
  b.of('ESCROW-1', '1 wei passes.')
  b.passes('1 wei', start, deposit('p1', 1n))
  b.refuses('0', start, deposit('p1', 0n), 'AmountZero')
  b.of('ESCROW-2', 'the whole balance passes, one wei more is refused.')
  b.passes('the whole balance', start, deposit('p1', 4n * ETHER))
  b.refuses('one wei more', start, deposit('p1', 4n * ETHER + 1n), 'TokenBalanceInsufficient')
  b.of(
    'ESCROW-3',
    '2^128 − 1 wei in total pass, one more is refused; a bond for epoch 0 counts in slot 63 and no longer in slot 64, whether or not anybody has pruned.',
  )
  {
    const cap = 2n ** 128n - 1n
    const rich = start.having({ tokens: { ...start.state.tokens, p1: wei(2n ** 128n) } })
    b.passes('2^128 − 1 wei in total', rich, deposit('p1', cap - 3n * ETHER))
    b.refuses('one more', rich, deposit('p1', cap - 3n * ETHER + 1n), 'EscrowCapExceeded')
    const claimed = claimable.claim()
    const staked = claimed.having({ tokens: { ...claimed.state.tokens, p1: wei(2n ** 128n) } })
    const room = cap - 2n * ETHER
    b.refuses('a bond in slot 63', staked.at(63), deposit('p1', room), 'EscrowCapExceeded')
    const due = staked.at(64)
    for (const [pruned, late] of [
      ['before', due],
      ['after', due.after(prune)],
    ] as const) {
      b.passes(`no bond in slot 64 ${pruned} a prune`, late, deposit('p1', room), {
        found: ({ accounts, slashed }) => [accounts.p1!.available, accounts.p1!.staked, slashed],
        expected: [wei(cap), '0', wei(ETHER)],
      })
      b.refuses(`no more than that ${pruned} a prune`, late, deposit('p1', room + 1n), 'EscrowCapExceeded')
    }
  }
  b.of('ESCROW-4', 'it can back a claim in the same slot.')
  {
    const backed = claimable.after(deposit('p3', ETHER))
    b.passes(
      'it backs a claim in the same slot',
      backed,
      backed.claiming({ proverAddress: 'p3', signer: 'p3' }),
    )
  }
  b.of('ESCROW-5', 'the whole available amount passes, one wei more is refused.')
  b.passes('the whole available amount', start, starts('p1', 3n * ETHER))
  b.refuses('one wei more', start, starts('p1', 3n * ETHER + 1n), 'AvailableInsufficient')
  b.of('ESCROW-6', 'accepted again as soon as the first was executed or wholly staked by a claim.')
  {
    const waiting = small.propose().after(starts('p1', 4n))
    b.refuses('a second', waiting, starts('p1', 1n), 'WithdrawalPending')
    const executed = waiting.at(45).after(executes('p1'))
    b.passes('as soon as the first was executed', executed, starts('p1', 1n))
    const staked = waiting.at(32).claim({ bondAmount: '7' }).after(deposit('p1', 1n))
    b.passes('or wholly staked by a claim', staked, starts('p1', 1n))
  }
  {
    const waiting = start.at(10)
    const started = waiting.after(starts('p1', ETHER))
    b.of('ESCROW-7', 'with a delay of 45, started in slot 10: locked in slot 54, paid in slot 55.')
    b.refuses('locked in slot 54', started.at(54), executes('p1'), 'WithdrawalLocked')
    b.passes('paid in slot 55', started.at(55), executes('p1'))
    b.of('ESCROW-12', 'with a delay of 45, started in slot 10: the unlock slot is 55.')
    b.passes(
      'the unlock slot is 55',
      waiting,
      starts('p1', ETHER),
      inState((s) => s.accounts.p1!.unlockSlot, 55),
    )
  }
  b.of('ESCROW-8', '5 withdrawing of which a claim staked 3 pays 2.')
  {
    const half = small.propose().at(32).after(starts('p2', 5n))
    const paid = half.claim({ proverAddress: 'p2', signer: 'p2', bondAmount: '3' }).prove().at(77)
    const balance = BigInt(small.state.tokens.p2!)
    b.passes(
      'pays 2',
      paid,
      executes('p2'),
      inState(({ tokens }) => tokens.p2, wei(balance + 2n)),
    )
    b.refuses('once', paid.after(executes('p2')), executes('p2'), 'NoWithdrawal')
  }
  {
    const due = claimable.claim().at(64)
    b.of(
      'ESCROW-9',
      'the bond of a claim for epoch 0 cannot be collected in slot 63, and can in slot 64, whether or not anybody has pruned.',
    )
    b.refuses('in slot 63', claimable.claim().at(63), collectSlashed, 'NothingSlashed')
    const collected = inState(({ tokens }) => tokens.sink, wei(ETHER))
    b.passes('in slot 64 before a prune', due, collectSlashed, collected)
    b.passes('in slot 64 after a prune', due.after(prune), collectSlashed, collected)
    b.of(
      'ESCROW-10',
      'each wei deposited is withdrawn once, or slashed once, or still there; of 3 wei transferred without a deposit nothing is ever paid.',
    )
    b.passes('slashed once, the rest is still there', due.after(prune), collectSlashed, {
      found: ({ tokens, accounts, slashed }) => [tokens.escrow, accounts.p1!.available, slashed],
      expected: [wei(4n * ETHER), wei(2n * ETHER), '0'],
    })
    const { tokens } = small.state
    const given = small.having({ tokens: { ...tokens, escrow: wei(BigInt(tokens.escrow!) + 3n) } })
    const asked = given.after(starts('p1', 7n)).after(starts('p2', 5n)).at(45)
    const last = asked.after(executes('p1'))
    const paid = last.after(executes('p2'))
    b.passes(
      'of 3 wei transferred without a deposit nothing is paid with the last account',
      last,
      executes('p2'),
      inState((s) => s.tokens.escrow, '3'),
    )
    b.refuses('nor to a prover who has nothing left', paid, starts('p2', 1n), 'AvailableInsufficient')
    b.refuses('nor without a withdrawal', paid, executes('p2'), 'NoWithdrawal')
    b.refuses('nor to the sink', paid, collectSlashed, 'NothingSlashed')
  }
  b.of(
    'ESCROW-14',
    'the caller, another prover and an address that was never registered receive; the zero address and the escrow are refused.',
  )
  {
    const unlocked = small.after(starts('p2', 5n)).at(45)
    const received = (name: string) =>
      inState(({ tokens }) => tokens[name], wei(BigInt(small.state.tokens[name] ?? '0') + 5n))
    b.passes('the caller receives', unlocked, executes('p2'), received('p2'))
    b.passes('another prover receives', unlocked, executes('p2', 'p1'), received('p1'))
    b.passes(
      'an address that was never registered receives',
      unlocked,
      executes('p2', STRANGER),
      received(STRANGER),
    )
    b.refuses('the zero address', unlocked, executes('p2', 'none'), 'ReceiverInvalid')
    b.refuses('the escrow', unlocked, executes('p2', 'escrow'), 'ReceiverInvalid')
  }
  b.of(
    'ESCROW-11',
    'this needs a withdrawal delay of at least 45 slots (an epoch and the claim window); with 44 a quote seen in slot 0 fails in slot 44.',
  )
  {
    const seen = begun.after(starts('p1', 3n * ETHER)).at(44)
    b.passes('with a delay of 45 a quote seen in slot 0 passes in slot 44', seen, seen.claiming())
  }
}
