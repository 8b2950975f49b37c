/** The configurations of the models: what each checks, and with which constants. */
import type { Profile } from '../../spec/parameters.ts'
import { constantLines, generatedNotice, moduleName, ruleConstantLines } from './profileModule.ts'

/** Invariants of L1RollupProperties.tla. */
export const invariants = [
  'TypeOK',
  'BlocksAreOrdered',
  'PendingSpansTwoEpochs',
  'UnclaimedEpochsAreDropped',
  'NothingIsDroppedEarly',
  'PruneDropsEverything',
  'ClaimIsForOldestEpoch',
  'ClaimLivesOneEpoch',
  'OneBondIsAtStake',
  'AccountsKeepTheCap',
  'EscrowIsConserved',
  'TokensAreConserved',
  'CreditsAreCovered',
  'SetsHaveNoRepetition',
  'StatesAreCoherent',
]
/** Action properties of L1RollupProperties.tla. */
export const actionProperties = [
  'TimeMovesOnlyTheSlot',
  'RefusalsChangeNothing',
  'ProvenNeverShrinks',
  'PendingKeepsItsBlocks',
  'OnlyTheProposerProposes',
  'SeatsAreSignedByTheirMembers',
  'QuorumAttested',
  'HeadersAreOfNow',
  'BodiesArePublished',
  'ClaimsAreMadeInTheWindow',
  'ClaimsAreNotReplaced',
  'ClaimsKeepTheirQuotes',
  'ProofsAreWholeEpochsInTime',
  'ProofsAreOfTheirBlocks',
  'BondsReturnOrAreSlashed',
  'WithdrawalsWait',
  'SlashedBondsGoToTheSink',
  'GuaranteesHold',
  'CreditsAreRewards',
  'CommitteeIsFixed',
  'SamplesAreForLaterEpochs',
  'CommitteesAreOfTheOldSet',
  'SetIsFrozen',
  'OnlyTheAdministratorChangesTheSet',
]

/** Where a profile's values come from, for the notice. */
export const sourceOf = (profile: Profile, presetName: string): string =>
  `profile ${profile.name} of spec/presets/${presetName}.json`

const configuration = (source: string, lines: string[], constants: string[]): string =>
  [
    generatedNotice(source),
    'INIT MCInit',
    'NEXT MCNext',
    'CHECK_DEADLOCK FALSE',
    ...lines,
    'CONSTANTS',
    ...constants,
    '',
  ].join('\n')

const allProperties = [
  ...invariants.map((name) => `INVARIANT ${name}`),
  ...actionProperties.map((name) => `PROPERTY ${name}`),
]

/** The configuration of a profile's safety model, which also writes the labelled graph when a dump is asked for. */
export const safetyConfiguration = (profile: Profile, source: string): string =>
  configuration(
    source,
    ['VIEW View', 'ACTION_CONSTRAINT DumpTransitions', 'INVARIANT DumpAllRefusals', ...allProperties],
    constantLines(profile),
  )

/** The constant that a line assigns. */
const assigned = (line: string): string => line.trim().split(' ')[0]!

/**
 * The configuration of a bug model. Its module extends that of the profile, and every operator `BuggyX` of it takes
 * the place of `X`.
 * @param module path of the module, for errors
 */
export function bugConfiguration(profile: Profile, text: string, module: string): string {
  if (!text.includes(`\nEXTENDS ${moduleName(profile)}\n`))
    throw new Error(
      `${module}: expected EXTENDS ${moduleName(profile)}, its profile in tla/l1-rollup/expected.json`,
    )
  const replaced = [...text.matchAll(/^Buggy(\w+)/gm)].map((match) => match[1]!)
  const kept = constantLines(profile).filter((line) => !replaced.includes(assigned(line)))
  const replacements = replaced.map((name) => `    ${name} <- Buggy${name}`)
  return configuration(
    `${module} and ${sourceOf(profile, 'tiny')}`,
    ['VIEW View', ...allProperties],
    [...kept, ...replacements],
  )
}

/**
 * The configuration of a reach model.
 * @param never the invariant that must be violated
 */
export const reachConfiguration = (profile: Profile, never: string): string =>
  configuration(
    `tla/l1-rollup/expected.json and ${sourceOf(profile, 'tiny')}`,
    ['VIEW ReachView', `INVARIANT ${never}`],
    constantLines(profile),
  )

/** Ends the part of a configuration that people write; the constants of a profile follow. */
const marker = (profile: Profile): string =>
  `\\* From here on generated: what is not assigned above is ${sourceOf(profile, 'tiny')}.`

/**
 * The configuration of a liveness model: the constants of the profile after what people wrote.
 * @param text the configuration as it is
 */
export function liveConfiguration(profile: Profile, text: string): string {
  const [written = ''] = text.split(/^\\\* From here on generated:.*$/m)
  const own = written.split('\n').map(assigned)
  const rest = ruleConstantLines(profile).filter((line) => !own.includes(assigned(line)))
  return [`${written.trimEnd()}\n${marker(profile)}`, ...rest, ''].join('\n')
}
