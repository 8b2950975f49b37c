import type { Compilation } from '../../impl/contracts/artifact.ts'
import type { Profile } from '../../spec/parameters.ts'
import {
  compileMutant,
  compileWith,
  contractProfiles,
  contractTests,
  tryContractTests,
  tryOneStep,
} from './contractSide.ts'
import { type Finding, MutantRefused } from './finding.ts'
import type { Mutant, Verdict } from './mutant.ts'
import { fullProfiles, profileLabel, shortProfiles } from './reference.ts'
import { MutatedModel, statechartProfiles } from './statechartSide.ts'
import { tlaProfiles, tryTla } from './tlaSide.ts'

let copies = 0

/**
 * Tries one mutant until somebody catches it: on short profiles first, then on those of `tiny` as they are.
 * @param full whether a survivor of the short profiles goes on to the full ones
 */
export async function tryMutant(mutant: Mutant, full: boolean): Promise<Verdict> {
  const started = performance.now()
  const ran: string[] = []
  const finding = await { tla: onTla, statechart: onStatechart, contract: onContract }[mutant.side](
    mutant,
    full,
    ran,
  )
  const seconds = Math.round((performance.now() - started) / 100) / 10
  if (finding) return { ...finding, ran, seconds }
  return { detail: full ? '' : 'not tried on the full profiles', ran, seconds }
}

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

async function onTla(mutant: Mutant, full: boolean, ran: string[]): Promise<Finding | undefined> {
  const attempt = (profile: Profile) => tryTla(mutant, profile)
  return (
    (await firstOn(tlaProfiles(mutant), ran, attempt)) ??
    (full ? await firstOn(fullProfiles, ran, attempt) : undefined)
  )
}

/** Rung 2 first; what the graphs cannot show goes into the contracts that are generated from it, and to rung 3. */
async function onStatechart(mutant: Mutant, full: boolean, ran: string[]): Promise<Finding | undefined> {
  const model = MutatedModel.create(mutant, copies++)
  try {
    const refused = await model.refusal()
    if (refused) return refused
    const attempt = (profile: Profile) => model.tryOn(profile)
    const seen =
      (await firstOn(statechartProfiles(mutant), ran, attempt)) ??
      (full ? await firstOn(fullProfiles, ran, attempt) : undefined)
    if (seen) return seen
    const compilation = await compileGenerated(model, mutant.name)
    if ('caughtBy' in compilation) return compilation
    return await firstOn(shortProfiles, ran, (profile) => tryOneStep(compilation, profile), 'bytecode of ')
  } finally {
    model.remove()
  }
}

/** Generated contracts that no longer fit the shell are the compiler's catch. */
async function compileGenerated(model: MutatedModel, name: string): Promise<Compilation | Finding> {
  const texts = await model.generatedContracts()
  try {
    return await compileWith(texts, name)
  } catch (error) {
    if (!(error instanceof MutantRefused)) throw error
    return { caughtBy: 'compiler', detail: error.message }
  }
}

async function onContract(mutant: Mutant, full: boolean, ran: string[]): Promise<Finding | undefined> {
  const compilation = await compileMutant(mutant)
  const attempt = (profile: Profile) => tryOneStep(compilation, profile)
  const named = contractProfiles(mutant)
  const seen = await firstOn(named, ran, attempt)
  if (seen) return seen
  if (!mutant.unseenByOneStep) {
    const rest = shortProfiles.filter((profile) => !named.includes(profile))
    const names = new Set(named.map(({ name }) => name))
    const later = full ? fullProfiles.filter(({ name }) => names.has(name)) : []
    const found = await firstOn([...rest, ...later], ran, attempt)
    if (found) return found
  }
  ran.push(...contractTests())
  return tryContractTests(mutant)
}
