import type { AnyStateMachine } from 'xstate'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { Course } from '../runs/course.ts'
import { RefusalEncoder } from '../translation/refusals.ts'
import type { StorageMap } from '../translation/storage.ts'
import { type Driver, type Observation, type Outcome, requireOneSlot } from './driver.ts'
import { effectiveView } from './effective.ts'

export interface ModelDriverOptions {
  /** With it the driver speaks the EVM's terms as well: revert data, and γ of its state. */
  readonly storageMap?: StorageMap
  /** Another machine of the profile, for example one with a guard replaced. */
  readonly machine?: AnyStateMachine
}

/** The statechart. */
export class ModelDriver implements Driver {
  readonly #course: Course
  readonly #storageMap: StorageMap | undefined
  readonly #encoder = new RefusalEncoder()

  constructor(
    readonly profile: Profile,
    { storageMap, machine }: ModelDriverOptions = {},
  ) {
    this.#course = new Course(profile, storageMap?.blocks, machine)
    this.#storageMap = storageMap
  }

  async reset(): Promise<void> {
    this.#course.reset()
  }

  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    requireOneSlot(events)
    return events.map((event) => {
      const [first, ...others] = this.#course.follow(event)
      if (!first) return { accepted: true }
      const { names } = this.#course
      return {
        accepted: false,
        refusal: first.refusal,
        all: [first, ...others].map(({ refusal }) => refusal),
        ...(names ? { data: this.#encoder.encode(first, names) } : {}),
      }
    })
  }

  async observe(): Promise<Observation> {
    const { state: stored, names } = this.#course
    const storage = names && this.#storageMap?.storageOf(stored, names)
    return {
      stored: this.#storageMap?.told(stored) ?? stored,
      effective: effectiveView(stored, deploymentOf(this.profile)),
      ...(storage ? { storage } : {}),
    }
  }
}
