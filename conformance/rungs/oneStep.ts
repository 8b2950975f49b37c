import type { RefusalName } from '../../model/refusals.ts'
import type { Profile } from '../../spec/parameters.ts'
import { namedBodies } from '../concrete/bodies.ts'
import { deployProfile } from '../concrete/deployment.ts'
import type { ProfileEvidence } from '../evidence.ts'
import { type CaseState, casesOfGraph, casesOfWalks } from '../one-step/cases.ts'
import { type Mismatch, runOneStep } from '../one-step/run.ts'
import { exploreProfile } from '../parity/profile.ts'
import type { RunRung } from './rung.ts'

/** Seeds of the walks through a profile that is too large to be explored, and the steps of each. */
const walkLength = 400
const walkCount = 6

/** Rung 3 for every profile of the preset: every state of `tiny`, the states of seeded walks through `rfc`. */
export const run: RunRung = async ({ preset, presetName, progress, signal, seed }) => {
  const walks =
    presetName === 'tiny'
      ? undefined
      : Array.from({ length: walkCount }, (_, index) => ({ seed: seed + index, length: walkLength }))
  const total = { states: 0, enabled: 0, disabled: 0, mismatches: 0 }
  const profiles: ProfileEvidence[] = []
  const failures: string[] = []
  const passed = new Map<RefusalName, number>()
  const refused = new Map<RefusalName, number>()
  let seconds = 0
  for (const profile of preset.profiles) {
    signal.throwIfAborted()
    const { count, states } = statesOf(profile, walks, (known) =>
      progress(`profile ${profile.name}: ${known} states known`),
    )
    const deployment = await deployProfile(profile, namedBodies)
    const result = await runOneStep(deployment, states, {
      signal,
      progress: (done, calls) =>
        progress(`profile ${profile.name}: ${done} of ${count} states, ${calls} calls`),
    })
    const { enabled, disabled, mismatchCount, mismatches } = result
    total.states += result.states
    total.enabled += enabled
    total.disabled += disabled
    total.mismatches += mismatchCount
    seconds += result.seconds
    add(passed, result.passed)
    add(refused, result.refused)
    const differences = mismatches.map(describe)
    profiles.push({
      profile: profile.name,
      numbers: {
        states: result.states,
        enabled,
        disabled,
        mismatches: mismatchCount,
        seconds: result.seconds,
      },
      differences,
    })
    if (mismatchCount > 0)
      failures.push(`profile ${profile.name}: ${mismatchCount} mismatches, the first: ${differences[0]}`)
    if (result.states !== count)
      failures.push(`profile ${profile.name}: ${result.states} of ${count} states were injected`)
  }
  const callsPerSecond = Math.round((total.enabled + total.disabled) / seconds)
  return {
    key: 'oneStep',
    summary: { ...total, callsPerSecond },
    profiles,
    stories: [],
    passed,
    refused,
    failures,
  }
}

function describe({ state, event, expected, found }: Mismatch): string {
  return `${event} in state ${state}\nexpected: ${expected}\nfound: ${found}`
}

function add(total: Map<RefusalName, number>, more: ReadonlyMap<RefusalName, number>): void {
  for (const [name, count] of more) total.set(name, (total.get(name) ?? 0) + count)
}

function statesOf(
  profile: Profile,
  walks: readonly { seed: number; length: number }[] | undefined,
  progress: (known: number) => void,
): { count: number; states: Iterable<CaseState> } {
  if (walks) {
    const states = [...casesOfWalks(profile, walks)]
    progress(states.length)
    return { count: states.length, states }
  }
  const graph = exploreProfile(profile)
  progress(graph.states.length)
  return { count: graph.states.length, states: casesOfGraph(graph) }
}
