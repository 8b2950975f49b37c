import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { CompileError, compileSources } from '../../../impl/contracts/compile.ts'
import { unsupportedSchema } from '../foreign/unsupported.ts'
import type { Adapter, Compiled } from './adapter.ts'

/** The module of an adapter is none: says where, and what was expected. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError'
}

const isFunction = z.custom((value) => typeof value === 'function', 'expected a function')
const compiledSchema = z.object({
  abi: z.array(z.looseObject({ type: z.string() })),
  bytecode: z
    .string()
    .regex(/^0x([0-9a-fA-F]{2})+$/, 'expected linked creation code, 0x and hexadecimal bytes'),
})

const adapterSchema = z.object({
  name: z.string().min(1),
  solidity: z.array(z.instanceof(URL, { error: 'expected a URL of a file' })).optional(),
  compiled: z.record(z.string(), compiledSchema).optional(),
  refusals: z.enum(['first', 'one', 'all']).optional(),
  unsupported: unsupportedSchema.optional(),
  reset: isFunction,
  apply: isFunction,
  observe: isFunction,
})

/**
 * Loads the module of an adapter.
 * @param file absolute
 * @throws AdapterError for a module that cannot be loaded, or exports something else
 */
export async function loadAdapter(file: string): Promise<Adapter> {
  const module = (await import(pathToFileURL(file).href).catch((cause: unknown) => {
    throw new AdapterError('cannot be loaded', { cause })
  })) as { adapter?: unknown }
  return adapterOf(module)
}

/** @throws AdapterError for a module that exports something else */
export function adapterOf(module: { readonly adapter?: unknown }): Adapter {
  if (module.adapter === undefined) throw new AdapterError('expected an export named adapter')
  const parsed = adapterSchema.safeParse(module.adapter)
  if (parsed.success) return module.adapter as Adapter
  const [issue] = parsed.error.issues
  throw new AdapterError(
    `adapter${issue!.path.map((part) => `.${String(part)}`).join('')}: ${issue!.message}`,
  )
}

/** All contracts of an adapter by their names. @throws AdapterError for Solidity that does not compile */
export async function contractsOf({
  solidity = [],
  compiled = {},
}: Pick<Adapter, 'solidity' | 'compiled'>): Promise<Map<string, Compiled>> {
  const contracts = new Map(Object.entries(compiled))
  if (solidity.length === 0) return contracts
  const sources = new Map<string, string>()
  for (const url of solidity) {
    const file = relative(process.cwd(), fileURLToPath(url))
    const text = await readFile(url, 'utf8').catch((cause) => {
      throw new AdapterError(`adapter.solidity: ${file}: expected a file of Solidity`, { cause })
    })
    sources.set(file, text)
  }
  const compilation = await compileSources(sources).catch((error: unknown) => {
    if (!(error instanceof CompileError)) throw error
    const [first, ...others] = error.message.split('\n')
    throw new AdapterError(`${first}${others.length > 0 ? `, and ${others.length} more` : ''}`)
  })
  for (const { name, abi, bytecode } of compilation.artifacts) contracts.set(name, { abi, bytecode })
  return contracts
}
