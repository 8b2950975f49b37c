import { describe, expect, test } from 'vitest'
import { readActorPage, refusalsOn } from '../../spec/actorPage.ts'
import { deploy } from '../core/deployed.ts'
import { checksOf } from '../core/reading.ts'
import { roles } from './roles.ts'

describe.each(roles)('$actor.name', ({ actor, profiles }) => {
  const page = readActorPage(actor.name)
  const { reading } = deploy(actor, profiles()[0]!)

  test.each(reading.eventTypes)('%s is refused with the names of the page, in its order', (event) => {
    const rows = refusalsOn(page, event)
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
