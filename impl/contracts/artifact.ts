/**
 * What the compiler hands to everybody else: typed once here, so that nothing downstream reads raw solc JSON.
 */
import type { Abi } from 'viem'
import { z } from 'zod'

export type Hex = `0x${string}`

const hex = z
  .string()
  .regex(/^(0x)?([0-9a-fA-F]{2})*$/, 'expected whole bytes in hexadecimal')
  .transform((text) => (text.startsWith('0x') ? text : `0x${text}`) as Hex)

const decimal = z
  .union([z.string().regex(/^\d+$/), z.number().int().nonnegative()])
  .transform((text) => BigInt(text))

/** One variable or struct member: `slot` relative to its container, `offset` in bytes from the low end of the word. */
const storageMember = z.object({
  label: z.string(),
  offset: z.number().int().min(0).max(31),
  slot: decimal,
  type: z.string(),
})

const storageType = z.object({
  encoding: z.enum(['inplace', 'mapping', 'dynamic_array', 'bytes']),
  label: z.string(),
  numberOfBytes: decimal.transform(Number),
  key: z.string().optional(),
  value: z.string().optional(),
  base: z.string().optional(),
  members: z.array(storageMember).optional(),
})

export const storageLayoutSchema = z.object({
  storage: z.array(storageMember),
  /** solc writes null when a contract has no storage. */
  types: z
    .record(z.string(), storageType)
    .nullable()
    .transform((types) => types ?? {}),
})

export type StorageMember = z.infer<typeof storageMember>
export type StorageType = z.infer<typeof storageType>
export type StorageLayout = z.infer<typeof storageLayoutSchema>

/** Byte ranges of the deployed bytecode, keyed by the AST id of the immutable (or of the library to link). */
const byteRanges = z.array(z.object({ start: z.number().int(), length: z.number().int() }))

/** Trusted below its outermost shape: the compiler is pinned. */
const abi = z.array(z.looseObject({ type: z.string() })).transform((items) => items as unknown as Abi)

/** solc's own output for one contract. */
export const solcContractSchema = z.object({
  abi,
  storageLayout: storageLayoutSchema,
  evm: z.object({
    bytecode: z.object({ object: hex, sourceMap: z.string() }),
    deployedBytecode: z.object({
      object: hex,
      sourceMap: z.string(),
      immutableReferences: z
        .record(z.string(), byteRanges)
        .optional()
        .transform((references) => references ?? {}),
    }),
    methodIdentifiers: z.record(z.string(), z.string()),
  }),
})

export const artifactSchema = z.object({
  /** Path of the source file from the repository's root. */
  file: z.string(),
  name: z.string(),
  abi,
  /** Creation code, without constructor arguments. */
  bytecode: z.string().transform((text) => text as Hex),
  /** Runtime code with zeroes where immutables go; see `immutableReferences`. */
  deployedBytecode: z.string().transform((text) => text as Hex),
  immutableReferences: z.record(z.string(), byteRanges),
  /** Of the runtime code, in solc's compressed form `start:length:file:jump:depth;…`. */
  sourceMap: z.string(),
  /** Signature, as in `transfer(address,uint256)`, to selector. */
  selectors: z.record(
    z.string(),
    z.string().transform((text) => text as Hex),
  ),
  storageLayout: storageLayoutSchema,
})

/** Source files by the index that source maps use. */
const compiledSource = z.object({ file: z.string(), id: z.number().int(), ast: z.unknown() })

export const compilationSchema = z.object({
  /** SHA-256 of compiler version, settings and sources: equal keys, equal bytecode. */
  key: z.string(),
  artifacts: z.array(artifactSchema),
  sources: z.array(compiledSource),
  /** Formatted as solc prints them; the build does not fail on them. */
  warnings: z.array(z.string()),
})

export type Artifact = z.infer<typeof artifactSchema>
export type Compilation = z.infer<typeof compilationSchema>

export class UnknownContract extends Error {
  override readonly name = 'UnknownContract'
}

/**
 * @param name contract name, or `path/File.sol:Name` where two files define the same name
 * @throws UnknownContract when nothing, or more than one contract, answers to the name
 */
export const artifactOf = (compilation: Compilation, name: string): Artifact => {
  const found = compilation.artifacts.filter((it) => it.name === name || `${it.file}:${it.name}` === name)
  if (found.length === 1) return found[0]!
  const known = compilation.artifacts.map((it) => `${it.file}:${it.name}`).join(', ')
  throw new UnknownContract(
    found.length === 0
      ? `no contract is called ${name}; known: ${known}`
      : `${name} is defined in ${found.map((it) => it.file).join(' and ')}: ask for FILE:NAME`,
  )
}
