import {
  type Failure,
  type ModelResult,
  type RungKey,
  rungKeys,
  rungTitles,
  type Summary,
} from '../evidence.ts'

/** What one rung of the ladder shows for itself. */
export interface RungNumbers {
  readonly key: RungKey
  /** Place on the ladder, from 1. */
  readonly number: number
  readonly title: string
  /** `passed`, `failed`, or `absent` if it was not asked for. */
  readonly status: 'passed' | 'failed' | 'absent'
  readonly numbers: readonly { readonly label: string; readonly value: number; readonly bad?: boolean }[]
  readonly failures: readonly Failure[]
}

/** Every rung in its order, those that did not run included. */
export function rungNumbers(summary: Summary): RungNumbers[] {
  return rungKeys.map((key, index) => {
    const failures = summary.failures.filter(({ rung }) => rung === key)
    const ran = summary.rungs[key] !== undefined
    return {
      key,
      number: index + 1,
      title: rungTitles[key],
      status: failures.length > 0 ? 'failed' : ran ? 'passed' : 'absent',
      numbers: numbersOf(summary, key),
      failures,
    }
  })
}

/** Failures of no rung. */
export const otherFailures = ({ failures }: Summary): Failure[] =>
  failures.filter(({ rung }) => rung === undefined)

export const isAsExpected = ({ expected, result }: ModelResult): boolean => expected === result

function numbersOf({ rungs }: Summary, key: RungKey): RungNumbers['numbers'] {
  if (key === 'modelChecking') {
    const models = rungs.modelChecking?.models
    if (!models) return []
    const unexpected = models.filter((model) => !isAsExpected(model)).length
    return [
      {
        label: 'distinct states',
        value: models.reduce((sum, { distinctStates }) => sum + distinctStates, 0),
      },
      { label: 'models', value: models.length },
      { label: 'not as expected', value: unexpected, bad: unexpected > 0 },
    ]
  }
  if (key === 'graphParity') {
    const found = rungs.graphParity
    if (!found) return []
    return [
      { label: 'states', value: found.states },
      { label: 'transitions', value: found.transitions },
      { label: 'lists of effects', value: found.effects },
      { label: 'refusal sets', value: found.refusalSets },
      { label: 'generated steps', value: found.steps },
      { label: 'probes', value: found.probes },
      { label: 'pairs drawn', value: found.pairs },
      { label: 'differences', value: found.differences, bad: found.differences > 0 },
    ]
  }
  if (key === 'oneStep') {
    const found = rungs.oneStep
    if (!found) return []
    return [
      { label: 'states', value: found.states },
      { label: 'accepted calls', value: found.enabled },
      { label: 'refused calls', value: found.disabled },
      { label: 'probe calls', value: found.probes },
      { label: 'pairs drawn', value: found.pairs },
      { label: 'calls of Boundary lines', value: found.boundaries },
      { label: 'calls a second', value: Math.round(found.callsPerSecond) },
      { label: 'mismatches', value: found.mismatches, bad: found.mismatches > 0 },
    ]
  }
  const found = rungs.replay
  if (!found) return []
  return [
    { label: 'traces', value: found.traces },
    { label: 'steps', value: found.steps },
    { label: 'mismatches', value: found.mismatches, bad: found.mismatches > 0 },
  ]
}

/** 1234567 as 1,234,567; the same on every machine. */
export const grouped = (value: number): string =>
  Number.isInteger(value)
    ? String(value).replace(/\B(?=(\d{3})+$)/g, ',')
    : String(Math.round(value * 100) / 100)
