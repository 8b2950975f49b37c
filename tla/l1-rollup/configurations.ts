/** The configurations of the models: what each checks, and with which constants. */
import { readFileSync } from 'node:fs'
import type { Profile } from '../../spec/parameters.ts'
import { propertiesOf, readModule } from '../tlc/module.ts'
import { constantLines, ruleConstantLines } from './profileModule.ts'

/** What L1RollupProperties.tla states. */
export const properties = propertiesOf(
  readModule(readFileSync(new URL('L1RollupProperties.tla', import.meta.url), 'utf8')),
)

const configuration = (lines: readonly string[], constants: readonly string[]): string =>
  ['INIT MCInit', 'NEXT MCNext', 'CHECK_DEADLOCK FALSE', ...lines, 'CONSTANTS', ...constants, ''].join('\n')

const allProperties = [
  ...properties.invariants.map(({ name }) => `INVARIANT ${name}`),
  ...properties.steps.map(({ name }) => `PROPERTY ${name}`),
]

const dumps = ['INVARIANT DumpAllRefusals', 'INVARIANT DumpAllProbes']

/** The configuration of a profile's safety model, which also writes the labelled graph when a dump is asked for. */
export const safetyConfiguration = (profile: Profile): string =>
  configuration(
    ['VIEW View', 'ACTION_CONSTRAINT DumpTransitions', ...dumps, ...allProperties],
    constantLines(profile),
  )

/** The constant that a line assigns. */
const assigned = (line: string): string => line.trim().split(' ')[0]!

/** The configuration of a Bug model. @param replaced every `X` in whose place it has its `BuggyX` */
export function bugConfiguration(profile: Profile, replaced: readonly string[]): string {
  const kept = constantLines(profile).filter((line) => !replaced.includes(assigned(line)))
  const replacements = replaced.map((name) => `    ${name} <- Buggy${name}`)
  return configuration(['VIEW View', ...allProperties], [...kept, ...replacements])
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
