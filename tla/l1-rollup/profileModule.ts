/** A profile as TLA+: the root module with its tables and the configuration of its model. */
import { type Profile, STATE_LIMIT } from '../../spec/parameters.ts'

/** The profile holds a value that TLA+ or TLC cannot express. */
export class ProfileModuleError extends Error {
  override name = 'ProfileModuleError'
}

/** Name of the root module of a profile: `chain` is checked by `Chain.tla`. */
export const moduleName = (profile: Profile): string =>
  profile.name.charAt(0).toUpperCase() + profile.name.slice(1)

/** TLC computes with 32-bit integers. */
const largestInteger = 2n ** 31n - 1n

function integer(value: number | string, place: string): string {
  if (BigInt(value) > largestInteger)
    throw new ProfileModuleError(
      `${place} is ${value}: expected at most ${largestInteger}, TLC's greatest integer`,
    )
  return String(value)
}

const string = (text: string): string => JSON.stringify(text)
const set = (elements: string[]): string => `{${elements.join(', ')}}`
const sequence = (elements: string[]): string => `<<${elements.join(', ')}>>`
const strings = (texts: readonly string[]): string[] => texts.map(string)

function record(fields: [name: string, value: string][], place: string): string {
  for (const [name] of fields)
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
      throw new ProfileModuleError(
        `${place}: expected a name that TLA+ allows for a field, found ${string(name)}`,
      )
  return `[${fields.map(([name, value]) => `${name} |-> ${value}`).join(', ')}]`
}

/** Validators that the profile names: initial first, then those that can be added. */
const namedValidators = (profile: Profile): string[] => [
  ...new Set([...profile.validators, ...profile.addable]),
]

/** A constant and its value as TLA+ text. */
type Constant = [name: string, value: string]

/** Constants of L1Rollup.tla that a configuration file can hold. */
function plainConstants(profile: Profile): Constant[] {
  const p = profile.parameters
  return [
    ['SlotsPerEpoch', integer(p.slotsPerEpoch, 'slotsPerEpoch')],
    ['ClaimWindowSlots', integer(p.claimWindowSlots, 'claimWindowSlots')],
    ['TargetCommitteeSize', integer(p.targetCommitteeSize, 'targetCommitteeSize')],
    ['ShuffleRounds', integer(p.shuffleRounds, 'shuffleRounds')],
    ['SeedLookaheadEpochs', integer(p.seedLookaheadEpochs, 'seedLookaheadEpochs')],
    ['ProposerSelection', string(p.proposerSelection)],
    ['RewardRemainder', string(p.rewardRemainder)],
    ['ProofSubmission', string(p.proofSubmission)],
    ['RewardBasis', string(p.rewardBasis)],
    ['WithdrawalDelaySlots', integer(p.withdrawalDelaySlots, 'withdrawalDelaySlots')],
    ['MinimumBondWei', integer(p.minimumBondWei, 'minimumBondWei')],
    ['EscrowCapWei', integer(p.escrowCapWei, 'escrowCapWei')],
    ['EpochRewardWei', integer(p.epochRewardWei, 'epochRewardWei')],
    ['Provers', set(strings(profile.provers))],
    ['Validators', set(strings(namedValidators(profile)))],
    ['Randaos', set(strings(profile.randaos))],
    ['ConstructorRandao', string(profile.randaos[0]!)],
  ]
}

/** Constants of MCL1Rollup.tla that a configuration file can hold. */
const plainBounds = (profile: Profile, stateLimit: number): Constant[] => [
  ['Horizon', integer(profile.horizon, 'horizon')],
  ['Collectors', set(strings(profile.collectors))],
  ['DepositWei', integer(profile.depositWei, 'depositWei')],
  ['StateLimit', integer(stateLimit, 'the limit of states')],
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
    ['InitialValidators', sequence(strings(profile.validators))],
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
    ['Addable', sequence(strings(profile.addable))],
    ['Removable', sequence(strings(profile.removable))],
    ['Quotes', sequence(profile.quotes.map(quote))],
    ['Families', record(families, 'families')],
  ]
}

