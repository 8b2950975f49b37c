/** The few vectors that are committed beside this file: `npx tsx conformance/kit/sample.ts` writes them again. */
import { fileURLToPath } from 'node:url'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { profileNamed } from '../../spec/parameters.ts'
import { writeFunctionVectors } from './functions/write.ts'
import { writeVectors } from './write.ts'

export const sampleFolder = fileURLToPath(new URL('sample', import.meta.url))
const CASES = 3
const FUNCTIONS = ['seedOf', 'drawSeat', 'quorum'] as const

/** A few cases of the smallest composed profile, and of a few functions, for readers and for a test. */
export async function writeSample(folder: string): Promise<void> {
  const joint = profileNamed('joint')
  await writeVectors(joint, explore(l1Rollup, joint, { engine: 'flat' }), folder, { cases: CASES })
  await writeFunctionVectors(folder, FUNCTIONS)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSample(sampleFolder)
