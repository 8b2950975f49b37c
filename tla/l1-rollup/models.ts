/** The models of the L1 rollup beside its profiles, read from the files that people write. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Profile } from '../../spec/parameters.ts'
import type { Model } from '../tlc/models.ts'
import { fairnessOf, ModelUnclear, readBugs, readLives, readReached } from '../tlc/written.ts'
import { bugConfiguration, liveConfiguration, reachConfiguration } from './configurations.ts'
import { moduleName, profileModules, valuesModule, valuesModuleName } from './profileModule.ts'

const folder = path.dirname(fileURLToPath(import.meta.url))
/** What the liveness models are about: its module extends the values of this profile. */
const live = { module: path.join(folder, 'live', 'LiveL1Rollup.tla'), profile: 'chain' }

/**
 * Every Bug, Reach and liveness model of these profiles; a Bug model belongs to the profile whose module it extends.
 * @throws ModelUnclear for a file that does not say what it must, or names no profile of the preset
 */
export function modelsOf(profiles: readonly Profile[]): Model[] {
  return [...liveModels(profiles), ...bugModels(profiles), ...reachModels(profiles)]
}

function bugModels(profiles: readonly Profile[]): Model[] {
  return readBugs(path.join(folder, 'bug')).map(
    ({ name, file, violates, words, extends: extended, replaced }) => {
      const profile = profiles.find((it) => moduleName(it) === extended)
      if (!profile)
        throw new ModelUnclear(
          `bug/${name}.tla: expected EXTENDS with one of ${profiles.map(moduleName).join(', ')}`,
        )
      return {
        ...{
          name: `bug/${name}`,
          kind: 'bug',
          profile: profile.name,
          expected: violates,
          module: file,
          words,
        },
        config: bugConfiguration(profile, { replaced, violates }),
        files: profileModules(profile),
      }
    },
  )
}

function reachModels(profiles: readonly Profile[]): Model[] {
  return readReached(path.join(folder, 'L1RollupReach.tla')).flatMap(({ name, profiles: where, words }) =>
    where.map((wanted): Model => {
      const profile = profiles.find((it) => it.name === wanted)
      if (!profile) throw new ModelUnclear(`L1RollupReach.tla: ${name}: there is no profile ${wanted}`)
      return {
        name: `reach/${name.slice('Never'.length)}${where.length > 1 ? moduleName(profile) : ''}`,
        ...{ kind: 'reach', profile: wanted, expected: name, words },
        module: `${moduleName(profile)}.tla`,
        config: reachConfiguration(profile, name),
        files: profileModules(profile),
      }
    }),
  )
}

function liveModels(profiles: readonly Profile[]): Model[] {
  const profile = profiles.find(({ name }) => name === live.profile)
  if (!profile) throw new ModelUnclear(`${live.module}: there is no profile ${live.profile}`)
  return readLives(path.join(folder, 'live')).map(({ name, violates, words, assigns, text }) => ({
    ...{ name: `live/${name}`, kind: 'liveness', profile: profile.name, module: live.module, words },
    expected: violates ?? 'pass',
    assumes: [...assigns, ...fairnessOf(live.module)],
    config: liveConfiguration(profile, text),
    files: new Map([[`${valuesModuleName(profile)}.tla`, valuesModule(profile)]]),
  }))
}
