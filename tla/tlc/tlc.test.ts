import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGraph } from './graph.ts'
import { resolveTools, type Tools } from './jar.ts'
import { runTlc, type TlcRun } from './tlc.ts'
import { canonicalJson, parseTlaValue, type TlaValue } from './value.ts'

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures')
let tools: Tools
let folder: string

beforeAll(async () => {
  tools = await resolveTools()
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fixture = (module: string, config: string): TlcRun => ({
  module: path.join(fixtures, `${module}.tla`),
  config: path.join(fixtures, `${config}.cfg`),
})
const run = (module: string, config: string, more: Partial<TlcRun> = {}) =>
  runTlc({ ...fixture(module, config), tools, ...more })
const int = (value: number): TlaValue => ({ kind: 'int', value: BigInt(value) })
const counts = (states: { variables: Map<string, TlaValue> }[] | undefined) =>
  states?.map(({ variables }) => variables.get('count'))

describe('a run of TLC', () => {
  test('that finds nothing passes, with its numbers', async () => {
    const result = await run('Counter', 'Pass')
    expect(result).toMatchObject({
      outcome: 'pass',
      distinctStates: 11,
      generatedStates: 16,
      depth: 5,
      errors: [],
    })
    expect(result.counterexample).toBeUndefined()
  })

  test('names the violated invariant and tells the story with actions and events', async () => {
    const result = await run('Counter', 'Safety')
    expect(result).toMatchObject({ outcome: 'safety', violated: 'BelowThree', errors: [] })
    const states = result.counterexample?.states
    expect(counts(states)?.at(-1)).toEqual(int(3))
    expect(states?.map(({ action }) => action)).toEqual([undefined, 'Add', 'Add'])
    expect(states?.[1]?.place).toMatchObject({ module: 'Counter' })
    expect(states?.[2]?.variables.get('event')).toMatchObject({ kind: 'record' })
    expect(result.counterexample?.loop).toBeUndefined()
  })

  test('tells an invariant that is violated initially', async () => {
    const result = await run('Counter', 'Initially')
    expect(result).toMatchObject({ outcome: 'safety', violated: 'Started' })
    expect(counts(result.counterexample?.states)).toEqual([int(0)])
  })

  test('counts a violated action property as safety', async () => {
    const result = await run('Counter', 'Shrinks')
    expect(result).toMatchObject({ outcome: 'safety', violated: 'NeverShrinks' })
    expect(counts(result.counterexample?.states)).toHaveLength(4)
  })

  test('gives a lasso the state that it returns to', async () => {
    const result = await run('Counter', 'Lasso', { liveness: true })
    expect(result).toMatchObject({ outcome: 'liveness', violated: 'StaysPositive', errors: [] })
    const { states, loop, loopAction } = result.counterexample!
    expect(states.at(-1)?.variables.get('count')).toEqual(int(0))
    expect(loop).toBe(1)
    expect(loopAction).toBe('Add')
    expect(states[1]?.variables.get('count')).not.toEqual(int(0))
  })

  test('tells stuttering from a loop', async () => {
    const result = await run('Counter', 'Stutter', { liveness: true })
    expect(result).toMatchObject({ outcome: 'liveness', violated: 'ReachesTwo' })
    expect(result.counterexample?.loop).toBe('stuttering')
  })

  test('says which of several temporal properties is violated', async () => {
    expect(await run('Counter', 'TwoProperties')).toMatchObject({
      outcome: 'liveness',
      violated: 'StaysPositive',
    })
  })

  test('with a temporal property that holds passes', async () => {
    expect(await run('Counter', 'Liveness', { liveness: true })).toMatchObject({
      outcome: 'pass',
      errors: [],
    })
  })

  test('ends at a deadlock', async () => {
    const result = await run('Counter', 'Deadlock')
    expect(result).toMatchObject({ outcome: 'deadlock', errors: [] })
    expect(counts(result.counterexample?.states)?.at(-1)).toEqual(int(4))
  })

  test('ignores deadlocks when told to', async () => {
    expect(await run('Counter', 'Deadlock', { checkDeadlock: false })).toMatchObject({ outcome: 'pass' })
  })

  test('takes other values for constants', async () => {
    const result = await run('Counter', 'Pass', { constants: { Limit: '2' } })
    expect(result.outcome).toBe('pass')
    expect(result.distinctStates).toBeLessThan(11)
  })

  test.each([
    ['Broken', 3002, { module: 'Broken', line: 5, column: 18 }],
    ['Unparsable', 3002, { module: 'Unparsable', line: 3, column: 19 }],
  ])('of the module %s is an error with its place', async (module, code, place) => {
    const result = await run(module, module)
    expect(result.outcome).toBe('error')
    expect(result.errors).toHaveLength(1)
    expect(result.errors[0]).toMatchObject({ code, place })
  })

  test('that fails while it evaluates is an error with the narrowest place', async () => {
    const result = await run('Fails', 'Fails')
    expect(result.outcome).toBe('error')
    expect(result.errors.at(-1)?.place).toMatchObject({ module: 'Fails', line: 5, column: 36 })
  })

  test('whose invariant does not exist is an error', async () => {
    const config = path.join(folder, 'NoSuch.cfg')
    await writeFile(
      config,
      `${await readFile(path.join(fixtures, 'Pass.cfg'), 'utf8')}\nINVARIANT NoSuchInvariant\n`,
    )
    const result = await run('Counter', 'Pass', { config })
    expect(result.outcome).toBe('error')
    expect(result.errors.map(({ text }) => text).join()).toContain('NoSuchInvariant')
  })

  test('leaves nothing behind, in the module folder or the temporary one', async () => {
    const own = await mkdtemp(path.join(folder, 'tmp-'))
    const before = await readdir(fixtures)
    const { TMPDIR } = process.env
    process.env.TMPDIR = own
    try {
      await run('Counter', 'Safety')
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = TMPDIR
    }
    expect(await readdir(own)).toEqual([])
    expect(await readdir(fixtures)).toEqual(before)
  })
})

describe('a liveness run', () => {
  test('is refused where a view hides states from fairness', async () => {
    await expect(run('Counter', 'UnsoundView', { liveness: true })).rejects.toMatchObject({
      code: 'UnsoundLiveness',
      expected: 'no VIEW where temporal properties are checked',
    })
  })

  test('is refused with several workers', async () => {
    await expect(run('Counter', 'Lasso', { liveness: true, workers: 2 })).rejects.toMatchObject({
      code: 'UnsoundLiveness',
    })
  })

  test('that was not announced is an error where a view makes it unsound', async () => {
    const result = await run('Counter', 'UnsoundView')
    expect(result.outcome).toBe('error')
    expect(result.errors.map(({ code }) => code)).toContain('UnsoundLiveness')
  })

  test('that checks an action property only is an error', async () => {
    const config = path.join(folder, 'ActionOnly.cfg')
    const text = await readFile(path.join(fixtures, 'Shrinks.cfg'), 'utf8')
    await writeFile(config, text.replace('NeverShrinks', 'NeverJumps'))
    const result = await run('Counter', 'Shrinks', { config, liveness: true })
    expect(result.errors.map(({ code }) => code)).toEqual(['NoTemporalProperty'])
  })
})

describe('a run that is ended from outside', () => {
  test('reports progress, and rejects with the reason of the signal', async () => {
    const controller = new AbortController()
    const progress: number[] = []
    const endless = run('Endless', 'Endless', {
      signal: controller.signal,
      onProgress: ({ distinctStates, seconds }) => {
        progress.push(distinctStates)
        if (distinctStates > 0 && seconds > 0) controller.abort(new Error('seen enough'))
      },
    })
    await expect(endless).rejects.toThrow('seen enough')
    expect(progress.at(-1)).toBeGreaterThan(0)
  })

  test.each([
    ['by a signal', 'kill -9 $$', 'SIGKILL'],
    ['by the exit code of a signal', 'exit 137', 'exit code 137'],
  ])('%s is an error, never a pass', async (_, command, said) => {
    const result = await run('Counter', 'Pass', { tools: { ...tools, java: await script(command) } })
    expect(result.outcome).toBe('error')
    expect(result.errors[0]).toMatchObject({ code: 'Killed' })
    expect(result.errors[0]?.text).toContain(said)
  })

  test.each([
    ['silence', 'exit 0'],
    ['a success without its end', 'echo "@!@!@STARTMSG 2193:0 @!@!@"; echo "@!@!@ENDMSG 2193 @!@!@"'],
    ['a message that is cut', 'echo "@!@!@STARTMSG 2193:0 @!@!@"'],
  ])('with exit code 0 and %s is an error, never a pass', async (_, command) => {
    const result = await run('Counter', 'Pass', { tools: { ...tools, java: await script(command) } })
    expect(result).toMatchObject({ outcome: 'error', errors: [{ code: 'Incomplete' }] })
  })
})

describe('a file of its own that TLC cannot read back', () => {
  const failing = (exception: string): string =>
    `echo "@!@!@STARTMSG 1000:1 @!@!@"; echo "The exception was a ${exception}"; echo "@!@!@ENDMSG 1000 @!@!@"; exit 1`

  test('is read in a second run, which the result tells', async () => {
    const ran = path.join(folder, 'ran-once')
    const java = await script(
      `[ -e ${ran} ] && exec java "$@"\ntouch ${ran}; ${failing('java.io.IOException')}`,
    )
    const result = await run('Counter', 'Pass', { tools: { ...tools, java } })
    expect(result).toMatchObject({ outcome: 'pass', errors: [] })
    expect(result.runAgainBecause).toContain('java.io.IOException')
  })

  test('twice is an error, and so is another exception at once', async () => {
    const again = await run('Counter', 'Pass', {
      tools: { ...tools, java: await script(failing('java.io.IOException')) },
    })
    expect(again).toMatchObject({ outcome: 'error', runAgainBecause: expect.any(String) })
    const other = await run('Counter', 'Pass', {
      tools: { ...tools, java: await script(failing('java.lang.NullPointerException')) },
    })
    expect(other.outcome).toBe('error')
    expect(other.runAgainBecause).toBeUndefined()
  })
})

describe('what is missing', () => {
  test('Java: the error says what to install', async () => {
    await expect(run('Counter', 'Pass', { env: { PATH: folder } })).rejects.toMatchObject({
      code: 'JavaMissing',
    })
  })

  test('a module or a configuration: the error names the file', async () => {
    await expect(run('Nowhere', 'Pass')).rejects.toMatchObject({
      code: 'FileMissing',
      place: expect.stringMatching(/Nowhere\.tla$/),
    })
    await expect(run('Counter', 'Nowhere')).rejects.toMatchObject({
      code: 'FileMissing',
      place: expect.stringMatching(/Nowhere\.cfg$/),
    })
  })
})

describe('the graph of a run', () => {
  test('has every state, transition with its event, and refusal set', async () => {
    const dump = path.join(folder, 'counter.ndjson')
    const result = await run('Counter', 'Dump', { dump })
    const graph = await readGraph(dump)
    expect(result.outcome).toBe('pass')
    expect(graph.states).toHaveLength(result.distinctStates)
    expect(graph.initial).toEqual([0])
    expect(graph.states[0]).toBe('{"count":0,"history":{"last":{"#model":"Nobody"},"pairs":[],"seen":[]}}')
    expect([...graph.events].sort()).toEqual([
      '{"by":1,"name":"Add"}',
      '{"by":2,"name":"Add"}',
      '{"by":3,"name":"Add"}',
      '{"name":"Reset"}',
    ])
    // One refusal set for each state and event; an event is refused exactly where it has no transition.
    expect(graph.refusals).toHaveLength(11 * 4 * 3)
    const enabled = new Set<string>()
    for (let i = 0; i < graph.transitions.length; i += 3)
      enabled.add(`${graph.transitions[i]} ${graph.transitions[i + 1]}`)
    for (let i = 0; i < graph.refusals.length; i += 3) {
      const refused = graph.refusalSets[graph.refusals[i + 2]!]!.length > 0
      expect(enabled.has(`${graph.refusals[i]} ${graph.refusals[i + 1]}`)).toBe(!refused)
    }
    expect(graph.refusalSets).toContainEqual(['AboveLimit', 'StepTooLarge'])
  })

  test('leaves out the states beyond a bound, and counts them', async () => {
    const dump = path.join(folder, 'bounded.ndjson')
    await run('Counter', 'Bounded', { dump, checkDeadlock: false })
    const graph = await readGraph(dump)
    expect(graph.states.map((state) => JSON.parse(state).count).sort()).toEqual([0, 1, 2, 2])
    expect(graph.statesOutside).toBeGreaterThan(0)
    expect(graph.refusals).toHaveLength(4 * 4 * 3)
  })

  test('is not there after a violation', async () => {
    const config = path.join(folder, 'DumpSafety.cfg')
    await writeFile(
      config,
      `${await readFile(path.join(fixtures, 'Dump.cfg'), 'utf8')}\nINVARIANT BelowThree\n`,
    )
    const dump = path.join(folder, 'violated', 'graph.ndjson')
    expect(await run('Counter', 'Dump', { config, dump })).toMatchObject({ outcome: 'safety' })
    expect(await readdir(path.dirname(dump))).toEqual([])
  })

  test('is demanded: a module that writes none is an error', async () => {
    const result = await run('Fails', 'Fails', {
      dump: path.join(folder, 'none.ndjson'),
      module: await quiet(),
    })
    expect(result).toMatchObject({ outcome: 'error', errors: [{ code: 'DumpMissing' }] })
  })

  test('writes every kind of value as TypeScript writes what TLC prints', async () => {
    const dump = path.join(folder, 'values.ndjson')
    await run('Values', 'ValuesDump', { dump })
    const trace = await run('Values', 'ValuesTrace')
    const printed = trace.counterexample!.states.map(({ variables }) => {
      const fields = ['index', 'value'].map((name): [string, TlaValue] => [name, variables.get(name)!])
      return canonicalJson({ kind: 'record', fields })
    })
    expect(printed).toHaveLength(38)
    expect((await readGraph(dump)).states).toEqual(printed)
    expect(printed).toContain(canonicalJson(parseTlaValue('[index |-> 12, value |-> {-1, 9, 10}]')))
  })
})

/** A stand-in for java that runs a shell command. */
async function script(command: string): Promise<string> {
  const bin = await mkdtemp(path.join(folder, 'bin-'))
  const file = path.join(bin, 'java')
  await writeFile(file, `#!/bin/sh\n${command}\n`)
  await chmod(file, 0o755)
  return file
}

/** A module without LockstepDump, in a folder of its own. */
async function quiet(): Promise<string> {
  const own = path.join(folder, 'quiet')
  await mkdir(own, { recursive: true })
  const text = await readFile(path.join(fixtures, 'Fails.tla'), 'utf8')
  await writeFile(path.join(own, 'Fails.tla'), text.replace('count + "x"', '0'))
  return path.join(own, 'Fails.tla')
}
