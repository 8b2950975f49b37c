/**
 * Solidity to typed artifacts, cached by content. One compiler, one set of settings for production code, fixtures
 * and mutants, so that what the harness runs is what would be deployed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Artifact, type Compilation, compilationSchema, solcContractSchema } from './artifact.ts'

/** How often each opcode is expected to run over the contract's life: the dial between code size and gas. */
export const OPTIMIZER_RUNS = 300

/** Has BLOBHASH and MCOPY (Cancun), and equals the hard fork that the harness starts its engine with. */
export const EVM_VERSION = 'prague'

export const PRODUCTION_SOURCES = 'impl/contracts/src'

const COMPILER_VERSION = '0.8.37'
const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url))
const cacheFolder = join(repositoryRoot, 'build/contracts')

const outputs = {
  '*': [
    'abi',
    'storageLayout',
    'evm.bytecode.object',
    'evm.bytecode.sourceMap',
    'evm.deployedBytecode.object',
    'evm.deployedBytecode.sourceMap',
    'evm.deployedBytecode.immutableReferences',
    'evm.methodIdentifiers',
  ],
} as const

const settings = {
  optimizer: { enabled: true, runs: OPTIMIZER_RUNS },
  // Through Yul: without it the rollup is larger than an account may be (EIP-170), and its calls cost more.
  viaIR: true,
  evmVersion: EVM_VERSION,
  // No metadata: otherwise a changed comment changes the bytecode, and with it every recorded gas figure.
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '': ['ast'], ...outputs } },
} as const

const diagnosticSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  errorCode: z.string().optional(),
  message: z.string(),
  formattedMessage: z.string().optional(),
  sourceLocation: z.object({ file: z.string(), start: z.number().int() }).optional(),
})

const diagnosticsSchema = z.object({ errors: z.array(diagnosticSchema).default([]) })

const outputSchema = z.object({
  errors: z.array(diagnosticSchema).optional(),
  contracts: z.record(z.string(), z.record(z.string(), solcContractSchema)).optional(),
  sources: z.record(z.string(), z.object({ id: z.number().int(), ast: z.unknown() })).optional(),
})

/** `line` and `column` are 1-based, and absent when solc gives no place. */
export type Diagnostic = { file?: string; line?: number; column?: number; code?: string; message: string }

export class CompileError extends Error {
  override readonly name = 'CompileError'
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .map((it) => {
          const place =
            it.file === undefined ? '' : `${it.file}${it.line ? `:${it.line}:${it.column}` : ''}: `
          return `${place}${it.message}`
        })
        .join('\n'),
    )
    this.diagnostics = diagnostics
  }
}

/** File path from the repository's root, with `/`, to source text. */
export type Sources = ReadonlyMap<string, string>

/**
 * All `.sol` files below the given folders, in sorted order.
 * @param folders from the repository's root
 */
export const readSources = async (folders: readonly string[]): Promise<Sources> => {
  const files = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.sol'))
        .map((entry) => relative(repositoryRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    }),
  )
  const sorted = [...new Set(files.flat())].sort()
  const texts = await Promise.all(sorted.map((file) => readFile(join(repositoryRoot, file), 'utf8')))
  return new Map(sorted.map((file, index) => [file, texts[index]!]))
}

/**
 * Compiles the production contracts, and further folders (test fixtures) when asked.
 * @throws CompileError with file and line of every error
 */
export const compileContracts = async (
  folders: readonly string[] = [PRODUCTION_SOURCES],
): Promise<Compilation> => compileSources(await readSources(folders))

/**
 * Compiles exactly the given sources; an import of a file that is not among them is an error. Results are cached
 * under `build/contracts`, so that an unchanged tree never loads the compiler.
 * @throws CompileError with file and line of every error
 */
export const compileSources = async (sources: Sources): Promise<Compilation> => {
  const [input, key] = inputOf(sources)
  return remembered(key, () => runCompiler(key, input, sources))
}

/**
 * Compiles sources of which some differ from others that were compiled before: only contracts that what differs can reach
 * go through code generation again. Remembered as `compileSources` would remember it.
 * @param before what was compiled, and its sources: the same files
 * @throws CompileError with file and line of every error
 */
export const recompileSources = async (
  before: { readonly sources: Sources; readonly compilation: Compilation },
  sources: Sources,
): Promise<Compilation> => {
  const [input, key] = inputOf(sources)
  return remembered(key, async () => {
    const reached = reachedBy(
      [...sources.keys()].filter((file) => sources.get(file) !== before.sources.get(file)),
      before.compilation,
    )
    const selected = Object.fromEntries([...reached].map((file) => [file, outputs]))
    const partly = {
      ...input,
      settings: { ...settings, outputSelection: { '*': { '': ['ast'] }, ...selected } },
    }
    const part = await runCompiler(key, partly, sources)
    // Of the same files come the same contracts, in the same order.
    const again = new Map(part.artifacts.map((it) => [`${it.file}:${it.name}`, it]))
    const artifacts = before.compilation.artifacts.map((it) => again.get(`${it.file}:${it.name}`) ?? it)
    return { ...part, artifacts }
  })
}

