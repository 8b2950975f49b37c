import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Foreign, foreignComputer } from '../foreign/driver.ts'
import type { Call, FunctionCase } from '../format.ts'
import { caseFolders, readFunctionCase } from '../read.ts'
import { Bytecode } from './bytecode.ts'
import { type Computer, computerOf } from './computer.ts'
import { contractMistakes, pythonMistakes } from './fixtures/mistakes.ts'
import { modelComputer } from './reference.ts'
import { runFunctionCase, runFunctions } from './run.ts'
import { type FunctionName, functionNames } from './table.ts'
import { writeFunctionVectors } from './write.ts'

const examples = fileURLToPath(new URL('../examples/', import.meta.url))
const python = spawnSync('python3', ['--version']).status === 0
const NO_PYTHON = 'python3 is not installed'

const folder = mkdtempSync(join(tmpdir(), 'lockstep-functions-'))
const vectors = join(folder, 'vectors')
const cases: FunctionCase[] = []
beforeAll(async () => {
  await writeFunctionVectors(vectors)
  for (const { path } of await caseFolders(vectors)) cases.push(await readFunctionCase(vectors, path))
})

const stopping: { stop(): unknown }[] = []
afterAll(async () => {
  for (const one of stopping) await one.stop()
  rmSync(folder, { recursive: true })
})
const bytecode = (...from: ConstructorParameters<typeof Bytecode>): Bytecode => {
  const made = new Bytecode(...from)
  stopping.push(made)
  return made
}
const pythonIn = (place: string): Promise<Computer> => {
  const foreign = new Foreign(`python3 '${join(place, 'runner.py')}'`, { folder, timeoutMs: 60_000 })
  stopping.push(foreign)
  return foreignComputer(foreign)
}

const casesOf = (name: FunctionName) => cases.filter(({ manifest }) => manifest.handler === name)
const callsOf = (name: FunctionName): Call[] => casesOf(name).flatMap(({ calls }) => calls)
const failuresOf = async (name: FunctionName, computer: Computer) => {
  const runs = []
  for (const one of casesOf(name)) runs.push(await runFunctionCase(one, computer))
  return runs.flatMap(({ failure }) => (failure ? [failure] : []))
}
/** Functions of which some case fails. */
const wrongOf = async (computer: Computer): Promise<string[]> => {
  const { failures } = await runFunctions(vectors, () => computer)
  return [...new Set(failures.map(({ call }) => call!.split('(')[0]!))].sort()
}

