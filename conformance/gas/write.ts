/** Writes all that is committed of what the contracts cost. */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type GasTable, measureGas } from '../contract-tests/measureGas.ts'
import { curvesOf, measureGrowth } from '../contract-tests/measureGrowth.ts'
import { movedNumbers } from '../record/moved.ts'
import { growthFile, growthNumbers, growthText, readGrowth } from './growth.ts'
import { growthPicture, pictureFile } from './picture.ts'
import { gasFile } from './table.ts'

/**
 * Measures the table and the curves, and writes them with the picture.
 * @param report called after every number
 * @returns what moved
 */
export async function writeGas(report: (row: string, gas: number) => void): Promise<string[]> {
  const before = { ...(JSON.parse(readFileSync(gasFile, 'utf8')) as GasTable), ...knownGrowth() }
  const table = await measureGas(report)
  const curves = curvesOf(
    await measureGrowth(undefined, (name, { x, gas }) => report(`${name}, at ${x}`, gas)),
  )
  await writeFile(gasFile, `${JSON.stringify(table, undefined, 2)}\n`)
  await writeFile(growthFile, growthText(curves))
  await writeFile(pictureFile, growthPicture(curves))
  return movedNumbers(before, { ...table, ...growthNumbers(curves) })
}

/** Nothing where the file is of another version. */
function knownGrowth(): Record<string, number> {
  try {
    return growthNumbers(readGrowth())
  } catch {
    return {}
  }
}
