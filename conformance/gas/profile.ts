/** `npm run gas -- --profile ROW`: where the gas of a row of the table goes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { PRODUCTION_SOURCES, readSources } from '../../impl/contracts/compile.ts'
import { measureGas } from '../contract-tests/measureGas.ts'
import { type Execution, executionOf, type Success } from '../contract-tests/world.ts'
import { Injector } from '../evm/inject.ts'
import type { Address } from '../evm/word.ts'
import { attribute, type Spent } from './attribution.ts'
import { costOfCalldata, TRANSACTION } from './calldata.ts'
import { flameGraph, type Part } from './flame.ts'

export interface Profiled {
  readonly row: string
  /** As the table says: with what the transaction and its calldata cost, less what is given back. */
  readonly gas: number
  readonly calldata: number
  /** Given back at the end for words that were cleared, or added where the floor for calldata is more (EIP-7623). */
  readonly settled: number
  /** Of all instructions together. */
  readonly executed: number
  readonly spent: readonly Spent[]
}

/** No row of the table is called so. */
export class UnknownRow extends Error {
  override readonly name = 'UnknownRow'
}

/** The row with that name, or the shortest one that begins with it: the plain case of a call. */
export const rowCalled = (wanted: string, rows: readonly string[]): string | undefined =>
  rows.includes(wanted)
    ? wanted
    : rows
        .filter((row) => row.startsWith(wanted))
        .sort((a, b) => a.length - b.length)
        .at(0)

/** The same of a name that must be one. @throws UnknownRow that lists the rows */
export function rowOf(wanted: string, rows: readonly string[]): string {
  const row = rowCalled(wanted, rows)
  if (row !== undefined) return row
  throw new UnknownRow(
    `--profile ${wanted}: expected a row of the table or the beginning of one; it has:\n  ${rows.join('\n  ')}`,
  )
}

/** @param wanted the name of a row, or its beginning @throws UnknownRow */
export async function profileOf(wanted: string): Promise<Profiled> {
  const outcomes = new Map<string, Success>()
  await measureGas((row, _, outcome) => outcomes.set(row, outcome))
  const row = rowOf(wanted, [...outcomes.keys()])
  return profileOutcome(row, outcomes.get(row)!)
}

/** Where the gas of a call of a world went. */
export async function profileOutcome(row: string, outcome: Success): Promise<Profiled> {
  const { job, world } = executionOf(outcome)
  const [call] = job.calls
  const injector = await Injector.start({ contracts: world.code, engines: 1 })
  const steps = await injector.steps(job).finally(() => injector.stop())
  const artifacts = new Map(
    [...world.code.keys()].map((address) => [address, artifactOf(world.compilation, nameOf(world, address))]),
  )
  const texts = await readSources([PRODUCTION_SOURCES])
  const spent = attribute(steps, call!.to, artifacts, world.compilation, texts)
  const executed = spent.reduce((sum, it) => sum + it.gas, 0)
  const [gas, calldata] = [Number(outcome.gasUsed), costOfCalldata(call!.data)]
  return { row, gas, calldata, executed, settled: gas - TRANSACTION - calldata - executed, spent }
}

function nameOf(world: Execution['world'], address: Address): string {
  const found = Object.entries(world.addresses).find(([, it]) => it === address)!
  const names = { rollup: 'Rollup', escrow: 'ProofEscrow', token: 'TestToken' } as const
  const mocks = { verifier: 'MockEpochProofVerifier', txVerifier: 'MockTxProofVerifier' } as const
  return { ...names, ...mocks }[found[0] as keyof typeof names]
}

const LINES = 30

/** The table for people: by kind, by function, and the lines that take most. */
export function profileText({ row, gas, calldata, settled, executed, spent }: Profiled): string {
  const share = (amount: number) => `${((100 * amount) / gas).toFixed(1).padStart(5)} %`
  const line = (amount: number, text: string) =>
    `${Math.round(amount).toLocaleString('en').padStart(9)}  ${share(amount)}  ${text}`
  const by = (keyOf: (it: Spent) => string) => {
    const sums = new Map<string, number>()
    for (const it of spent) sums.set(keyOf(it), (sums.get(keyOf(it)) ?? 0) + it.gas)
    return [...sums].sort(([, a], [, b]) => b - a)
  }
  const placed = by(({ file, line, function: name, contract }) =>
    line === 0 ? `${contract}, by the compiler` : `${file}:${line} ${name}`,
  )
  return [
    `${row}: ${gas.toLocaleString('en')} gas`,
    '',
    line(TRANSACTION, 'the transaction'),
    line(calldata, 'calldata'),
    line(executed, 'instructions'),
    ...(settled === 0 ? [] : [line(settled, settled < 0 ? 'given back' : 'floor for calldata (EIP-7623)')]),
    '',
    'Instructions by kind',
    ...by(({ kind }) => kind).map(([kind, amount]) => line(amount, kind)),
    '',
    'By function',
    ...by(({ contract, function: name }) => `${contract}.${name || '(by the compiler)'}`)
      .slice(0, LINES)
      .map(([name, amount]) => line(amount, name)),
    '',
    'By line',
    ...placed.slice(0, LINES).map(([place, amount]) => line(amount, place)),
    ...(placed.length > LINES ? [`(${placed.length - LINES} more lines in the flame graph)`] : []),
    '',
  ].join('\n')
}

/** Contract, function, line and kind, one above the other. */
export function profileFlame({ row, gas, calldata, executed, settled, spent }: Profiled): string {
  const instructions: Part[] = grouped(spent, [
    ({ contract }) => contract,
    ({ function: name }) => name || 'by the compiler',
    ({ file, line }) => (line === 0 ? 'no line' : `${path.basename(file)}:${line}`),
    ({ kind }) => kind,
  ])
  const parts = [
    { name: 'transaction', amount: TRANSACTION },
    { name: 'calldata', amount: calldata },
    { name: 'instructions', amount: executed, parts: instructions },
    ...(settled > 0 ? [{ name: 'floor for calldata', amount: settled }] : []),
  ]
  return flameGraph({ name: row, amount: Math.max(gas, TRANSACTION + calldata + executed), parts }, 'gas')
}

function grouped(spent: readonly Spent[], keys: readonly ((it: Spent) => string)[]): Part[] {
  const [key, ...deeper] = keys
  if (!key) return []
  const groups = new Map<string, Spent[]>()
  for (const it of spent) groups.set(key(it), [...(groups.get(key(it)) ?? []), it])
  return [...groups].map(([name, those]) => ({
    name,
    amount: those.reduce((sum, it) => sum + it.gas, 0),
    parts: grouped(those, deeper),
  }))
}

/** Writes the flame graph. @returns where */
export function writeFlame(profiled: Profiled, folder: string): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${profiled.row.replaceAll(/[^\w]+/g, '-')}.svg`)
  writeFileSync(file, profileFlame(profiled))
  return file
}
