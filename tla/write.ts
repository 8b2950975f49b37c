/** Writes what `lockstep check` writes when it runs, so that other tools of TLA+ can open it: `npm run models`. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadFallbackPreset } from '../spec/fallbackParameters.ts'
import { loadPreset } from '../spec/parameters.ts'
import { fallbackControllerTwin } from './fallback-controller/twin.ts'
import { l1RollupTwin } from './l1-rollup/twin.ts'
import { statusProfile, statusTwin } from './node/statusTwin.ts'
import { roleTwins } from './node/twins.ts'
import { cutFiles, cuts } from './system/cuts.ts'
import { profileFiles, writeFiles } from './tlc/files.ts'
import { writeModel } from './tlc/models.ts'
import type { Twin } from './tlc/twin.ts'
import { modelsOf } from './tlc/twinModels.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = fileURLToPath(new URL('../build/models/', import.meta.url))

async function writeActor<Profile extends { readonly name: string }>(
  twin: Twin<Profile>,
  profiles: readonly Profile[],
  filesOf: typeof profileFiles = profileFiles,
): Promise<void> {
  const actor = path.relative(here, twin.folder)
  for (const profile of profiles) writeFiles(path.join(folder, actor, profile.name), filesOf(twin, profile))
  const models = modelsOf(twin, profiles)
  for (const model of models) await writeModel(model, path.join(folder, actor))
  console.log(
    `${path.relative(process.cwd(), path.join(folder, actor))}: ${profiles.length} profiles and ${models.length} models. Modules that they extend are in tla/${actor} and tla/dump.`,
  )
}

await writeActor(l1RollupTwin, loadPreset('tiny').profiles)
await writeActor(fallbackControllerTwin, loadFallbackPreset().profiles)
for (const { twin, profiles } of roleTwins) await writeActor(twin, profiles())
await writeActor(statusTwin, [statusProfile], cutFiles)
for (const { twin, profiles, large = [] } of cuts) {
  await writeActor(twin, profiles, cutFiles)
  for (const { profile } of large)
    writeFiles(path.join(folder, path.relative(here, twin.folder), profile.name), cutFiles(twin, profile))
}
