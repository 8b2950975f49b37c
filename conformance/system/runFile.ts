/** Runs that are written down: what once violated a predicate is played again by a test, and by whoever looks for why. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Choice } from '../../impl/system/choice.ts'
import { predicates } from '../../impl/system/predicates.ts'
import { scheduled } from '../../impl/system/scheduled.ts'

const schema = z.strictObject({
  /** One of `scheduled`. */
  setup: z.enum(Object.keys(scheduled)),
  /** What it violated. */
  predicate: z.enum(Object.keys(predicates) as [keyof typeof predicates]),
  /** Of what; a sentence for people. */
  of: z.string(),
  choices: z.array(z.looseObject({ do: z.string() })).min(1),
})

export interface WrittenRun extends Omit<z.infer<typeof schema>, 'choices'> {
  readonly choices: readonly Choice[]
}

/** A file that is no run: says where, and what was expected. */
export class RunFileError extends Error {
  override readonly name = 'RunFileError'
}

/** @throws RunFileError */
export function readRun(file: string): WrittenRun {
  let data: unknown
  try {
    data = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new RunFileError(`${file}: expected JSON: ${(error as Error).message}`, { cause: error })
  }
  const read = schema.safeParse(data)
  if (!read.success) throw new RunFileError(`${file}: ${z.prettifyError(read.error)}`)
  return read.data as WrittenRun
}

export const printRun = (run: WrittenRun): string => {
  const { choices, ...head } = run
  const lines = choices.map((choice) => `    ${JSON.stringify(choice)}`)
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "choices": [\n${lines.join(',\n')}\n  ]\n}\n`
}
