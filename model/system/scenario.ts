import type { Composed, ComposedTypes, Outcome } from '../core/composed.ts'

/** Where steps of a system lead, and what can happen there. */
export interface Played<T extends ComposedTypes> {
  readonly state: T['state']
  readonly instances: readonly T['event'][]
  step(event: T['event']): Outcome<T>
}

/** Takes, for each step, the first instance that fits it and is accepted. @throws Error where there is none */
export function played<T extends ComposedTypes>(
  { compose }: Composed<T>,
  profile: T['profile'],
  steps: readonly ((event: T['event']) => boolean)[],
): Played<T> {
  const { initial, instances, step } = compose(profile)
  const taken = (state: T['state'], fits: (event: T['event']) => boolean, place: number): T['state'] => {
    for (const event of instances(state).filter(fits)) {
      const outcome = step(state, event)
      if ('state' in outcome) return outcome.state
    }
    throw new Error(`step ${place + 1}: expected an accepted event that fits ${fits}`)
  }
  const state = steps.reduce(taken, initial)
  return { state, instances: instances(state), step: (event) => step(state, event) }
}

/** An event of that type, of any node or of one. */
export const is =
  <Event extends { readonly type: string; readonly node: string }>(type: Event['type'], node?: string) =>
  (event: Event): boolean =>
    event.type === type && (node === undefined || event.node === node)
