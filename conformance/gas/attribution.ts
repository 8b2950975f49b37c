/**
 * Where the gas of a call goes: every instruction, by the line of the source that it was made from. Sums and kinds are
 * exact. Lines are as good as the compiler's map, which through Yul has none for assignments to storage, among others:
 * those are counted to the line that ran before.
 */
import type { Artifact, Compilation } from '../../impl/contracts/artifact.ts'
import type { Step } from '../evm/inject.ts'
import type { Address } from '../evm/word.ts'

/** What instructions are for. The gas of a precompile is that of the call to it. */
export type Kind =
  | 'compute'
  | 'storage read'
  | 'storage write'
  | 'log'
  | 'hash'
  | 'calldata'
  | 'call'
  | 'ecrecover'

/** Gas of one kind in one place. Without a line: what runs before any line is reached, the dispatch of a call. */
export interface Spent {
  readonly contract: string
  readonly function: string
  /** From the root of the repository; empty for code that no source is named for. */
  readonly file: string
  /** From 1; 0: none. */
  readonly line: number
  readonly kind: Kind
  readonly gas: number
}

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^SLOAD$/, 'storage read'],
  [/^SSTORE$/, 'storage write'],
  [/^LOG\d$/, 'log'],
  [/^KECCAK256$|^SHA3$/, 'hash'],
  [/^CALLDATA/, 'calldata'],
  [/CALL$/, 'call'],
]

/**
 * @param codes what stands at the addresses that take part
 * @param texts of the sources, by file
 */
export function attribute(
  steps: readonly Step[],
  to: Address,
  codes: ReadonlyMap<Address, Artifact>,
  compilation: Compilation,
  texts: ReadonlyMap<string, string>,
): Spent[] {
  const places = new Map(
    [...codes].map(([address, artifact]) => [address, placesOf(artifact, compilation, texts)]),
  )
  const spent = new Map<string, { -readonly [Key in keyof Spent]: Spent[Key] }>()
  const callees: Address[] = [to]
  // The last place in each call that is still open.
  const latest: Place[] = []
  const costs = costsOf(steps)
  for (const [index, { pc, op, depth, stack }] of steps.entries()) {
    const address = callees[depth - 1]!
    const contract = codes.get(address)?.name ?? address
    const own = places.get(address)?.(pc) ?? nowhere
    // The compiler's own routines (to read a struct, to encode arguments) belong to the line that came to them.
    const place = own.line === 0 ? (latest[depth - 1] ?? nowhere) : own
    latest.length = depth - 1
    latest.push(place)
    const target = op.endsWith('CALL') ? addressIn(stack?.at(-2)) : undefined
    if (target !== undefined) callees[depth] = target
    const kind =
      target === ECRECOVER ? 'ecrecover' : (kinds.find(([pattern]) => pattern.test(op))?.[1] ?? 'compute')
    const key = [contract, place.file, place.line, place.function, kind].join(' ')
    const known = spent.get(key)
    if (known) known.gas += costs[index]!
    else spent.set(key, { contract, ...place, kind, gas: costs[index]! })
  }
  return [...spent.values()]
}

const nowhere: Place = { file: '', line: 0, function: '' }

const ECRECOVER: Address = `0x${'1'.padStart(40, '0')}`
const addressIn = (word: string | undefined): Address =>
  `0x${(word ?? '0x').slice(2).padStart(40, '0').slice(-40)}`

/** What each instruction took by itself: of a call, less what was spent within it. */
function costsOf(steps: readonly Step[]): number[] {
  const costs: number[] = []
  // The instruction that is still open at each depth, and what has been spent below it.
  const open: { index: number; below: number }[] = []
  const close = (depth: number, left: number): void => {
    const it = open[depth]
    if (!it) return
    const total = steps[it.index]!.gas - left
    costs[it.index] = total - it.below
    const above = open[depth - 1]
    if (above) above.below += total
    open.length = depth
  }
  for (const [index, { gas, depth }] of steps.entries()) {
    // A call has come back: its last instruction ends where it says.
    for (let deeper = open.length - 1; deeper > depth; deeper--)
      close(deeper, lastLeft(steps, open[deeper]!.index))
    if (open.length - 1 === depth) close(depth, gas)
    open[depth] = { index, below: 0 }
  }
  for (let deeper = open.length - 1; deeper > 0; deeper--) close(deeper, lastLeft(steps, open[deeper]!.index))
  return costs
}

/** What is left after the last instruction of a call. */
function lastLeft(steps: readonly Step[], index: number): number {
  const { gas, gasCost } = steps[index]!
  return gas - gasCost
}

type Place = Pick<Spent, 'file' | 'line' | 'function'>

/** The place in the source of every instruction of a contract. */
function placesOf(
  { deployedBytecode, sourceMap }: Artifact,
  { sources }: Compilation,
  texts: ReadonlyMap<string, string>,
): (pc: number) => Place {
  const files = new Map(sources.map(({ id, file, ast }) => [id, { file, functions: functionsIn(ast) }]))
  const lineStarts = new Map([...texts].map(([file, text]) => [file, startsOfLines(text)]))
  const code = Buffer.from(deployedBytecode.slice(2), 'hex')
  const entries = sourceMap.split(';')
  const [byPc, at] = [new Map<number, Place>(), [0, 0, -1]]
  for (let pc = 0, index = 0; pc < code.length && index < entries.length; index++) {
    entries[index]!.split(':').forEach((text, field) => {
      if (text !== '' && field < 3) at[field] = Number(text)
    })
    const [start, length, id] = at as [number, number, number]
    const source = files.get(id)
    // What spans a contract was made for no line of it: the dispatch of calls, the encoding of arguments.
    const within = source?.functions.filter((it) => it.start <= start && start + length <= it.end)
    const innermost = within?.reduce<Definition | undefined>(
      (best, it) => (best && best.end - best.start <= it.end - it.start ? best : it),
      undefined,
    )
    const place =
      source && innermost
        ? { file: source.file, line: lineOf(lineStarts.get(source.file)!, start), function: innermost.name }
        : { file: source?.file ?? '', line: 0, function: '' }
    byPc.set(pc, place)
    const opcode = code[pc]!
    pc += opcode >= 0x60 && opcode <= 0x7f ? opcode - 0x5e : 1
  }
  return (pc) => byPc.get(pc) ?? { file: '', line: 0, function: '' }
}

interface Definition {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Functions and modifiers of a syntax tree, with the ranges of their text in bytes. */
function functionsIn(ast: unknown): Definition[] {
  const found: Definition[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const { nodeType, src, name, kind } = node as Record<string, string | undefined>
    if (nodeType === 'FunctionDefinition' || nodeType === 'ModifierDefinition') {
      const [start, length] = src!.split(':').map(Number) as [number, number]
      found.push({ name: name || kind!, start, end: start + length })
    }
    Object.values(node).forEach(visit)
  }
  visit(ast)
  return found
}

/** Offsets in bytes, which is what the compiler counts. */
function startsOfLines(text: string): number[] {
  const starts = [0]
  Buffer.from(text, 'utf8').forEach((byte, at) => {
    if (byte === 0x0a) starts.push(at + 1)
  })
  return starts
}

/** @returns from 1 */
const lineOf = (starts: readonly number[], offset: number): number => {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low + 1
}
