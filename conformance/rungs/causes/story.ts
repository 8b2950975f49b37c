import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseJson } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { eventTypesOf } from '../../../model/core/reading.ts'
import { type ItfEvent, type ItfState, type ItfValue, printItf, withEvent } from '../../../tla/tlc/itf.ts'
import type { Story, StoryStep } from '../../evidence.ts'
import { phasesOf } from '../phases.ts'
import type { AnySubject } from '../subjects.ts'
import type { Cause } from './causes.ts'
import { modelSides, type SideNames, tellDisagreement } from './tell.ts'

/** Beside the traces of the model checker, which rung 4 replays: these are about forms that differ. */
export const differencesFolder = 'differences'

/** Where stories of a comparison go, and what its two forms are called. */
export interface Telling {
  /** The report's folder. */
  readonly out: string
  /** Below that of the differences. */
  readonly folder?: string
  readonly sides?: SideNames
  /** An event that no form accepts is the last step all the same: whoever replays it sees what each says. */
  readonly keepsRefused?: boolean
}

/**
 * The shortest way to where a cause shows, as a story and as a trace for `lockstep replay`. Its last event leads to where
 * the form that accepts it goes; one that both refuse is told without a step.
 * @returns `undefined` where nobody has to get there, or the statechart does not come there
 */
export function storyOfCause(
  subject: AnySubject,
  cause: Cause,
  number: number,
  { out, folder = subject.prefix, sides = modelSides, keepsRefused = false }: Telling,
): Story | undefined {
  const { actor, prefix } = subject
  const { profile: name, path: events, event, left, right } = cause.nearest
  const profile = subject.modelProfiles().find((it) => prefix + it.name === name)
  if (!profile || !events || !isEvent(subject, event)) return undefined
  const codecs = codecsOf(actor)
  const deployed = deploy(actor, profile)
  let state = deployed.initial
  const steps: StoryStep[] = [{ event: undefined, state: codecs.state.text(state) }]
  for (const text of events) {
    const step = deployed.step(state, codecs.event.parse(text))
    if ('refusals' in step) return undefined
    state = step.state
    steps.push({ event: text, state: codecs.state.text(state) })
  }
  const next = left.next ?? right.next
  const refusals = left.refusals?.length ? left.refusals : (right.refusals ?? [])
  if (next === undefined) steps.push({ event, state: steps.at(-1)!.state, refusals })
  else steps.push({ event, state: next })

  const title = tellDisagreement(cause.disagreement, sides)
  const file = path.join(differencesFolder, folder, `${number}.itf.json`)
  const written = steps.filter((step) => keepsRefused || step.refusals === undefined)
  const whose = left.next !== undefined ? sides.left : sides.right
  mkdirSync(path.join(out, path.dirname(file)), { recursive: true })
  writeFileSync(
    path.join(out, file),
    printItf({
      '#meta': {
        format: 'ITF',
        'format-description': 'https://apalache-mc.org/docs/adr/015adr-trace.html',
        source: 'difference',
        profile: profile.name,
        says: title,
        ...(next !== undefined && { lastStepOf: whose }),
      },
      ...itfOf(written),
    }),
  )
  const time = subject.time?.(profile)
  const phaseOf = phasesOf(subject, profile)
  return {
    // Several show in one profile, and the report links stories by their source.
    title,
    source: `${file.replace('.itf.json', '')}, profile ${name}`,
    steps: steps.map((step) => ({ ...step, phase: phaseOf(step.state) })),
    loop: undefined,
    itf: file,
    ...(time && { time: { slotsPerEpoch: time.slotsPerEpoch, claimWindowSlots: time.claimWindowSlots } }),
  }
}

/** What shows before the first event belongs to none. */
const isEvent = ({ actor }: AnySubject, text: string): boolean =>
  eventTypesOf(actor).includes((parseJson(text) as { type: string }).type)

function itfOf(steps: readonly StoryStep[]): { vars: string[]; states: ItfState[] } {
  const events = steps.map(({ event }): ItfEvent => {
    if (event === undefined) return { name: 'init', parameters: {} }
    const { type: name, ...parameters } = parseJson(event) as { type: string }
    return { name, parameters: recordOf(parameters) }
  })
  const picks = new Set(events.flatMap(({ parameters }) => Object.keys(parameters)))
  const states = steps.map(({ state }, index) => {
    const variables = recordOf(parseJson(state) as object)
    return withEvent({ '#meta': { index }, ...variables }, events[index]!, picks)
  })
  const variables = Object.keys(parseJson(steps[0]!.state) as object)
  return { vars: [...variables, 'mbt::actionTaken', 'mbt::nondetPicks'], states }
}

const recordOf = (plain: object): Record<string, ItfValue> =>
  Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, itfValue(value)]))

function itfValue(plain: unknown): ItfValue {
  if (typeof plain === 'number' || typeof plain === 'bigint') return { '#bigint': String(plain) }
  if (typeof plain === 'string' || typeof plain === 'boolean') return plain
  if (Array.isArray(plain)) return plain.map(itfValue)
  return recordOf(plain as object)
}
