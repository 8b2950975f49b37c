/** The L1 rollup in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { Profile } from '../../spec/parameters.ts'
import { integer, ProfileModuleError, record, sequence, set, string, strings } from '../tlc/text.ts'
import { assignment, type Constant, type Twin } from '../tlc/twin.ts'

export const l1RollupTwin: Twin<Profile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'L1RollupReach',
    pointwise: 'PointwiseL1Rollup',
    properties: 'L1RollupProperties',
    consequences: 'L1RollupConsequences',
    reach: 'L1RollupReach',
  },
  live: {
    LiveSpec: { module: 'LiveL1Rollup', profile: 'chain' },
    EscrowSpec: { module: 'LiveEscrow', profile: 'escrow' },
    FallbackSpec: { module: 'LiveFallback', profile: 'based' },
    ChallengeSpec: { module: 'LiveChallenge', profile: 'postings' },
  },
  rules: (profile) => ({ plain: plainConstants(profile), structured: structuredConstants(profile) }),
  bounds: (profile) => ({ plain: plainBounds(profile), structured: structuredBounds(profile) }),
  // What is drawn is computed once and looked up afterwards.
  tables: ({ horizon }) => [
    '    Positions <- TabledPositions',
    '    Seat <- TabledSeat',
    assignment(['LastDrawnSlot', integer(horizon, 'horizon')]),
  ],
}

/** Validators that the profile names: initial first, then those that can be added. */
const namedValidators = (profile: Profile): string[] => [
  ...new Set([...profile.validators, ...profile.addable]),
]

/** Constants of L1Rollup.tla that a configuration file can hold. */
function plainConstants(profile: Profile): Constant[] {
  const p = profile.parameters
  return [
    ['SlotsPerEpoch', integer(p.slotsPerEpoch, 'slotsPerEpoch')],
    ['ClaimWindowSlots', integer(p.claimWindowSlots, 'claimWindowSlots')],
    ['TargetCommitteeSize', integer(p.targetCommitteeSize, 'targetCommitteeSize')],
    ['SeedLookaheadEpochs', integer(p.seedLookaheadEpochs, 'seedLookaheadEpochs')],
    ['ProposerSelection', string(p.proposerSelection)],
    ['RewardRemainder', string(p.rewardRemainder)],
    ['ProofSubmission', string(p.proofSubmission)],
    ['RewardBasis', string(p.rewardBasis)],
    ['WithdrawalDelaySlots', integer(p.withdrawalDelaySlots, 'withdrawalDelaySlots')],
    ['MinimumBondWei', integer(p.minimumBondWei, 'minimumBondWei')],
    ['EscrowCapWei', integer(p.escrowCapWei, 'escrowCapWei')],
    ['EpochRewardWei', integer(p.epochRewardWei, 'epochRewardWei')],
    ['ChallengeSlots', integer(p.challengeSlots, 'challengeSlots')],
    ['FallbackEnterSlots', integer(p.fallbackEnterSlots, 'fallbackEnterSlots')],
    ['FallbackExitSlots', integer(p.fallbackExitSlots, 'fallbackExitSlots')],
    ['FallbackExitActivitySlots', integer(p.fallbackExitActivitySlots, 'fallbackExitActivitySlots')],
    ['FallbackRewardWei', integer(p.fallbackRewardWei, 'fallbackRewardWei')],
    ['ForcedDelayEpochs', integer(p.forcedDelayEpochs, 'forcedDelayEpochs')],
    ['ForcedMinimum', integer(p.forcedMinimum, 'forcedMinimum')],
    ['Provers', set(strings(profile.provers))],
    ['Validators', set(strings(namedValidators(profile)))],
    ['Randaos', set(strings(profile.randaos))],
    ['ConstructorRandao', string(profile.randaos[0]!)],
  ]
}

/** Constants of MCL1Rollup.tla that a configuration file can hold. */
const plainBounds = (profile: Profile): Constant[] => [
  ['Horizon', integer(profile.horizon, 'horizon')],
  ['Collectors', set(strings(profile.collectors))],
  ['DepositWei', integer(profile.depositWei, 'depositWei')],
]

/** Constants of L1Rollup.tla that need an operator. */
function structuredConstants(profile: Profile): Constant[] {
  const holders = [...new Set([...profile.provers, ...namedValidators(profile), 'sink', 'escrow', 'rollup'])]
  const unknown = Object.keys(profile.tokens).filter((holder) => !holders.includes(holder))
  if (unknown.length > 0)
    throw new ProfileModuleError(`tokens of ${unknown.join(', ')}: expected some of ${holders.join(', ')}`)
  const amounts = (names: string[], amount: Record<string, string>, place: string): string =>
    record(
      names.map((name) => [name, integer(amount[name] ?? '0', `${place} of ${name}`)]),
      place,
    )
  return [
    // No number of a configuration file has a sign.
    ['FirstSlot', integer(profile.firstSlot, 'firstSlot')],
    ['InitialValidators', sequence(strings(profile.validators))],
    [
      'ShuffleRounds',
      sequence(profile.parameters.shuffleRounds.map((rounds) => integer(rounds, 'shuffleRounds'))),
    ],
    ['InitialTokens', amounts(holders, profile.tokens, 'tokens')],
    ['InitialDeposits', amounts(profile.provers, profile.deposits, 'deposits')],
  ]
}

/** Constants of MCL1Rollup.tla that need an operator. */
function structuredBounds(profile: Profile): Constant[] {
  const quote = ({ proverAddress, bondAmount, basisPointFee }: Profile['quotes'][number]): string =>
    record(
      [
        ['proverAddress', string(proverAddress)],
        ['bondAmount', integer(bondAmount, 'bondAmount')],
        ['basisPointFee', integer(basisPointFee, 'basisPointFee')],
      ],
      'quotes',
    )
  const families = Object.entries(profile.families).map(([family, use]): Constant => [family, string(use)])
  return [
    ['Contents', sequence(strings(profile.contents))],
    ['Forceable', sequence(strings(profile.forceable))],
    ['Addable', sequence(strings(profile.addable))],
    ['Removable', sequence(strings(profile.removable))],
    ['Quotes', sequence(profile.quotes.map(quote))],
    ['Families', record(families, 'families')],
  ]
}
