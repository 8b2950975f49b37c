/** The configurations of the models: what each checks, and with which constants. */
import { readFileSync } from 'node:fs'
import type { Profile } from '../../spec/parameters.ts'
import { type Properties, propertiesOf, readModule } from '../tlc/module.ts'
import type { BugModule } from '../tlc/written.ts'
import { constantLines, ruleConstantLines } from './profileModule.ts'

const statedIn = (module: string): Properties =>
  propertiesOf(readModule(readFileSync(new URL(module, import.meta.url), 'utf8')))

const [directModule, consequencesModule] = ['L1RollupProperties.tla', 'L1RollupConsequences.tla'] as const
/** What the rules are made for, and what follows from them. */
const direct = statedIn(directModule)
const consequences = statedIn(consequencesModule)

/** Where a property is stated, `file:line` in the tree, and what is said above it; `undefined` for other names. */
export function statementOf(property: string): { place: string; comment: string } | undefined {
  for (const [module, { invariants, steps }] of [
    [directModule, direct],
    [consequencesModule, consequences],
  ] as const) {
    const found = [...invariants, ...steps].find(({ name }) => name === property)
    if (found) return { place: `tla/l1-rollup/${module}:${found.line}`, comment: found.comment.join(' ') }
  }
  return undefined
}

export const properties: Properties = {
  invariants: [...direct.invariants, ...consequences.invariants],
  steps: [...direct.steps, ...consequences.steps],
}

const configuration = (lines: readonly string[], constants: readonly string[]): string =>
  ['INIT MCInit', 'NEXT MCNext', 'CHECK_DEADLOCK FALSE', ...lines, 'CONSTANTS', ...constants, ''].join('\n')

const checking = ({ invariants, steps }: Properties): string[] => [
  ...invariants.map(({ name }) => `INVARIANT ${name}`),
  ...steps.map(({ name }) => `PROPERTY ${name}`),
]

const dumps = ['INVARIANT DumpAllRefusals', 'INVARIANT DumpAllProbes']

/** The configuration of a profile's safety model, which also writes the labelled graph when a dump is asked for. */
export const safetyConfiguration = (profile: Profile, stateLimit?: number): string =>
  configuration(
    [
      'VIEW View',
      'ACTION_CONSTRAINT DumpTransitions',
      'INVARIANT StatesAreWithinLimit',
      ...dumps,
      ...checking(properties),
    ],
    constantLines(profile, stateLimit),
  )

/** The constant that a line assigns. */
const assigned = (line: string): string => line.trim().split(' ')[0]!

/**
 * The configuration of a Bug model. Most mistakes show in some consequence before they show where they belong, so that
 * consequences are checked only where one of them is to be violated.
 * @param replaced every `X` in whose place it has its `BuggyX`
 */
export function bugConfiguration(
  profile: Profile,
  { replaced, violates }: Pick<BugModule, 'replaced' | 'violates'>,
): string {
  const isDirect = [...direct.invariants, ...direct.steps].some(({ name }) => name === violates)
  const kept = constantLines(profile).filter((line) => !replaced.includes(assigned(line)))
  const replacements = replaced.map((name) => `    ${name} <- Buggy${name}`)
  return configuration(['VIEW View', ...checking(isDirect ? direct : properties)], [...kept, ...replacements])
}

/** The configuration of a Reach model. @param never the invariant that must be violated */
export const reachConfiguration = (profile: Profile, never: string): string =>
  configuration(['VIEW ReachView', `INVARIANT ${never}`], constantLines(profile))

/** The configuration of a liveness model: the constants of the profile after what people wrote. */
export function liveConfiguration(profile: Profile, written: string): string {
  const own = written.split('\n').map(assigned)
  const rest = ruleConstantLines(profile).filter((line) => !own.includes(assigned(line)))
  return [written.trimEnd(), ...rest, ''].join('\n')
}
