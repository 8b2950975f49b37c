import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ruleFunction } from './solidity.ts'
import { readRules, repositoryRoot } from './subset.ts'

/** The rules of every actor, by its folder: contracts may be generated from those of more than one. */
const folders = readdirSync(join(repositoryRoot, 'model'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('/rules'))
  .map((name) => `model/${name}`)

const rulesIn = (folder: string) =>
  readdirSync(join(repositoryRoot, folder))
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) =>
      readRules(`${folder}/${name}`, readFileSync(join(repositoryRoot, folder, name), 'utf8')),
    )

test('rules of all actors are written in the subset, and a name stands for one rule', () => {
  expect(folders).toContain('model/fallback-controller/rules')
  const rules = folders.flatMap(rulesIn)
  const byName = new Map(rules.map((rule) => [rule.name, rule]))
  expect(byName.size).toBe(rules.length)
  for (const rule of rules) expect(ruleFunction(rule, byName).join(' ')).toContain(`function ${rule.name}(`)
})
