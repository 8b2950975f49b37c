import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, extract } from 'tar'
import { VectorError } from './vectorError.ts'

/** A folder of vectors, wherever they came from. */
export interface Source {
  readonly folder: string
  /** An error's words with the archive in them instead of the folder that it was unpacked into. */
  named(error: unknown): unknown
  /** Removes what was unpacked. */
  close(): Promise<void>
}

/** @param path of a folder, or of an archive that `writeArchive` made @throws VectorError */
export async function openVectors(path: string): Promise<Source> {
  const found = await stat(path).catch((cause) => {
    throw new VectorError(`${path}: expected a folder of vectors, or an archive of one`, { cause })
  })
  if (found.isDirectory()) return { folder: path, named: (error) => error, close: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'lockstep-archive-'))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    // Strict: what is cut off or spoilt is an error, and not a warning. Links and devices are no vectors.
    await extract({ file: path, cwd: folder, strict: true, filter: (_, entry) => isPlain(entry) })
  } catch (cause) {
    await close()
    const why = (cause as Error).message.split('\n')[0]
    throw new VectorError(`${path}: expected a folder of vectors, or an archive of one (.tar.gz): ${why}`)
  }
  const named = (error: unknown) =>
    error instanceof VectorError && error.message.includes(folder)
      ? new VectorError(error.message.replaceAll(folder, path))
      : error
  return { folder, named, close }
}

const isPlain = (entry: object): boolean =>
  'type' in entry && (entry.type === 'File' || entry.type === 'Directory')

/**
 * Packs files of a folder. Equal files make equal bytes: sorted, of no time, of nobody, readable by all.
 * @param files below the folder
 */
export async function writeArchive(folder: string, files: readonly string[], archive: string): Promise<void> {
  await create(
    {
      cwd: folder,
      file: archive,
      portable: true,
      mtime: new Date(0),
      gzip: { level: 9 },
      onWriteEntry: ({ stat }) => {
        if (stat) stat.mode = 0o644
      },
    },
    [...files].sort(),
  )
}
