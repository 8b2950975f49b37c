import type { Compilation } from '../../impl/contracts/artifact.ts'
import type { Profile } from '../../spec/parameters.ts'
import {
  compileForTests,
  compileWith,
  contractProfiles,
  mutatedFile,
  testsOfClauses,
  tryContractTests,
  tryOneStep,
} from './contractSide.ts'
import { type Finding, MutantRefused } from './finding.ts'
import { harness } from './harnessMutants.ts'
import { tryHarnessTests } from './harnessSide.ts'
import type { Mutant, Verdict } from './mutant.ts'
import { fullProfiles, inOrder, profileLabel, shortProfiles } from './reference.ts'
import { contractTests } from './sources.ts'
import { MutatedModel, statechartProfiles } from './statechartSide.ts'
import { pairProfiles, tlaProfiles, tryPairs, tryTla } from './tlaSide.ts'

/** Profiles on which a mistake in a model is tried before anything else. */
const PROMISING = 2

let copies = 0

/**
 * Tries one mutant until somebody catches it: on short profiles first, then on those of `tiny` as they are.
 * @param full whether a survivor of the short profiles goes on to the full ones, and one in a statechart to all tests
 */
export async function tryMutant(mutant: Mutant, full: boolean): Promise<Verdict> {
  const started = performance.now()
  const ran: string[] = []
  const finding = await trials[mutant.side](mutant, full, ran)
  const seconds = Math.round((performance.now() - started) / 100) / 10
  if (finding) return { ...finding, ran, seconds }
  return { detail: full ? '' : 'not tried on the full profiles', ran, seconds }
}

const trials = { tla: onTla, statechart: onStatechart, contract: onContract, harness: onHarness }

/** The first finding on any of the profiles. */
async function firstOn(
  profiles: readonly Profile[],
  ran: string[],
  attempt: (profile: Profile) => Promise<Finding | undefined>,
  prefix = '',
): Promise<Finding | undefined> {
  for (const profile of profiles) {
    ran.push(prefix + profileLabel(profile))
    const finding = await attempt(profile)
    if (finding) return { ...finding, detail: `${profileLabel(profile)}: ${finding.detail}` }
  }
  return undefined
}

/** The profiles that promise most; then drawn pairs, which cost seconds and ask about every rule; then all the others. */
async function onTla(mutant: Mutant, full: boolean, ran: string[]): Promise<Finding | undefined> {
  const attempt = (profile: Profile) => tryTla(mutant, profile)
  const onPairs = (all: boolean) => (profile: Profile) => tryPairs(mutant, profile, all)
  const profiles = tlaProfiles(mutant)
  return (
    (await firstOn(profiles.slice(0, PROMISING), ran, attempt)) ??
    (await firstOn(pairProfiles, ran, onPairs(false), 'some pairs of ')) ??
    (await firstOn(profiles.slice(PROMISING), ran, attempt)) ??
    (await firstOn(full ? pairProfiles : [], ran, onPairs(true), 'pairs of ')) ??
    (await firstOn(full ? inOrder(mutant, fullProfiles) : [], ran, attempt))
  )
}

/**
 * Rung 2 first, on short graphs and on drawn pairs. What they cannot show goes into the contracts that are generated from
 * it, then to rung 3 and the tests of the contracts, then to long graphs.
 */
async function onStatechart(mutant: Mutant, full: boolean, ran: string[]): Promise<Finding | undefined> {
  const model = MutatedModel.create(mutant, copies++)
  try {
    const refused = await model.refusal()
    if (refused) return refused
    const attempt = (profile: Profile) => model.tryOn(profile)
    const profiles = statechartProfiles(mutant)
    return (
      (await firstOn(profiles.slice(0, PROMISING), ran, attempt)) ??
      (await firstOn(pairProfiles, ran, (profile) => model.tryPairs(profile), 'pairs of ')) ??
      (await firstOn(profiles.slice(PROMISING), ran, attempt)) ??
      (await onGenerated(mutant, await model.generatedContracts(), full, ran)) ??
      (await firstOn(full ? inOrder(mutant, fullProfiles) : [], ran, attempt))
    )
  } finally {
    model.remove()
  }
}

async function onGenerated(
  mutant: Mutant,
  texts: ReadonlyMap<string, string>,
  full: boolean,
  ran: string[],
): Promise<Finding | undefined> {
  let compilation: Compilation
  try {
    compilation = await compileWith(texts, mutant.name)
  } catch (error) {
    if (!(error instanceof MutantRefused)) throw error
    return { caughtBy: 'compiler', detail: `generated contracts no longer fit the shell: ${error.message}` }
  }
  // Two are enough: what the models do not ask at all is asked by every call, the rest has been compared already.
  const profiles = inOrder(mutant, shortProfiles).slice(0, 2)
  const attempt = (profile: Profile) => tryOneStep(compilation, profile)
  return (
    (await firstOn(profiles, ran, attempt, 'bytecode of ')) ??
    (await onTestsOfClause(mutant, texts, ran)) ??
    (full ? await onAllTests(texts, ran) : undefined)
  )
}

/** Tests that name the clause of the mutant. */
function onTestsOfClause(
  { clause }: Mutant,
  texts: ReadonlyMap<string, string>,
  ran: string[],
): Promise<Finding | undefined> {
  const clauses = clause.split(' ').filter(Boolean)
  ran.push(...testsOfClauses(clauses).map((file) => `${file} on ${clauses.join(', ')}`))
  return tryContractTests(texts, clauses)
}

function onAllTests(texts: ReadonlyMap<string, string>, ran: string[]): Promise<Finding | undefined> {
  ran.push(...contractTests())
  return tryContractTests(texts)
}

/** The tests that must notice when something is no longer compared. */
function onHarness(mutant: Mutant, _full: boolean, ran: string[]): Promise<Finding | undefined> {
  const files = harness[mutant.file]!
  ran.push(...files)
  return tryHarnessTests(mutatedFile(mutant), files)
}

/** Rung 3 where the clause matters, the tests of the clause, then rung 3 elsewhere, all tests, and longer horizons. */
async function onContract(mutant: Mutant, full: boolean, ran: string[]): Promise<Finding | undefined> {
  const texts = mutatedFile(mutant)
  // The constructors of the two differ: what is asked first is compiled first, the other if it comes to that.
  await (mutant.unseenByOneStep ? compileForTests : compileWith)(texts, mutant.name)
  const named = contractProfiles(mutant)
  const isNamed = ({ name }: Profile) => named.some((profile) => profile.name === name)
  const onRungThree = (profiles: readonly Profile[]) =>
    firstOn(profiles, ran, async (profile) => tryOneStep(await compileWith(texts, mutant.name), profile))
  const onNamed = () => onRungThree(named)
  const onOthers = () => onRungThree(shortProfiles.filter((profile) => !isNamed(profile)))
  const onLonger = () => onRungThree(full ? fullProfiles.filter(isNamed) : [])
  const onClause = () => onTestsOfClause(mutant, texts, ran)
  const onTests = () => onAllTests(texts, ran)
  // What no state of the model can show is left to the tests.
  const attempts = mutant.unseenByOneStep
    ? [onClause, onTests, onNamed]
    : [onNamed, onClause, onOthers, onTests, onLonger]
  for (const attempt of attempts) {
    const finding = await attempt()
    if (finding) return finding
  }
  return undefined
}
