/** Reads the labelled state graph that LockstepDump.tla writes. */
import { createReadStream } from 'node:fs'

/**
 * The graph of one model. States and events are canonical JSON texts (see `canonicalJson` in value.ts), numbered
 * by their index; refusal sets are sorted lists of names. No triple occurs twice; triples are in ascending order.
 */
export interface StateGraph {
  states: string[]
  events: string[]
  refusalSets: string[][]
  /** Lists of what transitions send out, as canonical JSON. */
  effectLists: string[]
  /** Ids of the initial states, ascending. */
  initial: number[]
  /** `[from, event, to, from, event, to, …]` */
  transitions: Int32Array
  /** `[state, event, refusal set, …]`, one for each pair of state and event. */
  refusals: Int32Array
  /** `[from, event, effect list, …]`: none where a model sends nothing out. */
  effects: Int32Array
  /** What probes come to, as canonical JSON: `[refusals, successor, effects]`, the last two 0 where refused. */
  answers: string[]
  /** `[state, event, answer, …]`, one for each pair of state and event that was probed. */
  probes: Int32Array
  /**
   * States left out because they are neither initial nor reached: TLC evaluates invariants, and so refusals, on
   * states that a bound of the model cuts off.
   */
  statesOutside: number
}

/** The dump is not what a complete run writes. `line`: 1-based. */
export class GraphError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly expected: string,
  ) {
    super(`${file}:${line}: expected ${expected}. Run the model checker again to write the graph anew.`)
    this.name = 'GraphError'
  }
}

/** Reads a dump. Throws {@link GraphError} if it is truncated or malformed. */
export async function readGraph(file: string): Promise<StateGraph> {
  const reader = new GraphReader(file)
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let from = 0
      for (let to = data.indexOf(newline, from); to >= 0; to = data.indexOf(newline, from)) {
        reader.line(data, from, to)
        from = to + 1
      }
      rest = data.subarray(from)
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new GraphError(file, 0, 'a file with the graph of a model')
  }
  return reader.finish(rest.length > 0)
}

const newline = 10
const comma = 44
const quote = 34
const bracketClose = 93
const letterP = 80
const letterR = 82
const letterT = 84
const letterX = 88

class GraphReader {
  private readonly states: string[] = []
  private readonly events: string[] = []
  private readonly refusalSets: string[][] = []
  private readonly effectLists: string[] = []
  private readonly answers: string[] = []
  private readonly initial = new Set<number>()
  private readonly transitions = new Triples()
  private readonly refusals = new Triples()
  private readonly effects = new Triples()
  private readonly probes = new Triples()
  private readonly numbers = [0, 0, 0]
  private lines = 0
  private ended = false

  constructor(private readonly file: string) {}

  /** Takes the line `data[from..to)`, without its newline. */
  line(data: Buffer, from: number, to: number): void {
    this.lines++
    if (this.ended) this.fail('nothing after the END line')
    const kind = data[from + 2]
    const short = data[from + 3] === quote && data[from + 4] === comma
    if (short && kind === letterT) this.triple(this.transitions, data, from + 5, to, this.states.length)
    else if (short && kind === letterR)
      this.triple(this.refusals, data, from + 5, to, this.refusalSets.length)
    else if (short && kind === letterX) this.triple(this.effects, data, from + 5, to, this.effectLists.length)
    else if (short && kind === letterP) this.triple(this.probes, data, from + 5, to, this.answers.length)
    else this.rare(data.toString('utf8', from, to))
  }

  /** The frequent kinds of line are read byte by byte: JSON.parse would take most of the time. */
  private triple(into: Triples, data: Buffer, from: number, to: number, limit: number): void {
    let at = 0
    let value = 0
    let digits = 0
    for (let i = from; i < to; i++) {
      const byte = data[i]!
      if (byte >= 48 && byte <= 57) {
        value = value * 10 + byte - 48
        digits++
      } else if (byte === (i === to - 1 ? bracketClose : comma) && digits > 0 && at < 3) {
        this.numbers[at++] = value
        value = 0
        digits = 0
      } else {
        this.fail('three ids')
      }
    }
    const [a, b, c] = this.numbers as [number, number, number]
    if (at !== 3) this.fail('three ids')
    if (a >= this.states.length || b >= this.events.length || c >= limit) {
      this.fail('ids that were introduced on a line before')
    }
    into.push(a, b, c)
  }

  private rare(text: string): void {
    const value = this.parse(text)
    const kind = value[0]
    if (kind === 'S') this.introduce(this.states, value, text)
    else if (kind === 'E') this.introduce(this.events, value, text)
    else if (kind === 'F') this.introduceRefusals(value)
    else if (kind === 'L') this.introduce(this.effectLists, value, text)
    else if (kind === 'A') this.introduce(this.answers, value, text)
    else if (kind === 'I') this.addInitial(value)
    else if (kind === 'END') this.end(value)
    else this.fail('a line ["S"…, ["E"…, ["F"…, ["L"…, ["A"…, ["I"…, ["T"…, ["R"…, ["X"…, ["P"… or ["END"…')
  }

