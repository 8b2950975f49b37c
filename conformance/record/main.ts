/**
 * `npm run record [-- counts gas sample]`: takes what the rules come to now as what is meant, and says what moved. Tests and
 * checks compare with it.
 */
import { execFile } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { main as lockstep } from '../cli/main.ts'
import { writeGas } from '../gas/write.ts'
import { sampleFolder, writeSample } from '../kit/sample.ts'
import { recordFile } from '../rungs/record.ts'
import { movedTexts } from './moved.ts'

/** Each returns what moved, or `undefined` where nothing could be recorded. */
const records = {
  counts: async (): Promise<readonly string[] | undefined> => {
    // The command says itself what moved.
    if ((await lockstep(['check', '--preset', 'tiny', '--record'])) !== 0) return undefined
    await promisify(execFile)('npx', ['biome', 'format', '--write', fileURLToPath(recordFile)], {
      cwd: treeRoot,
    })
    return []
  },
  gas: (): Promise<readonly string[]> => writeGas((row) => process.stderr.write(`gas: ${row}\n`)),
  sample: async (): Promise<readonly string[]> => {
    const before = await textsIn(sampleFolder)
    await rm(sampleFolder, { recursive: true, force: true })
    await writeSample(sampleFolder)
    return movedTexts(before, await textsIn(sampleFolder))
  },
} as const
type Name = keyof typeof records
const names = Object.keys(records) as Name[]

async function textsIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      files
        .sort()
        .map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
    ),
  )
}

/** @returns the exit code: 1 where something could not be recorded, 2 for bad arguments */
export async function record(asked: readonly string[]): Promise<number> {
  const unknown = asked.find((name) => !names.includes(name as Name))
  if (unknown !== undefined) {
    process.stderr.write(`record ${unknown}: expected some of ${names.join(', ')}, or none for all\n`)
    return 2
  }
  for (const name of asked.length === 0 ? names : names.filter((it) => asked.includes(it))) {
    const lines = await records[name]()
    if (lines === undefined) {
      process.stderr.write(`${name}: nothing is recorded of a run that failed\n`)
      return 1
    }
    if (name !== 'counts')
      console.log([`${name}: ${lines.length === 0 ? 'nothing' : lines.length} moved`, ...lines].join('\n  '))
  }
  return 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exit(await record(process.argv.slice(2)))
