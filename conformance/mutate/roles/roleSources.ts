import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../reference.ts'
import { hashOf } from '../sources.ts'
import { modulesOf } from './tlaOperators.ts'

const hashes = new Map<string, string>()

/** It reads the profiles of the rollup: of it a role has the shape of an amount. */
const OF_THE_ROLLUP = 'spec/parameters.ts'

/**
 * Hash of what decides about the mutants of a role: its actor, how its pairs are drawn, its modules of TLA+ and its
 * profiles, with all that they import. What only other roles rest on is not among it.
 */
export function sourcesOfRole(role: string): string {
  const known = hashes.get(role)
  if (known) return known
  const files = new Set<string>()
  for (const entry of [`model/${role}/actor.ts`, `model/${role}/arbitrary.ts`, `tla/${role}/twin.ts`])
    follow(entry, files)
  for (const file of modulesOf(role).files.values()) files.add(file)
  files.add(`spec/presets/${role}.json`)
  const hash = hashOf([...files].sort())
  hashes.set(role, hash)
  return hash
}

/** Adds a module and all that it imports of the repository. */
function follow(file: string, files: Set<string>): void {
  const place = path.join(repositoryRoot, file)
  if (file === OF_THE_ROLLUP || files.has(file) || !existsSync(place)) return
  files.add(file)
  for (const [, name] of readFileSync(place, 'utf8').matchAll(
    /^(?:import|\}|export)(?! type)[^'\n]*from '(\.[^']+)'$/gm,
  ))
    follow(path.posix.join(path.posix.dirname(file), name!), files)
}
