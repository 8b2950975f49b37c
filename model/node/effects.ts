import type { z } from 'zod'
import { blockText, listText } from './lists.ts'
import type { Execution, executeSchema } from './vocabulary.ts'

/** Asks for the execution of a list, whose result is an event. `slot`: the current one. */
export function execute(
  { parent, transactions, forced }: Execution,
  slot: number,
): z.infer<typeof executeSchema> {
  const id = `execute/${blockText(parent)}/${listText(transactions)}/${forced}`
  return { kind: 'execute', id, body: { parent, transactions, forced }, expiresSlot: slot }
}
