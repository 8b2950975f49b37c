import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resolveTools, type Tools } from './jar.ts'
import { Machine } from './machine.ts'
import { Machines } from './machines.ts'
import { runTlc } from './tlc.ts'

let folder: string
let tools: Tools
let machine: Machine
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-machine-'))
  tools = await resolveTools()
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => {
  machine = new Machine(tools, ['-Xmx512m', '-Dlockstep.progressMillis=10'])
})
afterEach(() => machine.close())

/** A model in which somebody of a set comes, the first of the set in the first counterexample. */
async function chosen(name: string, set: string, config = 'INVARIANT Nobody\n') {
  const module = path.join(folder, `${name}.tla`)
  const text = [
    `---- MODULE ${name} ----`,
    'EXTENDS Integers, Watch, LockstepDump, Pointwise',
    'VARIABLE who',
    'vars == who',
    'Init == who = ""',
    `Next == who = "" /\\ who' \\in ${set}`,
    'Nobody == who = ""',
    'State == [who |-> who]',
    'Dumped == DumpTransition(State, [name |-> "comes"], State\')',
    'Answered == \\A i \\in 1..PointStates : PointAnswer(i, 1, PointState(i), PointEvent(i, 1), {})',
    'Ignored == WasReported("Nobody") \\/ Holds("Noted", Nobody) \\/ Report("Nobody")',
    '====',
    '',
  ].join('\n')
  await writeFile(module, text)
  await writeFile(path.join(folder, `${name}.cfg`), `INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n${config}`)
  return { module, config: path.join(folder, `${name}.cfg`), tools }
}

const last = ({ counterexample }: Awaited<ReturnType<typeof runTlc>>) =>
  counterexample?.states.at(-1)?.variables.get('who')

