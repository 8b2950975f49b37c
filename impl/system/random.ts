/** Numbers that follow from a seed alone (mulberry32). */
export class Random {
  #state: number

  /** @param seed 32 bits */
  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 on and below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** From 0 on and below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  /** @param probability from 0 to 1 */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  among<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!
  }
}
