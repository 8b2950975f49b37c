import type { Preset } from '../../spec/parameters.ts'
import { UsageError } from './usage.ts'

/** The named profiles of a preset in its order, all if none are named. @throws UsageError */
export function chosenProfiles(preset: Preset, names: readonly string[] | undefined): Preset['profiles'] {
  const known = preset.profiles.map(({ name }) => name)
  const unknown = names?.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new UsageError(`--profile ${unknown}: preset ${preset.name} has ${known.join(', ')}`)
  return preset.profiles.filter(({ name }) => names?.includes(name) ?? true)
}
