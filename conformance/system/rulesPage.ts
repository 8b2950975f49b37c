import { type Predicate, predicates } from '../../impl/system/predicates.ts'
import type { Role } from '../../impl/system/vocabulary.ts'
import { roles } from './plants.ts'
import { corrected, type SetupName, shown, unshown } from './rules.ts'

/** A check of a role that some run shows. */
export interface Row {
  readonly role: Role
  readonly check: string
  readonly violates: Predicate
  readonly setup: SetupName
}

const roleNames = Object.keys(roles) as Role[]

/** The rows of the table in its order. */
export const rows: readonly Row[] = roleNames.flatMap((role) =>
  Object.entries(shown[role]).map(([check, [violates, setup]]) => ({ role, check, violates, setup })),
)

/** Checks that no run shows. */
export const unshownChecks: readonly Pick<Row, 'role' | 'check'>[] = roleNames.flatMap((role) =>
  Object.keys(unshown[role]).map((check) => ({ role, check })),
)

const nothing = 'no run shows it'
const clausesOf = (predicate: Predicate): string => `\`${predicate}\` (${predicates[predicate].join(', ')})`

/** The table as a page. */
export function rulesPage(): string {
  const of = (role: Role, check: string): string => {
    const { refusal, clause } = roles[role].actor.refusals[check]!
    return `| ${role} | \`${check}\` | ${refusal} | ${clause} |`
  }
  const rowOf = ({ role, check, violates, setup }: Row): string =>
    `${of(role, check)} ${clausesOf(violates)} | ${setup} |`
  const unshownRows = roleNames.flatMap((role) =>
    Object.entries(unshown[role]).map(([check, why]) => `${of(role, check)} ${why} |`),
  )
  const correctedRows = roleNames.flatMap((role) =>
    Object.entries(corrected[role]).map(([check, named]) => {
      const row = rows.find((one) => one.role === role && one.check === check)
      const told = named === 'none' ? nothing : clausesOf(named)
      return `${of(role, check)} ${told} | ${row ? clausesOf(row.violates) : nothing} |`
    }),
  )
  return [
    '# What the removal of a rule violates',
    '',
    `Of each check of each role of a node, named beforehand in \`rules.ts\`; this page is written by \`rules.test.ts\`. Nodes`,
    'without the check violate the predicate in some run of the setup, which shrinks to 25 choices at most: `npm test` asks',
    'that of every tenth, `npm run check:deep` of all. Without a check that no run shows, runs of some setups violate nothing.',
    '',
    `Checks: ${rows.length + unshownRows.length}. Found: ${rows.length}. No run shows: ${unshownRows.length}. Named otherwise beforehand: ${correctedRows.length}.`,
    '',
    '| role | check | refusal | clause | violates | setup |',
    '|---|---|---|---|---|---|',
    ...rows.map(rowOf),
    '',
    '## What was named otherwise',
    '',
    'Runs showed another predicate violated than the one that was named beforehand, or none, or one where none was named.',
    '',
    '| role | check | refusal | clause | named | violates |',
    '|---|---|---|---|---|---|',
    ...correctedRows,
    '',
    '## What no run shows',
    '',
    '| role | check | refusal | clause | why |',
    '|---|---|---|---|---|',
    ...unshownRows,
    '',
  ].join('\n')
}
