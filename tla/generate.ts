/** Writes what is generated into `tla/`: profiles as root modules, and the configurations of their models. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { loadPreset, type Profile } from '../spec/parameters.ts'
import { declaredModels } from './models.ts'
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
const sourceOf = (profile: Profile, presetName: string): string =>
  `profile ${profile.name} of spec/presets/${presetName}.json`

const configuration = (source: string, ...lines: string[]): string =>
  [generatedNotice(source), 'INIT MCInit', 'NEXT MCNext', 'CHECK_DEADLOCK FALSE', ...lines, ''].join('\n')

const allProperties = [
  ...invariants.map((name) => `INVARIANT ${name}`),
  ...actionProperties.map((name) => `PROPERTY ${name}`),
]

/** The configuration of a profile's safety model, which also writes the labelled graph when a dump is asked for. */
const safetyConfiguration = (profile: Profile, source: string): string =>
  configuration(
    source,
    'VIEW State',
    'ACTION_CONSTRAINT DumpTransitions',
    'INVARIANT DumpAllRefusals',
    ...allProperties,
    ...constantLines(profile),
  )

/**
 * The configuration of a bug model. Its module extends a profile, and every operator `BuggyX` of it takes the place
 * of `X`.
 */
function bugConfiguration(module: string, text: string, profiles: readonly Profile[]): string {
  const extended = /^EXTENDS (\w+)$/m.exec(text)?.[1]
  const profile = profiles.find((candidate) => moduleName(candidate) === extended)
  if (profile === undefined)
    throw new Error(`tla/${module}: expected EXTENDS and the module of a profile, found ${extended}`)
  const replaced = [...text.matchAll(/^Buggy(\w+)/gm)].map((match) => match[1]!)
  const kept = constantLines(profile).filter((line) => !replaced.includes(line.trim().split(' ')[0]!))
  return configuration(
    `tla/${module} and ${sourceOf(profile, 'tiny')}`,
    'VIEW State',
    ...allProperties,
    ...kept,
    ...replaced.map((name) => `    ${name} <- Buggy${name}`),
  )
}

/** The configuration of a reach model. */
function reachConfiguration(never: string, module: string, profiles: readonly Profile[]): string {
  const profile = profiles.find((candidate) => module === `generated/${moduleName(candidate)}.tla`)
  if (profile === undefined) throw new Error(`tla/models.json: ${module} is not the module of a profile`)
  return configuration(
    `tla/models.json and ${sourceOf(profile, 'tiny')}`,
    'VIEW ReachView',
    `INVARIANT ${never}`,
    ...constantLines(profile),
  )
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
    [`${moduleName(profile)}.cfg`, safetyConfiguration(profile, source)],
  ])
}

/** Every generated file of `tla/`, by path relative to it: preset `tiny`, and the models that `models.json` declares. */
export async function generatedTla(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const { profiles } = loadPreset('tiny')
  for (const profile of profiles)
    for (const [name, text] of profileFiles(profile, 'tiny')) files.set(`generated/${name}`, text)
  for (const { kind, module, config, expected } of await declaredModels(
    path.join(tlaFolder, 'models.json'),
  )) {
    if (kind === 'reach') files.set(config, reachConfiguration(expected, module, profiles))
    if (kind === 'bug')
      files.set(
        config,
        bugConfiguration(module, readFileSync(path.join(tlaFolder, module), 'utf8'), profiles),
      )
  }
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

/** What keeps the committed files from being the generated ones, a line each. */
function differences(folder: string, files: ReadonlyMap<string, string>): string[] {
  const stale = [...files].flatMap(([name, text]) => {
    const file = path.join(folder, name)
    if (!existsSync(file)) return [`tla/${name} is missing`]
    return readFileSync(file, 'utf8') === text ? [] : [`tla/${name} is not what the presets generate`]
  })
  const orphans = readdirSync(path.join(folder, 'generated'))
    .filter((name) => !files.has(`generated/${name}`))
    .map((name) => `tla/generated/${name} is generated by nothing`)
  return [...stale, ...orphans]
}

/** Writes the files, or with `--check` only compares. @returns the exit code */
async function main(options: readonly string[]): Promise<number> {
  const files = await generatedTla()
  if (!options.includes('--check')) {
    writeFiles(tlaFolder, files)
    console.log(`generated ${files.size} files into tla`)
    return 0
  }
  const found = differences(tlaFolder, files)
  for (const difference of found) console.error(difference)
  console.log(found.length === 0 ? 'tla is current' : 'run npm run generate, and commit what it writes')
  return found.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await main(process.argv.slice(2))
