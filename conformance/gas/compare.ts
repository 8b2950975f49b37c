/** Our rows beside the figures of other rollups, which are data with their source and their method: `rollups.json`. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { GasTable } from '../contract-tests/measureGas.ts'

const rollupsSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    /** Where anybody can read the figures, unchanging. */
    source: z.url(),
    /** What they hold and leave out, so that nobody takes them for more. */
    method: z.string().min(1),
    /** Gas of a block, with the quorum of a committee of 48. */
    propose: z.number().int().positive(),
    /** Gas, on the average of epochs. */
    setupEpoch: z.number().int().positive(),
    /** Gas of the proof of an epoch. */
    proof: z.number().int().positive(),
  }),
)

type Rollup = z.infer<typeof rollupsSchema>[number]
const rollupsFile = new URL('./rollups.json', import.meta.url)

/** The figures of other rollups are not as they must be. */
export class RollupsUnfit extends Error {
  override readonly name = 'RollupsUnfit'
}

const BLOCKS_PER_EPOCH = 32

interface Column {
  readonly name: string
  readonly propose: number
  readonly setupEpoch: number
  /** 0 where nobody claims the right to prove. */
  readonly claim: number
  readonly proof: number
}

/** An epoch of 32 blocks, its sample, its claim and its proof. */
export const epochOf = ({ propose, setupEpoch, claim, proof }: Column): number =>
  BLOCKS_PER_EPOCH * propose + setupEpoch + claim + proof

/** Our figures, with everything that a transaction pays but its blob. */
export function ours(table: GasTable): Column {
  const row = (name: string): number => {
    const gas = table[name]
    if (gas === undefined) throw new Error(`impl/contracts/gas.json has no row ${name}`)
    return gas
  }
  return {
    name: 'Lockstep, 48 of 48 validators',
    propose: row('propose, quorum 33 of 48'),
    setupEpoch: row('setupEpoch, 48 validators, unchanged'),
    claim: row('claim'),
    proof: row('proof of 32, claimed'),
  }
}

/** @throws RollupsUnfit with the place of what is wrong */
export function readRollups(text = readFileSync(rollupsFile, 'utf8')): Rollup[] {
  const parsed = rollupsSchema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  throw new RollupsUnfit(`conformance/gas/rollups.json: ${z.prettifyError(parsed.error)}`)
}

/** The table, and below it where each figure is from. */
export function comparisonText(table: GasTable, others = readRollups()): string {
  const us = ours(table)
  const columns: Column[] = [us, ...others.map((it) => ({ ...it, claim: 0 }))]
  const rows: [string, (column: Column) => number][] = [
    ['propose, with a quorum', ({ propose }) => propose],
    ['setupEpoch', ({ setupEpoch }) => setupEpoch],
    ['claim', ({ claim }) => claim],
    ['proof of an epoch', ({ proof }) => proof],
    [`epoch of ${BLOCKS_PER_EPOCH} blocks`, epochOf],
  ]
  const number = (value: number) => (value === 0 ? '–' : value.toLocaleString('en'))
  const widths = columns.map(({ name }) => name.length)
  const line = (title: string, cells: readonly string[]) =>
    `${title.padEnd(24)}${cells.map((cell, at) => cell.padStart(widths[at]! + 3)).join('')}`
  return [
    line(
      'gas',
      columns.map(({ name }) => name),
    ),
    ...rows.map(([title, of]) =>
      line(
        title,
        columns.map((column) => number(of(column))),
      ),
    ),
    line(
      'times ours',
      columns.map((column) => (epochOf(column) / epochOf(us)).toFixed(2)),
    ),
    '',
    `${us.name}: impl/contracts/gas.json, production bytecode on anvil; what a transaction pays, its 21,000 and its calldata included, blob gas left out; a mock verifier of proofs.`,
    ...others.map(({ name, source, method }) => `${name}: ${source}: ${method}.`),
    '',
  ].join('\n')
}
