/** Writes the gas table anew: `npm run gas`. */
import { writeFile } from 'node:fs/promises'
import { measureGas } from './measureGas.ts'

/** Committed, and compared exactly by a test. */
export const gasFile = new URL('../../impl/contracts/gas.json', import.meta.url)

if (import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const table = await measureGas((row, gas) => console.log(String(gas).padStart(9), row))
  await writeFile(gasFile, `${JSON.stringify(table, undefined, 2)}\n`)
}
