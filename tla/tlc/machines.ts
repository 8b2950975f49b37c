/** Virtual machines for many runs of TLC, some at a time. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pinnedJar, type Tools } from './jar.ts'
import { argumentsFor, Machine, propertiesFor } from './machine.ts'

/** Of a machine that runs every kind of model. */
const heapMb = 3072

/**
 * A few machines that whoever comes first takes. A machine that has run some models runs others in a fraction of the time:
 * what it has compiled stays.
 */
export class Machines {
  #areClosed = false
  readonly #free: Machine[] = []
  readonly #all: Machine[] = []
  readonly #waiting: ((machine: Machine) => void)[] = []

  /**
   * @param folder of these machines alone: TLC unpacks its own modules there
   * @param count how many there are at most
   * @param areBrief every run ends within a second: machines then compile quickly rather than well, which takes half of
   * the time
   */
  constructor(
    private readonly tools: Tools,
    private readonly folder: string,
    private readonly count: number,
    private readonly areBrief = false,
  ) {}

  /**
   * Runs it with a machine as soon as one is free. A machine reaches into TLC, so there are none for another release than
   * that which it was written for.
   * @throws Error when they are closed
   */
  async use<T>(run: (machine: Machine | undefined) => Promise<T>): Promise<T> {
    if (this.tools.jarSha256 !== pinnedJar.sha256) return run(undefined)
    const machine = await this.#taken()
    try {
      if (this.#areClosed) throw new Error('the machines are closed')
      return await run(machine)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(machine)
      else this.#free.push(machine)
    }
  }

  /** Ends all of them, and what they run; whoever waits for one is refused. */
  close(): void {
    this.#areClosed = true
    for (const machine of this.#all) machine.close()
  }

  async #taken(): Promise<Machine> {
    const free = this.#free.pop()
    if (free) return free
    if (this.#all.length === this.count) return new Promise((resolve) => this.#waiting.push(resolve))
    const folder = path.resolve(this.folder, `machine-${this.#all.length}`)
    const machine = new Machine(this.tools, [
      ...argumentsFor({ heapMb, isBrief: this.areBrief, folder }),
      ...propertiesFor({ progressMillis: '1000' }),
    ])
    this.#all.push(machine)
    await mkdir(folder, { recursive: true })
    return machine
  }
}
