/** What no profile of a cut shows of two rules that share a variable, and why: model/system/interactions.test.ts. */

/** Pairs as `writer reader refusal`. */
interface Unshown {
  readonly because: string
  readonly pairs: readonly string[]
}

const each = (writers: readonly string[], reader: string, refusals: readonly string[]): string[] =>
  writers.flatMap((writer) => refusals.map((refusal) => `${writer} ${reader} ${refusal}`))

const ofQueue = ['ForcedBelowMinimum', 'ForcedBeyondQueue']
const landing = ['takeAttested', 'takeProven']

/** By the name of the cut. */
export const unshown: Readonly<Record<string, readonly Unshown[]>> = {
  slot: [
    {
      because:
        'What is in the queue is in it for one slot, which has one block: blocks after each other with a queue are in the cut of fallback.',
      pairs: each(['take'], 'take', ['ForcedBelowMinimum', 'ForcedHashMismatch', 'ForcedTransactionsDue']),
    },
  ],
  epoch: [
    {
      because: 'Where something is withheld from a prover it is all that comes to it late.',
      pairs: ['transactionVerified quote TransactionNotHeld'],
    },
    {
      because: 'Where L1 goes back behind the calls of a withdrawal nobody quotes.',
      pairs: ['reorganise startWithdrawal QuotePromised'],
    },
  ],
  fallback: [
    {
      because:
        'A node builds from the queue that it knows, so that what it builds fits that; lists that do not are among the instances of its roles.',
      pairs: [
        ...each(['follow', 'force', 'pass', 'reorganise', ...landing], 'build', [
          ...ofQueue,
          'ForcedHashMismatch',
        ]),
        ...each(['pass', ...landing], 'buildAsSeat', [...ofQueue, 'ForcedTransactionsDue']),
      ],
    },
    {
      because: 'L1 goes back in a profile without an honest seat, and without claims and proofs of epochs.',
      pairs: [
        ...each(['reorganise'], 'buildAsSeat', [
          'FallbackActive',
          'NullifierSpent',
          'SlotTaken',
          ...ofQueue,
          'ForcedTransactionsDue',
        ]),
        ...each(['reorganise'], 'proposeAsSeat', ['FallbackActive', 'ParentNotTip']),
        ...each(['reorganise'], 'publishAsSeat', ['FallbackActive', 'ParentNotTip']),
        ...each(['reorganise'], 'claimEpoch', ['FallbackActive', 'NothingToClaim']),
        ...each(['reorganise'], 'proveEpoch', ['EpochNotEnded', 'NothingToProve']),
      ],
    },
    {
      because: 'Where epochs are claimed and proven the seat is Byzantine.',
      pairs: ['buildAsSeat', 'proposeAsSeat', 'publishAsSeat'].flatMap((reader) =>
        each(['proveEpoch'], reader, ['FallbackActive']),
      ),
    },
    {
      because:
        'Where L1 goes back there is one forced transaction, and own ones stand behind it: what was right in its slot is never of another queue.',
      pairs: [
        ...each(['reorganise', 'takeAttested'], 'build', ['ForcedTransactionsDue']),
        ...each(['reorganise', 'takeAttested'], 'submit', ['ForcedHashMismatch']),
        ...each(['reorganise'], 'takeAttested', ['ForcedBeyondQueue']),
        ...each(['reorganise'], 'takeProven', ['ForcedHashMismatch']),
      ],
    },
    {
      because:
        'Where the committee proposes and has it proven, what is handed in comes from who knows L1 as it is.',
      pairs: [
        ...each(['proveEpoch'], 'takeAttested', ['ForcedBeyondQueue']),
        ...each(['proveEpoch'], 'takeProven', [
          'FallbackNotActive',
          'SlotTaken',
          ...ofQueue,
          'ForcedHashMismatch',
          'ForcedTransactionsDue',
        ]),
      ],
    },
    {
      because:
        'A session, its exit, a block of the committee and the end of its epoch take more slots than a profile has.',
      pairs: ['takeProven claimEpoch FallbackActive'],
    },
    {
      because: 'A claim and a proof change what a node reads next.',
      pairs: each(['claimEpoch', 'proveEpoch'], 'follow', ['ViewKnown']),
    },
    {
      because:
        'A node reads L1 as it is: no view is older than the one before. Older ones are among the instances of the follower.',
      pairs: ['pass follow ViewOlder'],
    },
  ],
}