describe('a machine', () => {
  test('says of a model what a virtual machine of its own says, whatever ran before', async () => {
    const ab = await chosen('AB', '{"machine a", "machine b"}')
    const ba = await chosen('BA', '{"machine b", "machine a"}')
    const alone = { ab: await runTlc(ab), ba: await runTlc(ba) }
    expect([last(alone.ab), last(alone.ba)]).toMatchObject([{ value: 'machine a' }, { value: 'machine b' }])
    for (const [own, one] of [
      [ba, alone.ba],
      [ab, alone.ab],
      [ba, alone.ba],
    ] as const) {
      const { seconds: _, ...said } = await runTlc({ ...own, machine })
      const { seconds: __, ...expected } = one
      expect(said).toEqual(expected)
    }
  })

  test('goes on after a violation only where it was asked to, and notes for each run', async () => {
    const watched = await chosen('Watches', '{"a", "b", "c"}', 'INVARIANT Ignored\n')
    const plain = await chosen('Plain', '{"a", "b", "c"}')
    const notes = [path.join(folder, 'first.txt'), path.join(folder, 'second.txt')]
    for (const watch of notes) {
      const { outcome, distinctStates } = await runTlc({ ...watched, watch, machine })
      expect([outcome, distinctStates]).toEqual(['safety', 4])
      expect(await readFile(watch, 'utf8')).toBe('Noted\n')
      const { violated, distinctStates: some } = await runTlc({ ...plain, machine })
      expect([violated, some]).toEqual(['Nobody', 2])
    }
  })

  test('writes a graph where it was asked to, which knows nothing of the one before', async () => {
    const config = 'ACTION_CONSTRAINT Dumped\n'
    const dumped = await chosen('Dumps', '{"a", "b"}', config)
    const other = await chosen('DumpsOthers', '{"b", "c"}', config)
    const graphs = ['own', 'first', 'second', 'third'].map((name) => path.join(folder, `${name}.ndjson`))
    const [own, first, second, third] = graphs as [string, string, string, string]
    await runTlc({ ...dumped, dump: own })
    await runTlc({ ...dumped, dump: first, machine })
    await runTlc({ ...other, dump: second, machine })
    expect((await runTlc({ ...other, machine })).outcome).toBe('pass')
    await runTlc({ ...dumped, dump: third, machine })
    const [ofOwn, ...others] = await Promise.all(graphs.map((graph) => readFile(graph, 'utf8')))
    expect(ofOwn).toContain('["END",3,1,0,0,0,0,2,0,0,0]')
    expect(others[1]).toContain('["S",2,{"who":"c"}]')
    expect([others[0], others[2]]).toEqual([ofOwn, ofOwn])
  })

  test('answers for the pairs of each run', async () => {
    const asked = await chosen('Answers', '{"a"}', 'INVARIANT Answered\n')
    for (const [name, state] of [
      ['one', '{"n":1}'],
      ['two', '{"n":2}'],
    ] as const) {
      const points = path.join(folder, `${name}.points`)
      await writeFile(points, `[${state},[{"name":"e"}]]\n`)
      expect((await runTlc({ ...asked, points, machine })).outcome).toBe('pass')
      const line = `[1,1,${state},{"name":"e"},[]]\n`
      expect(await readFile(`${points}.answers`, 'utf8')).toBe(line)
    }
  })

  test('that is killed ends the run that is under way, and runs the next one', async () => {
    const endless = path.join(folder, 'Endless.tla')
    await writeFile(
      endless,
      "---- MODULE Endless ----\nEXTENDS Integers\nVARIABLE n\nInit == n = 0\nNext == n' = n + 1\n====\n",
    )
    await writeFile(path.join(folder, 'Endless.cfg'), 'INIT Init\nNEXT Next\n')
    const run = { module: endless, config: path.join(folder, 'Endless.cfg'), tools, machine }
    const { outcome, errors } = await runTlc({ ...run, onProgress: () => machine.close() })
    expect([outcome, errors[0]?.code]).toEqual(['error', 'Killed'])
    const abort = new AbortController()
    const aborted = runTlc({
      ...run,
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('enough')),
    })
    await expect(aborted).rejects.toThrow('enough')
    expect((await runTlc({ ...(await chosen('After', '{"a"}')), machine })).violated).toBe('Nobody')
  })

  test('runs one at a time, and no liveness', async () => {
    const own = await chosen('Only', '{"a"}')
    const first = runTlc({ ...own, machine })
    await mkdir(path.join(folder, 'other'), { recursive: true })
    const asked = { folder, libraries: [], arguments: [] }
    const heard = { output: () => {}, complaints: () => {} }
    await first
    const running = machine.run(asked, heard)
    expect(() => machine.run(asked, heard)).toThrow('is running a model')
    await running
    expect(() => machine.run({ ...asked, arguments: ['a\tb'] }, heard)).toThrow(/"a\\tb": expected no tab/)
    await expect(runTlc({ ...own, machine, liveness: true })).rejects.toThrow('no liveness')
  })

  test('without Java says so', async () => {
    const without = new Machine({ ...tools, java: path.join(folder, 'no-java') }, [])
    await expect(runTlc({ ...(await chosen('NoJava', '{"a"}')), machine: without })).rejects.toMatchObject({
      code: 'JavaMissing',
    })
  })
})

describe('machines', () => {
  test('are taken one after the other by whoever waits, and by nobody when they are closed', async () => {
    const machines = new Machines(tools, path.join(folder, 'machines'), 1)
    const own = await chosen('Shared', '{"a"}')
    let running = 0
    const violated = () =>
      machines.use(async (machine) => {
        expect(++running).toBe(1)
        const { violated } = await runTlc({ ...own, machine: machine! })
        running--
        return violated
      })
    expect(await Promise.all([violated(), violated(), violated()])).toEqual(['Nobody', 'Nobody', 'Nobody'])
    const last = machines.use(async () => machines.close())
    await expect(Promise.all([last, violated()])).rejects.toThrow('are closed')
  })

  test('are none for another release of TLC', async () => {
    const machines = new Machines({ ...tools, jarSha256: 'another' }, path.join(folder, 'none'), 1)
    expect(await machines.use(async (machine) => machine)).toBeUndefined()
  })
})
