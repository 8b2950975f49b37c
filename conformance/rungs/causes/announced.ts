import { type AbiEvent, parseAbi, toEventSelector } from 'viem'
import type { Log } from '../../evm/trace.ts'
import type { Address, Hex } from '../../evm/word.ts'
import { logSignatures } from '../../translation/logs.ts'

const events = parseAbi(
  Object.values(logSignatures).flat() as unknown as readonly string[],
) as unknown as readonly AbiEvent[]
const topicOf: ReadonlyMap<string, Hex> = new Map(events.map((event) => [event.name, toEventSelector(event)]))

/** Where two lists of logs differ first. */
export interface Announced {
  readonly type: string
  /** How many were expected. */
  readonly count: number
  readonly expected: readonly Log[]
  readonly found: readonly Log[]
}

/** The first logs that are not the same, read from what `requireLogs` says of them; none where one side has no more. */
export function announcedIn(message: string): Announced | undefined {
  const [, expected, found, count] = /: expected (.*), found (.*) \((\d+) expected/.exec(message) ?? []
  if (expected === undefined || found === undefined) return undefined
  const type = [expected, found].map((text) => LOG.exec(text)?.[1]).find((name) => name !== undefined)
  return { type: type ?? '', count: Number(count), expected: logsIn(expected), found: logsIn(found) }
}

const LOG = /^(\w+) by (0x\w+) \[(.*)\] (0x\w*)$/

function logsIn(text: string): Log[] {
  const [, name, address, topics, data] = LOG.exec(text) ?? []
  if (name === undefined) return []
  const first = topicOf.get(name) ?? (name as Hex)
  const others = topics ? (topics.split(', ') as Hex[]) : []
  return [{ address: address as Address, topics: [first, ...others], data: data as Hex }]
}
