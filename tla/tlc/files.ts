/** The files of profiles, which are written when they run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { safetyConfiguration } from './configurations.ts'
import { profileModules, ruleLines, valuesModule, valuesModuleName } from './profileModule.ts'
import { moduleText } from './text.ts'
import { moduleName, type Twin } from './twin.ts'

/**
 * The files of one profile, by name: `ChainValues.tla`, `Chain.tla` and `Chain.cfg`. `runTlc` finds the modules that they
 * extend in the folders of `tla/`, others have to be named.
 * @param stateLimit more distinct states end the run as a violation of StatesAreWithinLimit
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const profileFiles = <Profile extends { readonly name: string }>(
  twin: Twin<Profile>,
  profile: Profile,
  stateLimit?: number,
): Map<string, string> =>
  new Map([
    ...profileModules(twin, profile),
    [`${moduleName(profile)}.cfg`, safetyConfiguration(twin, profile, stateLimit)],
  ])

/** Name of the root module in which pairs of a profile are put to the rules. */
export const pointwiseModuleName = (profile: { readonly name: string }): string =>
  `Pointwise${moduleName(profile)}`

/**
 * The root module of pairs of a profile, by file name, with the values that it extends and its configuration.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const pointwiseFiles = <Profile extends { readonly name: string }>(
  twin: Twin<Profile>,
  profile: Profile,
): Map<string, string> =>
  new Map([
    [`${valuesModuleName(profile)}.tla`, valuesModule(twin, profile)],
    [
      `${pointwiseModuleName(profile)}.tla`,
      moduleText(pointwiseModuleName(profile), [
        `EXTENDS ${twin.modules.pointwise}, ${valuesModuleName(profile)}`,
      ]),
    ],
    [
      `${pointwiseModuleName(profile)}.cfg`,
      ['INIT PointInit', 'NEXT PointNext', 'CONSTANTS', ...ruleLines(twin, profile), ''].join('\n'),
    ],
  ])

/** Writes files by relative path into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
