/** The models of an actor beside its profiles, read from the files that people write. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bugConfiguration, liveConfiguration, reachConfiguration } from './configurations.ts'
import type { Model } from './models.ts'
import { profileModules, valuesModule, valuesModuleName } from './profileModule.ts'
import { moduleName, type Twin } from './twin.ts'
import { fairnessOf, ModelUnclear, readBugs, readLives, readReached } from './written.ts'

type Named = { readonly name: string }

/**
 * Every Bug, Reach and liveness model of these profiles; a Bug model belongs to the profile whose module it extends.
 * @throws ModelUnclear for a file that does not say what it must, or names no profile of the preset
 */
export function modelsOf<Profile extends Named>(twin: Twin<Profile>, profiles: readonly Profile[]): Model[] {
  return [...liveModels(twin, profiles), ...bugModels(twin, profiles), ...reachModels(twin, profiles)]
}

/** What a folder of models holds; nothing where an actor has none. */
function readFrom<Written>(
  { folder }: Pick<Twin<never>, 'folder'>,
  name: string,
  read: (at: string) => Written[],
) {
  const at = path.join(folder, name)
  return existsSync(at) ? read(at) : []
}

function bugModels<Profile extends Named>(twin: Twin<Profile>, profiles: readonly Profile[]): Model[] {
  return readFrom(twin, 'bug', readBugs).map(
    ({ name, file, violates, words, extends: extended, replaced }) => {
      const profile = profiles.find((it) => moduleName(it) === extended)
      if (!profile)
        throw new ModelUnclear(
          `bug/${name}.tla: expected EXTENDS with one of ${profiles.map(moduleName).join(', ')}`,
        )
      return {
        name: `bug/${name}`,
        kind: 'bug',
        profile: profile.name,
        expected: violates,
        module: file,
        words,
        config: bugConfiguration(twin, profile, { replaced, violates }),
        files: profileModules(twin, profile),
      }
    },
  )
}

function reachModels<Profile extends Named>(twin: Twin<Profile>, profiles: readonly Profile[]): Model[] {
  const { reach } = twin.modules
  if (reach === undefined) return []
  const file = `${reach}.tla`
  return readReached(path.join(twin.folder, file)).flatMap(({ name, profiles: where, words }) =>
    where.map((wanted): Model => {
      const profile = profiles.find((it) => it.name === wanted)
      if (!profile) throw new ModelUnclear(`${file}: ${name}: there is no profile ${wanted}`)
      return {
        name: `reach/${name.slice('Never'.length)}${where.length > 1 ? moduleName(profile) : ''}`,
        kind: 'reach',
        profile: wanted,
        expected: name,
        words,
        module: `${moduleName(profile)}.tla`,
        config: reachConfiguration(twin, profile, name),
        files: profileModules(twin, profile),
      }
    }),
  )
}

function liveModels<Profile extends Named>(twin: Twin<Profile>, profiles: readonly Profile[]): Model[] {
  return readFrom(twin, 'live', readLives).map(
    ({ name, specification, violates, words, assigns, text }): Model => {
      const about = twin.live[specification]
      if (!about)
        throw new ModelUnclear(
          `live/${name}.cfg: expected SPECIFICATION ${Object.keys(twin.live).join(' or ')}, found ${specification || 'none'}`,
        )
      const module = path.join(twin.folder, 'live', `${about.module}.tla`)
      const profile = profiles.find((it) => it.name === about.profile)
      if (!profile) throw new ModelUnclear(`${module}: there is no profile ${about.profile}`)
      return {
        name: `live/${name}`,
        kind: 'liveness',
        profile: profile.name,
        module,
        words,
        expected: violates ?? 'pass',
        assumes: [...assigns, ...fairnessOf(module)],
        config: liveConfiguration(twin, profile, text),
        files: new Map([[`${valuesModuleName(profile)}.tla`, valuesModule(twin, profile)]]),
      }
    },
  )
}
