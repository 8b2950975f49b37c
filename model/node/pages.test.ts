import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadProverPreset } from '../../spec/proverParameters.ts'
import { attester } from '../attester/actor.ts'
import type { Actor, ActorTypes } from '../core/actor.ts'
import { deploy } from '../core/deployed.ts'
import { checksOf } from '../core/reading.ts'
import { proposer } from '../proposer/actor.ts'
import { prover } from '../prover/actor.ts'

/** A row of a table of refusals: a name and the clauses that it rests on. */
type Row = readonly [refusal: string, clauses: readonly string[]]

/** The refusals of an event as its page lists them, in a table or in a sentence. */
function rowsOf(page: string, event: string): Row[] {
  const from = page.indexOf(`\n**${event}**`)
  const [section = ''] = page.slice(from + 1).split(/\n(?=\*\*|## )/)
  const sentence = section.split('Accepted')[0]!.matchAll(/\b([A-Z][A-Za-z]+) \(([A-Z]+-\d+)\)/g)
  const table = section.matchAll(/^\| ([A-Z][A-Za-z, ]+) \|.*\| ([^|]+) \|$/gm)
  return [
    ...[...sentence].map(([, refusal, clause]): Row => [refusal!, [clause!]]),
    ...[...table].flatMap(([, names, cited]): Row[] => {
      const clauses = cited!.match(/[A-Z]+-\d+/g)!
      const [area, first] = clauses[0]!.split('-')
      return names!
        .split(', ')
        .map((name, index) => [
          name,
          cited!.includes(' to ') ? [`${area}-${Number(first) + index}`] : clauses,
        ])
    }),
  ]
}

const roles = [
  { actor: attester as unknown as Actor<ActorTypes>, profile: loadAttesterPreset().profiles[0]! },
  { actor: proposer as unknown as Actor<ActorTypes>, profile: loadProposerPreset().profiles[0]! },
  { actor: prover as unknown as Actor<ActorTypes>, profile: loadProverPreset().profiles[0]! },
]

describe.each(roles)('$actor.name', ({ actor, profile }) => {
  const page = readFileSync(new URL(`../../spec/actors/${actor.name}.md`, import.meta.url), 'utf8')
  const { reading } = deploy(actor, profile)

  test.each(reading.eventTypes)('%s is refused with the names of the page, in its order', (event) => {
    const rows = rowsOf(page, event)
    const checks = checksOf(reading, event).map((check) => actor.refusals[check]!)
    expect(checks.map(({ refusal }) => refusal)).toEqual(rows.map(([refusal]) => refusal))
    for (const [index, { clause }] of checks.entries()) expect(rows[index]![1]).toContain(clause)
  })

  test('the state has the variables of the page', () => {
    const [, table = ''] = page.split('\n## State\n')
    const named = [
      ...table
        .trimStart()
        .split('\n\n')[0]!
        .matchAll(/^\| (`.*?`) \|/gm),
    ]
    const variables = named.flatMap(([, names]) => names!.replaceAll('`', '').split(', '))
    expect(variables.sort()).toEqual(Object.keys(actor.schema.state.shape).sort())
  })
})
