/** Both sides of every number that a constructor takes, by the clause that bounds it. */
import type { encodeParameters } from '../../impl/contracts/deploy.ts'

/** Numbers by the last part of their name in the ABI. */
export type Numbers = Partial<ReturnType<typeof encodeParameters>> & {
  genesisTimestamp?: bigint
  genesisStateRoot?: bigint
  prevrandao?: bigint
}
/** A bound: what just passes, and what is refused beyond it and with which words, the nearest first. */
export type Bound = readonly [
  name: keyof Numbers,
  side: 'least' | 'greatest',
  passes: Numbers,
  refused: readonly (readonly [Numbers, string])[],
]

export const GREATEST = 2n ** 256n - 1n
const HALF = 2n ** 128n
const SHORT = 2n ** 32n
/** Nothing beyond it can be written down: 0, or the greatest word. */
const all = [] as const

/** DEPLOY-1. */
export const time: readonly Bound[] = [
  [
    'slotDurationSeconds',
    'least',
    { slotDurationSeconds: 1n },
    [[{ slotDurationSeconds: 0n }, 'slotDurationSeconds']],
  ],
  [
    'slotDurationSeconds',
    'greatest',
    { slotDurationSeconds: SHORT - 1n },
    [
      [{ slotDurationSeconds: SHORT }, 'slotDurationSeconds'],
      [{ slotDurationSeconds: GREATEST }, 'slotDurationSeconds'],
    ],
  ],
  // An epoch of one slot has no room for a claim window that ends before it does.
  [
    'slotsPerEpoch',
    'least',
    { slotsPerEpoch: 2n, claimWindowSlots: 1n },
    [
      [{ slotsPerEpoch: 1n, claimWindowSlots: 1n }, 'claimWindowSlots'],
      [{ slotsPerEpoch: 0n, claimWindowSlots: 1n }, 'slotsPerEpoch'],
    ],
  ],
  // The withdrawal delay is longer than an epoch, and has the same bound.
  [
    'slotsPerEpoch',
    'greatest',
    { slotsPerEpoch: SHORT - 2n, claimWindowSlots: 1n, withdrawalDelaySlots: SHORT - 1n },
    [
      [
        { slotsPerEpoch: SHORT - 1n, claimWindowSlots: 1n, withdrawalDelaySlots: SHORT - 1n },
        'withdrawalDelaySlots',
      ],
      [{ slotsPerEpoch: SHORT, claimWindowSlots: 1n, withdrawalDelaySlots: SHORT + 1n }, 'slotsPerEpoch'],
      [{ slotsPerEpoch: GREATEST }, 'slotsPerEpoch'],
    ],
  ],
  [
    'withdrawalDelaySlots',
    'greatest',
    { withdrawalDelaySlots: SHORT - 1n },
    [
      [{ withdrawalDelaySlots: SHORT }, 'withdrawalDelaySlots'],
      [{ withdrawalDelaySlots: GREATEST }, 'withdrawalDelaySlots'],
    ],
  ],
  [
    'fallbackEnterSlots',
    'greatest',
    { fallbackEnterSlots: SHORT - 1n },
    [
      [{ fallbackEnterSlots: SHORT }, 'fallbackEnterSlots'],
      [{ fallbackEnterSlots: GREATEST }, 'fallbackEnterSlots'],
    ],
  ],
  [
    'fallbackExitSlots',
    'greatest',
    { fallbackExitSlots: SHORT - 1n },
    [
      [{ fallbackExitSlots: SHORT }, 'fallbackExitSlots'],
      [{ fallbackExitSlots: GREATEST }, 'fallbackExitSlots'],
    ],
  ],
  [
    'fallbackExitActivitySlots',
    'greatest',
    { fallbackExitActivitySlots: SHORT - 1n },
    [
      [{ fallbackExitActivitySlots: SHORT }, 'fallbackExitActivitySlots'],
      [{ fallbackExitActivitySlots: GREATEST }, 'fallbackExitActivitySlots'],
    ],
  ],
  ['forcedDelayEpochs', 'least', { forcedDelayEpochs: 0n }, all],
  [
    'forcedDelayEpochs',
    'greatest',
    { forcedDelayEpochs: SHORT - 1n },
    [
      [{ forcedDelayEpochs: SHORT }, 'forcedDelayEpochs'],
      [{ forcedDelayEpochs: GREATEST, fallbackEnterSlots: 96n }, 'forcedDelayEpochs'],
    ],
  ],
  ['genesisTimestamp', 'least', { genesisTimestamp: 0n }, all],
  [
    'genesisTimestamp',
    'greatest',
    { genesisTimestamp: 2n ** 64n - 1n },
    [
      [{ genesisTimestamp: 2n ** 64n }, 'genesisTimestamp'],
      [{ genesisTimestamp: GREATEST }, 'genesisTimestamp'],
    ],
  ],
]

