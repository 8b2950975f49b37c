import type { Event, Log } from '../../../../model/l1-rollup/vocabulary.ts'
import {
  admin,
  type Boundaries,
  begun,
  claimable,
  collectSlashed,
  deposit,
  ETHER,
  free,
  inLogs,
  proof,
  prune,
  setup,
  small,
  start,
  starts,
  wei,
  withValidators,
} from './cases.ts'

const whole = (log: Log): unknown => log

/** LOG. */
export function logs(b: Boundaries): void {
  {
    const due = claimable.claim().at(64)
    b.of(
      'LOG-1',
      'a proposal in slot 64 on an epoch 0 that was claimed and never proven emits PendingChainPruned, BondSlashed and L2PendingBlockProcessed; the same on a live chain only the last.',
    )
    b.passes('on a claimed epoch that was never proven', due, due.event('propose'), {
      ...inLogs(['PendingChainPruned', 'BondSlashed', 'L2PendingBlockProcessed']),
    })
    b.passes(
      'on a live chain',
      begun.at(1),
      begun.at(1).event('propose'),
      inLogs(['L2PendingBlockProcessed']),
    )
    b.of(
      'LOG-2',
      '`prune` at offset 13 of an unclaimed epoch emits PendingChainPruned alone; in slot 64 of a claimed one BondSlashed follows it, also for a bond of 0, and `collectSlashed` in its place emits both before its own.',
    )
    b.passes('of an unclaimed epoch', begun.at(45), prune, inLogs(['PendingChainPruned']))
    b.passes('of a claimed one', due, prune, inLogs(['PendingChainPruned', 'BondSlashed']))
    b.passes(
      'collectSlashed in its place',
      due,
      collectSlashed,
      inLogs(['PendingChainPruned', 'BondSlashed', 'SlashedCollected', 'Transfer']),
    )
    const nothing = free.propose().at(32).claim({ bondAmount: '0' }).at(64)
    b.passes('of one claimed for a bond of 0', nothing, prune, {
      ...inLogs(['PendingChainPruned', { type: 'BondSlashed', prover: 'p1', bondAmount: '0' }], (log) =>
        log.type === 'BondSlashed' ? log : log.type,
      ),
    })
  }
  b.of(
    'LOG-3',
    'a claim in slot 32 by quote (p1, 0, 10^18, 5,000) names epoch 0, p1, the proposer of slot 32, 10^18 and 5,000.',
  )
  {
    const claiming = claimable.claiming()
    const claimed = {
      type: 'EpochProofRightClaimed',
      epochToProve: 0,
      proverAddress: 'p1',
      claimant: claiming.caller,
      bondAmount: wei(ETHER),
      basisPointFee: 5_000,
    }
    b.passes('names what the quote says', claimable, claiming, inLogs([claimed], whole))
  }
  {
    const claimed = small.propose().at(32)
    const by = claimed.claiming().caller
    const withFee = (fee: number) => claimed.claim({ basisPointFee: fee })
    const collect: Event = { type: 'collectReward', caller: 'p1' }
    b.of(
      'LOG-4',
      "with a fee of 10,000 the claimant's credit is 0 and only the prover's is announced; with a fee of 0 only the claimant's.",
    )
    const credits = (log: Log): unknown => (log.type === 'RewardCredited' ? log.receiver : log.type)
    b.passes('with a fee of 10,000 only the prover', withFee(10_000), proof(withFee(10_000)), {
      ...inLogs(['EpochProven', 'p1'], credits),
    })
    b.passes(
      'with a fee of 0 only the claimant',
      withFee(0),
      proof(withFee(0)),
      inLogs(['EpochProven', by], credits),
    )
    b.of('LOG-8', "after a fee of 10,000 the prover's RewardCollected names the whole epoch reward.")
    b.passes('the whole epoch reward', withFee(10_000).prove(), collect, {
      ...inLogs([{ type: 'RewardCollected', receiver: 'p1', amount: '7' }, 'Transfer'], (log) =>
        log.type === 'RewardCollected' ? log : log.type,
      ),
    })
  }
  b.of(
    'LOG-5',
    '`setupEpoch` in slot 0 names epoch 1, and with the 48 validators of the constructor lists nobody; with 49 it lists the 48 that are drawn.',
  )
  const announced = (log: Log): unknown =>
    log.type === 'EpochSetUp'
      ? log.epoch
      : log.type === 'CommitteeDrawn'
        ? new Set(log.committee).size
        : log.type
  b.passes('names epoch 1, and lists nobody', withValidators(48, 'fortyeight'), setup, inLogs([1], announced))
  b.passes('lists the 48 that are drawn', withValidators(49, 'fortynine'), setup, inLogs([1, 48], announced))
  b.of('LOG-6', 'adding v61 emits ValidatorAdded(v61) alone.')
  b.passes('alone', start, admin('addValidator', 'v61'), {
    ...inLogs([{ type: 'ValidatorAdded', validator: 'v61' }], whole),
  })
  b.of('LOG-7', 'a withdrawal started in slot 0 names unlock slot 45.')
  b.passes('names unlock slot 45', start, starts('p1', ETHER), {
    ...inLogs([45], (log) => (log.type === 'WithdrawalStarted' ? log.unlockSlot : log.type)),
  })
  b.of('LOG-9', 'a deposit of 10^18 emits Deposited and then Transfer(p1, escrow, 10^18).')
  b.passes('Deposited and then Transfer', start, deposit('p1', ETHER), {
    ...inLogs(
      [
        { type: 'Deposited', prover: 'p1', amount: wei(ETHER) },
        { type: 'Transfer', from: 'p1', to: 'escrow', amount: wei(ETHER) },
      ],
      whole,
    ),
  })
}
