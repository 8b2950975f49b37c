import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolveTools, type Tools } from './jar.ts'
import { Machine } from './machine.ts'
import { runTlc } from './tlc.ts'

let folder: string
let tools: Tools
let machine: Machine
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-kept-'))
  tools = await resolveTools()
  machine = new Machine(tools, ['-Xmx512m'])
})
afterAll(async () => {
  machine.close()
  await rm(folder, { recursive: true, force: true })
})

/**
 * A model of every step between 16 states. A rule is applied to the state, to one that is made of it and to the one that
 * follows; what it comes to is written out in terms of the variables, so that nothing that is kept can enter it.
 */
async function model({ name, factor = 2, config = '' }: { name: string; factor?: number; config?: string }) {
  const module = path.join(folder, `${name}.tla`)
  const lines = [
    `---- MODULE ${name} ----`,
    'EXTENDS Integers, Kept',
    'CONSTANT Factor',
    'VARIABLES a, b',
    's == [a |-> a, b |-> b]',
    'Weighed(of) == Factor * of.a + of.b',
    'Negative(of) == 0 - Factor * of.a - of.b',
    'Init == a \\in 0..3 /\\ b \\in 0..3',
    "Next == a' \\in 0..3 /\\ b' \\in 0..3",
    'IsWeighed == Kept(Weighed, s) = Factor * a + b',
    'IsNegative == Kept(Weighed, s) = 0 - Factor * a - b',
    'Turned == [s EXCEPT !.a = b, !.b = a]',
    'Steps == /\\ Kept(Weighed, Turned) = Factor * b + a',
    "         /\\ Kept(Weighed, s)' = Factor * a' + b'",
    '         /\\ Kept(Negative, s) = 0 - Kept(Weighed, s)',
    '         /\\ Kept(Weighed, s) = Factor * a + b',
    'AllSteps == [][Steps]_<<a, b>>',
    '====',
  ]
  await writeFile(module, `${lines.join('\n')}\n`)
  await writeFile(
    path.join(folder, `${name}.cfg`),
    `INIT Init\nNEXT Next\nCONSTANT Factor = ${factor}\n${config}`,
  )
  return { module, config: path.join(folder, `${name}.cfg`), tools }
}

describe('what is kept of an operator', () => {
  test('is what it comes to, for each state, the next one and others', async () => {
    const run = await model({ name: 'Kept1', config: 'INVARIANT IsWeighed\nPROPERTY AllSteps\n' })
    expect(await runTlc(run)).toMatchObject({ outcome: 'pass', distinctStates: 16 })
  })

  test('is of the operator that a configuration has put in its place', async () => {
    const replaced = 'CONSTANT Weighed <- Negative\n'
    const run = await model({ name: 'Kept2', config: `${replaced}INVARIANT IsNegative\n` })
    expect(await runTlc(run)).toMatchObject({ outcome: 'pass', distinctStates: 16 })
    const other = await model({ name: 'Kept3', config: `${replaced}INVARIANT IsWeighed\n` })
    expect((await runTlc(other)).violated).toBe('IsWeighed')
  })

  test('is nothing of another model that the same machine has run', async () => {
    for (const factor of [2, 3, 2]) {
      const run = await model({ name: 'Kept4', factor, config: 'INVARIANT IsWeighed\nPROPERTY AllSteps\n' })
      expect(await runTlc({ ...run, machine })).toMatchObject({ outcome: 'pass', distinctStates: 16 })
    }
  })
})
