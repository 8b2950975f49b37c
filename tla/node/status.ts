/** Where transactions stand, asked of TLC in bulk: what `Status` of NodeStatus.tla says of any states of four roles. */
import { createReadStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { errorText } from '../tlc/result.ts'
import { runTlc, type TlcRun } from '../tlc/tlc.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const module = path.join(here, 'PointwiseNodeStatus.tla')

/** A node, and the transactions that it is asked about. States are canonical JSON, as the codec of each role writes it. */
export interface AskedNode {
  readonly follower: string
  readonly pool: string
  readonly attester: string
  readonly proposer: string
  /** Of the proposer's profile: per slot, its committee in order. */
  readonly committees: readonly (readonly string[])[]
  /** Of each transaction that is asked about or has had its effects, its nullifier. */
  readonly nullifiers: Readonly<Record<string, string>>
  readonly transactions: readonly string[]
}

export interface StatusRun extends Pick<TlcRun, 'machine' | 'signal' | 'tools'> {
  /** Of this run alone. */
  readonly folder: string
}

/** TLC did not tell where every transaction stands; says what it said instead. */
export class StatusUntold extends Error {
  override name = 'StatusUntold'
}

/**
 * The status of each transaction of each node, in their order (TX-11).
 * @throws StatusUntold for states that are not of their shape, transactions without a nullifier, and when TLC fails
 */
export async function statusesOf(
  nodes: readonly AskedNode[],
  { folder, ...options }: StatusRun,
): Promise<string[][]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const [points, config] = [path.join(folder, 'nodes.ndjson'), path.join(folder, 'status.cfg')]
  await writeFile(points, nodes.map((node) => `${lineOf(node)}\n`).join(''))
  await writeFile(config, 'INIT PointInit\nNEXT PointNext\n')
  const tlc = await runTlc({ module, config, points, brief: true, ...options })
  if (tlc.outcome !== 'pass') throw new StatusUntold(`TLC on ${nodes.length} nodes: ${errorText(tlc)}`)
  return readStatuses(`${points}.answers`, nodes)
}

/** What Pointwise.java reads: a state and its events. */
function lineOf({
  follower,
  pool,
  attester,
  proposer,
  committees,
  nullifiers,
  transactions,
}: AskedNode): string {
  const node = `{"attester":${attester},"follower":${follower},"pool":${pool},"proposer":${proposer}}`
  const given = JSON.stringify({ committees, nullifiers })
  return `[{"given":${given},"node":${node}},${JSON.stringify(transactions)}]`
}

/** One line a transaction, `[i,j,"final",0,0]`, i and j from 1 on. */
async function readStatuses(file: string, nodes: readonly AskedNode[]): Promise<string[][]> {
  const statuses = nodes.map(({ transactions }) => transactions.map(() => ''))
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [, i, j, status] = /^\[(\d+),(\d+),"(\w+)",0,0\]$/.exec(line) ?? []
    if (status === undefined) throw new StatusUntold(`expected the status of a transaction, found ${line}`)
    statuses[Number(i) - 1]![Number(j) - 1] = status
  }
  const untold = statuses.findIndex((row) => row.includes(''))
  if (untold >= 0) throw new StatusUntold(`TLC did not answer for node ${untold} of ${nodes.length}`)
  return statuses
}
