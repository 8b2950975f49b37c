import type { z } from 'zod'
import { blockText, listText } from './lists.ts'
import type { Execution, executeSchema, requestSchema } from './vocabulary.ts'

/** Asks for the execution of a list, whose result is an event. `expiresSlot`: the last one of use, −1 if there is none. */
export function execute(
  { parent, transactions, forced }: Execution,
  expiresSlot: number,
): z.infer<typeof executeSchema> {
  const id = `execute/${blockText(parent)}/${listText(transactions)}/${forced}`
  return { kind: 'execute', id, body: { parent, transactions, forced }, expiresSlot }
}

/** MESSAGE-10: asks for each of them. `slot`: the current one. */
export const requests = (transactions: readonly string[], slot: number): z.infer<typeof requestSchema>[] =>
  transactions.map((transaction) => ({
    kind: 'request',
    id: `request/${transaction}/${slot}`,
    body: { transaction },
    expiresSlot: slot,
  }))
