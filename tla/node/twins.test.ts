import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { eventsOn, readActorPage, refusalsOn } from '../../spec/actorPage.ts'
import { propertiesStated } from '../tlc/configurations.ts'
import { readModule } from '../tlc/module.ts'
import { modelsOf } from '../tlc/twinModels.ts'
import { roleTwins } from './twins.ts'

describe.each(roleTwins)('$actor', ({ actor, twin, profiles }) => {
  const models = modelsOf(twin, profiles())
  const properties = propertiesStated(twin)
  const named = [...properties.invariants, ...properties.steps].map(({ name }) => name)

  test('every property has a Bug model, and every Bug model a property that it must violate', () => {
    const violated = models.filter(({ kind }) => kind === 'bug').map(({ expected }) => expected)
    expect(new Set(violated)).toEqual(new Set(named))
  })

  test('every definition of the properties is a property, history, or used by one', () => {
    const text = [twin.modules.properties, twin.modules.consequences!]
      .map((module) => readFileSync(path.join(twin.folder, `${module}.tla`), 'utf8'))
      .join('\n')
    const { definitions } = readModule(text)
    const unused = definitions.filter(
      ({ name }) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1,
    )
    const elsewhere = ['vars', 'HistoryInit', 'HistoryNext']
    const names = unused.map(({ name }) => name)
    expect(names.filter((name) => !elsewhere.includes(name) && !named.includes(name))).toEqual([])
  })

  test('every refusal of every event on the page has a Reach model', () => {
    const page = readActorPage(actor)
    const wanted = eventsOn(page).flatMap((event) =>
      refusalsOn(page, event).map(
        ([refusal]) => `reach/${refusal}Of${event.charAt(0).toUpperCase()}${event.slice(1)}`,
      ),
    )
    expect(wanted.length).toBeGreaterThan(5)
    const reached = models.filter(({ kind }) => kind === 'reach').map(({ name }) => name)
    expect(wanted.filter((name) => !reached.includes(name))).toEqual([])
  })
})
