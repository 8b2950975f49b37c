import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPreset, type Profile } from '../../../spec/parameters.ts'
import { parseItf } from '../../../tla/tlc/itf.ts'
import type { ProfileEvidence, RungFailure } from '../../evidence.ts'
import { readCorpus } from '../../runs/corpus.ts'
import { baseOf, withProversOf } from '../../runs/file.ts'
import { runOfItf } from '../../runs/itf-run.ts'
import { inOneBlock, otherOrder, type Trace } from '../../runs/trace.ts'
import type { Cause } from '../causes/causes.ts'
import { CauseFinder, ofBytecode } from '../causes/finder.ts'
import { tellingOf } from '../causes/telling.ts'
import { sumOfCounts } from '../counts.ts'
import type { RungContext, RungOutcome, RunRung } from '../rung.ts'
import { inSideProcesses } from '../sideProcess.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import type { Amount, ProfileReplay, ReplayTask } from './profile.ts'

export { replayTrace } from '../../runs/file.ts'

const taskFile = new URL('./task.ts', import.meta.url)
const processes = 2
/** From this length of an epoch on a walk takes as long as a hundred in `tiny`. */
const LONG_EPOCH_SLOTS = 8
const usual: Amount = { walks: 24, schedules: 12 }
const long: Amount = { walks: 2, schedules: 0 }
const none: Amount = { walks: 0, schedules: 0 }
/** Beyond every deadline twice, where epochs are long. */
const LONG_HORIZON_EPOCHS = 3

/** Rung 4: runs on real blocks, model and contracts side by side. */
export const run: RunRung = async (context) => {
  const { progress, did, signal, seed } = context
  const known = await tracesOf(context)
  const profiles = [...context.preset.profiles, ...known.variants]
  const amountOf = (profile: Profile): Amount => {
    if (known.variants.includes(profile)) return none
    return profile.parameters.slotsPerEpoch < LONG_EPOCH_SLOTS ? usual : long
  }
  const tasks = profiles.map(
    (profile): ReplayTask => ({
      profile: withinReach(profile),
      traces: known.traces.filter((trace) => trace.profile === profile.name),
      amount: amountOf(profile),
      seed,
    }),
  )
  const subject = anySubject(l1RollupSubject)
  const finder = new CauseFinder(subject, context, ofBytecode)
  const found = (cause: Cause) => finder.announce(cause)
  const replays = await inSideProcesses<ReplayTask, ProfileReplay, Cause>(taskFile, tasks, {
    processes,
    progress,
    did,
    found,
    signal,
  })
  for (const { causes } of replays) finder.merge(causes)
  const told = tellingOf(subject, finder, { out: context.out, folder: 'replay' }, traceOf)
  return outcomeOf(profiles, replays, finder, {
    ...told,
    failures: [...known.failures, ...told.failures],
  })
}

/** A trace of the model checker that shows a cause is what to replay. */
const traceOf = ({ nearest: { run } }: Cause): string | undefined =>
  run !== undefined && /^traces\/.*\.itf\.json$/.test(run) ? run : undefined

interface Known {
  readonly traces: readonly Trace[]
  /** Profiles of the preset with more provers, for traces that need them. */
  readonly variants: readonly Profile[]
  readonly failures: readonly RungFailure[]
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
  const failures: RungFailure[] = []
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
        failures.push({
          profile: base.name,
          clauses: [],
          text: `${file}: state ${departure.state} of the lasso: ${departure.says}`,
        })
      const together = inOneBlock(trace)
      const turned = otherOrder(together)
      traces.push(trace, together, ...(turned ? [turned] : []))
    } catch (error) {
      failures.push({ clauses: [], text: (error as Error).message })
    }
  }
  return { traces, variants: [...variants.values()], failures }
}

function outcomeOf(
  profiles: readonly Profile[],
  replays: readonly ProfileReplay[],
  finder: CauseFinder,
  told: Pick<RungOutcome, 'failures' | 'stories'>,
): RungOutcome {
  const total = (of: 'traces' | 'steps' | 'mismatches') =>
    replays.reduce((sum, replay) => sum + replay[of], 0)
  const evidence = replays.map((replay, index): ProfileEvidence => {
    const { traces, steps, accepted, mismatches } = replay
    return {
      profile: profiles[index]!.name,
      numbers: { traces, steps, accepted, refused: steps - accepted, mismatches },
      differences: mismatches > 0 ? finder.told(profiles[index]!.name) : [],
    }
  })
  return {
    key: 'replay',
    summary: { traces: total('traces'), steps: total('steps'), mismatches: total('mismatches') },
    profiles: evidence,
    passed: sumOfCounts(replays.map(({ passed }) => passed)),
    refused: sumOfCounts(replays.map(({ refused }) => refused)),
    ...told,
  }
}
