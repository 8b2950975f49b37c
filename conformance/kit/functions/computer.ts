import type { Parameters } from '../../../spec/parameters.ts'
import { type FunctionName, functions, type Input, type Output } from './table.ts'

/** What a function says to an input: a value, or that it takes no such input, and why. */
export type Answer = { readonly output: unknown } | { readonly refused: string }

/** Something that has some of the functions. */
export interface Computer {
  /** Names of those that it has. */
  readonly declared: ReadonlySet<string>
  /** @throws DriverError where it breaks down */
  compute(name: FunctionName, parameters: Parameters, input: unknown): Promise<Answer>
}

/** Functions in this process, by name. A RangeError of one is a refusal. */
export type Implementations = {
  readonly [Name in FunctionName]?: (
    input: Input<Name>,
    parameters: Parameters,
  ) => Output<Name> | Promise<Output<Name>>
}

/** Functions in this process as a computer: input that does not fit its type is refused before it reaches one. */
export function computerOf(implementations: Implementations): Computer {
  return {
    declared: new Set(Object.keys(implementations)),
    async compute(name, parameters, input) {
      const parsed = functions[name].input.safeParse(input)
      if (!parsed.success) {
        // No words of the library: they would change the vectors with its version.
        const [issue] = parsed.error.issues
        return { refused: `${issue!.path.join('.') || 'input'} does not fit its type` }
      }
      const implementation = implementations[name] as (given: unknown, p: Parameters) => unknown
      try {
        return { output: await implementation(parsed.data, parameters) }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        return { refused: error.message }
      }
    },
  }
}