/** DEPLOY-2. */
export const claimWindow: readonly Bound[] = [
  ['claimWindowSlots', 'least', { claimWindowSlots: 1n }, [[{ claimWindowSlots: 0n }, 'claimWindowSlots']]],
  [
    'claimWindowSlots',
    'greatest',
    { claimWindowSlots: 31n, withdrawalDelaySlots: 63n },
    [
      [{ claimWindowSlots: 32n, withdrawalDelaySlots: 64n }, 'claimWindowSlots'],
      [{ claimWindowSlots: GREATEST }, 'claimWindowSlots'],
    ],
  ],
]

/** DEPLOY-3. */
export const committees: readonly Bound[] = [
  [
    'targetCommitteeSize',
    'least',
    { targetCommitteeSize: 1n },
    [[{ targetCommitteeSize: 0n }, 'targetCommitteeSize']],
  ],
  [
    'targetCommitteeSize',
    'greatest',
    { targetCommitteeSize: 256n },
    [
      [{ targetCommitteeSize: 257n }, 'targetCommitteeSize'],
      [{ targetCommitteeSize: GREATEST }, 'targetCommitteeSize'],
    ],
  ],
  // A byte for each entry: one of 0 is none, and none may be missing below the last.
  [
    'shuffleRounds',
    'least',
    { shuffleRounds: 1n },
    [
      [{ shuffleRounds: 0n }, 'shuffleRounds'],
      [{ shuffleRounds: 256n }, 'shuffleRounds'],
      [{ shuffleRounds: GREATEST - 0xffn }, 'shuffleRounds'],
      [{ shuffleRounds: 0x01_00_01n }, 'shuffleRounds'],
      [{ shuffleRounds: GREATEST - (0xffn << 240n) }, 'shuffleRounds'],
    ],
  ],
  ['shuffleRounds', 'greatest', { shuffleRounds: GREATEST }, []],
]

/** DEPLOY-4: an epoch of 32 and the claim window of 13. */
export const withdrawalDelay: readonly Bound[] = [
  [
    'withdrawalDelaySlots',
    'least',
    { withdrawalDelaySlots: 45n },
    [
      [{ withdrawalDelaySlots: 44n }, 'withdrawalDelaySlots'],
      [{ withdrawalDelaySlots: 0n }, 'withdrawalDelaySlots'],
    ],
  ],
]

/** DEPLOY-5. */
export const amounts: readonly Bound[] = [
  [
    'escrowCapWei',
    'greatest',
    { escrowCapWei: HALF - 1n },
    [
      [{ escrowCapWei: HALF }, 'escrowCapWei'],
      [{ escrowCapWei: GREATEST }, 'escrowCapWei'],
    ],
  ],
  ['epochRewardWei', 'least', { epochRewardWei: 0n }, all],
  [
    'epochRewardWei',
    'greatest',
    { epochRewardWei: HALF - 1n },
    [
      [{ epochRewardWei: HALF }, 'epochRewardWei'],
      [{ epochRewardWei: GREATEST }, 'epochRewardWei'],
    ],
  ],
  ['fallbackRewardWei', 'least', { fallbackRewardWei: 0n }, all],
  [
    'fallbackRewardWei',
    'greatest',
    { fallbackRewardWei: HALF - 1n },
    [
      [{ fallbackRewardWei: HALF }, 'fallbackRewardWei'],
      [{ fallbackRewardWei: GREATEST }, 'fallbackRewardWei'],
    ],
  ],
]

/** DEPLOY-6. */
export const minimumBond: readonly Bound[] = [
  ['minimumBondWei', 'least', { minimumBondWei: 1n }, [[{ minimumBondWei: 0n }, 'minimumBondWei']]],
  [
    'minimumBondWei',
    'greatest',
    { minimumBondWei: 9n, escrowCapWei: 9n },
    [[{ minimumBondWei: 10n, escrowCapWei: 9n }, 'minimumBondWei']],
  ],
  [
    'minimumBondWei',
    'greatest',
    { minimumBondWei: HALF - 1n },
    [
      [{ minimumBondWei: HALF }, 'minimumBondWei'],
      [{ minimumBondWei: GREATEST }, 'minimumBondWei'],
    ],
  ],
  [
    'escrowCapWei',
    'least',
    { escrowCapWei: 1n, minimumBondWei: 1n },
    [[{ escrowCapWei: 0n, minimumBondWei: 0n }, 'minimumBondWei']],
  ],
  ['escrowCapWei', 'least', { escrowCapWei: 5n }, [[{ escrowCapWei: 4n }, 'minimumBondWei']]],
]

/** CHALLENGE-10: the claim window of 13. */
export const challenges: readonly Bound[] = [
  ['challengeSlots', 'least', { challengeSlots: 0n }, all],
  [
    'challengeSlots',
    'greatest',
    { challengeSlots: 13n },
    [
      [{ challengeSlots: 14n }, 'challengeSlots'],
      [{ challengeSlots: GREATEST }, 'challengeSlots'],
    ],
  ],
]

