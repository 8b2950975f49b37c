import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { deploy } from '../../../model/core/deployed.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { initialState } from '../../../model/l1-rollup/initial.ts'
import type { State } from '../../../model/l1-rollup/vocabulary.ts'
import { profileNamed } from '../../../spec/parameters.ts'
import type { VectorCase } from '../format.ts'
import { runFunctions } from '../functions/run.ts'
import { readVectors } from '../read.ts'
import { runCase } from '../run.ts'
import { sampleFolder } from '../sample.ts'
import { Foreign, ForeignDriver, foreignComputer } from './driver.ts'
import { deployedOf } from './protocol.ts'

const joint = profileNamed('joint')
const as = { deployed: deployedOf(joint), pre: initialState(joint), profile: joint }
const fixture = fileURLToPath(new URL('./fixtures/rollup.mjs', import.meta.url))
const [sample] = await casesOf(sampleFolder)

async function casesOf(folder: string): Promise<VectorCase[]> {
  const cases: VectorCase[] = []
  for await (const one of readVectors(folder)) cases.push(one)
  return cases
}

let running: Foreign | undefined
afterEach(() => running?.stop())
const start = (answers: readonly string[], timeoutMs = 20_000): Foreign => {
  const words = answers.map((answer) => `'${answer}'`)
  running = new Foreign(`'${process.execPath}' '${fixture}' ${words.join(' ')}`, { folder: '.', timeoutMs })
  return running
}
const failureOf = async (answers: readonly string[], timeoutMs?: number) =>
  (await runCase(sample!, new ForeignDriver(start(answers, timeoutMs), as))).failure

describe('a fault of the implementation is a failure of the case, in words', () => {
  test.each<[string, string[], number, RegExp]>([
    ['it ends', ['', '', '!exit'], 1, /ended with code 3, asked for apply; it said: out of memory$/],
    ['no JSON', ['', '', 'done'], 1, /answered apply with done, expected one line of JSON/],
    ['an empty line', ['', '', ' '], 1, /expected one line of JSON/],
    ['another shape', ['', '', '{"yes":true}'], 1, /expected {"accepted": true} or {"refused": \[names\]}/],
    ['no refusal named', ['', '', '{"refused":[]}'], 1, /answered apply with {"refused":\[\]}, expected/],
    ['a state without variables', ['', '', '', '{"state":{}}'], 0, /answered observe with .*state\.slot: /],
    ['it cannot', ['', '', '{"error":"no blobs here"}'], 1, /^apply: no blobs here$/],
    ['it cannot be deployed', ['', '{"error":"too many"}'], 0, /^reset: too many$/],
    ['two answers', ['', '', '', '!twice'], 1, /which nobody had asked for/],
    ['another protocol', ['{"protocol":3}'], 0, /speaks protocol 3, expected protocol 2$/],
    [
      'a protocol without queue and fallback',
      ['{"protocol":1}'],
      0,
      /speaks protocol 1, expected protocol 2; protocol 2 brought queue, fallback, challenges and receivers: .*README/,
    ],
  ])('%s', async (_, answers, step, found) => {
    expect(await failureOf(answers)).toMatchObject({ step, found: expect.stringMatching(found) })
  })

  test.each([
    ['variables', ({ queue, taken, fallback, ...state }: State) => state],
    ['a block', ({ proven: { forced, ...proven }, ...state }: State) => ({ ...state, proven })],
  ])('%s in the words of protocol 1', async (_, old) => {
    const state = JSON.stringify({ state: old(initialState(joint)) })
    expect(await failureOf(['', '', '', state])).toMatchObject({
      step: 0,
      found: expect.stringMatching(
        /answered observe with .*; protocol 2 brought queue, fallback, challenges and receivers: /,
      ),
    })
  })

  test('it is silent', async () => {
    expect((await failureOf(['', '', '!silent'], 300))!.found).toMatch(
      /did not answer within 0.3 s, asked for apply/,
    )
  })

  test('a command that does not exist', async () => {
    running = new Foreign('no-such-command', { folder: '.', timeoutMs: 1000 })
    await expect(running.running()).rejects.toThrow(
      /ended with code 127, asked for hello; it said: .*not found/,
    )
  })
})

describe('after a fault', () => {
  test('the next case has a new process', async () => {
    const foreign = start(['', '', '!exit'])
    const driver = new ForeignDriver(foreign, as)
    const first = await foreign.running()
    for (let round = 0; round < 5; round++) {
      const { failure } = await runCase(sample!, driver)
      expect(failure!.found).toContain('ended with code 3')
    }
    expect((await foreign.running()).process).not.toBe(first.process)
  })

  test('a process that only said that it cannot goes on', async () => {
    const foreign = start(['', '', '{"error":"not this"}'])
    const { process: first } = await foreign.running()
    await runCase(sample!, new ForeignDriver(foreign, as))
    expect((await foreign.running()).process).toBe(first)
  })

  test('after three starts that fail nothing is started any more', async () => {
    const foreign = start(['!exit'])
    const faults: unknown[] = []
    for (let round = 0; round < 5; round++) faults.push(await foreign.running().catch((fault) => fault))
    expect(faults[1]).not.toBe(faults[0])
    expect(faults[2]).not.toBe(faults[1])
    expect(faults[3]).toBe(faults[2])
    expect(faults[4]).toBe(faults[2])
    expect((await runCase(sample!, new ForeignDriver(foreign, as))).failure!.found).toContain(
      'asked for hello',
    )
  })
})

