import { testsHash } from './contractSide.ts'
import { harnessHash } from './harnessSide.ts'
import type { Side } from './mutant.ts'
import { contractHash, modelHash } from './reference.ts'

/** Hashes of what decides about the mutants of each side: their results hold for these sources. */
export const sourcesOfSides = (): Readonly<Record<Side, string>> => ({
  tla: modelHash(),
  statechart: `${modelHash()}-${contractHash()}`,
  contract: testsHash(),
  harness: harnessHash(),
})
