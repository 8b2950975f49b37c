import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Clause, loadClauses } from '../../spec/clause.ts'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { functionManifestSchema, manifestSchema, VECTORS_VERSION } from './format.ts'
import { caseFolders, parse } from './read.ts'
import { openVectors } from './source.ts'
import { VectorError } from './vectorError.ts'

/** What lies in a folder of vectors, and what it was made from. Of the layout of this file: */
const FORMAT = 1
export const INDEX_FILE = 'index.json'
const MANIFEST = 'manifest.yaml'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const indexSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.string(),
  /** Id to the hash of the clause's section in `spec/clauses`. */
  clauses: z.record(z.string(), sha256),
  /** By the path below the folder, with `/`. */
  cases: z.record(z.string(), z.strictObject({ hash: sha256, clauses: z.array(z.string()) })),
})
export type VectorIndex = z.infer<typeof indexSchema>

/** Reads all cases below a folder. @throws VectorError */
export async function indexOf(
  folder: string,
  clauses: VectorIndex['clauses'] = hashesOfClauses(),
): Promise<VectorIndex> {
  const cases: Record<string, VectorIndex['cases'][string]> = {}
  for (const { path, isOfFunction } of await caseFolders(folder)) {
    const place = join(path, MANIFEST)
    const schema = isOfFunction ? functionManifestSchema : manifestSchema
    const manifest = parse(await readFile(join(folder, place), 'utf8'), place, schema)
    cases[path.replaceAll('\\', '/')] = {
      hash: await hashOfCase(join(folder, path)),
      clauses: manifest.clauses,
    }
  }
  return { format: FORMAT, version: VECTORS_VERSION, clauses, cases }
}

/**
 * SHA-256 of what a case asks and expects: of every file but the manifest, sorted by name, the name, a zero byte, the
 * length in bytes as decimal digits, a zero byte, the bytes.
 */
async function hashOfCase(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await readdir(folder)).sort()) {
    if (file === MANIFEST) continue
    const bytes = await readFile(join(folder, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** SHA-256 of the section of each clause, from its heading to the next one, without what is empty at its end. */
export function hashesOfClauses(
  clauses: readonly Clause[] = loadClauses(),
  textOf: (file: string) => string = (file) => readFileSync(join(treeRoot, file), 'utf8'),
): VectorIndex['clauses'] {
  return Object.fromEntries(
    clauses.map(({ id, file, line }) => {
      const rest = textOf(file).split('\n').slice(line)
      const end = rest.findIndex((text) => text.startsWith('## '))
      const section = [`## ${id}`, ...rest.slice(0, end < 0 ? undefined : end)].join('\n').trimEnd()
      return [id, createHash('sha256').update(section).digest('hex')]
    }),
  )
}

/** Writes the index of a folder into it, an entry a line. @returns it */
export async function writeIndex(folder: string): Promise<VectorIndex> {
  const index = await indexOf(folder)
  const entries = (of: object) =>
    Object.entries(of)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n')
  const { format, version, clauses, cases } = index
  const head = `  "format": ${format},\n  "version": ${JSON.stringify(version)}`
  await writeFile(
    join(folder, INDEX_FILE),
    `{\n${head},\n  "clauses": {\n${entries(clauses)}\n  },\n  "cases": {\n${entries(cases)}\n  }\n}\n`,
  )
  return index
}

/** @param path of an index, or of a folder or an archive with one in it @throws VectorError */
export async function readVectorIndex(path: string): Promise<VectorIndex> {
  const isIndex = path.endsWith('.json') && (await stat(path).catch(() => undefined))?.isFile()
  if (isIndex) return parseIndex(path, path)
  const source = await openVectors(path)
  try {
    return await parseIndex(join(source.folder, INDEX_FILE), join(path, INDEX_FILE))
  } finally {
    await source.close()
  }
}

/** @param place names the file in errors */
async function parseIndex(file: string, place: string): Promise<VectorIndex> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new VectorError(`${place}: expected the index of vectors; lockstep vectors writes it`, { cause })
  })
  const parsed = indexSchema.safeParse(parse(text, place, z.unknown()))
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues.at(-1)!
  const where = path.length > 0 ? `${path.join('.')}: ` : ''
  throw new VectorError(`${place}: expected an index of vectors of format ${FORMAT}: ${where}${message}`)
}

/** The files of a folder that an index names, and the index. */
export async function filesOf(folder: string, { cases }: VectorIndex): Promise<string[]> {
  const files = [INDEX_FILE]
  for (const path of Object.keys(cases))
    for (const file of await readdir(join(folder, path))) files.push(`${path}/${file}`)
  return files
}
