/**
 * Writes vectors of a preset: `npx tsx conformance/vectors/main.ts [FOLDER]`, `report/vectors` if no folder is given.
 * With `--sample` it writes the few that are committed beside this file.
 */
import { fileURLToPath } from 'node:url'
import { loadPreset } from '../../spec/parameters.ts'
import { withinReach, writeVectors } from './write.ts'

export const sampleFolder = fileURLToPath(new URL('sample', import.meta.url))
const reportFolder = fileURLToPath(new URL('../../report/vectors', import.meta.url))
const SAMPLE = { cases: 3, refusals: 2 }

/** A few cases of the smallest composed profile, for readers and for a test. */
export async function writeSample(folder: string): Promise<void> {
  const joint = loadPreset('tiny').profiles.find(({ name }) => name === 'joint')!
  const { profile, graph } = withinReach(joint)
  await writeVectors(profile, graph, folder, SAMPLE)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [argument] = process.argv.slice(2)
  if (argument === '--sample') await writeSample(sampleFolder)
  else
    for (const whole of loadPreset('tiny').profiles) {
      const { profile, graph } = withinReach(whole)
      const { cases, steps, refusals, bytes } = await writeVectors(profile, graph, argument ?? reportFolder)
      process.stdout.write(
        `${profile.name} to slot ${profile.horizon}: ${cases} cases, ${steps} steps, ${refusals} refused, ${bytes} bytes\n`,
      )
    }
}
