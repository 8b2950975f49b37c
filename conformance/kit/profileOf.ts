import { isDeepStrictEqual } from 'node:util'
import { loadPreset, type Parameters, type Profile } from '../../spec/parameters.ts'
import type { VectorCase } from './format.ts'
import { VectorError } from './vectorError.ts'

/** The profile that a case is of, which says who takes part. @throws VectorError */
export function profileOf({ path, manifest, meta }: VectorCase): Profile {
  const { profiles } = loadPreset(manifest.preset)
  const found = profiles.find(({ name }) => name === manifest.suite)
  if (!found)
    throw new VectorError(
      `${path}/manifest.yaml: suite ${manifest.suite}: expected one of ${profiles.map(({ name }) => name).join(', ')}`,
    )
  const names = Object.keys(found.parameters) as (keyof Parameters)[]
  const other = names.find((name) => !isDeepStrictEqual(found.parameters[name], meta.parameters[name]))
  if (other)
    throw new VectorError(
      `${path}/meta.yaml: ${other}=${meta.parameters[other]}: profile ${found.name} has ${found.parameters[other]}`,
    )
  return found
}
