import { loadPointwise, type Profile } from '../../../spec/parameters.ts'
import type { ProfileEvidence } from '../../evidence.ts'
import type { Cause } from '../causes/causes.ts'
import { CauseFinder, ofBytecode } from '../causes/finder.ts'
import { tellingOf } from '../causes/telling.ts'
import { sumOfCounts } from '../counts.ts'
import { readRecord } from '../record.ts'
import type { RungContext, RunRung } from '../rung.ts'
import { inSideProcesses } from '../sideProcess.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { boundaryProfiles } from './boundaries/answers.ts'
import { together } from './pairs.ts'
import type { Mismatch } from './run.ts'
import type { OneStepAnswer, OneStepTask } from './task.ts'

/** Walks through a profile that is too large to be explored, and the steps of each. */
const walkLength = 400
const walkCount = 6
const processes = 2
const sharesOfLast = 4
const pairsPerProfile = { states: 400, eventsPerState: 100 }
const pairsAtFirst = { states: 40, eventsPerState: 40 }
const taskFile = new URL('./task.ts', import.meta.url)

/** Rung 3 for every profile of the preset: every state of `tiny`, the states of seeded walks through `rfc`. */
export const run: RunRung = async (context) => {
  const { progress, did, signal } = context
  const started = performance.now()
  const subject = anySubject(l1RollupSubject)
  const finder = new CauseFinder(subject, context, ofBytecode)
  const tasks = tasksOf(context)
  const first = looksAtFirst(context)
  const found = (cause: Cause) => finder.announce(cause)
  const given = await inSideProcesses<OneStepTask, OneStepAnswer, Cause>(taskFile, [...first, ...tasks], {
    processes,
    progress,
    did,
    found,
    signal,
  })
  const answers = given.slice(first.length)
  for (const { causes } of answers) finder.merge(causes)
  finder.supplement(given.slice(0, first.length).flatMap(({ causes }) => causes))
  const seconds = (performance.now() - started) / 1000
  const total = { states: 0, enabled: 0, disabled: 0, probes: 0, mismatches: 0 }
  const apart = { pairs: 0, boundaries: 0 }
  const profiles: ProfileEvidence[] = []
  const { failures, stories } = tellingOf(subject, finder, { out: context.out, folder: 'one-step' })
  const last = (task: OneStepTask) => Number(task.boundaries ?? false)
  const asked = [...new Set(tasks.toSorted((a, b) => last(a) - last(b)).map((task) => task.profile))]
  for (const profile of inPresetOrder(asked, context)) {
    const numbers = { states: 0, enabled: 0, disabled: 0, probes: 0, mismatches: 0 }
    const mismatches: Mismatch[] = []
    let expectedStates = 0
    let kind: keyof typeof apart | undefined
    for (const [index, answer] of answers.entries()) {
      if (tasks[index]!.profile !== profile) continue
      kind = kindOf(tasks[index]!)
      numbers.states += answer.states
      numbers.enabled += answer.enabled
      numbers.disabled += answer.disabled
      numbers.probes += answer.probes
      numbers.mismatches += answer.mismatchCount + answer.contradictions.length
      mismatches.push(...answer.mismatches)
      failures.push(...answer.contradictions)
      expectedStates += answer.expectedStates
    }
    // What was drawn, and what the clauses name, is counted apart from what is reachable.
    if (kind) apart[kind] += numbers.enabled + numbers.disabled
    for (const key of ['states', 'enabled', 'disabled', 'probes', 'mismatches'] as const)
      if (key === 'mismatches' || !kind) total[key] += numbers[key]
    const differences = mismatches.length > 0 ? finder.told(profile.name) : []
    profiles.push({ profile: kind ? `${profile.name} (${kind})` : profile.name, numbers, differences })
    if (numbers.states !== expectedStates)
      failures.push({
        profile: profile.name,
        clauses: [],
        text: `${numbers.states} of ${expectedStates} states were injected`,
      })
  }
  // Of the whole rung, exploring and deploying included.
  const callsPerSecond = Math.round(
    (total.enabled + total.disabled + total.probes + apart.pairs + apart.boundaries) / seconds,
  )
  return {
    key: 'oneStep',
    summary: { ...total, ...apart, callsPerSecond },
    profiles,
    stories,
    passed: sumOfCounts(answers.map(({ passed }) => passed)),
    refused: sumOfCounts(answers.map(({ refused }) => refused)),
    decided: together(answers.map(({ decided }) => decided)),
    sides: {
      passed: sumOfCounts(answers.map(({ sides }) => sides.passed)),
      refused: sumOfCounts(answers.map(({ sides }) => sides.refused)),
    },
    failures,
  }
}