  private parse(text: string): unknown[] {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      this.fail('a JSON array')
    }
    return Array.isArray(value) ? value : this.fail('a JSON array')
  }

  private introduce(into: string[], value: unknown[], text: string): void {
    if (value.length !== 3 || value[1] !== into.length) this.fail(`the id ${into.length} and one value`)
    // The value's own text, as it stands after the id.
    into.push(text.slice(text.indexOf(',', 5) + 1, -1))
  }

  private introduceRefusals(value: unknown[]): void {
    const names = value[2]
    const good = Array.isArray(names) && names.every((name) => typeof name === 'string')
    if (value.length !== 3 || value[1] !== this.refusalSets.length || !good) {
      this.fail(`the id ${this.refusalSets.length} and a list of names of refusals`)
    }
    this.refusalSets.push(names as string[])
  }

  private addInitial(value: unknown[]): void {
    const id = value[1]
    if (typeof id !== 'number' || value.length !== 2 || this.states[id] === undefined) {
      this.fail('the id of a state')
    }
    this.initial.add(id as number)
  }

  private end(value: unknown[]): void {
    this.ended = true
    const counted = [
      this.states.length,
      this.events.length,
      this.refusalSets.length,
      this.effectLists.length,
      this.answers.length,
      this.initial.size,
      this.transitions.count,
      this.refusals.count,
      this.effects.count,
      this.probes.count,
    ]
    if (JSON.stringify(value.slice(1)) !== JSON.stringify(counted)) {
      this.fail(`the numbers of lines before it, ${JSON.stringify(counted)}`)
    }
  }

  finish(unfinishedLine: boolean): StateGraph {
    if (unfinishedLine || !this.ended) {
      this.lines++
      this.fail('the END line: the file is truncated')
    }
    if (this.initial.size === 0) this.fail('at least one initial state')
    const renumbered = this.reached()
    const transitions = this.transitions.distinct(this.states.length, this.events.length, this.states.length)
    const refusals = this.refusals.distinct(this.states.length, this.events.length, this.refusalSets.length)
    const effects = this.effects.distinct(this.states.length, this.events.length, this.effectLists.length)
    const probes = this.probes.distinct(this.states.length, this.events.length, this.answers.length)
    const states = this.states.filter((_, id) => renumbered[id]! >= 0)
    return {
      states,
      events: this.events,
      refusalSets: this.refusalSets,
      effectLists: this.effectLists,
      initial: [...this.initial].map((id) => renumbered[id]!).sort((a, b) => a - b),
      transitions: renumber(transitions, renumbered, true),
      refusals: this.oneEach('refusal set', renumber(refusals, renumbered, false)),
      effects: renumber(effects, renumbered, false),
      answers: this.answers,
      probes: this.oneEach('answer', renumber(probes, renumbered, false)),
      statesOutside: this.states.length - states.length,
    }
  }

  /** The new id of each state, -1 for one that is neither initial nor the target of a transition. */
  private reached(): Int32Array {
    const ids = new Int32Array(this.states.length).fill(-1)
    for (const id of this.initial) ids[id] = 0
    this.transitions.forEach((_from, _event, to) => {
      ids[to] = 0
    })
    let next = 0
    for (let id = 0; id < ids.length; id++) if (ids[id] === 0) ids[id] = next++
    this.transitions.forEach((from) => {
      if (ids[from] === -1) this.fail(`state ${from}, which has a successor, to be initial or reached`)
    })
    return ids
  }

  private oneEach(what: string, triples: Int32Array): Int32Array {
    for (let i = 3; i < triples.length; i += 3) {
      if (triples[i] === triples[i - 3] && triples[i + 1] === triples[i - 2]) {
        this.fail(`one ${what} for state ${triples[i]} and event ${this.events[triples[i + 1]!]}`)
      }
    }
    return triples
  }

  private fail(expected: string): never {
    throw new GraphError(this.file, this.lines, expected)
  }
}

/** Keeps the order: the new ids grow with the old ones. Triples that begin at a state left out are dropped. */
function renumber(triples: Int32Array, ids: Int32Array, thirdIsState: boolean): Int32Array {
  let length = 0
  for (let i = 0; i < triples.length; i += 3) {
    const state = ids[triples[i]!]!
    if (state < 0) continue
    triples[length++] = state
    triples[length++] = triples[i + 1]!
    triples[length++] = thirdIsState ? ids[triples[i + 2]!]! : triples[i + 2]!
  }
  return triples.slice(0, length)
}

/** A growing list of triples of ids. */
class Triples {
  private data = new Int32Array(3 << 12)
  count = 0

  push(a: number, b: number, c: number): void {
    const at = this.count++ * 3
    if (at === this.data.length) {
      const larger = new Int32Array(this.data.length * 2)
      larger.set(this.data)
      this.data = larger
    }
    this.data[at] = a
    this.data[at + 1] = b
    this.data[at + 2] = c
  }

  forEach(visit: (a: number, b: number, c: number) => void): void {
    for (let i = 0; i < this.count * 3; i += 3) visit(this.data[i]!, this.data[i + 1]!, this.data[i + 2]!)
  }

  /** The triples in ascending order, each once. The arguments bound the ids. */
  distinct(as: number, bs: number, cs: number): Int32Array {
    if (as * bs * cs > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`${as} × ${bs} × ${cs} triples cannot be told apart by one number`)
    }
    // One number per triple: a native sort of numbers is by far the fastest way to find repetitions.
    const keys = new Float64Array(this.count)
    for (let i = 0; i < this.count; i++) {
      const at = i * 3
      keys[i] = (this.data[at]! * bs + this.data[at + 1]!) * cs + this.data[at + 2]!
    }
    keys.sort()
    const out = new Int32Array(this.count * 3)
    let length = 0
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!
      if (i > 0 && key === keys[i - 1]) continue
      const pair = Math.floor(key / cs)
      out[length++] = Math.floor(pair / bs)
      out[length++] = pair % bs
      out[length++] = key % cs
    }
    return out.slice(0, length)
  }
}
