import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compileSources } from '../../impl/contracts/compile.ts'
import { contractSources, type Sources } from '../../impl/generate/contracts.ts'
import { readRules } from '../../impl/generate/subset.ts'
import { machineOf } from '../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../model/core/reading.ts'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { dim, lamp } from '../rungs/graph-parity/fixtures/lamp/lamp.ts'

const rulesFile = 'conformance/rungs/graph-parity/fixtures/lamp/rules.ts'
const reading = readMachine(lamp, machineOf(lamp, dim))
const generated = (): Sources =>
  contractSources(lamp, reading, readRules(rulesFile, readFileSync(path.join(treeRoot, rulesFile), 'utf8')), [
    { name: 'capacityWei', clause: 'LAMP-2' },
  ])

test('contracts are generated from any actor: one function for every stage, one error for every check', () => {
  const sources = generated()
  const checks = sources.get('Checks.sol')!
  const functions = [...checks.matchAll(/function (\w+)\(/g)].map(([, name]) => name)
  expect(functions).toEqual(['fill', 'lightHours', 'lightFlame', 'douse', 'empty'])
  const called = [...checks.matchAll(/!Rules\.(\w+)\(/g)].map(([, check]) => check)
  expect(called).toEqual(reading.eventTypes.flatMap((type) => checksOf(reading, type)))
  const errors = [...sources.get('Refusals.sol')!.matchAll(/^error (\w+)\(/gm)].map(([, name]) => name)
  expect(errors).toEqual(Object.values(lamp.refusals).map(({ refusal }) => refusal))
})

test('and the compiler takes them', async () => {
  const sources = new Map([...generated()].map(([name, text]) => [`lamp/${name}`, text]))
  const { artifacts } = await compileSources(sources)
  expect(artifacts.map(({ name }) => name)).toEqual(expect.arrayContaining(['Checks', 'Rules']))
})