const inputOf = (sources: Sources) => {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries([...sources].map(([file, content]) => [file, { content }])),
    settings,
  }
  const key = createHash('sha256').update(COMPILER_VERSION).update(JSON.stringify(input)).digest('hex')
  return [input, key] as const
}

const importSchema = z.object({
  nodes: z.array(z.looseObject({ nodeType: z.string(), absolutePath: z.string().optional() })),
})

/** The given files and all that import them, directly or not. */
const reachedBy = (files: readonly string[], { sources }: Compilation): ReadonlySet<string> => {
  const importers = sources.flatMap(({ file, ast }) =>
    importSchema
      .parse(ast)
      .nodes.filter(({ nodeType }) => nodeType === 'ImportDirective')
      .map(({ absolutePath }) => ({ file, imported: absolutePath })),
  )
  const reached = new Set(files)
  for (const known of reached)
    for (const { file, imported } of importers) if (imported === known) reached.add(file)
  return reached
}

const cacheFile = (key: string) => join(cacheFolder, `${key}.json`)

const stringify = (value: unknown) =>
  JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? item.toString() : item))

const remembered = async (key: string, compile: () => Promise<Compilation>): Promise<Compilation> => {
  const cached = await readCache(key)
  if (cached) return cached
  const compilation = await compile()
  await writeCache(compilation)
  return compilation
}

const readCache = async (key: string): Promise<Compilation | undefined> => {
  try {
    return compilationSchema.parse(JSON.parse(await readFile(cacheFile(key), 'utf8')))
  } catch {
    // Absent, torn or written by an older version of this file: all three are answered by compiling again.
    return undefined
  }
}

const writeCache = async (compilation: Compilation): Promise<void> => {
  const file = cacheFile(compilation.key)
  // Several test workers may compile the same thing at once: a rename is atomic, a write is not.
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(draft, stringify(compilation))
  await rename(draft, file)
}

const runCompiler = async (key: string, input: object, sources: Sources): Promise<Compilation> => {
  const { default: solc } = await import('solc')
  const version: string = solc.version()
  if (!version.startsWith(`${COMPILER_VERSION}+`)) {
    throw new Error(`solc ${COMPILER_VERSION} is pinned, but ${version} is installed: run npm install`)
  }
  const answer = JSON.parse(solc.compile(JSON.stringify(input)))
  // Before anything else: with an error in code generation, the contracts are there without their bytecode.
  const errors = diagnosticsSchema.parse(answer).errors.filter((it) => it.severity === 'error')
  if (errors.length > 0) throw new CompileError(errors.map((it) => locate(it, sources)))
  const output = outputSchema.parse(answer)

  const artifacts = Object.entries(output.contracts ?? {}).flatMap(([file, contracts]) =>
    Object.entries(contracts).map(
      ([name, contract]): Artifact => ({
        file,
        name,
        abi: contract.abi,
        bytecode: contract.evm.bytecode.object,
        deployedBytecode: contract.evm.deployedBytecode.object,
        immutableReferences: contract.evm.deployedBytecode.immutableReferences,
        sourceMap: contract.evm.deployedBytecode.sourceMap,
        selectors: Object.fromEntries(
          Object.entries(contract.evm.methodIdentifiers).map(([signature, it]) => [
            signature,
            `0x${it}` as const,
          ]),
        ),
        storageLayout: contract.storageLayout,
      }),
    ),
  )
  return {
    key,
    artifacts,
    sources: Object.entries(output.sources ?? {}).map(([file, { id, ast }]) => ({ file, id, ast })),
    warnings: (output.errors ?? [])
      .filter((it) => it.severity === 'warning')
      .map((it) => (it.formattedMessage ?? it.message).trim()),
  }
}

const locate = (diagnostic: z.infer<typeof diagnosticSchema>, sources: Sources): Diagnostic => {
  const place = diagnostic.sourceLocation
  const text = place && sources.get(place.file)
  const code = diagnostic.errorCode === undefined ? {} : { code: diagnostic.errorCode }
  if (!place || text === undefined || place.start < 0) {
    return { ...(place ? { file: place.file } : {}), ...code, message: diagnostic.message }
  }
  // solc counts bytes, not characters.
  const before = Buffer.from(text, 'utf8').subarray(0, place.start).toString('utf8').split('\n')
  return {
    file: place.file,
    line: before.length,
    column: before.at(-1)!.length + 1,
    ...code,
    message: diagnostic.message,
  }
}
