/** The numbers that the Boundary lines of a node's clauses are told in: those of preset `rfc`. */
import type { Deadlines } from '../../spec/nodeParameters.ts'

export const slotsPerEpoch = 32
export const slotSeconds = 36
export const l1SlotSeconds = 12
/** MESSAGE-5. */
export const maxTxPerBlock = 360
export const deadlines: Deadlines = { attestFromSeconds: 8, publishFromSeconds: 20, closedFromSeconds: 24 }

/** A committee of 48, `m1` first. */
export const committee: readonly string[] = Array.from({ length: 48 }, (_, index) => `m${index + 1}`)
/** The committee of another epoch: nobody of the first. */
export const nextCommittee: readonly string[] = committee.map((member) => member.replace('m', 'n'))

/** The same for every slot up to the 97th. */
export const everySlot = <Value>(value: Value): Value[] => Array.from({ length: 98 }, () => value)
