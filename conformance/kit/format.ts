import { z } from 'zod'
import { eventSchema, stateSchema } from '../../model/l1-rollup/vocabulary.ts'
import { parametersSchema } from '../../spec/parameters.ts'
import { functionNames } from './functions/table.ts'

/** Version of the words that the vectors are in; a folder of the layout. v0 had neither queue nor fallback. */
export const VECTORS_VERSION = 'v1'
export const RUNNER = 'l1_rollup'
export const HANDLER = 'transitions'
/** The runner of the vectors of pure functions; its handlers are their names. */
export const FUNCTIONS_RUNNER = 'functions'

const belongs = {
  preset: z.string(),
  version: z.string(),
  suite: z.string(),
  case: z.string(),
  /** Ids of the clauses that the case rests on, in the order of the clauses. */
  clauses: z.array(z.string()),
}

/** `manifest.yaml`: where a case belongs, as its path says, and what it rests on. */
export const manifestSchema = z.strictObject({
  ...belongs,
  runner: z.literal(RUNNER),
  handler: z.literal(HANDLER),
})
export type Manifest = z.infer<typeof manifestSchema>

export const functionManifestSchema = z.strictObject({
  ...belongs,
  runner: z.literal(FUNCTIONS_RUNNER),
  handler: z.enum(functionNames),
})
export type FunctionManifest = z.infer<typeof functionManifestSchema>

/** `meta.yaml` of a case of a function. */
export const functionMetaSchema = z.strictObject({ description: z.string(), parameters: parametersSchema })
export type FunctionMeta = z.infer<typeof functionMetaSchema>

/** One entry of `calls.yaml`. Why an input is refused is for people. */
export const callSchema = z.union([
  z.strictObject({ input: z.unknown(), output: z.unknown() }),
  z.strictObject({ input: z.unknown(), refused: z.string() }),
])
export type Call = z.infer<typeof callSchema>
export const callsSchema = z.array(callSchema).min(1)

/** Calls of one function, each by itself. */
export interface FunctionCase {
  /** Its folder below the one that was asked for. */
  readonly path: string
  readonly manifest: FunctionManifest
  readonly meta: FunctionMeta
  readonly calls: readonly Call[]
}

/** `meta.yaml`: what the rollup of the case is deployed with. */
export const metaSchema = z.strictObject({
  description: z.string(),
  parameters: parametersSchema,
  administrator: z.string(),
  /** Name of a prevrandao value to its 32 bytes; the first is the constructor's. */
  randaos: z.record(z.string(), z.string().regex(/^0x[0-9a-f]{64}$/)),
})
export type Meta = z.infer<typeof metaSchema>

const refusedSchema = z.strictObject({
  event: eventSchema,
  /** All failing checks in the order of the clauses; a contract reports the first. */
  refused: z.array(z.string()).min(1),
})
const acceptedSchema = z.strictObject({
  event: eventSchema,
  /** The variables of the state that changed, with what they are now. */
  post: stateSchema.partial(),
})

/** One entry of `steps.yaml`, to be put to the implementation in the order of the file. */
export const stepSchema = z.union([acceptedSchema, refusedSchema])
export type VectorStep = z.infer<typeof stepSchema>
export const stepsSchema = z.array(stepSchema)

/** `pre.yaml`: the state after deployment. */
export const preSchema = stateSchema

/** One test case. */
export interface VectorCase {
  /** Its folder below `tests`. */
  readonly path: string
  readonly manifest: Manifest
  readonly meta: Meta
  readonly pre: z.infer<typeof preSchema>
  readonly steps: readonly VectorStep[]
}