/** CHALLENGE-12: of a deployment where signatures are challenged. */
export const markedEpochs: readonly Bound[] = [
  [
    'slotsPerEpoch',
    'greatest',
    { challengeSlots: 1n, slotsPerEpoch: 128n, withdrawalDelaySlots: 142n },
    [[{ challengeSlots: 1n, slotsPerEpoch: 129n, withdrawalDelaySlots: 142n }, 'slotsPerEpoch']],
  ],
  [
    'challengeSlots',
    'greatest',
    { challengeSlots: 0n, slotsPerEpoch: 129n, withdrawalDelaySlots: 142n },
    [[{ challengeSlots: 1n, slotsPerEpoch: 129n, withdrawalDelaySlots: 142n }, 'slotsPerEpoch']],
  ],
]

/** FALLBACK-17: 0, or (1 + 2) epochs of 32. */
export const fallbackEntry: readonly Bound[] = [
  ['fallbackEnterSlots', 'least', { fallbackEnterSlots: 0n }, all],
  [
    'fallbackEnterSlots',
    'least',
    { fallbackEnterSlots: 96n },
    [
      [{ fallbackEnterSlots: 95n }, 'fallbackEnterSlots'],
      [{ fallbackEnterSlots: 1n }, 'fallbackEnterSlots'],
    ],
  ],
  [
    'forcedDelayEpochs',
    'greatest',
    { forcedDelayEpochs: 1n, fallbackEnterSlots: 96n },
    [[{ forcedDelayEpochs: 2n, fallbackEnterSlots: 96n }, 'fallbackEnterSlots']],
  ],
]

/** FALLBACK-18: of a deployment with fallback. */
export const fallbackExit: readonly Bound[] = [
  [
    'fallbackExitSlots',
    'least',
    { fallbackEnterSlots: 96n, fallbackExitSlots: 64n },
    [
      [{ fallbackEnterSlots: 96n, fallbackExitSlots: 63n }, 'fallbackExitSlots'],
      [{ fallbackEnterSlots: 96n, fallbackExitSlots: 0n }, 'fallbackExitSlots'],
    ],
  ],
  ['fallbackExitSlots', 'least', { fallbackExitSlots: 0n }, all],
  [
    'fallbackExitActivitySlots',
    'least',
    { fallbackEnterSlots: 96n, fallbackExitActivitySlots: 1n },
    [[{ fallbackEnterSlots: 96n, fallbackExitActivitySlots: 0n }, 'fallbackExitActivitySlots']],
  ],
  ['fallbackExitActivitySlots', 'least', { fallbackExitActivitySlots: 0n }, all],
  [
    'fallbackExitActivitySlots',
    'greatest',
    { fallbackEnterSlots: 96n, fallbackExitActivitySlots: 128n },
    [[{ fallbackEnterSlots: 96n, fallbackExitActivitySlots: 129n }, 'fallbackExitSlots']],
  ],
]

/** DEPLOY-7. */
export const forcedBytes: readonly Bound[] = [
  [
    'forcedMaximumBytes',
    'least',
    { forcedMaximumBytes: 1n },
    [[{ forcedMaximumBytes: 0n }, 'forcedMaximumBytes']],
  ],
  [
    'forcedMaximumBytes',
    'greatest',
    { forcedMaximumBytes: 761_856n },
    [
      [{ forcedMaximumBytes: 761_857n }, 'forcedMaximumBytes'],
      [{ forcedMaximumBytes: GREATEST }, 'forcedMaximumBytes'],
    ],
  ],
]

/** QUEUE-11: 761,856 bytes fit into 6 blobs. */
export const forcedMinimum: readonly Bound[] = [
  ['forcedMinimum', 'least', { forcedMinimum: 1n }, [[{ forcedMinimum: 0n }, 'forcedMinimum']]],
  [
    'forcedMinimum',
    'greatest',
    { forcedMinimum: 9n },
    [
      [{ forcedMinimum: 10n }, 'forcedMinimum'],
      [{ forcedMinimum: GREATEST }, 'forcedMinimum'],
    ],
  ],
  [
    'forcedMinimum',
    'greatest',
    { forcedMinimum: 761_856n, forcedMaximumBytes: 1n },
    [[{ forcedMinimum: 761_857n, forcedMaximumBytes: 1n }, 'forcedMinimum']],
  ],
  [
    'forcedMaximumBytes',
    'greatest',
    { forcedMaximumBytes: 380_928n, forcedMinimum: 2n },
    [[{ forcedMaximumBytes: 380_929n, forcedMinimum: 2n }, 'forcedMinimum']],
  ],
]

/** Every word is one. */
export const unbounded: readonly Bound[] = [
  ['genesisStateRoot', 'least', { genesisStateRoot: 0n }, all],
  ['genesisStateRoot', 'greatest', { genesisStateRoot: GREATEST }, all],
  ['prevrandao', 'least', { prevrandao: 0n }, all],
  ['prevrandao', 'greatest', { prevrandao: GREATEST }, all],
]
