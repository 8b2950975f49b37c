import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createL1Rollup } from '../../model/l1-rollup.machine.ts'
import { checksOf, readMachine } from '../../model/reading.ts'
import { type RefusalName, refusals as refusalOf } from '../../model/refusals.ts'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { parseItf } from '../../tla/itf.ts'
import type { ProfileEvidence } from '../evidence.ts'
import { keep, readCorpus } from '../replay/corpus.ts'
import { baseOf, withProversOf } from '../replay/file.ts'
import { runOfItf } from '../replay/itf-run.ts'
import { type Difference, describeDifference, type Played } from '../replay/play.ts'
import { Replayer, type ReplayerOptions } from '../replay/replayer.ts'
import { searchSchedules } from '../replay/schedules.ts'
import { inOneBlock, otherOrder, type Trace } from '../replay/trace.ts'
import { Walks } from '../replay/walks.ts'
import type { RungContext, RungOutcome, RunRung } from './rung.ts'

export { replayTrace } from '../replay/file.ts'

/** How much is replayed of each profile, beside the corpus and the traces of the model checker. */
export interface Amount {
  /** Random walks; each is followed by itself with one block in the other order. */
  readonly walks: number
  readonly schedules: number
}

/** Two engines keep two cores busy. */
const ENGINES = 2
const DESCRIBED = 20
/** Raw storage is read out of the engine's database once in so many runs; it takes as long as ten of them. */
const VERIFIED_ONE_IN = 40
/** From this length of an epoch on a walk takes as long as a hundred in `tiny`. */
const LONG_EPOCH_SLOTS = 8
const usual: Amount = { walks: 34, schedules: 12 }
const long: Amount = { walks: 2, schedules: 0 }
const none: Amount = { walks: 0, schedules: 0 }
/** Beyond every deadline twice, where epochs are long. */
const LONG_HORIZON_EPOCHS = 3

/** Rung 4: runs on real blocks, model and contracts side by side. */
export const run: RunRung = async (context) => {
  const known = await tracesOf(context)
  const results = new Map<string, Tally>()
  const profiles = [...context.preset.profiles, ...known.variants]
  const queue = [...profiles]
  await Promise.all(
    Array.from({ length: ENGINES }, async () => {
      for (let profile = queue.shift(); profile; profile = queue.shift())
        results.set(
          profile.name,
          await replayProfile(
            withinReach(profile),
            known,
            context,
            known.variants.includes(profile) ? { amount: none } : {},
          ),
        )
    }),
  )
  return outcomeOf(
    profiles.map((profile) => results.get(profile.name)!),
    known.failures,
  )
}

interface Known {
  readonly traces: readonly Trace[]
  /** Profiles of the preset with more provers, for traces that need them. */
  readonly variants: readonly Profile[]
  readonly failures: readonly string[]
}

/** What was counted in the runs of one profile. */
export class Tally {
  traces = 0
  steps = 0
  accepted = 0
  mismatches = 0
  readonly differences: string[] = []
  readonly passed = new Map<RefusalName, number>()
  readonly refused = new Map<RefusalName, number>()
  readonly #reading

  constructor(readonly profile: Profile) {
    this.#reading = readMachine(createL1Rollup(profile))
  }

