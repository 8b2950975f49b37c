/** Every call of a rollup at which much is outstanding (see loaded.ts), and exactly what it changes when it is accepted. */
import { keccak256 } from 'viem'
import { keccakWords, seedOf } from '../../model/shared/hash.ts'
import { keyOf } from '../evm/ecdsa.ts'
import { type FieldValue, type StoragePath, writeVariable } from '../evm/storage.ts'
import { type Address, type Hex, type Storage, wordHex } from '../evm/word.ts'
import { faultyProof, heir, type Loaded, type Moment, proposer, prover, quoteOf, slashed } from './loaded.ts'
import { type CallOptions, commitmentTo, type Posting, packed } from './world.ts'

/** A variable and what it holds afterwards. */
export type Write = readonly ['rollup' | 'escrow' | 'token', StoragePath, FieldValue | number]
/** A transfer of tokens, and what sender and receiver hold afterwards. */
export interface Move {
  readonly from: Address
  readonly to: Address
  readonly amountWei: bigint
  readonly leftWei: bigint
  readonly heldWei: bigint
  /** Allowance afterwards, where the receiver takes the tokens itself. */
  readonly allowedWei?: bigint
}

export interface Call {
  readonly at: 'unclaimed' | 'loaded' | 'overdue' | 'entered' | 'left'
  readonly contract: 'rollup' | 'escrow'
  readonly functionName: string
  readonly args: readonly unknown[]
  readonly options: CallOptions
  readonly writes: readonly Write[]
  readonly move?: Move
  /** Names of the logs in their order. */
  readonly events: readonly string[]
}

export const sink = keyOf('sink').address
const admin = keyOf('admin').address
const newcomer = keyOf('v2').address
/** Whose call it is where a test does not say. */
export const stranger = keyOf('stranger').address
const nobody: Address = '0x0000000000000000000000000000000000000000'

/** Storage with these variables written: a bound for everything else as well. */
export const after = ({ world }: Loaded, storage: Storage, writes: readonly Write[]): Storage => {
  const names = { rollup: 'Rollup', escrow: 'ProofEscrow', token: 'FaultyToken' }
  const written = new Map([...storage].map(([address, slots]) => [address, new Map(slots)]))
  for (const [contract, path, value] of writes) {
    const address = world.addresses[contract]
    const slots = written.get(address) ?? new Map<bigint, bigint>()
    written.set(address, slots)
    writeVariable(world.artifact(names[contract]).storageLayout, slots, path, value)
  }
  return written
}

/** Writes of a transfer that is carried out, but for what the token keeps. */
export const moved = ({ from, to, leftWei, heldWei, allowedWei }: Move, keptWei = 0n): Write[] => [
  ['token', ['held', from], leftWei],
  ['token', ['held', to], heldWei - keptWei],
  ...(allowedWei === undefined ? [] : [['token', ['allowed', from, to], allowedWei] as Write]),
]

