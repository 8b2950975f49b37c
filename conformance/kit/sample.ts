/** The few vectors that are committed beside this file: `npx tsx conformance/kit/sample.ts` writes them again. */
import { fileURLToPath } from 'node:url'
import { loadPreset } from '../../spec/parameters.ts'
import { withinReach, writeVectors } from './write.ts'

export const sampleFolder = fileURLToPath(new URL('sample', import.meta.url))
const SAMPLE = { cases: 3, refusals: 2 }

/** A few cases of the smallest composed profile, for readers and for a test. */
export async function writeSample(folder: string): Promise<void> {
  const joint = loadPreset('tiny').profiles.find(({ name }) => name === 'joint')!
  const { profile, graph } = withinReach(joint)
  await writeVectors(profile, graph, folder, SAMPLE)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSample(sampleFolder)
