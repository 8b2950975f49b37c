import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Counterexample } from '../../../tla/tlc/counterexample.ts'
import { printItf, toItf } from '../../../tla/tlc/itf.ts'
import type { Model, ModelResult } from '../../../tla/tlc/models.ts'
import { canonicalJson } from '../../../tla/tlc/value.ts'
import type { Story, StoryPhase } from '../../evidence.ts'

export type PhaseOf = (state: string) => StoryPhase | undefined

/** Where a counterexample comes from, and what there is to say about it. */
export interface Origin {
  readonly title: string
  /** Name of the model or the profile. */
  readonly source: string
  /** The profile whose constants it has. */
  readonly profile: string | undefined
  readonly time: Story['time']
  /** Of a state as canonical JSON. */
  readonly phaseOf?: PhaseOf | undefined
  /** Of its subject: the traces of every other than the rollup have a folder of their own, where rung 4 does not look. */
  readonly prefix?: string
}

/** What there is to say about the counterexample of a model, in the words of its own file. */
export function originOf(
  { model, result }: ModelResult,
  clock: Pick<Origin, 'time' | 'phaseOf'> | undefined,
  prefix = '',
): Origin & { prefix: string } {
  const { name, profile } = model
  return { title: titleOf(model, result), source: name, profile, time: undefined, ...clock, prefix }
}

function titleOf({ kind, expected, words }: Model, violated: string): string {
  // `NeverX` is violated by reaching X.
  const outcome =
    kind === 'reach' && violated === expected
      ? `${expected.slice('Never'.length)} is reached`
      : `${violated} is violated`
  return words === '' ? `${outcome} (${kind} model)` : `${words}: ${outcome}`
}

/**
 * A counterexample as a story, with its ITF file beside the report: rung 4 replays it on the profile that its `#meta`
 * names.
 * @param out the report's folder
 */
export function storyOf(
  out: string,
  { title, source: name, profile, time, phaseOf, prefix = '' }: Origin,
  counterexample: Counterexample,
): Story {
  const source = prefix + name
  const file = path.join('traces', prefix, `${name.replace(/[^A-Za-z0-9.-]+/g, '-')}.itf.json`)
  const itf = toItf(counterexample, {
    eventVariable: 'event',
    meta: { source, ...(profile === undefined ? {} : { profile }) },
  })
  mkdirSync(path.join(out, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(out, file), printItf(itf))
  const steps = counterexample.states.map(({ variables }, index) => {
    const event = variables.get('event')
    const rest = [...variables].filter(([name]) => name !== 'event')
    const text = rest.map(([name, value]) => `${JSON.stringify(name)}:${canonicalJson(value)}`).sort()
    const state = `{${text.join(',')}}`
    return {
      event: index === 0 || event === undefined ? undefined : canonicalJson(event),
      state,
      phase: phaseOf?.(state),
    }
  })
  const { loop } = counterexample
  return {
    title,
    source,
    steps,
    loop: loop === 'stuttering' ? steps.length - 1 : loop,
    itf: file,
    ...(time && { time: { slotsPerEpoch: time.slotsPerEpoch, claimWindowSlots: time.claimWindowSlots } }),
  }
}