const kindOf = ({ pairs, boundaries }: OneStepTask) =>
  pairs ? 'pairs' : boundaries ? 'boundaries' : undefined

/**
 * Each profile is a task, the largest first by what was recorded; the smallest is divided, so that the processes end at
 * about the same time.
 */
function tasksOf({ preset, presetName, allProfiles, seed, stateLimit, graphs }: RungContext): OneStepTask[] {
  const known = readRecord().rungs.oneStep ?? {}
  const states = (profile: Profile) => known[profile.name]?.states ?? Number.POSITIVE_INFINITY
  const ordered = [...preset.profiles].sort((left, right) => (states(right) > states(left) ? 1 : -1))
  const walks =
    presetName !== 'rfc'
      ? undefined
      : Array.from({ length: walkCount }, (_, index) => ({ seed: seed + index, length: walkLength }))
  const reached = ordered.flatMap((profile, number) => {
    const of = number === ordered.length - 1 ? sharesOfLast : 1
    const graph = graphs.fileOf(profile.name)
    const found = walks ? { walks } : { stateLimit: stateLimit(profile.name), ...(graph && { graph }) }
    return Array.from(
      { length: of },
      (_, index): OneStepTask => ({ profile, ...found, share: { index, of } }),
    )
  })
  // Pairs and Boundary lines belong to the whole preset: they show what none of its profiles reaches.
  if (presetName !== 'tiny' || !allProfiles) return reached
  const drawn = loadPointwise('bytecode').flatMap((profile) =>
    Array.from(
      { length: processes },
      (_, index): OneStepTask => ({
        profile,
        pairs: { seed, ...pairsPerProfile },
        share: { index, of: processes },
      }),
    ),
  )
  const named = boundaryProfiles().map(
    (profile): OneStepTask => ({ profile, boundaries: true, share: { index: 0, of: 1 } }),
  )
  // Boundary lines take a second and show most of what differs.
  return [...named, ...drawn, ...reached]
}

/**
 * What shows most of what differs in seconds: a few pairs, because all of them take longer to be drawn, and the Boundary
 * lines, where they are not among the tasks. Nothing of it is counted.
 */
function looksAtFirst({ presetName, allProfiles, constants, seed }: RungContext): OneStepTask[] {
  // Boundary lines and pairs have constants of their own.
  if (presetName !== 'tiny' || Object.keys(constants).length > 0) return []
  const share = { index: 0, of: 1 }
  const few = loadPointwise('bytecode').map(
    (profile): OneStepTask => ({ profile, pairs: { seed, ...pairsAtFirst }, share }),
  )
  const named = boundaryProfiles().map((profile): OneStepTask => ({ profile, boundaries: true, share }))
  return allProfiles ? few : [...few, ...named]
}

/** As the preset has them; what belongs to none of its profiles comes last. */
function inPresetOrder(profiles: readonly Profile[], { preset }: RungContext): Profile[] {
  const place = (profile: Profile) => preset.profiles.indexOf(profile) + 1 || profiles.length + 1
  return [...profiles].sort((left, right) => place(left) - place(right))
}
