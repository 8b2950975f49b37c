/** Writes what is generated into `tla/`: profiles as root modules, and the configurations of their models. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { loadPreset, type Profile } from '../spec/parameters.ts'
import { constantLines, generatedNotice, moduleName, profileModule } from './profileModule.ts'

const tlaFolder = path.dirname(fileURLToPath(import.meta.url))

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
]
/** Action properties of L1RollupProperties.tla. */
export const actionProperties = [
  'TimeMovesOnlyTheSlot',
  'RefusalsChangeNothing',
  'ProvenNeverShrinks',
  'PendingKeepsItsBlocks',
  'OnlyTheProposerProposes',
  'QuorumAttested',
  'SeatsAreSignedByTheirMembers',
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
const sourceOf = (profile: Profile, presetName: string): string =>
  `profile ${profile.name} of spec/presets/${presetName}.json`

/** The configuration of a profile's safety model, which also writes the labelled graph when a dump is asked for. */
function profileConfiguration(profile: Profile, source: string): string {
  return [
    generatedNotice(source),
    'INIT MCInit',
    'NEXT MCNext',
    'VIEW State',
    'ACTION_CONSTRAINT DumpTransitions',
    'CHECK_DEADLOCK FALSE',
    'INVARIANT DumpAllRefusals',
    ...invariants.map((name) => `INVARIANT ${name}`),
    ...actionProperties.map((name) => `PROPERTY ${name}`),
    ...constantLines(profile),
    '',
  ].join('\n')
}

/**
 * The files of one profile, by name: `Chain.tla` and `Chain.cfg`. With changed parameters, write them to a folder of
 * their own and run them there: `runTlc` finds the modules that they extend.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export function profileFiles(profile: Profile, presetName: string): Map<string, string> {
  const source = sourceOf(profile, presetName)
  return new Map([
    [`${moduleName(profile)}.tla`, profileModule(profile, source)],
    [`${moduleName(profile)}.cfg`, profileConfiguration(profile, source)],
  ])
}

/** Every generated file of `tla/`, by path relative to it, from preset `tiny`. */
export function generatedTla(): Map<string, string> {
  const files = new Map<string, string>()
  for (const profile of loadPreset('tiny').profiles)
    for (const [name, text] of profileFiles(profile, 'tiny')) files.set(`generated/${name}`, text)
  return files
}

/** Writes files by relative path into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFiles(tlaFolder, generatedTla())
