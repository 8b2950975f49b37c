import type { Preset } from '../../spec/parameters.ts'
import type { RungKey } from '../evidence.ts'
import type { CoverageRecord } from './record.ts'

/**
 * What parts of the rungs take, in seconds of a run on two cores. Only ratios matter: how fast this machine is shows
 * while it works.
 */
export const work = {
  /** The look at a few pairs before everything else. */
  firstPairs: 10,
  profile: (states: number) => 1 + states / 2_100,
  model: 0.6,
  pairs: (pairs: number) => pairs / 16_000,
  calls: (calls: number) => calls / 12_600,
  steps: (steps: number) => steps / 200,
} as const

/** A check, as far as its amount of work depends on it. */
interface Requested {
  readonly presetName: string
  readonly preset: Preset
  readonly allProfiles: boolean
  readonly probeEvery?: number
  readonly constants: Readonly<Record<string, string>>
}

/**
 * How much work rungs that run together are, by the record of a complete run; `undefined` where nothing is known of it:
 * other presets, other constants, other probes.
 */
export function workOf(
  keys: readonly RungKey[],
  { presetName, preset, allProfiles, probeEvery, constants }: Requested,
  { rungs, models }: CoverageRecord,
): number | undefined {
  if (presetName !== 'tiny' || Object.keys(constants).length > 0 || probeEvery !== undefined) return undefined
  const asked = (rows: CoverageRecord['rungs'][RungKey], work: (numbers: Row) => number): number =>
    Object.entries(rows ?? {}).reduce((sum, [profile, numbers]) => {
      const isAsked = allProfiles || preset.profiles.some(({ name }) => name === profile)
      return isAsked ? sum + work(numbers) : sum
    }, 0)
  // The record does not say of which profile a model is.
  const shareOfProfiles = allProfiles
    ? 1
    : preset.profiles.length / Object.keys(rungs.modelChecking ?? {}).length
  const parts: Readonly<Record<RungKey, () => number>> = {
    modelChecking: () => work.model * Object.keys(models).length * shareOfProfiles,
    graphParity: () =>
      work.firstPairs + asked(rungs.graphParity, ({ pairs = 0 }) => (allProfiles ? work.pairs(pairs) : 0)),
    oneStep: () =>
      asked(rungs.oneStep, ({ enabled = 0, disabled = 0, probes = 0 }) =>
        work.calls(enabled + disabled + probes),
      ),
    replay: () => asked(rungs.replay, ({ steps = 0 }) => work.steps(steps)),
  }
  const explored = keys.some((key) => key === 'modelChecking' || key === 'graphParity')
    ? asked(rungs.modelChecking, ({ distinctStates = 0 }) => work.profile(distinctStates))
    : 0
  return keys.reduce((sum, key) => sum + parts[key](), explored)
}

type Row = Readonly<Record<string, number>>

/** Before this part of the work is done nothing is said of the time that is left. */
const SOON = 0.02

/** How far a check is, and how long it still takes at its pace until now. */
export class Pace {
  readonly #parts: { readonly work: number; done: number }[]
  readonly #started: number

  /** @param works of the parts, `undefined` where nothing is known of one: then nothing is said */
  constructor(
    works: readonly (number | undefined)[],
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#parts = works.includes(undefined) ? [] : works.map((work) => ({ work: work!, done: 0 }))
    this.#started = now()
  }

  /** A part of that number has done some more, never more than it is. */
  did(part: number, work: number): void {
    const it = this.#parts[part]
    if (it) it.done = Math.min(it.work, it.done + work)
  }

  /** The part has come to its end. */
  ended(part: number): void {
    this.did(part, Number.POSITIVE_INFINITY)
  }

  /** Of all parts, from 0 to 1; `undefined`: not known. */
  get fraction(): number | undefined {
    const [done, work] = (['done', 'work'] as const).map((of) =>
      this.#parts.reduce((sum, it) => sum + it[of], 0),
    )
    return work! > 0 ? done! / work! : undefined
  }

  /** As `42 %, about 4 min left`; empty where it is not known. */
  get text(): string {
    const { fraction } = this
    if (fraction === undefined) return ''
    const percent = `${Math.floor(fraction * 100)} %`
    if (fraction < SOON) return percent
    const left = ((this.now() - this.#started) / 1000) * (1 / fraction - 1)
    return `${percent}, about ${left < 90 ? `${Math.ceil(left / 10) * 10} s` : `${Math.round(left / 60)} min`} left`
  }
}
