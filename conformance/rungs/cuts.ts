/**
 * What rungs 1 and 2 check of the system: the cuts of `tla/system` and of `model/system`, under the names that the report
 * and the command line have.
 */
import type { Composed, ComposedTypes } from '../../model/core/composed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { slot } from '../../model/system/slot/slot.ts'
import { type Cut, cuts } from '../../tla/system/cuts.ts'
import { type Modelled, subjects } from './subjects.ts'

/** A cut with what it is called. */
export interface CheckedCut extends Modelled {
  /** As its folder is called, and as the command line names it: `slot`. */
  readonly name: string
  /** The same of statecharts; absent: only TLA+ composes it. */
  readonly composed?: Composed<ComposedTypes>
}

/** Of a profile that does not say otherwise. */
interface Comparable {
  readonly name: string
  readonly isCompared?: boolean
}

/** Whether the graphs of a profile are compared. */
export const isCompared = ({ composed }: CheckedCut, profile: Comparable): boolean =>
  composed !== undefined && profile.isCompared !== false

const composedCuts: Readonly<Record<string, Composed<ComposedTypes>>> = {
  slot: slot as unknown as Composed<ComposedTypes>,
}

/** Like a role of a node it is checked with a preset of its own, and not where some profiles of another were asked for. */
export const checkedCut = ({ cut, twin, profiles }: Cut): CheckedCut => ({
  name: cut,
  prefix: `system/${cut}/`,
  twin,
  profiles: ({ allProfiles }) => (allProfiles ? profiles : []),
  modelProfiles: () => profiles,
  ...(composedCuts[cut] && { composed: composedCuts[cut] }),
})

/** Those with numbers of states of their own are not handed over to the rungs yet. */
export const checkedCuts: readonly CheckedCut[] = cuts.filter(({ states }) => !states).map(checkedCut)

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