describe('refusals', () => {
  const firstRefused = sample!.steps.find((step) => 'refused' in step)!
  const expected = 'refused' in firstRefused ? firstRefused.refused : []

  test('an implementation that says so is held to the first only, one that says all to all', async () => {
    expect(expected.length).toBeGreaterThan(1)
    const first = JSON.stringify({ refused: expected.slice(0, 1) })
    const steps = sample!.steps.slice(0, sample!.steps.indexOf(firstRefused) + 1)
    const only = { ...sample!, steps: [steps.at(-1)!] }
    const run = async (hello: string) =>
      (await runCase(only, new ForeignDriver(start([hello, '', first]), as))).failure
    expect(await run('{"protocol":2,"refusals":"first"}')).toBeUndefined()
    expect(await run('{"protocol":2}')).toBeUndefined()
    expect(await run('{"protocol":2,"refusals":"all"}')).toMatchObject({
      expected: `refused with ${expected.join(', ')}`,
      found: expected[0],
    })
  })

  test('one that checks in another order may name any check that fails, and no other', async () => {
    const only = { ...sample!, steps: [sample!.steps.find((step) => 'refused' in step)!] }
    const hello = '{"protocol":2,"refusals":"one"}'
    const run = async (name: string) => {
      const answers = [hello, '', JSON.stringify({ refused: [name] })]
      return (await runCase(only, new ForeignDriver(start(answers), as))).failure
    }
    const failing = deploy(l1Rollup, joint).step(only.pre, only.steps[0]!.event)
    const names = 'refusals' in failing ? failing.refusals.map(({ refusal }) => refusal) : []
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) expect(await run(name)).toBeUndefined()
    expect(await run('AmountZero')).toMatchObject({ found: 'AmountZero' })
  })
})

describe('an implementation that does not tell all', () => {
  const hello = '{"protocol":2,"unsupported":{"variables":["credits","samples"]}}'
  const { credits, samples, ...told } = initialState(joint)
  const observed = async (state: object) =>
    (
      await runCase(
        { ...sample!, steps: [] },
        new ForeignDriver(start([hello, '', '', JSON.stringify({ state })]), as),
      )
    ).failure

  test('is not asked for what it declares', async () => {
    expect(await observed(told)).toBeUndefined()
    expect(await observed({ ...told, credits: 'whatever' })).toBeUndefined()
  })

  test('is asked for everything else', async () => {
    const { slashed, ...less } = told
    expect((await observed(less))!.found).toMatch(/answered observe with .*state\.slashed: /)
    expect(await observed({ ...told, slashed: '3' })).toMatchObject({
      expected: 'slashed 0',
      found: 'slashed 3',
    })
  })
})

describe('functions', () => {
  const cases = 'tests/rfc/v1/functions/quorum/rfc/sizes_0_to_128'
  const run = async (...answers: string[]) => {
    const [hello, compute] = answers
    const foreign = start([hello!, '', '', '', compute ?? ''])
    return runFunctions(sampleFolder, () => foreignComputer(foreign), { filter: { text: 'sizes_0_to_128' } })
  }
  const hello = '{"protocol":2,"functions":["quorum"]}'

  test('that are not declared are not asked for, and are counted', async () => {
    const { runs, undeclared, failures } = await run('{"protocol":2}', '!exit')
    expect({ runs, failures }).toEqual({ runs: [], failures: [] })
    expect(undeclared).toEqual([{ case: cases, suite: 'rfc', function: 'quorum' }])
  })

  test.each([
    ['another value', '{"output":2}', 1, '1', '2'],
    ['a refusal', '{"refused":"too small"}', 1, '1', 'refused (too small)'],
    ['an error', '{"error":"not today"}', 1, '1', 'compute: not today'],
    ['no value', '{}', 1, '1', /answered compute with {}, expected {"output": value} or {"refused": "why"}/],
    ['no JSON', 'three', 1, '1', /answered compute with three, expected one line of JSON/],
    ['an end', '!exit', 1, '1', /ended with code 3, asked for compute; it said: out of memory/],
  ])('%s is a failure of the case, in words', async (_, compute, step, expected, found) => {
    const { failures } = await run(hello, compute)
    expect(failures).toEqual([
      {
        case: cases,
        step,
        call: 'quorum({"seats":0})',
        expected,
        found: typeof found === 'string' ? found : expect.stringMatching(found),
      },
    ])
  })

  test('of a command that cannot be started are failures', async () => {
    const { failures } = await run('!exit')
    expect(failures).toEqual([
      { case: cases, expected: 'an answer', found: expect.stringContaining('asked for hello') },
    ])
  })
})
