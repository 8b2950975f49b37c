import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { roles } from '../../../model/node/roles.ts'
import { type Mutant, numbered } from '../mutant.ts'
import { repositoryRoot } from '../reference.ts'
import { declarationsOf } from './modelFiles.ts'
import { type RoleNames, statechartMistakes } from './roleStatechartMutants.ts'
import { tlaMistakes } from './roleTlaMutants.ts'
import { type Operator, operatorsOf } from './tlaOperators.ts'

/** A mistake in what a role of a node decides. */
export interface RoleMutant extends Mutant {
  readonly side: 'tla' | 'statechart'
  /** Whose rungs are to see it: the first in the list of roles that rests on it. */
  readonly role: string
  /** All that rest on it, that role first: what the first cannot see is put to the others. */
  readonly restOnIt: readonly string[]
  /** Names of the events about which it decides, where they are known. */
  readonly events?: Readonly<Record<string, readonly string[]>>
}

/**
 * The roles in the order in which shared text is given to them: whoever builds and checks blocks rests on most of it. A new
 * one is a word here.
 */
export const orderedRoles = [
  'attester',
  'proposer',
  'claimant',
  'fallback-proposer',
  'prover',
  'follower',
  'transaction-pool',
] as const

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Every mistake in every role: enumerated from the text of TLA+ and statecharts, listed by nobody. */
export const roleMutants = once((): readonly RoleMutant[] => [
  ...tlaRoleMutants(),
  ...statechartRoleMutants(),
])

function tlaRoleMutants(): RoleMutant[] {
  const found = new Map<string, { role: string; operator: Operator; events: Record<string, string[]> }>()
  for (const role of orderedRoles)
    for (const operator of operatorsOf(role)) {
      const key = `${operator.file} ${operator.operator}`
      const known = found.get(key) ?? { role, operator, events: {} }
      known.events[role] = [...operator.events]
      found.set(key, known)
    }
  const operators = new Map(
    [...found.values()].map((it) => [`${it.role} ${it.operator.operator}`, it.operator]),
  )
  return numbered(
    [...found.values()].flatMap(({ role, operator, events }) =>
      tlaMistakes(operator).map(({ what, clause, ...mistake }): RoleMutant => {
        const called = /^(\w+)\(/.exec(mistake.original)?.[1]
        const callee = called ? operators.get(`${role} ${called}`) : undefined
        return {
          ...mistake,
          name: `${role}/tla/${operator.operator}/${what}`,
          side: 'tla',
          role,
          restOnIt: Object.keys(events),
          events,
          file: operator.file,
          clause: clause || (callee ? clausesAbout(callee) : ''),
        }
      }),
    ),
  )
}

/** Clauses that stand above or in an operator. */
function clausesAbout({ text, start, end }: Operator): string {
  const above = /(?:\\\*.*\n)*$/.exec(text.slice(0, start))![0]
  return [...new Set((above + text.slice(start, end)).match(/\b[A-Z]+-\d+\b/g))].join(' ')
}

function statechartRoleMutants(): RoleMutant[] {
  type Declared = ReturnType<typeof declarationsOf>[number]
  const found = new Map<string, { role: string; declaration: Declared; restOnIt: string[] }>()
  for (const role of orderedRoles)
    for (const declaration of declarationsOf(role)) {
      const key = `${declaration.file} ${declaration.name}`
      const known = found.get(key) ?? { role, declaration, restOnIt: [] }
      known.restOnIt.push(role)
      found.set(key, known)
    }
  return numbered(
    [...found.values()].flatMap(({ role, declaration, restOnIt }) =>
      statechartMistakes(declaration, namesOf(role)).map(
        ({ what, ...mistake }): RoleMutant => ({
          ...mistake,
          name: `${role}/statechart/${declaration.name}/${what}`,
          side: 'statechart',
          role,
          restOnIt,
          file: declaration.file,
        }),
      ),
    ),
  )
}

const names = new Map<string, RoleNames>()

function namesOf(role: string): RoleNames {
  const known = names.get(role)
  if (known) return known
  const { actor, profiles } = roles.find((it) => it.actor.name === role)!
  const clausesOfAction = new Map<string, string[]>()
  const { transitions } = deploy<ActorTypes>(actor, profiles()[0]!).reading
  for (const { actions, clauses } of transitions)
    for (const action of actions)
      clausesOfAction.set(action, [...new Set([...(clausesOfAction.get(action) ?? []), ...clauses])])
  const made = { refusals: actor.refusals, clausesOfAction } as RoleNames
  names.set(role, made)
  return made
}

/** The text of a file that a mistake is in. */
export const textOfFile = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8')
