/**
 * JSON-RPC over a local stream, one line per message. Requests are pipelined up to a bound and may be answered in any
 * order: whoever needs one after the other awaits each.
 */
import type { Socket } from 'node:net'
import type { z } from 'zod'

export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly method: string
  readonly code: number
  readonly data: unknown
  constructor(method: string, error: { code: number; message: string; data?: unknown }) {
    super(`${method}: ${error.message}`)
    this.method = method
    this.code = error.code
    this.data = error.data
  }
}

export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer'
}

type Waiting = { method: string; resolve: (result: unknown) => void; reject: (reason: Error) => void }
/** Parameters, or what writes them as JSON: whoever repeats large parts keeps their texts. */
export type Params = readonly unknown[] | (() => string)
type Queued = { method: string; params: Params; waiting: Waiting }
type Answer = { id: number; result?: unknown; error?: { code: number; message: string; data?: unknown } }

export class RpcClient {
  readonly #socket: Socket
  readonly #maxInFlight: number
  readonly #inFlight = new Map<number, Waiting>()
  readonly #queue: Queued[] = []
  #nextId = 1
  #partial: Buffer[] = []
  #failure: Error | undefined

  /** @param maxInFlight requests that the other side works on at once; further ones wait here */
  constructor(socket: Socket, maxInFlight: number) {
    this.#socket = socket
    this.#maxInFlight = maxInFlight
    socket.on('data', (chunk) => this.#receive(chunk))
  }

  /** Calls sent or queued whose answer is still to come. */
  get pending(): number {
    return this.#inFlight.size + this.#queue.length
  }

  /**
   * @param schema parses the result where it enters; without one the result is trusted to be a T
   * @throws RpcError when the other side refuses; UnexpectedAnswer when the schema does; the failure given to
   *   `fail` when the connection is lost first
   */
  request<T>(method: string, params: Params, schema?: z.ZodType<T>): Promise<T> {
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.#failure) return reject(this.#failure)
      this.#queue.push({ method, params, waiting: { method, resolve, reject } })
      this.#send()
    })
    if (!schema) return answer as Promise<T>
    return answer.then((result) => {
      const parsed = schema.safeParse(result)
      if (parsed.success) return parsed.data
      throw new UnexpectedAnswer(`${method} answered in an unexpected form`, { cause: parsed.error })
    })
  }

  /** Rejects every call that is under way, and every later one. */
  fail(reason: Error): void {
    if (this.#failure) return
    this.#failure = reason
    const lost = [...this.#inFlight.values(), ...this.#queue.map((it) => it.waiting)]
    this.#inFlight.clear()
    this.#queue.length = 0
    for (const waiting of lost) waiting.reject(reason)
  }

  #send(): void {
    while (this.#inFlight.size < this.#maxInFlight) {
      const next = this.#queue.shift()
      if (!next) return
      // Encoded only now: a long queue of encoded requests costs more in garbage collection than all else here.
      const id = this.#nextId++
      const line = encode(id, next)
      if (line instanceof Error) {
        next.waiting.reject(line)
        continue
      }
      this.#inFlight.set(id, next.waiting)
      // Nearly always ASCII, and then node writes it several times faster than through its UTF-8 encoder.
      this.#socket.write(line, Buffer.byteLength(line) === line.length ? 'latin1' : 'utf8')
    }
  }

  #receive(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      this.#partial.push(chunk.subarray(start, end))
      const line = Buffer.concat(this.#partial).toString('utf8')
      this.#partial = []
      start = end + 1
      if (line.length > 0) this.#settle(line)
    }
    if (start < chunk.length) this.#partial.push(chunk.subarray(start))
  }

  #settle(line: string): void {
    let answer: Answer
    try {
      answer = JSON.parse(line)
    } catch (cause) {
      // Nobody knows whose answer this was, so nobody may go on waiting.
      this.fail(new UnexpectedAnswer(`not JSON: ${line.slice(0, 200)}`, { cause }))
      return
    }
    const waiting = this.#inFlight.get(answer.id)
    if (!waiting) return
    this.#inFlight.delete(answer.id)
    if (answer.error) waiting.reject(new RpcError(waiting.method, answer.error))
    else waiting.resolve(answer.result)
    this.#send()
  }
}

const encode = (id: number, { method, params }: Queued): string | Error => {
  try {
    const text = typeof params === 'function' ? params() : JSON.stringify(params)
    return `{"jsonrpc":"2.0","id":${id},"method":"${method}","params":${text}}\n`
  } catch (cause) {
    if (typeof params === 'function') return cause as Error
    return new TypeError(`${method}: parameters that JSON cannot carry`, { cause })
  }
}