const account = (name: string, value: bigint, who = prover.address): Write => [
  'escrow',
  ['accounts', who, name],
  value,
]
const tip = (name: 'proven' | 'pending', blockHash: Hex, nextSlot: bigint): Write[] => [
  ['rollup', ['tips', `${name}Hash`], blockHash],
  ['rollup', ['tips', `${name}NextSlot`], nextSlot],
]
/** The epoch ends with the pending tip: no hash of its own is kept. */
const endsWithTip = (nextSlot: bigint): Write => ['rollup', ['tips', 'epochEndNextSlot'], nextSlot]
const claimed = (who: Address, epoch: bigint, fee: bigint, claimant: Address): Write[] => [
  ['rollup', ['liveClaim', 'proverAddress'], who],
  ['rollup', ['liveClaim', 'epochToProve'], epoch],
  ['rollup', ['liveClaim', 'basisPointFee'], fee],
  ['rollup', ['liveClaim', 'isLive'], true],
  ['rollup', ['liveClaim', 'claimant'], claimant],
]
/** Who had made it, and for what, stays. */
const unclaimed: Write = ['rollup', ['liveClaim', 'isLive'], false]
/** Of blocks in slots 65, 97 and 129, and of one in slot 0 that was pruned, which stands before the proven tip now. */
const marks = (1n << 130n) | (1n << 64n) | (1n << 32n) | 1n
/** What is kept of a block. @param earlier marks of the blocks before it, from its slot on */
const posted = (slot: bigint, posting: Posting, earlier: bigint): Write[] => [
  ['rollup', ['postings', slot % 64n], commitmentTo(slot, posting)],
  ['rollup', ['pendingSlots'], earlier | 1n],
]
const counted = (next: bigint): Write => ['rollup', ['tips', 'countedFromNext'], next]
/** A session with its last advance in the slot of its entry. */
const session = (slot: bigint): Write[] => [
  counted(2n ** 32n - 1n),
  ['rollup', ['session', 'enteredNext'], slot + 1n],
  ['rollup', ['session', 'advancedNext'], slot + 1n],
]
/** The first entry of the queue. */
const forced = (transaction: Hex, includedByEpoch: bigint): Write[] => [
  ['rollup', ['queue', 1, 'hash'], wordHex(keccakWords(0n, BigInt(keccak256(transaction)), includedByEpoch))],
  ['rollup', ['queue', 1, 'includedByEpoch'], includedByEpoch],
  ['rollup', ['tips', 'queueLength'], 1n],
]
/** To the 6 wei that were slashed before, 9 come. */
const slash: Write[] = [unclaimed, account('staked', 0n), ['escrow', ['slashed'], 15n]]

/** What the second proof distributes, by what the pool is seen to hold: half, rounded down, for the prover. */
export const credited = (rewardWei: 0n | 5n | 7n): { writes: Write[]; events: string[] } => {
  const shares = { 0: [0n, 0n], 5: [2n, 3n], 7: [3n, 4n] }[Number(rewardWei)] as [bigint, bigint]
  return {
    writes: [
      ['rollup', ['credits', prover.address], 3n + shares[0]],
      ['rollup', ['credits', proposer], 4n + shares[1]],
      ['rollup', ['totalCreditsNext'], 8n + rewardWei],
    ],
    events: rewardWei === 0n ? [] : ['RewardCredited', 'RewardCredited'],
  }
}

/** What a fallback block credits: 2 wei, or all that the pool is seen to hold. */
export const creditedForBlock = (rewardWei: 0n | 5n | 7n): { writes: Write[]; events: string[] } =>
  rewardWei === 0n
    ? { writes: [], events: [] }
    : {
        writes: [
          ['rollup', ['credits', stranger], 2n],
          ['rollup', ['totalCreditsNext'], 10n],
        ],
        events: ['RewardCredited'],
      }

