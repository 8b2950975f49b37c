/**
 * `npm run gas`: writes the gas table, the curves of what grows, and their picture anew. With `-- --profile ROW` it says where the gas of a row goes, as a table and a
 * flame graph under `build/gas`; with `-- --compare` it puts what an epoch costs beside the figures of other rollups.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { GasTable } from '../contract-tests/measureGas.ts'
import { comparisonText } from './compare.ts'
import { profileOf, profileText, UnknownRow, writeFlame } from './profile.ts'
import { gasFile } from './table.ts'
import { writeGas } from './write.ts'

const usage = 'npm run gas [-- --profile ROW | --compare]'
const buildFolder = fileURLToPath(new URL('../../build/gas/', import.meta.url))

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { profile: { type: 'string' }, compare: { type: 'boolean' } } })
  if (values.profile !== undefined && values.compare) throw new TypeError('--profile or --compare, not both')
  if (values.profile !== undefined) {
    const profiled = await profileOf(values.profile)
    process.stdout.write(profileText(profiled))
    console.log(`flame graph: ${path.relative(process.cwd(), writeFlame(profiled, buildFolder))}`)
  } else if (values.compare) {
    process.stdout.write(comparisonText(JSON.parse(readFileSync(gasFile, 'utf8')) as GasTable))
  } else {
    await writeGas((row, gas) => console.log(String(gas).padStart(9), row))
  }
}

main().catch((error: Error) => {
  console.error(error instanceof TypeError ? `${error.message}\nusage: ${usage}` : error.message)
  if (!(error instanceof TypeError || error instanceof UnknownRow)) console.error(error.stack)
  process.exitCode = 1
})
