import { type Predicate, predicates } from '../../impl/system/predicates.ts'
import type { Role } from '../../impl/system/vocabulary.ts'
import { roles } from './plants.ts'
import { awaited, type SetupName, shown, unshown } from './rules.ts'

/** A check of a role that some run shows. */
export interface Row {
  readonly role: Role
  readonly check: string
  readonly violates: Predicate
  readonly setup: SetupName
  /** Whether a run was found. */
  readonly isFound: boolean
}

const roleNames = Object.keys(roles) as Role[]

/** The rows of the table in its order. */
export const rows: readonly Row[] = roleNames.flatMap((role) =>
  Object.entries(shown[role]).map(([check, [violates, setup]]) => ({
    ...{ role, check, violates, setup },
    isFound: !(awaited[role] as readonly string[]).includes(check),
  })),
)

/** The table as a page. */
export function rulesPage(): string {
  const of = (role: Role, check: string): string => {
    const { refusal, clause } = roles[role].actor.refusals[check]!
    return `| ${role} | \`${check}\` | ${refusal} | ${clause} |`
  }
  const rowOf = ({ role, check, violates, setup }: Row): string =>
    `${of(role, check)} \`${violates}\` (${predicates[violates].join(', ')}) | ${setup} |`
  const unshownRows = roleNames.flatMap((role) =>
    Object.entries(unshown[role]).map(([check, why]) => `${of(role, check)} ${why} |`),
  )
  return [
    '# What the removal of a rule violates',
    '',
    'Of each check of each role of a node, named beforehand in `rules.ts`; this page is written by `rules.test.ts`. Nodes',
    'without the check violate the predicate in some run of the setup, which shrinks to 25 choices at most: `npm test` asks',
    'that of every tenth, `npm run check:deep` of all.',
    '',
    '| role | check | refusal | clause | violates | setup |',
    '|---|---|---|---|---|---|',
    ...rows.filter(({ isFound }) => isFound).map(rowOf),
    '',
    '## Not found yet',
    '',
    'What these should violate is named, and the seeds that were tried did not show it.',
    '',
    '| role | check | refusal | clause | violates | setup |',
    '|---|---|---|---|---|---|',
    ...rows.filter(({ isFound }) => !isFound).map(rowOf),
    '',
    '## What no run shows',
    '',
    '| role | check | refusal | clause | why |',
    '|---|---|---|---|---|',
    ...unshownRows,
    '',
  ].join('\n')
}