describe('what the vectors expect', () => {
  test('good input has a value, bad input is refused', () => {
    for (const { path, manifest, calls } of cases)
      for (const call of calls)
        expect({ path, isRefused: 'refused' in call }).toEqual({
          path,
          isRefused: manifest.case === 'refused',
        })
  })

  const outputOf = (name: FunctionName, input: object): unknown => {
    const wanted = JSON.stringify(input)
    const found = callsOf(name).find(({ input: one }) =>
      Object.entries(input).every(([key, value]) => (one as Record<string, unknown>)[key] === value),
    )
    expect(found, wanted).toBeDefined()
    return (found as { output: unknown }).output
  }
  const seed = '0xcc69885fda6bcc1a4ace058b4a62bf5e179ea78fd58a1ccd71c22cc9b688792f'

  test('the examples of the clauses are in them', () => {
    const prevrandao = `0x${'1'.padStart(64, '0')}`
    expect(outputOf('seedOf', { epoch: 1, prevrandao })).toBe(seed)
    expect(outputOf('shuffle', { seed, count: 49 })).toEqual([48, 11, 47, 45, 18, 41])
    expect(outputOf('shuffle', { seed, count: 1_000 })).toEqual([590, 797, 187, 404, 195, 338])
    expect(outputOf('quorum', { seats: 48 })).toBe(33)
    expect(outputOf('quorum', { seats: 1 })).toBe(1)
    const genesisTimestamp = 1_800_000_000
    expect(outputOf('slotAt', { timestamp: genesisTimestamp + 35, genesisTimestamp })).toBe(0)
    expect(outputOf('slotAt', { timestamp: genesisTimestamp + 36, genesisTimestamp })).toBe(1)
    expect(outputOf('startOf', { slot: 1 })).toBe(genesisTimestamp + 36)
    expect(outputOf('epochOf', { slot: 31 })).toBe(0)
    expect(outputOf('offsetOf', { slot: 32 })).toBe(0)
    expect(outputOf('proverShare', { rewardWei: '7', basisPointFee: 5_000 })).toBe('3')
    const whole = Array.from({ length: 48 }, (_, seat) => seat)
    expect(outputOf('committeePositions', { setSize: 48 })).toEqual(whole)
    expect(outputOf('committeePositions', { setSize: 49 })).not.toEqual(whole)
    expect(outputOf('drawSeat', { seats: 0 })).toBeNull()
    expect(callsOf('queueHash')).toContainEqual({
      input: { entries: [] },
      output: `0x${'0'.repeat(64)}`,
    })
  })

  test('FALLBACK-1, FALLBACK-3, FALLBACK-6 to FALLBACK-8, LOG-10: the boundaries of the clauses are in them', () => {
    const isIn = (input: object) => (outputOf('fallbackAt', input) as { entered: number }).entered >= 0
    const waiting = { countedFrom: 0, queueWaits: true, claimDeadline: -1 }
    expect([102, 103].map((slot) => isIn({ countedFrom: 7, queueWaits: false, slot }))).toEqual([false, true])
    expect([127, 128].map((slot) => isIn({ countedFrom: 0, claimDeadline: 128, slot }))).toEqual([
      false,
      true,
    ])
    const used = { entered: 96, advanced: 223 }
    expect([223, 224].map((slot) => isIn({ ...used, slot }))).toEqual([true, false])
    expect([163, 164].map((slot) => isIn({ entered: 96, advanced: 100, slot }))).toEqual([true, false])
    const turns = [95, 96, 159, 160, 255, 256, 319, 320]
    expect(turns.map((slot) => isIn({ ...waiting, slot }))).toEqual(
      turns.map((_, at) => at % 4 === 1 || at % 4 === 2),
    )
    expect(outputOf('fallbackAt', { ...waiting, slot: 300 })).toMatchObject({ since: 256, entries: 2 })
    expect(outputOf('fallbackAt', { ...waiting, slot: 330 })).toMatchObject({ since: 320, entries: 2 })
  })

  test('PROPOSE-13, PROPOSE-14, CLAIM-9: no two headers, quotes, chains or rollups have one digest', () => {
    for (const name of ['genesisHash', 'blockHash', 'quoteDigest'] as const) {
      const answered = callsOf(name).flatMap((call) => ('output' in call ? [call] : []))
      const inputs = new Set(answered.map(({ input }) => JSON.stringify(input)))
      expect(new Set(answered.map(({ output }) => output)).size).toBe(inputs.size)
    }
  })

  test('signatures recover to whoever signed, and to nobody above half of the order', () => {
    const outputs = callsOf('signerOf').map((call) => ('output' in call ? call.output : undefined))
    expect(outputs.filter((output) => output === null).length).toBeGreaterThan(3)
    expect(new Set(outputs).size).toBeGreaterThan(10)
  })
})

