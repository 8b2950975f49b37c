import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import type { Change } from './scope.ts'

/** Texts by their files, from the root of the tree, with `/`. */
export type Texts = ReadonlyMap<string, string>

/** What rules are written in, and what is made of them. */
export const watchedFolders = ['spec', 'tla', 'model', 'impl'] as const
export const isWatched = (file: string): boolean => /\.(ts|tla|md|json|sol|java)$/.test(file)

const run = promisify(execFile)

/** All that is watched, as it is now. */
export function readTexts(root: string): Texts {
  const files = watchedFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isWatched(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
    )
  return new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/** The same as last committed; as it is now where there is no commit to ask. */
export async function committedTexts(root: string, now: Texts): Promise<Texts> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', root, ...args], { maxBuffer: 1 << 26, timeout: 20_000 })).stdout
  try {
    const texts = new Map(now)
    const names = await git(
      'diff',
      '--name-only',
      '--no-renames',
      '--relative',
      'HEAD',
      '--',
      ...watchedFolders,
    )
    for (const file of lines(names).filter(isWatched)) {
      const before = await git('show', `HEAD:./${file}`).catch(() => undefined)
      if (before === undefined) texts.delete(file)
      else texts.set(file, before)
    }
    const added = await git('ls-files', '--others', '--exclude-standard', '--', ...watchedFolders)
    for (const file of lines(added)) texts.delete(file)
    return texts
  } catch {
    return now
  }
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')

export function changesBetween(before: Texts, after: Texts): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => ({ file, before: before.get(file), after: after.get(file) }))
}
