/** A profile as TLA+: the root module of its model, and the constants of a configuration. */
import { STATE_LIMIT } from '../../spec/parameters.ts'
import { integer, moduleText } from './text.ts'
import { assignment, type Constant, moduleName, type Twin } from './twin.ts'

type Named = { readonly name: string }

const definitions = (constants: readonly Constant[]): string[] =>
  constants.flatMap(([name, value]) => ['', `Profile${name} == ${value}`])

/** Name of the module with the values of a profile that only TLA+ can express: `ChainValues`. */
export const valuesModuleName = (profile: Named): string => `${moduleName(profile)}Values`

/**
 * The values of a profile for the constants of the rules: an operator `Profile…` for every constant that a configuration
 * cannot hold.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const valuesModule = <Profile extends Named>(twin: Twin<Profile>, profile: Profile): string =>
  moduleText(valuesModuleName(profile), [
    'EXTENDS Integers, Sequences',
    ...definitions(twin.rules(profile).structured),
  ])

/**
 * The modules of a profile by file name: its root module, and the values that this extends.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export const profileModules = <Profile extends Named>(
  twin: Twin<Profile>,
  profile: Profile,
): Map<string, string> =>
  new Map([
    [`${valuesModuleName(profile)}.tla`, valuesModule(twin, profile)],
    [
      `${moduleName(profile)}.tla`,
      moduleText(moduleName(profile), [
        `EXTENDS ${twin.modules.root}, ${valuesModuleName(profile)}`,
        ...definitions(twin.bounds(profile).structured),
      ]),
    ],
  ])

const replacement = ([name]: Constant): string => `    ${name} <- Profile${name}`

/**
 * Lines for the constants of the rules, where the root module extends the profile's values and nothing is explored.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export function ruleLines<Profile extends Named>(twin: Twin<Profile>, profile: Profile): string[] {
  const { plain, structured } = twin.rules(profile)
  return [...plain.map(assignment), ...structured.map(replacement)]
}

/** The same with tables, where something is explored. */
export const ruleConstantLines = <Profile extends Named>(twin: Twin<Profile>, profile: Profile): string[] => [
  ...ruleLines(twin, profile),
  ...twin.tables(profile),
]

/**
 * Lines for the constants of the root module too, where the root module is that of the profile.
 * @throws ProfileModuleError for values that TLA+ or TLC cannot express
 */
export function constantLines<Profile extends Named>(
  twin: Twin<Profile>,
  profile: Profile,
  stateLimit = STATE_LIMIT,
): string[] {
  const { plain, structured } = twin.bounds(profile)
  const limit: Constant = ['StateLimit', integer(stateLimit, 'the limit of states')]
  return [
    ...ruleConstantLines(twin, profile),
    ...[...plain, limit].map(assignment),
    ...structured.map(replacement),
  ]
}