describe('computed another way', () => {
  test('the contracts have every function but that of commitments, which no contract computes', () => {
    const without = functionNames.filter((name) => !bytecode().declared.has(name))
    expect(without).toEqual(['versionedHashOf'])
  })

  test('the production Solidity, compiled and executed, gives every value and refuses every bad input', async () => {
    const { failures, runs, undeclared } = await runFunctions(vectors, () => bytecodeOnce)
    expect(failures).toEqual([])
    expect(runs.length + undeclared.length).toBe(cases.length)
  })
  const bytecodeOnce = bytecode()

  test('PROPOSE-9: a versioned hash is 0x01 and the last 31 bytes of the SHA-256 of the commitment', () => {
    for (const call of callsOf('versionedHashOf')) {
      const { commitment } = call.input as { commitment: string }
      const bytes = Buffer.from(commitment.slice(2), 'hex')
      if (bytes.length !== 48) expect(call).toHaveProperty('refused')
      else
        expect(call).toHaveProperty(
          'output',
          `0x01${createHash('sha256').update(bytes).digest('hex').slice(2)}`,
        )
    }
  })

  test('the example in Python, which shares no code with the rest, has every function and passes', async ({
    skip,
  }) => {
    skip(!python, NO_PYTHON)
    const computer = await pythonIn(examples)
    expect([...computer.declared].sort()).toEqual([...functionNames].sort())
    const { failures, runs } = await runFunctions(vectors, () => computer)
    expect(failures).toEqual([])
    expect(runs.length).toBe(cases.length)
  })

  test('the statechart passes those that it computes with', async () => {
    const { failures, runs, undeclared } = await runFunctions(vectors, () => modelComputer)
    expect(failures).toEqual([])
    expect(runs.length + undeclared.length).toBe(cases.length)
    const left = [...new Set(undeclared.map((one) => one.function))].sort()
    expect(left).toEqual([
      'blockHash',
      'genesisHash',
      'queueHash',
      'quoteDigest',
      'signerOf',
      'versionedHashOf',
    ])
  })
})

describe('mistakes are found', () => {
  test('in the contracts, each by the vectors of its function', async () => {
    const spoilt = bytecode((sources) => {
      const changed = new Map(sources)
      for (const { file, from, to } of contractMistakes) {
        const path = `impl/contracts/src/${file}`
        const text = changed.get(path)!
        expect(text.split(from), from).toHaveLength(2)
        changed.set(
          path,
          text.replace(from, () => to),
        )
      }
      return changed
    })
    const expected = new Set(contractMistakes.flatMap(({ functions }) => functions))
    expect(await wrongOf(spoilt)).toEqual([...expected].sort())
  })

  test.for(pythonMistakes)('in Python: $function, $what', async (mistake, { skip }) => {
    skip(!python, NO_PYTHON)
    const place = mkdtempSync(join(folder, 'mistake-'))
    cpSync(examples, place, { recursive: true })
    const file = join(place, 'functions.py')
    const text = readFileSync(file, 'utf8')
    expect(text.split(mistake.from)).toHaveLength(2)
    writeFileSync(
      file,
      text.replace(mistake.from, () => mistake.to),
    )
    const failures = await failuresOf(mistake.function, await pythonIn(place))
    expect(failures.length).toBeGreaterThan(0)
  })

  test('there is a mistake in Python for every function', () => {
    const of = new Set(pythonMistakes.map((mistake) => mistake.function))
    expect([...of].sort()).toEqual([...functionNames].sort())
  })

  test('a refusal that is none, and a value where a refusal is due, are told with the call', async () => {
    const lenient = computerOf({
      quorum: ({ seats }) => (seats === 3 ? refuse() : Math.floor((2 * seats) / 3) + 1),
    })
    const refuse = (): never => {
      throw new RangeError('three is a crowd')
    }
    expect(await failuresOf('quorum', lenient)).toEqual([
      expect.objectContaining({
        step: 4,
        call: 'quorum({"seats":3})',
        expected: '3',
        found: 'refused (three is a crowd)',
      }),
    ])
    const generous: Computer = { ...lenient, compute: async () => ({ output: 1 }) }
    const [refused] = await failuresOf('quorum', generous)
    expect(refused).toMatchObject({
      step: 1,
      expected: 'refused (seats does not fit its type)',
      found: '1',
    })
  })
})