/** The calls by name. What proofs credit depends on the token and is left out: see `credited`, `creditedForBlock`. */
export const callsOf = async (loaded: Loaded) => {
  const { world, blocks } = loaded
  const { escrow, rollup } = world.addresses
  const from = prover.address
  const at = (moment: Moment): void => {
    world.storage = moment.storage
    world.slot = moment.slot
  }
  const proposal = async (moment: Moment) => {
    at(moment)
    const header = await world.header()
    const options = { from: proposer, blobs: header.blobHashes }
    const posting = await world.posting(header)
    return { args: world.proposal(header), options, blockHash: posting.blockHash, posting }
  }
  const proposed = await proposal(loaded.loaded)
  const settling = await proposal(loaded.overdue)
  const fallbackBlock = await proposal(loaded.entered)
  at(loaded.unclaimed)
  const quote = quoteOf(world, prover, { bondAmount: 9n })

  const call = (
    functionName: string,
    contract: Call['contract'],
    args: readonly unknown[],
    options: CallOptions,
    rest: Pick<Call, 'writes' | 'events'> & Partial<Call>,
  ): Call => ({ at: 'loaded', contract, functionName, args, options, ...rest })
  const dropped = [endsWithTip(66n), ...tip('pending', blocks.proven, 66n), ...slash]
  const entry = ['0xf1', faultyProof('None')]
  const proof = [blocks.proven, blocks.claimed, faultyProof('None')]
  const proven = [
    ...tip('proven', blocks.claimed, 98n),
    unclaimed,
    account('available', 36n),
    account('staked', 0n),
  ]
  const calls = {
    deposit: call(
      'deposit',
      'escrow',
      [10n],
      { from },
      {
        writes: [account('available', 37n)],
        move: { from, to: escrow, amountWei: 10n, leftWei: 0n, heldWei: 80n, allowedWei: 0n },
        events: ['Deposited'],
      },
    ),
    startWithdrawal: call(
      'startWithdrawal',
      'escrow',
      [5n],
      { from: slashed.address },
      {
        writes: [
          account('available', 19n, slashed.address),
          account('withdrawing', 5n, slashed.address),
          account('unlockSlot', 186n, slashed.address),
        ],
        events: ['WithdrawalStarted'],
      },
    ),
    executeWithdrawal: call(
      'executeWithdrawal',
      'escrow',
      [from],
      { from },
      {
        writes: [account('withdrawing', 0n), account('unlockSlot', 0n)],
        move: { from: escrow, to: from, amountWei: 4n, leftWei: 66n, heldWei: 14n },
        events: ['WithdrawalExecuted'],
      },
    ),
    collectSlashed: call(
      'collectSlashed',
      'escrow',
      [],
      {},
      {
        writes: [['escrow', ['slashed'], 0n]],
        move: { from: escrow, to: sink, amountWei: 6n, leftWei: 64n, heldWei: 6n },
        events: ['SlashedCollected'],
      },
    ),
    collectReward: call(
      'collectReward',
      'rollup',
      [],
      { from },
      {
        writes: [
          ['rollup', ['credits', from], 0n],
          ['rollup', ['totalCreditsNext'], 5n],
        ],
        move: { from: rollup, to: from, amountWei: 3n, leftWei: 9n, heldWei: 13n },
        events: ['RewardCollected'],
      },
    ),
    propose: call('propose', 'rollup', proposed.args, proposed.options, {
      writes: [...tip('pending', proposed.blockHash, 142n), ...posted(141n, proposed.posting, marks << 12n)],
      events: ['L2PendingBlockProcessed'],
    }),
    proposeByPublished: call(
      'proposeByPublished',
      'rollup',
      [proposed.args[0], proposed.args[2]],
      proposed.options,
      {
        writes: [
          ...tip('pending', proposed.blockHash, 142n),
          ...posted(141n, proposed.posting, marks << 12n),
        ],
        events: ['L2PendingBlockProcessed'],
      },
    ),
    publishCommittee: call(
      'publishCommittee',
      'rollup',
      [packed([newcomer, stranger])],
      {},
      {
        writes: [
          ['rollup', ['published', keccak256(packed([newcomer, stranger]))], await world.nextCreation()],
        ],
        events: [],
      },
    ),
    challenge: call(
      'challenge',
      'rollup',
      [129n, loaded.posting, 0n],
      {},
      {
        writes: [...tip('pending', blocks.claimed, 98n), ['rollup', ['pendingSlots'], marks >> 32n]],
        events: ['PendingChainCut'],
      },
    ),
    claimEpochProofRight: call(
      'claimEpochProofRight',
      'rollup',
      [quote, world.members],
      { from: proposer },
      {
        at: 'unclaimed',
        writes: [...claimed(from, 3n, 5_000n, proposer), account('available', 27n), account('staked', 9n)],
        events: ['EpochProofRightClaimed'],
      },
    ),
    submitEpochProof: call(
      'submitEpochProof',
      'rollup',
      proof,
      {},
      {
        writes: [...proven, endsWithTip(130n), counted(142n)],
        events: ['EpochProven'],
      },
    ),
    unclaimedProof: call(
      'submitEpochProof',
      'rollup',
      proof,
      {},
      {
        at: 'unclaimed',
        // Nothing is pending beyond it, and of a chain of which nothing is pending all tips are one.
        writes: [...tip('proven', blocks.claimed, 98n), counted(0n)],
        events: ['EpochProven'],
      },
    ),
    setupEpoch: call(
      'setupEpoch',
      'rollup',
      [],
      { prevrandao: 77n },
      {
        writes: [
          ...sample('previous', 0, 0n, wordHex(seedOf(0, 1n)), [proposer]),
          ...sample('last', 1, 5n, wordHex(seedOf(5, 77n)), [proposer]),
          ['rollup', ['samples', 'lastPlace'], 1n],
        ],
        events: ['EpochSetUp'],
      },
    ),
    addValidator: call(
      'addValidator',
      'rollup',
      [newcomer],
      { from: admin },
      {
        writes: [
          ['rollup', ['validatorSet', 'entries', 1, 'current'], newcomer],
          ['rollup', ['validatorSet', 'entries', 1, 'changedAt'], 6n],
          ...resized(2n),
          ['rollup', ['validatorSet', 'positions', newcomer], 2n],
        ],
        events: ['ValidatorAdded'],
      },
    ),
    removeValidator: call(
      'removeValidator',
      'rollup',
      [proposer],
      { from: admin },
      {
        writes: [
          ['rollup', ['validatorSet', 'entries', 0, 'current'], nobody],
          ['rollup', ['validatorSet', 'entries', 0, 'previous'], proposer],
          ['rollup', ['validatorSet', 'entries', 0, 'earlier'], proposer],
          ['rollup', ['validatorSet', 'entries', 0, 'changedAt'], 6n],
          ...resized(0n),
          ['rollup', ['validatorSet', 'positions', proposer], 0n],
        ],
        events: ['ValidatorRemoved'],
      },
    ),
    addValidators: call(
      'addValidators',
      'rollup',
      [[newcomer]],
      { from: admin },
      {
        writes: [
          ['rollup', ['validatorSet', 'entries', 1, 'current'], newcomer],
          ['rollup', ['validatorSet', 'entries', 1, 'changedAt'], 6n],
          ...resized(2n),
          ['rollup', ['validatorSet', 'positions', newcomer], 2n],
        ],
        events: ['ValidatorAdded'],
      },
    ),
    removeValidators: call(
      'removeValidators',
      'rollup',
      [[proposer]],
      { from: admin },
      {
        writes: [
          ['rollup', ['validatorSet', 'entries', 0, 'current'], nobody],
          ['rollup', ['validatorSet', 'entries', 0, 'previous'], proposer],
          ['rollup', ['validatorSet', 'entries', 0, 'earlier'], proposer],
          ['rollup', ['validatorSet', 'entries', 0, 'changedAt'], 6n],
          ...resized(0n),
          ['rollup', ['validatorSet', 'positions', proposer], 0n],
        ],
        events: ['ValidatorRemoved'],
      },
    ),
    transferAdministration: call(
      'transferAdministration',
      'rollup',
      [newcomer],
      { from: admin },
      {
        writes: [['rollup', ['pendingAdministrator'], newcomer]],
        events: ['AdministrationOffered'],
      },
    ),
    acceptAdministration: call(
      'acceptAdministration',
      'rollup',
      [],
      { from: heir },
      {
        writes: [
          ['rollup', ['administrator'], heir],
          ['rollup', ['pendingAdministrator'], nobody],
        ],
        events: ['AdministrationTransferred'],
      },
    ),
    prune: call(
      'prune',
      'rollup',
      [],
      {},
      {
        at: 'overdue',
        writes: dropped,
        events: ['PendingChainPruned', 'BondSlashed'],
      },
    ),
    pruneEntering: call(
      'prune',
      'rollup',
      [],
      {},
      {
        at: 'entered',
        writes: [...dropped, ...session(225n)],
        events: ['PendingChainPruned', 'BondSlashed', 'FallbackChanged'],
      },
    ),
    proposeWithProof: call(
      'proposeWithProof',
      'rollup',
      [fallbackBlock.args[0], faultyProof('None')],
      { blobs: fallbackBlock.options.blobs },
      {
        at: 'entered',
        writes: [
          ...(['proven', 'pending'] as const).flatMap((name) => tip(name, fallbackBlock.blockHash, 226n)),
          endsWithTip(226n),
          ...slash,
          ...session(225n),
        ],
        events: ['PendingChainPruned', 'BondSlashed', 'FallbackChanged', 'L2ProvenBlockProcessed'],
      },
    ),
    forceInclusion: call(
      'forceInclusion',
      'rollup',
      entry,
      {},
      {
        writes: forced('0xf1', 5n),
        events: ['TransactionForced'],
      },
    ),
    forceInclusionEntering: call(
      'forceInclusion',
      'rollup',
      entry,
      {},
      {
        at: 'entered',
        writes: [...dropped, ...session(225n), ...forced('0xf1', 8n)],
        events: ['PendingChainPruned', 'BondSlashed', 'FallbackChanged', 'TransactionForced'],
      },
    ),
    forceInclusionLeaving: call(
      'forceInclusion',
      'rollup',
      entry,
      {},
      {
        at: 'left',
        // Nothing waited at the exit: the count starts with the entry.
        writes: [...dropped, counted(290n), ...forced('0xf1', 10n)],
        events: ['PendingChainPruned', 'BondSlashed', 'FallbackChanged', 'TransactionForced'],
      },
    ),
    proposeOnWhatIsLeft: call('propose', 'rollup', settling.args, settling.options, {
      at: 'overdue',
      writes: [
        endsWithTip(161n),
        ...tip('pending', settling.blockHash, 161n),
        ...posted(160n, settling.posting, marks << 95n),
        ...slash,
      ],
      events: ['PendingChainPruned', 'BondSlashed', 'L2PendingBlockProcessed'],
    }),
  } satisfies Record<string, Call>
  const { move: withdrawn } = calls.executeWithdrawal
  const withdrawalTo = (to: Address, heldWei: bigint): Call => ({
    ...calls.executeWithdrawal,
    args: [to],
    move: { ...withdrawn!, to, heldWei },
  })
  const settlingCall = (
    settled: Call,
    moment: 'overdue' | 'entered' | 'left',
    changes: Partial<Call> & Pick<Call, 'writes'>,
  ): Call => ({
    ...settled,
    at: moment,
    ...changes,
    writes: [
      ...dropped,
      ...(moment === 'entered' ? session(225n) : []),
      // Nothing waits any more: nothing is counted.
      ...(moment === 'left' ? [counted(0n)] : []),
      ...changes.writes,
    ],
    events: [
      'PendingChainPruned',
      'BondSlashed',
      ...(moment === 'overdue' ? [] : ['FallbackChanged']),
      ...settled.events,
    ],
  })
  const deposited = { writes: calls.deposit.writes }
  // The 9 wei that are due to be slashed, too.
  const collected = {
    writes: calls.collectSlashed.writes,
    move: { from: escrow, to: sink, amountWei: 15n, leftWei: 55n, heldWei: 15n },
  }
  return {
    ...calls,
    depositOverdue: settlingCall(calls.deposit, 'overdue', deposited),
    depositEntering: settlingCall(calls.deposit, 'entered', deposited),
    depositLeaving: settlingCall(calls.deposit, 'left', deposited),
    collectSlashedOverdue: settlingCall(calls.collectSlashed, 'overdue', collected),
    collectSlashedEntering: settlingCall(calls.collectSlashed, 'entered', collected),
    collectSlashedLeaving: settlingCall(calls.collectSlashed, 'left', collected),
    withdrawalToStranger: withdrawalTo(stranger, 4n),
    withdrawalToRollup: withdrawalTo(rollup, 16n),
    withdrawalOverdue: { ...calls.executeWithdrawal, at: 'overdue' },
    collectRewardOverdue: { ...calls.collectReward, at: 'overdue' },
  } satisfies Record<string, Call>
}

const sample = (
  name: 'previous' | 'last',
  place: number,
  epoch: bigint,
  seed: Hex,
  members: readonly Address[],
): Write[] => [
  ['rollup', ['samples', `${name}Epoch`], epoch],
  ['rollup', ['samples', `${name}Size`], BigInt(members.length)],
  ['rollup', ['samples', 'seeds', place], seed],
  ['rollup', ['samples', 'committees', place], keccak256(packed(members))],
]
const resized = (size: bigint): Write[] => [
  ['rollup', ['validatorSet', 'length', 'current'], size],
  ['rollup', ['validatorSet', 'length', 'previous'], 1n],
  ['rollup', ['validatorSet', 'length', 'earlier'], 1n],
  ['rollup', ['validatorSet', 'length', 'changedAt'], 6n],
]
