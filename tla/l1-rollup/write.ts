/** Writes what `lockstep check` writes when it runs, so that other tools of TLA+ can open it: `npm run models`. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPreset } from '../../spec/parameters.ts'
import { profileFiles, writeFiles } from '../tlc/files.ts'
import { writeModel } from '../tlc/models.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { l1RollupTwin } from './twin.ts'

const folder = fileURLToPath(new URL('../../build/models/', import.meta.url))
const { profiles } = loadPreset('tiny')
for (const profile of profiles)
  writeFiles(path.join(folder, profile.name), profileFiles(l1RollupTwin, profile))
const models = modelsOf(l1RollupTwin, profiles)
for (const model of models) await writeModel(model, folder)
console.log(
  `${path.relative(process.cwd(), folder)}: ${profiles.length} profiles and ${models.length} models of preset tiny. Modules that they extend are in tla/l1-rollup and tla/dump.`,
)
