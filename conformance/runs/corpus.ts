import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { clausesOf } from '../clauses/clauseIndex.ts'
import { type Difference, describeDifference } from './play.ts'
import { blocksSchema, type Trace } from './trace.ts'

/** Runs that once showed a difference: replayed first, for ever. */
export const corpusFolder = fileURLToPath(new URL('./corpus/', import.meta.url))

const entrySchema = z.strictObject({
  profile: z.string(),
  /** Of the refusal that was expected or found first, if there was one. */
  clause: z.string().nullable(),
  /** What the run was found by, and with which seed. */
  source: z.string(),
  /** What was seen then: for people, nothing is compared with it. */
  difference: z.string(),
  blocks: blocksSchema,
})
export type CorpusEntry = z.infer<typeof entrySchema>

/** A file of the corpus cannot be read: says which, where in it, and what was expected. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
}

/** All runs of the corpus, by file name. @throws CorpusError */
export async function readCorpus(folder = corpusFolder): Promise<Trace[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => {
      const { profile, blocks } = parseEntry(await readFile(join(folder, file), 'utf8'), file)
      return { title: `corpus/${file}`, profile, blocks }
    }),
  )
}

/** Keeps a run in which something differed. @returns the name of its file */
export async function keep(difference: Difference, source: string, folder = corpusFolder): Promise<string> {
  const { trace } = difference
  const clause = clauseOf(difference)
  const blocks = trace.blocks.map((events) => [...events])
  const entry: CorpusEntry = {
    profile: trace.profile,
    clause: clause ?? null,
    source,
    difference: describeDifference(difference),
    blocks,
  }
  const hash = createHash('sha256').update(JSON.stringify(blocks)).digest('hex').slice(0, 8)
  const file = `${clause ?? trace.profile}-${hash}.json`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, file), `${JSON.stringify(entry, null, 2)}\n`)
  return file
}

function parseEntry(text: string, file: string): CorpusEntry {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new CorpusError(`corpus/${file}: expected JSON: ${(cause as Error).message}`, { cause })
  }
  const parsed = entrySchema.safeParse(json)
  if (!parsed.success) throw new CorpusError(`corpus/${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

const clauseOf = ({ refusals }: Difference): string | undefined => clausesOf(refusals)[0]
