/** The models of the L1 rollup beside its profiles, read from the files that people write. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Profile } from '../../spec/parameters.ts'
import type { Model } from '../tlc/models.ts'
import { fairnessOf, ModelUnclear, readBugs, readLives, readReached } from '../tlc/written.ts'
import { bugConfiguration, liveConfiguration, reachConfiguration } from './configurations.ts'
import { moduleName, profileModules, valuesModule, valuesModuleName } from './profileModule.ts'

const folder = path.dirname(fileURLToPath(import.meta.url))
/** What the liveness models are about, by their SPECIFICATION: a module, which extends the values of a profile. */
const live: Readonly<Record<string, { readonly module: string; readonly profile: string }>> = {
  LiveSpec: { module: path.join(folder, 'live', 'LiveL1Rollup.tla'), profile: 'chain' },
  EscrowSpec: { module: path.join(folder, 'live', 'LiveEscrow.tla'), profile: 'escrow' },
}

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
  return readLives(path.join(folder, 'live')).map(
    ({ name, specification, violates, words, assigns, text }): Model => {
      const about = live[specification]
      if (!about)
        throw new ModelUnclear(
          `live/${name}.cfg: expected SPECIFICATION ${Object.keys(live).join(' or ')}, found ${specification || 'none'}`,
        )
      const profile = profiles.find((it) => it.name === about.profile)
      if (!profile) throw new ModelUnclear(`${about.module}: there is no profile ${about.profile}`)
      return {
        ...{ name: `live/${name}`, kind: 'liveness', profile: profile.name, module: about.module, words },
        expected: violates ?? 'pass',
        assumes: [...assigns, ...fairnessOf(about.module)],
        config: liveConfiguration(profile, text),
        files: new Map([[`${valuesModuleName(profile)}.tla`, valuesModule(profile)]]),
      }
    },
  )
}
