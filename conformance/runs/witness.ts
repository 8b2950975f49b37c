import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import type { Driver, Observation, Outcome } from '../drivers/driver.ts'

/** What a driver answered last. */
export interface Said {
  /** Of its last block. */
  readonly outcomes?: readonly Outcome[]
  /** After that block, if it was asked. */
  readonly observation?: Observation
  /** What it threw instead. */
  readonly fault?: unknown
}

/** A driver whose last answers are kept: a difference is told in words, and these are what they stand for. */
export class Witness implements Driver {
  said: Said = {}

  constructor(private readonly driver: Driver) {}

  async reset(): Promise<void> {
    this.said = {}
    await this.driver.reset()
  }

  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    const outcomes = await this.#heard(() => this.driver.apply(events))
    this.said = { outcomes }
    return outcomes
  }

  async observe(): Promise<Observation> {
    const observation = await this.#heard(() => this.driver.observe())
    this.said = { ...this.said, observation }
    return observation
  }

  async #heard<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask()
    } catch (fault) {
      this.said = { ...this.said, fault }
      throw fault
    }
  }
}
