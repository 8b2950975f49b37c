import { z } from 'zod'
import { deploymentOf } from '../../../model/l1-rollup/deployment.ts'
import { type Event, type State, stateSchema } from '../../../model/l1-rollup/vocabulary.ts'
import { randaoValue } from '../../../model/shared/hash.ts'
import type { Parameters, Profile } from '../../../spec/parameters.ts'
import { wordHex } from '../../evm/word.ts'
import type { Meta } from '../format.ts'
import type { FunctionName } from '../functions/table.ts'
import { nothingUnsupported, type StateVariable, unsupportedSchema } from './unsupported.ts'

/**
 * What the harness and an implementation in another process say to each other: one JSON object per line, a question on
 * standard input, its answer on standard output, in the order of the questions. The README specifies it for readers
 * without this file.
 */
export const PROTOCOL = 2
/** What the version before does not know. */
export const NEW_IN_PROTOCOL =
  'protocol 2 brought queue, fallback, challenges and receivers: the variables queue, taken, fallback and posted, forced of a block, the events forceInclusion, proposeWithProof and challenge, receiver of executeWithdrawal (conformance/kit/README.md, The protocol)'
const NEW_FIELDS: readonly unknown[] = ['queue', 'taken', 'fallback', 'posted', 'forced']
/** Whether a place of an answer is one that the version before does not know. */
export const isNewInProtocol = (path: readonly unknown[]): boolean => NEW_FIELDS.includes(path.at(-1))

/** What is asked. */
export type Question =
  | { readonly ask: 'hello'; readonly protocol: number }
  | ({ readonly ask: 'reset'; readonly pre: State } & Deployed)
  | { readonly ask: 'apply'; readonly event: Event }
  | { readonly ask: 'observe' }
  | {
      readonly ask: 'compute'
      readonly function: FunctionName
      readonly parameters: Parameters
      readonly input: unknown
    }

/** What an implementation is deployed with: that of `meta.yaml` which it has to know. */
export type Deployed = Pick<Meta, 'parameters' | 'administrator' | 'randaos'>

export const deployedOf = (profile: Profile): Deployed => ({
  parameters: profile.parameters,
  administrator: deploymentOf(profile).administrator,
  randaos: Object.fromEntries(profile.randaos.map((name) => [name, wordHex(randaoValue(name))])),
})

/** Instead of any answer: the implementation cannot do what it was asked, and says why. It stays alive. */
const errorSchema = z.object({ error: z.string() })

const helloSchema = z.object({
  protocol: z.number(),
  /** Of the implementation, for people. */
  name: z.string().optional(),
  /** Whether `refused` names all checks that fail, the first of them, or one of them. */
  refusals: z.enum(['first', 'one', 'all']).default('first'),
  /** Names of the pure functions that it has; `compute` asks for no others. */
  functions: z.array(z.string()).default([]),
  /** What it cannot do, and what it cannot tell. */
  unsupported: unsupportedSchema.default(nothingUnsupported),
})
export type Hello = z.infer<typeof helloSchema>

const resetSchema = z.object({ ok: z.literal(true) })
const applySchema = z.union([
  z.object({ accepted: z.literal(true) }),
  z.object({ refused: z.array(z.string()).min(1) }),
])
const observeSchema = z.object({ state: stateSchema })
const computeSchema = z.union([
  // An absent output is no output, though `unknown` would take it.
  z.object({ output: z.unknown() }).refine((answer) => 'output' in answer),
  z.object({ refused: z.string() }),
])

/** The answer to `observe` of an implementation that does not tell these variables; they are ignored where they are there. */
export function observeSchemaWithout(variables: readonly StateVariable[]): z.ZodType {
  const untold = Object.fromEntries(variables.map((name) => [name, z.unknown().optional()]))
  return z.object({ state: stateSchema.extend(untold) })
}

/** The answers by their questions, and in words what was expected. */
export const answers = {
  hello: { schema: helloSchema, expected: '{"protocol": number, "refusals": "first", "one" or "all"}' },
  reset: { schema: resetSchema, expected: '{"ok": true}' },
  apply: { schema: applySchema, expected: '{"accepted": true} or {"refused": [names]}' },
  observe: { schema: observeSchema, expected: '{"state": {all variables}}' },
  compute: { schema: computeSchema, expected: '{"output": value} or {"refused": "why"}' },
} as const
export type Answer<Ask extends Question['ask']> = z.infer<(typeof answers)[Ask]['schema']>

/** The text of an answer that says that it is none. */
export function errorIn(answer: unknown): string | undefined {
  const parsed = errorSchema.safeParse(answer)
  return parsed.success ? parsed.data.error : undefined
}
