import { type Failure, type RungKey, rungKeys, rungTitles } from '../evidence.ts'

type Numbers = NonNullable<Failure['numbers']>
type Deviation = Numbers[number]

/** Numbers that are told of the first profiles; the others are counted, and all are in `numbers`. */
const TOLD_PROFILES = 3

/**
 * Failures about how much was covered, those that one cause explains as one: the numbers of a rung are told together. What
 * was not run at all stays a failure of its own.
 * @param missingSides clauses of which bytecode did not show a side
 * @param failed rungs that found differences or did not come to their end: numbers of theirs, and of rungs after them,
 * may be off for that
 */
export function groupedCoverage(
  problems: readonly Failure[],
  missingSides: readonly Failure[],
  failed: readonly RungKey[],
): Failure[] {
  const first = Math.min(...failed.map((key) => rungKeys.indexOf(key)))
  const follows = (key: RungKey): boolean => rungKeys.indexOf(key) >= first
  const all = problems.flatMap((problem) => problem.numbers ?? [])
  // What is not as recorded need not be told again as not being that of another rung.
  const numbers = all.filter((one) => one.as === undefined || !all.some((other) => isRecordOf(one, other)))
  const following = numbers.filter(({ rung }) => follows(rung))
  return [
    ...problems.filter((problem) => problem.numbers === undefined),
    ...rungKeys.flatMap((rung) => {
      const own = numbers.filter((one) => one.rung === rung && !follows(rung))
      return own.length > 0 ? [ofRung(rung, own)] : []
    }),
    ...(following.length > 0 ? [consequences(following)] : []),
    ...(missingSides.length > 1 && follows('oneStep') ? [sidesTogether(missingSides)] : missingSides),
  ]
}

const isRecordOf = (one: Deviation, other: Deviation): boolean =>
  other.as === undefined &&
  other.rung === one.rung &&
  other.profile === one.profile &&
  /^(distinctS|s)tates$/.test(other.name)

function ofRung(rung: RungKey, numbers: Numbers): Failure {
  const profiles = profilesIn(numbers)
  const meant = numbers.some(({ as }) => as === undefined) ? '; if that is meant, npm run record' : ''
  if (profiles.length === 1) {
    const [one, ...others] = mainFirst(numbers)
    const more =
      others.length === 0
        ? ''
        : `, ${others.length} other ${others.length === 1 ? 'number' : 'numbers'} moved: ${others.map(deviationText).join(', ')}`
    return {
      rung,
      profile: profiles[0]!,
      clauses: [],
      text: `${deviationText(one!)}${more}${meant}`,
      numbers,
    }
  }
  const lines = profiles.map((profile) => `  ${profileText(profile, numbers)}`)
  return {
    rung,
    clauses: [],
    text: [`numbers of ${profiles.length} profiles moved${meant}`, ...lines].join('\n'),
    numbers,
  }
}

/** One line: they are expected to be off as soon as something differs. */
function consequences(numbers: Numbers): Failure {
  const profiles = profilesIn(numbers)
  const told = profiles.slice(0, TOLD_PROFILES).map((profile) => {
    const [one, ...others] = mainFirst(numbers.filter((it) => it.profile === profile))
    return `${profile} ${deviationText(one!)}${others.length > 0 ? ` and ${others.length} more` : ''}`
  })
  const rest = profiles.length - told.length
  const more = rest > 0 ? `, and of ${rest} more ${rest === 1 ? 'profile' : 'profiles'}` : ''
  return { clauses: [], text: `numbers that follow from this are off: ${told.join(', ')}${more}`, numbers }
}

const sidesTogether = (missing: readonly Failure[]): Failure => ({
  rung: 'oneStep',
  clauses: [...new Set(missing.flatMap(({ clauses }) => clauses))],
  text: `what differs was not counted, so sides are missing of ${missing.length} clauses: ${missing.map(({ text }) => text).join('; ')}`,
})

/** All numbers of a profile, in a line. */
export const profileText = (profile: string, numbers: Numbers): string =>
  `${profile}: ${mainFirst(numbers.filter((it) => it.profile === profile))
    .map(deviationText)
    .join(', ')}`

export const profilesIn = (numbers: Numbers): string[] => [...new Set(numbers.map(({ profile }) => profile))]

/** The number of states explains the others. */
function mainFirst(numbers: Numbers): Deviation[] {
  const isMain = ({ name }: Deviation): boolean => name === 'states' || name === 'distinctStates'
  return [...numbers.filter(isMain), ...numbers.filter((one) => !isMain(one))]
}

const words: Readonly<Record<string, string>> = {
  distinctStates: 'states',
  refusalSets: 'refusal sets',
  steps: 'generated steps',
  enabled: 'accepted calls',
  disabled: 'refused calls',
}

/** `12,345 states instead of 12,340`. */
function deviationText({ name, found, expected, as }: Deviation): string {
  const word = words[name] ?? name
  const grouped = (count: number | undefined): string => count?.toLocaleString('en') ?? 'none'
  const whose = as === undefined ? '' : ` of ${rungTitles[as]}`
  return `${grouped(found)} ${word} instead of ${grouped(expected)}${whose}`
}
