/**
 * What rungs 1 and 2 check of the system: the cuts of `tla/system` and of `model/system`, under the names that the report
 * and the command line have.
 */
import type { Composed, ComposedTypes } from '../../model/core/composed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { epoch } from '../../model/system/epoch/epoch.ts'
import { fallback } from '../../model/system/fallback/fallback.ts'
import { slot } from '../../model/system/slot/slot.ts'
import { type Cut, cuts } from '../../tla/system/cuts.ts'
import { type Modelled, subjects } from './subjects.ts'

/** A cut with what it is called. */
export interface CheckedCut extends Modelled {
  /** As its folder is called, and as the command line names it: `slot`. */
  readonly name: string
  /** The same of statecharts; absent: only TLA+ composes it. */
  readonly composed?: Composed<ComposedTypes>
  /** Its profiles in preset `deep`, with the distinct states that each must have: no record has them. */
  readonly large: NonNullable<Cut['large']>
}

const composedCuts: Readonly<Record<string, Composed<ComposedTypes>>> = {
  slot: slot as unknown as Composed<ComposedTypes>,
  epoch: epoch as unknown as Composed<ComposedTypes>,
  fallback: fallback as unknown as Composed<ComposedTypes>,
}

/** Like a role of a node it is checked with a preset of its own, and not where some profiles of another were asked for. */
export const checkedCut = ({ cut, twin, profiles, large = [] }: Cut): CheckedCut => ({
  name: cut,
  large,
  prefix: `system/${cut}/`,
  twin,
  profiles: ({ allProfiles, presetName }) =>
    !allProfiles ? [] : presetName === 'deep' ? large.map(({ profile }) => profile) : profiles,
  modelProfiles: () => profiles,
  ...(composedCuts[cut] && { composed: composedCuts[cut] }),
})

export const checkedCuts: readonly CheckedCut[] = cuts.map(checkedCut)

/** The names of those with profiles in preset `deep`. */
export const largeCuts: readonly string[] = checkedCuts
  .filter(({ large }) => large.length > 0)
  .map(({ name }) => name)

/** What can be checked alone, by name: actors, and what is composed of them. */
export const checkedNames: readonly string[] = [
  ...subjects.map(({ actor }) => actor.name),
  ...checkedCuts.map(({ name }) => name),
]

/** Whether what the report or the record calls so is of one of these actors and cuts, by the prefix of the name. */
export const isOf =
  (names: readonly string[]) =>
  (name: string): boolean => {
    const prefixes = [
      ...subjects.map(({ actor, prefix }) => ({ of: actor.name, prefix })),
      ...checkedCuts.map((cut) => ({ of: cut.name, prefix: cut.prefix })),
    ]
    const found = prefixes.find(({ prefix }) => prefix !== '' && name.startsWith(prefix))
    return names.includes(found?.of ?? l1Rollup.name)
  }
