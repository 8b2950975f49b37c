import { readFile } from 'node:fs/promises'
import { eventText } from '../../model/l1-rollup/texts.ts'
import { loadPreset, PresetError, type Profile } from '../../spec/parameters.ts'
import { type ItfTrace, parseItf } from '../../tla/tlc/itf.ts'
import { proversIn, runOfItf, startsAs } from './itf-run.ts'
import { describeDifference, describeOutcome } from './play.ts'
import { Replayer } from './replayer.ts'

export interface ReplayRequest {
  readonly trace: ItfTrace
  /** Path of the trace, for errors. */
  readonly file: string
  readonly profile: Profile
  /** One line per step, and one where the trace leaves the statechart. */
  progress(text: string): void
  readonly signal?: AbortSignal
}

export interface ReplayResult {
  readonly steps: number
  /** Where model and contracts part for the first time. */
  readonly difference: string | undefined
  /** Where the trace does what the statechart does not. */
  readonly departure: string | undefined
  /** Whether that is what it is made for: it is the counterexample of a Bug model. */
  readonly isBug: boolean
}

/** One trace of the model checker on model and contracts. @throws ItfError, EngineMissing, EngineDied */
export async function replayTrace({
  trace,
  file,
  profile,
  progress,
  signal,
}: ReplayRequest): Promise<ReplayResult> {
  const run = runOfItf(trace, file, profile)
  const departure = run.departure && `state ${run.departure.state} of the trace: ${run.departure.says}`
  if (departure) progress(departure)
  const replayer = await Replayer.start(profile)
  try {
    const total = run.trace.blocks.length
    const { steps, difference } = await replayer.play(run.trace, {
      ...(signal ? { signal } : {}),
      onBlock: ([step]) =>
        progress(
          `step ${step!.block + 1} of ${total}: ${eventText(step!.event)}: ${describeOutcome(step!.outcome)}`,
        ),
    })
    const isBug = String(trace['#meta']?.source).startsWith('bug/')
    return { steps, difference: difference && describeDifference(difference), departure, isBug }
  } finally {
    await replayer.stop()
  }
}

/**
 * The same for a file.
 * @param profileName of the profile in the preset; the one in the trace's `#meta` if absent
 * @throws ItfError, PresetError, and the file system's own errors
 */
export async function replayFile(
  path: string,
  profileName?: string,
  { preset = 'tiny', progress = () => {} }: { preset?: string; progress?: (text: string) => void } = {},
): Promise<ReplayResult> {
  const trace = parseItf(await readFile(path, 'utf8'), path)
  const profile = profileOf(trace, path, loadPreset(preset).profiles, profileName)
  return replayTrace({ trace, file: path, profile, progress })
}

/**
 * The profile that a trace is run on: the one that it belongs to, with all provers of the trace.
 * @throws PresetError, ItfError
 */
export function profileOf(
  trace: ItfTrace,
  file: string,
  profiles: readonly Profile[],
  name?: string,
): Profile {
  return withProversOf(trace, file, baseOf(trace, file, profiles, name))
}

/**
 * The profile that a trace belongs to: the named one, else the one in the trace's `#meta`, else the one that the trace fits best: of those whose initial
 * state it starts with, the one whose statechart follows it furthest.
 * @throws PresetError where there is none, ItfError
 */
export function baseOf(
  trace: ItfTrace,
  file: string,
  profiles: readonly Profile[],
  name: unknown = trace['#meta']?.profile,
): Profile {
  const known = profiles.map((profile) => profile.name).join(', ')
  const found =
    name === undefined ? bestFit(trace, file, profiles) : profiles.find((profile) => profile.name === name)
  if (found) return found
  throw new PresetError(
    name === undefined
      ? `${file} names no profile in #meta: expected one of ${known}; it starts as none of them does`
      : `profile ${String(name)}: expected one of ${known}`,
  )
}

/**
 * A model may have more provers than its profile, who own nothing: the profile is then deployed with them, under a name of
 * its own.
 */
export function withProversOf(trace: ItfTrace, file: string, profile: Profile): Profile {
  const more = proversIn(trace, file).filter((name) => !profile.provers.includes(name))
  if (more.length === 0) return profile
  const nothing = Object.fromEntries(more.map((name) => [name, '0']))
  return {
    ...profile,
    name: `${profile.name} with ${more.join(', ')}`,
    provers: [...profile.provers, ...more],
    tokens: { ...profile.tokens, ...nothing },
    deposits: { ...profile.deposits, ...nothing },
  }
}

function bestFit(trace: ItfTrace, file: string, profiles: readonly Profile[]): Profile | undefined {
  let best: { readonly profile: Profile; readonly followed: number } | undefined
  for (const profile of profiles) {
    if (!startsAs(trace, file, profile)) continue
    const { departure } = runOfItf(trace, file, profile)
    const followed = departure?.state ?? Number.POSITIVE_INFINITY
    if (!best || followed > best.followed) best = { profile, followed }
  }
  return best?.profile
}