/** Such files are written when they are needed, from the preset: an edit of one would be lost. */
const notice = '\\* Written from a profile of spec/presets. Do not edit.'

function moduleText(name: string, lines: string[]): string {
  const title = ` MODULE ${name} `
  const dashes = '-'.repeat(Math.floor((77 - title.length) / 2))
  const heading = `${dashes}${title}${'-'.repeat(77 - title.length - dashes.length)}`
  return [heading, notice, ...lines, '='.repeat(77), ''].join('\n')
}

const definitions = (constants: Constant[]): string[] =>
  constants.flatMap(([name, value]) => ['', `Profile${name} == ${value}`])

/** Name of the module with the values of a profile that only TLA+ can express: `ChainValues`. */
export const valuesModuleName = (profile: Profile): string => `${moduleName(profile)}Values`

/**
 * The values of a profile for the constants of L1Rollup.tla: an operator `Profile…` for every constant that a
 * configuration cannot hold.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const valuesModule = (profile: Profile): string =>
  moduleText(valuesModuleName(profile), [
    'EXTENDS Integers, Sequences',
    ...definitions(structuredConstants(profile)),
  ])

/**
 * The root module of a profile: the same for the constants of MCL1Rollup.tla.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
const profileModule = (profile: Profile): string =>
  moduleText(moduleName(profile), [
    `EXTENDS L1RollupReach, ${valuesModuleName(profile)}`,
    ...definitions(structuredBounds(profile)),
  ])

/**
 * The modules of a profile by file name: its root module, and the values that this extends.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const profileModules = (profile: Profile): Map<string, string> =>
  new Map([
    [`${valuesModuleName(profile)}.tla`, valuesModule(profile)],
    [`${moduleName(profile)}.tla`, profileModule(profile)],
  ])

/** What is drawn is computed once and looked up afterwards. */
const tables = ['    Positions <- TabledPositions', '    Seat <- TabledSeat']

const assignment = ([name, value]: Constant): string => `    ${name} = ${value}`
const replacement = ([name]: Constant): string => `    ${name} <- Profile${name}`

/**
 * Lines for the `CONSTANTS` of L1Rollup.tla, where the root module extends the profile's values.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const ruleConstantLines = (profile: Profile): string[] => [
  ...ruleLines(profile),
  ...tables,
  assignment(['LastDrawnSlot', integer(profile.horizon, 'horizon')]),
]

/** The same without the tables, where nothing is explored. */
const ruleLines = (profile: Profile): string[] => [
  ...plainConstants(profile).map(assignment),
  ...structuredConstants(profile).map(replacement),
]

/** Name of the root module in which pairs of a profile are put to the rules. */
export const pointwiseModuleName = (profile: Profile): string => `Pointwise${moduleName(profile)}`

/**
 * The root module of pairs of a profile, by file name, with the values that it extends and its configuration.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const pointwiseFiles = (profile: Profile): Map<string, string> =>
  new Map([
    [`${valuesModuleName(profile)}.tla`, valuesModule(profile)],
    [
      `${pointwiseModuleName(profile)}.tla`,
      moduleText(pointwiseModuleName(profile), [`EXTENDS PointwiseL1Rollup, ${valuesModuleName(profile)}`]),
    ],
    [
      `${pointwiseModuleName(profile)}.cfg`,
      ['INIT PointInit', 'NEXT PointNext', 'CONSTANTS', ...ruleLines(profile), ''].join('\n'),
    ],
  ])

/**
 * Lines for the `CONSTANTS` of MCL1Rollup.tla too, where the root module extends the profile's.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const constantLines = (profile: Profile, stateLimit = STATE_LIMIT): string[] => [
  ...ruleConstantLines(profile),
  ...plainBounds(profile, stateLimit).map(assignment),
  ...structuredBounds(profile).map(replacement),
]
