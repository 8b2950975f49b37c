import type { RefusalName } from '../../model/refusals.ts'
import { namedBodies } from '../concrete/bodies.ts'
import { deployProfile } from '../concrete/deployment.ts'
import type { ProfileEvidence } from '../evidence.ts'
import { type Mismatch, runOneStep } from '../one-step/run.ts'
import { exploreProfile } from '../parity/profile.ts'
import type { RunRung } from './rung.ts'

/** Rung 3 for every profile of the preset. */
export const run: RunRung = async ({ preset, progress, signal }) => {
  const total = { states: 0, enabled: 0, disabled: 0, mismatches: 0 }
  const profiles: ProfileEvidence[] = []
  const failures: string[] = []
  const passed = new Map<RefusalName, number>()
  const refused = new Map<RefusalName, number>()
  let seconds = 0
  for (const profile of preset.profiles) {
    signal.throwIfAborted()
    progress(`profile ${profile.name}: exploring`)
    const graph = exploreProfile(profile)
    const deployment = await deployProfile(profile, namedBodies)
    const result = await runOneStep(deployment, graph, {
      signal,
      progress: (states, calls) =>
        progress(`profile ${profile.name}: ${states} of ${graph.states.length} states, ${calls} calls`),
    })
    const { states, enabled, disabled, mismatchCount, mismatches } = result
    total.states += states
    total.enabled += enabled
    total.disabled += disabled
    total.mismatches += mismatchCount
    seconds += result.seconds
    add(passed, result.passed)
    add(refused, result.refused)
    const differences = mismatches.map(describe)
    profiles.push({
      profile: profile.name,
      numbers: { states, enabled, disabled, mismatches: mismatchCount, seconds: result.seconds },
      differences,
    })
    if (mismatchCount > 0)
      failures.push(`profile ${profile.name}: ${mismatchCount} mismatches, the first: ${differences[0]}`)
    if (states !== graph.states.length)
      failures.push(`profile ${profile.name}: ${states} of ${graph.states.length} states were injected`)
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
