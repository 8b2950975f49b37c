import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { CannotGenerate } from './contracts.ts'
import { importsAtRunTime } from './imports.ts'
import { repositoryRoot } from './subset.ts'

/** Where a function can be had from: `updates.settleDue` of a file. */
export interface Place {
  /** Path from the root of the repository. */
  readonly file: string
  /** Name of the export, and of what leads on from it, for example `['updates', 'settleDue']`. */
  readonly path: readonly string[]
}

/** The files that an actor is made of, as far as they run without XState. */
export interface Modules {
  /**
   * The shortest way to a function: it is found by itself, not by a name that might stand for another one.
   * @param what for the error
   * @throws CannotGenerate when no file without XState exports it
   */
  placeOf(given: unknown, what: string): Place
  /**
   * The file that exports a type.
   * @throws CannotGenerate
   */
  fileOfType(name: string): string
  /** @param file path from the root of the repository */
  textOf(file: string): string
}

/** How far below an export a function may stand: `parts.selectors.slashDue`. */
const DEEPEST = 3

/**
 * Loads what an actor is made of.
 * @param entry the file with the actor, a path from the root of the repository
 */
export async function loadModules(entry: string): Promise<Modules> {
  const texts = textsFrom(entry)
  const plain = [...texts.keys()].filter((file) => !reachesXState(file, texts))
  const places = new Map<unknown, Place>()
  for (const file of plain) {
    const exported: object = await import(pathToFileURL(`${repositoryRoot}/${file}`).href)
    for (const [given, path] of functionsIn(exported)) {
      const known = places.get(given)
      if (!known || known.path.length > path.length) places.set(given, { file, path })
    }
  }
  return {
    placeOf(given, what) {
      const found = places.get(given)
      if (!found)
        throw new CannotGenerate(`${entry}: ${what} is exported by no file that runs without XState`)
      return found
    },
    fileOfType(name) {
      const declaration = new RegExp(`^export (interface|type) ${name}\\b`, 'm')
      const found = [...texts.keys(), ...typeFilesOf(texts)].find((file) => declaration.test(read(file)))
      if (!found) throw new CannotGenerate(`${entry}: no file exports the type ${name}`)
      return found
    },
    textOf: (file) => texts.get(file)!,
  }
}

/** A file and everything of the repository that runs with it. */
function textsFrom(entry: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const visit = (file: string): void => {
    if (texts.has(file)) return
    const text = read(file)
    texts.set(file, text)
    for (const name of importsAtRunTime(text)) if (isOfRepository(name)) visit(targetOf(file, name))
  }
  visit(entry)
  return texts
}

/** What these files import for its types alone. */
const typeFilesOf = (texts: ReadonlyMap<string, string>): string[] =>
  [...texts].flatMap(([file, text]) =>
    ts
      .preProcessFile(text, true, true)
      .importedFiles.filter(({ fileName }) => isOfRepository(fileName))
      .map(({ fileName }) => targetOf(file, fileName)),
  )

const read = (file: string): string => readFileSync(`${repositoryRoot}/${file}`, 'utf8')

function reachesXState(file: string, texts: ReadonlyMap<string, string>, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  return importsAtRunTime(texts.get(file)!).some((name) =>
    isOfRepository(name) ? reachesXState(targetOf(file, name), texts, seen) : /^xstate(\/|$)/.test(name),
  )
}

const isOfRepository = (name: string): boolean => name.startsWith('.') && name.endsWith('.ts')
const targetOf = (file: string, name: string): string => posix.join(posix.dirname(file), name)

/** Functions of an object and of the plain objects in it, each with its way. */
function* functionsIn(given: object, path: readonly string[] = []): Generator<[unknown, readonly string[]]> {
  for (const [name, value] of Object.entries(given)) {
    const way = [...path, name]
    if (typeof value === 'function') yield [value, way]
    else if (way.length < DEEPEST && isPlain(value)) yield* functionsIn(value, way)
  }
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
