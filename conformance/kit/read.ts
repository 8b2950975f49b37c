import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import {
  callsSchema,
  FUNCTIONS_RUNNER,
  type FunctionCase,
  type FunctionManifest,
  functionManifestSchema,
  functionMetaSchema,
  type Manifest,
  manifestSchema,
  metaSchema,
  preSchema,
  stepsSchema,
  VECTORS_VERSION,
  type VectorCase,
} from './format.ts'
import { VectorError } from './vectorError.ts'

/** A case as the layout has it. */
export interface CaseFolder {
  /** Its folder below the one that was asked for. */
  readonly path: string
  readonly suite: string
  /** Calls of a function, and no run of the rollup. */
  readonly isOfFunction: boolean
}

/** Folders of cases below a folder in the order of their paths. @throws VectorError where there is none */
export async function caseFolders(folder: string): Promise<CaseFolder[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause) => {
    throw new VectorError(`${folder}: expected a folder of vectors`, { cause })
  })
  const found = entries
    .filter((entry) => entry.isFile() && entry.name === 'manifest.yaml')
    .map(({ parentPath }) => ({
      path: relative(folder, parentPath),
      suite: basename(dirname(parentPath)),
      isOfFunction: basename(dirname(dirname(dirname(parentPath)))) === FUNCTIONS_RUNNER,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  if (found.length === 0) throw new VectorError(`${folder}: expected at least one case`)
  return found
}

/** @param path of the case below the folder @throws VectorError */
export async function readCase(folder: string, path: string): Promise<VectorCase> {
  const read = readerOf(folder, path)
  const manifest = await read('manifest.yaml', manifestSchema)
  requirePlace(manifest, folder, path)
  return {
    path,
    manifest,
    meta: await read('meta.yaml', metaSchema),
    pre: await read('pre.yaml', preSchema),
    steps: await read('steps.yaml', stepsSchema),
  }
}

/** @param path of the case below the folder @throws VectorError */
export async function readFunctionCase(folder: string, path: string): Promise<FunctionCase> {
  const read = readerOf(folder, path)
  const manifest = await read('manifest.yaml', functionManifestSchema)
  requirePlace(manifest, folder, path)
  return {
    path,
    manifest,
    meta: await read('meta.yaml', functionMetaSchema),
    calls: await read('calls.yaml', callsSchema),
  }
}

function readerOf(folder: string, path: string) {
  return async <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> => {
    const place = join(path, file)
    const content = await readFile(join(folder, place), 'utf8').catch((cause) => {
      throw new VectorError(`${place}: expected a file of the case`, { cause })
    })
    return parse(content, place, schema)
  }
}

function requirePlace(manifest: Manifest | FunctionManifest, folder: string, path: string): void {
  const { preset, version, runner, handler, suite } = manifest
  if (version !== VECTORS_VERSION)
    throw new VectorError(
      `${path}/manifest.yaml: vectors of version ${version}, expected ${VECTORS_VERSION}; lockstep vectors writes them`,
    )
  const place = join(preset, version, runner, handler, suite, manifest.case)
  if (!join(folder, path).endsWith(place))
    throw new VectorError(`${path}/manifest.yaml: expected the path to end with ${place}`)
}

/** All cases of the rollup below a folder in the order of their paths. @throws VectorError */
export async function* readVectors(folder: string): AsyncGenerator<VectorCase> {
  for (const { path, isOfFunction } of await caseFolders(folder))
    if (!isOfFunction) yield readCase(folder, path)
}

/** The files are JSON, which is YAML as well: no other YAML is read here. */
export function parse<Schema extends z.ZodType>(
  content: string,
  place: string,
  schema: Schema,
): z.infer<Schema> {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (cause) {
    throw new VectorError(`${place}: expected JSON: ${(cause as Error).message}`, { cause })
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new VectorError(`${place}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
