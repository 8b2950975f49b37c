import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compilation } from '../../impl/contracts/artifact.ts'
import {
  CompileError,
  compileSources,
  PRODUCTION_SOURCES,
  readSources,
  recompileSources,
  type Sources,
} from '../../impl/contracts/compile.ts'
import type { Profile } from '../../spec/parameters.ts'
import { casesOfGraph } from '../rungs/one-step/cases.ts'
import { runOneStep } from '../rungs/one-step/run.ts'
import { namedBodies } from '../translation/bodies.ts'
import { deployProfile, withoutBondBound } from '../translation/deployment.ts'
import { type Finding, MutantRefused } from './finding.ts'
import { type Mutant, mutated } from './mutant.ts'
import { inOrder, referenceExploration, repositoryRoot, shortProfiles } from './reference.ts'
import { contractTests } from './sources.ts'
import { firstFailure } from './testRun.ts'

/** Profiles for a mistake in the contracts: those that it names, or else all, the most promising first. */
export const contractProfiles = (mutant: Mutant): Profile[] =>
  inOrder(
    mutant,
    shortProfiles.filter(({ name }) => !mutant.profiles || mutant.profiles.includes(name)),
  )

/** The contracts that rung 3 runs, with other texts in place of some of them. @throws MutantRefused */
export const compileWith = (texts: ReadonlyMap<string, string>, name: string): Promise<Compilation> =>
  compiled(name, texts, withoutBondBound)

/** The contracts that the tests run: they find them in the cache. @throws MutantRefused */
export const compileForTests = (texts: ReadonlyMap<string, string>, name: string): Promise<Compilation> =>
  compiled(name, texts, (sources, mistakes) => new Map([...sources, ...mistakes]))

async function compiled(
  name: string,
  texts: ReadonlyMap<string, string>,
  variant: (sources: Sources, mistakes: Sources) => Sources,
): Promise<Compilation> {
  const production = await readSources([PRODUCTION_SOURCES])
  const sources = variant(production, new Map())
  const before = { sources, compilation: await compileSources(sources) }
  try {
    return await recompileSources(before, variant(production, texts))
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    throw new MutantRefused(`${name}: the compiler refuses it: ${error.message.split('\n')[0]}`)
  }
}

/** The file with the mistake in it, by path from the root of the repository. */
export function mutatedFile(mutant: Mutant): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(repositoryRoot, mutant.file), 'utf8')
  return new Map([[mutant.file, mutated(mutant, text)]])
}

/** Rung 3 on one profile, up to the first mismatch. */
export async function tryOneStep(compilation: Compilation, profile: Profile): Promise<Finding | undefined> {
  try {
    const deployment = await deployProfile(profile, namedBodies, compilation)
    const { mismatches } = await runOneStep(
      deployment,
      casesOfGraph(profile, referenceExploration(profile)),
      {
        firstOnly: true,
      },
    )
    const [mismatch] = mismatches
    if (!mismatch) return undefined
    const { type } = JSON.parse(mismatch.event) as { type: string }
    const texts = [mismatch.expected, mismatch.found].map((text) =>
      text.startsWith('{') ? 'the next state of the model' : text.replace(/\s+/g, ' ').slice(0, 140),
    )
    return { caughtBy: 'rung 3', detail: `${type}: expected ${texts[0]}; found ${texts[1]}` }
  } catch (error) {
    const { name, message } = error as Error
    if (!refusingErrors.has(name) && !message.startsWith('α(γ(s))')) throw error
    return { caughtBy: 'rung 3', detail: `${name}: ${message.split('\n')[0]!.slice(0, 160)}` }
  }
}

/** What rung 3 throws because of the contracts, not because of the engine. */
const refusingErrors: ReadonlySet<string> = new Set(['CreationFailed', 'StorageUnexplained'])

/** The dedicated tests that speak about one of some clauses in their title, the likeliest to notice a mistake there. */
export function testsOfClauses(clauses: readonly string[]): string[] {
  const titled = new RegExp(`\\b(${clauses.join('|')})\\b`)
  return clauses.length === 0
    ? []
    : contractTests().filter((file) => titled.test(readFileSync(path.join(repositoryRoot, file), 'utf8')))
}

/**
 * Dedicated tests of the contracts, up to the first failure, in a copy of the repository.
 * @param texts what differs there, by path
 * @param clauses only tests with one of these ids in their title; all if absent
 */
export async function tryContractTests(
  texts: ReadonlyMap<string, string>,
  clauses?: readonly string[],
): Promise<Finding | undefined> {
  const files = clauses ? testsOfClauses(clauses) : contractTests()
  const titles = clauses && `\\b(${clauses.join('|')})\\b`
  const failure = await firstFailure(texts, files, titles)
  return failure === undefined ? undefined : { caughtBy: 'contract tests', detail: failure }
}
