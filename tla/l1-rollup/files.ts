/** The files of profiles and models, which are written when they run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Profile } from '../../spec/parameters.ts'
import { safetyConfiguration } from './configurations.ts'
import { moduleName, profileModules } from './profileModule.ts'

/**
 * The files of one profile, by name: `ChainValues.tla`, `Chain.tla` and `Chain.cfg`. `runTlc` finds the modules that they
 * extend.
 * @param stateLimit more distinct states end the run as a violation of StatesAreWithinLimit
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const profileFiles = (profile: Profile, stateLimit?: number): Map<string, string> =>
  new Map([
    ...profileModules(profile),
    [`${moduleName(profile)}.cfg`, safetyConfiguration(profile, stateLimit)],
  ])

/** Writes files by relative path into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