  count({ steps, course, difference }: Played): void {
    this.traces++
    this.steps += steps
    for (const { event, outcome } of course) {
      if (outcome.accepted) {
        this.accepted++
        for (const check of checksOf(this.#reading, event.type)) add(this.passed, refusalOf[check].refusal)
      } else add(this.refused, outcome.refusal as RefusalName)
    }
    if (difference) this.differ(difference)
  }

  differ(difference: Difference, more = ''): void {
    this.mismatches++
    if (this.differences.length < DESCRIBED) this.differences.push(describeDifference(difference) + more)
  }
}

/**
 * All runs of one profile.
 * @param options for tests: faulty contracts or another machine
 */
export async function replayProfile(
  profile: Profile,
  { traces }: Pick<Known, 'traces'>,
  { seed, signal, progress }: Pick<RungContext, 'seed' | 'signal' | 'progress'>,
  {
    amount = profile.parameters.slotsPerEpoch < LONG_EPOCH_SLOTS ? usual : long,
    corpus,
    ...options
  }: ReplayerOptions & { readonly amount?: Amount; readonly corpus?: string } = {},
): Promise<Tally> {
  const tally = new Tally(profile)
  const replayer = await Replayer.start(profile, options)
  try {
    const play = async (trace: Trace): Promise<Played> => {
      const played = await replayer.play(trace, { signal })
      if (tally.traces % VERIFIED_ONE_IN === 0) await replayer.stand.chain.verifyStorage()
      progress(`${profile.name}: ${tally.traces} traces, ${tally.steps} steps`)
      return played
    }
    for (const trace of traces) if (trace.profile === profile.name) tally.count(await play(trace))
    const walks = new Walks(profile)
    for (let index = 0; index < amount.walks; index++) {
      const walk = walks.walk(seedOf(seed, profile, index))
      const turned = otherOrder(walk, index)
      for (const trace of turned ? [walk, turned] : [walk]) tally.count(await play(trace))
    }
    const search = { seed: seedOf(seed, profile, -1), runs: amount.schedules }
    const found = await searchSchedules(profile, {
      ...search,
      play: async (trace) => {
        const played = await play(trace)
        // Shrinking repeats a difference many times: it counts once, at its smallest.
        tally.count({ ...played, difference: undefined })
        return played
      },
    })
    if (found) {
      const file = await keep(found, `schedule with seed ${search.seed}`, corpus)
      tally.differ(found, `\n  kept as conformance/corpus/${file}`)
    }
    return tally
  } finally {
    await replayer.stop()
  }
}

/**
 * What of a profile can be replayed on real blocks in reasonable time. Where committees are large no mined prevrandao draws
 * what a name draws (see mined-randaos.ts), so epochs are not set up there; rung 3 does that with any prevrandao.
 */
function withinReach(profile: Profile): Profile {
  const { slotsPerEpoch } = profile.parameters
  if (slotsPerEpoch < LONG_EPOCH_SLOTS) return profile
  const horizon = Math.min(profile.horizon, LONG_HORIZON_EPOCHS * slotsPerEpoch)
  return { ...profile, horizon, families: { ...profile.families, setupEpoch: 'none' } }
}

/**
 * The corpus, and the counterexamples and lassos that rung 1 wrote; each also with all of a slot in one block. A lasso comes
 * from the rollup's own rules: where the statechart does not follow it, that is a failure.
 */
export async function tracesOf({
  preset,
  presetName,
  constants,
  out,
}: Pick<RungContext, 'preset' | 'presetName' | 'constants' | 'out'>): Promise<Known> {
  const whole = loadPreset(presetName, constants)
  const traces: Trace[] = await readCorpus()
  const variants = new Map<string, Profile>()
  const failures: string[] = []
  const folder = join(out, 'traces')
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.itf.json')).sort()
  for (const name of files) {
    const file = `traces/${name}`
    try {
      const itf = parseItf(await readFile(join(folder, name), 'utf8'), file)
      const base = baseOf(itf, file, whole.profiles)
      // Rung 1 may have served more profiles than were asked for.
      if (!preset.profiles.some(({ name }) => name === base.name)) continue
      const profile = withProversOf(itf, file, base)
      if (profile !== base) variants.set(profile.name, profile)
      const { trace, departure } = runOfItf(itf, file, profile)
      // The declared models keep their constants when others are asked for.
      if (itf.loop !== undefined && departure && Object.keys(constants).length === 0)
        failures.push(`${file}: state ${departure.state} of the lasso: ${departure.says}`)
      const together = inOneBlock(trace)
      const turned = otherOrder(together)
      traces.push(trace, together, ...(turned ? [turned] : []))
    } catch (error) {
      failures.push((error as Error).message)
    }
  }
  return { traces, variants: [...variants.values()], failures }
}

function outcomeOf(tallies: readonly Tally[], failures: readonly string[]): RungOutcome {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  const merged = (of: (tally: Tally) => ReadonlyMap<RefusalName, number>) => {
    const all = new Map<RefusalName, number>()
    for (const tally of tallies) for (const [name, times] of of(tally)) add(all, name, times)
    return all
  }
  const profiles = tallies.map((tally): ProfileEvidence => {
    const { traces, steps, accepted, mismatches, differences } = tally
    return {
      profile: tally.profile.name,
      numbers: { traces, steps, accepted, refused: steps - accepted, mismatches },
      differences,
    }
  })
  return {
    key: 'replay',
    summary: {
      traces: sum((tally) => tally.traces),
      steps: sum((tally) => tally.steps),
      mismatches: sum((tally) => tally.mismatches),
    },
    profiles,
    stories: [],
    passed: merged((tally) => tally.passed),
    refused: merged((tally) => tally.refused),
    failures: [...failures, ...profiles.flatMap(({ differences }) => differences)],
  }
}

/** Different for every profile and walk, and the same for the same seed. */
function seedOf(seed: number, { name }: Profile, index: number): number {
  let mixed = (seed ^ 0x811c9dc5) >>> 0
  for (const character of `${name} ${index}`)
    mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x01000193) >>> 0
  // fast-check takes 32 bits with a sign.
  return mixed >>> 1
}

function add(map: Map<RefusalName, number>, name: RefusalName, times = 1): void {
  map.set(name, (map.get(name) ?? 0) + times)
}
