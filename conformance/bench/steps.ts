import fc from 'fast-check'
import * as controllerStep from '../../impl/node/generated/fallback-controller.step.ts'
import * as rollupStep from '../../impl/node/generated/l1-rollup.step.ts'
import type { ActorTypes } from '../../model/core/actor.ts'
import { deploy } from '../../model/core/deployed.ts'
import { createXStateEngine } from '../../model/core/engine.ts'
import type { GeneratedStep } from '../rungs/step-parity/compare.ts'
import { type CheckedSubject, fallbackControllerSubject, l1RollupSubject } from '../rungs/subjects.ts'

const STATES = 100
const EVENTS_PER_STATE = 40
const SECONDS = 2

/** Steps per second of generated step and statechart over drawn pairs, accepted and refused; their ratio says more. */
export function benchSteps(): void {
  benchActor(l1RollupSubject, rollupStep)
  benchActor(fallbackControllerSubject, controllerStep)
}

function benchActor<T extends ActorTypes>(subject: CheckedSubject<T>, generated: GeneratedStep<T>): void {
  const [profile] = subject.pairProfiles()
  const { actor, deployment, machine, step } = deploy(subject.actor, profile!)
  const engine = createXStateEngine(actor, machine)
  const drawn = subject
    .pairs(profile!, EVENTS_PER_STATE)
    .flatMap((arbitrary) => fc.sample(arbitrary, { seed: 1, numRuns: STATES }))
  const rateOf = (act: (state: T['state'], event: T['event']) => unknown): number => {
    let count = 0
    const started = performance.now()
    const elapsed = () => (performance.now() - started) / 1_000
    while (elapsed() < SECONDS)
      for (const { state, events } of drawn) {
        for (const event of events) act(state, event)
        count += events.length
      }
    return count / elapsed()
  }
  const own = rateOf((state, event) => generated.step(state, event, deployment))
  const rates = [
    ['generated step', own],
    ['XState, whether and where to', rateOf((state, event) => engine.next(state, event))],
    ['XState, with all refusals', rateOf(step)],
  ] as const
  for (const [name, rate] of rates)
    console.log(
      `${`${actor.name}: ${name}`.padEnd(50)} ${String(Math.round(rate)).padStart(8)}/s, ${(own / rate).toFixed(1)} : 1`,
    )
}
