import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { type RefusalName, refusals } from '../../model/l1-rollup/refusals.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { describeError } from '../describeError.ts'
import {
  type Decided,
  failureText,
  type RungFailure,
  type RungKey,
  rungKeys,
  summarySchema,
} from '../evidence.ts'
import { type CheckRequest, check, exitCodeOf, type Progress } from './check.ts'
import type { RungUnit } from './list.ts'
import { clauseSides } from './one-step/sides.ts'
import { readBytecode, readCommit, readSources, readVersions, webAddress } from './provenance.ts'
import type { CoverageRecord } from './record.ts'
import type { RungContext, RungOutcome, RunRung } from './rung.ts'

let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'lockstep-check-'))
})
afterAll(() => rm(out, { recursive: true }))

const silent: Progress = { update: () => {}, found: () => {}, end: () => {} }
const preset = loadPreset('tiny')
const everyRefusal = new Map<RefusalName, number>(Object.values(refusals).map(({ refusal }) => [refusal, 1]))

const everyPassing = new Map(Object.keys(clauseSides).map((id) => [id, 1]))
const everyRefusing = new Map([...everyPassing].filter(([id]) => clauseSides[id]!.refuses))

/** Every profile, with numbers that every rung has. */
const profiles = preset.profiles.map(({ name: profile }) => ({
  profile,
  numbers: { distinctStates: 1, states: 1, steps: 1 },
  differences: [],
}))
const record = {
  seed: 1,
  properties: {},
  models: {},
  rungs: Object.fromEntries(
    rungKeys.map((key) => [
      key,
      Object.fromEntries(
        profiles.map(({ profile }) => [
          profile,
          {
            modelChecking: { distinctStates: 1 },
            graphParity: { states: 1, steps: 1 },
            oneStep: { states: 1 },
            replay: { steps: 1 },
          }[key],
        ]),
      ),
    ]),
  ),
} as unknown as CoverageRecord

/** What the bytecode never refuses, because of the reading that it implements. */
const refusedByBytecode = new Map([...everyRefusal].filter(([name]) => name !== 'CallerNotProver'))
/** CommitteeEmpty, ClaimWindowClosed and NothingToChallenge never fail alone, CallerNotProver never at all. */
const decided = new Map<RefusalName, Decided>(
  [...everyRefusal.keys()]
    .filter(
      (name) =>
        !['CommitteeEmpty', 'ClaimWindowClosed', 'NothingToChallenge', 'CallerNotProver'].includes(name),
    )
    .map((name) => {
      // NothingToProve has no accepted neighbour.
      const pairs = name === 'NothingToProve' ? 0 : 3
      return [name, { pairs, fields: ['caller'], alone: 4, acrossStates: false }]
    }),
)

const outcomeOf = (key: RungKey, failures: RungFailure[] = []): RungOutcome => {
  const sides = { passed: everyPassing, refused: everyRefusing }
  const rest = {
    profiles,
    stories: [],
    passed: everyRefusal,
    refused: refusedByBytecode,
    decided,
    sides,
    failures,
  }
  if (key === 'modelChecking') return { key, summary: { models: [], properties: [] }, ...rest }
  if (key === 'graphParity')
    return {
      key,
      summary: {
        states: 1,
        transitions: 1,
        effects: 1,
        refusalSets: 1,
        steps: 1,
        probes: 1,
        pairs: 1,
        differences: 0,
      },
      ...rest,
    }
  if (key === 'oneStep')
    return {
      key,
      summary: {
        states: 1,
        enabled: 1,
        disabled: 1,
        probes: 1,
        pairs: 1,
        boundaries: 0,
        mismatches: 0,
        callsPerSecond: 1,
      },
      ...rest,
    }
  return { key, summary: { traces: 1, steps: 1, mismatches: 0 }, ...rest }
}
const unit = (key: RungKey, run: RunRung = async () => outcomeOf(key), stage = 1): RungUnit => ({
  publishes: [key],
  stage,
  load: async () => run,
})
const allUnits = rungKeys.map((key) => unit(key))
const withUnit = (replaced: RungUnit): RungUnit[] =>
  allUnits.map((other) => (other.publishes[0] === replaced.publishes[0] ? replaced : other))

const run = (
  units: readonly RungUnit[],
  changed: Partial<CheckRequest> = {},
  signal = new AbortController().signal,
) =>
  check(
    {
      preset,
      presetName: 'tiny',
      constants: {},
      allProfiles: true,
      rungs: rungKeys,
      out,
      seed: 7,
      ...changed,
    },
    { progress: silent, signal, units, record },
  )

describe('a check', () => {
  test('in which every rung runs and nothing differs is complete', async () => {
    const { summary } = await run(allUnits)
    expect(summary).toMatchObject({ complete: true, failures: [], preset: 'tiny', seeds: { check: 7 } })
    expect(Object.keys(summary.rungs).sort()).toEqual([...rungKeys].sort())
    expect(summarySchema.safeParse(summary).success).toBe(true)
    expect(exitCodeOf(summary, false)).toBe(0)
  })

  test('that probes other states than the profiles say says so, and is not complete', async () => {
    const { summary } = await run(allUnits, { probeEvery: 1 })
    expect(summary).toMatchObject({ complete: false, failures: [], probeEvery: 1 })
    expect(summarySchema.safeParse(summary).success).toBe(true)
    expect((await run(allUnits)).summary).not.toHaveProperty('probeEvery')
  })

  test('of one rung that finds nothing is not complete, and has not failed', async () => {
    const { summary } = await run(allUnits, { rungs: ['graphParity'] })
    expect(summary).toMatchObject({ complete: false, failures: [] })
    expect(Object.keys(summary.rungs)).toEqual(['graphParity'])
    expect(exitCodeOf(summary, false)).toBe(0)
  })

  test('of some profiles is not complete', async () => {
    expect((await run(allUnits, { allProfiles: false })).summary.complete).toBe(false)
  })

  test('makes its folder, and forgets traces of an earlier run before the model checker writes others', async () => {
    const fresh = join(out, 'not', 'there')
    const found: string[][] = []
    const looking = withUnit(
      unit('modelChecking', async () => {
        found.push(await readdir(join(fresh, 'traces')).catch(() => []))
        return outcomeOf('modelChecking')
      }),
    )
    await run(looking, { out: fresh })
    await mkdir(join(fresh, 'traces'))
    await writeFile(join(fresh, 'traces', 'old.itf.json'), '{}')
    await run(looking, { out: fresh, rungs: ['replay'] })
    expect(await readdir(join(fresh, 'traces'))).toEqual(['old.itf.json'])
    await run(looking, { out: fresh })
    expect(found).toEqual([[], []])
  })

  test('forgets the ways to differences of an earlier run, whatever it checks', async () => {
    const differences = join(out, 'differences')
    await mkdir(differences, { recursive: true })
    await writeFile(join(differences, '1.itf.json'), '{}')
    await run(allUnits, { rungs: ['replay'] })
    await expect(readdir(differences)).rejects.toThrow('ENOENT')
  })

  test('keeps what a rung has found when the rung does not come to its end', async () => {
    const breaking = unit('graphParity', async ({ found }) => {
      found('only TLA+ refuses prune with X (PRUNE-5)')
      throw new Error('out of memory')
    })
    const { summary } = await run(withUnit(breaking))
    expect(summary.failures.filter(({ rung }) => rung === 'graphParity').map(({ text }) => text)).toEqual([
      'out of memory',
      'only TLA+ refuses prune with X (PRUNE-5)',
    ])
    const { summary: ended } = await run(
      withUnit(
        unit('graphParity', async ({ found }) => {
          found('told by its own failures')
          return outcomeOf('graphParity')
        }),
      ),
    )
    expect(ended.failures).toEqual([])
  })

  test('hands its record over instead of comparing it', async () => {
    const taken: CoverageRecord[] = []
    const surroundings = { progress: silent, units: allUnits, record: { ...record, properties: { lost: 1 } } }
    const request = { preset, presetName: 'tiny', constants: {}, allProfiles: true, rungs: rungKeys, out }
    const { signal } = new AbortController()
    const compared = await check({ ...request, seed: 7 }, { ...surroundings, signal })
    expect(compared.summary.failures).toHaveLength(1)
    const onRecord = (made: CoverageRecord) => taken.push(made)
    const recorded = await check({ ...request, seed: 7 }, { ...surroundings, signal, onRecord })
    expect(recorded.summary.failures).toEqual([])
    expect(taken.map(({ seed }) => seed)).toEqual([7])
    // What was interrupted is compared with nothing.
    const interrupted = await check({ ...request, seed: 7 }, { ...surroundings, signal: AbortSignal.abort() })
    expect(interrupted.summary.failures.map(failureText).join()).not.toContain('lost')
    expect(interrupted.summary.complete).toBe(false)
  })

  test('keeps what a rung found, with its title', async () => {
    const { summary } = await run(
      withUnit(
        unit('oneStep', async () =>
          outcomeOf('oneStep', [{ clauses: ['CLAIM-1'], text: 'state 4 differs' }]),
        ),
      ),
    )
    expect(summary).toMatchObject({
      complete: false,
      failures: [{ rung: 'oneStep', clauses: ['CLAIM-1'], text: 'state 4 differs' }],
    })
    expect(exitCodeOf(summary, false)).toBe(1)
  })

  test('fails with the error of a rung that throws, and still runs the others', async () => {
    const broken = unit('graphParity', () => Promise.reject(new Error('java: expected a JDK\n  install one')))
    const { summary } = await run(withUnit(broken))
    expect(summary.failures.map(failureText)).toEqual(['Graph parity: java: expected a JDK install one'])
    expect(summary.rungs.graphParity).toBeUndefined()
    expect(summary.rungs.replay).toBeDefined()
  })

  test('fails when a rung cannot be loaded, publishes nothing, or has no file', async () => {
    const unloadable: RungUnit = { ...unit('replay'), load: () => Promise.reject(new Error('no such file')) }
    expect((await run(withUnit(unloadable))).summary.failures.map(failureText)).toEqual([
      'Replay on real blocks: no such file',
    ])
    const empty = unit('replay', async () => [])
    expect((await run(withUnit(empty))).summary.failures.map(failureText)).toEqual([
      'Replay on real blocks: did not run',
    ])
    const none = await run(allUnits.slice(0, 3))
    expect(none.summary.failures.map(failureText)).toEqual([
      'Replay on real blocks: has no file that runs it',
    ])
  })

  test('lets one unit publish several rungs, and takes only those that were asked for', async () => {
    const seen: RungContext[] = []
    const both: RungUnit = {
      publishes: ['modelChecking', 'graphParity'],
      stage: 1,
      load: async () => async (context) => {
        seen.push(context)
        return [outcomeOf('modelChecking'), outcomeOf('graphParity')]
      },
    }
    const { summary } = await run([both, ...allUnits.slice(2)], { rungs: ['graphParity'] })
    expect(Object.keys(summary.rungs)).toEqual(['graphParity'])
    expect([...seen[0]!.requested]).toEqual(['graphParity'])
    expect(seen[0]).toMatchObject({ presetName: 'tiny', seed: 7, out })
  })

  test('runs units of one stage together and stages one after the other', async () => {
    const log: string[] = []
    const logging = (key: RungKey, stage: number): RungUnit =>
      unit(
        key,
        async () => {
          log.push(`${key} starts`)
          await delay(20)
          log.push(`${key} ends`)
          return outcomeOf(key)
        },
        stage,
      )
    await run([
      logging('oneStep', 2),
      logging('modelChecking', 1),
      logging('graphParity', 1),
      logging('replay', 3),
    ])
    expect(log.slice(0, 2)).toEqual(['modelChecking starts', 'graphParity starts'])
    expect(log.slice(4)).toEqual(['oneStep starts', 'oneStep ends', 'replay starts', 'replay ends'])
  })

  test('fails when bytecode never showed one side of a check', async () => {
    const oneSided = async (): Promise<RungOutcome> => ({
      ...(outcomeOf('oneStep') as Extract<RungOutcome, { key: 'oneStep' }>),
      refused: new Map([...refusedByBytecode].filter(([name]) => name !== 'QuoteExpired')),
      sides: {
        passed: new Map([...everyPassing].filter(([id]) => id !== 'PROOF-6')),
        refused: new Map([...everyRefusing].filter(([id]) => id !== 'PRUNE-1')),
      },
    })
    const without = rungKeys.map((key): RungUnit => {
      if (key === 'oneStep') return unit(key, oneSided)
      const nothing = { passed: new Map(), refused: new Map() }
      return unit(key, async () => ({ ...outcomeOf(key), ...nothing, sides: nothing }))
    })
    const { summary } = await run(without)
    expect(summary.failures.map(failureText)).toEqual([
      'One-step conformance: CLAIM-5: bytecode never refused an event by QuoteExpired',
      'One-step conformance: PROOF-6: no step of bytecode shows: a later block stays pending',
      'One-step conformance: PRUNE-1: no step of bytecode shows: no claim, in the last slot of the window',
    ])
    expect((await run(without, { allProfiles: false })).summary.failures).toEqual([])
    expect((await run(without, { constants: { claimWindowSlots: '1' } })).summary.failures).toEqual([])
  })

  test('fails when bytecode refuses under a reading that it does not implement', async () => {
    const foreign = rungKeys.map((key) =>
      unit(key, async () => ({ ...outcomeOf(key), refused: everyRefusal }) as RungOutcome),
    )
    expect((await run(foreign)).summary.failures.map(failureText)).toEqual([
      'One-step conformance: PROOF-10: bytecode refused an event by CallerNotProver, though it implements proofSubmission = anyone',
    ])
  })

  const decides = async (changed: readonly (readonly [RefusalName, Decided | undefined])[]) => {
    const own = new Map<RefusalName, Decided | undefined>([...decided, ...changed])
    for (const [name, found] of own) if (!found) own.delete(name)
    const units = rungKeys.map((key) =>
      unit(key, async () => ({ ...outcomeOf(key), decided: own as typeof decided }) as RungOutcome),
    )
    return (await run(units)).summary.failures.map(failureText)
  }
  const alone: Decided = { pairs: 0, fields: [], alone: 1, acrossStates: false }

  test('a check that nowhere decides by itself has not been tested, whatever it refused', async () => {
    expect(await decides([['QuoteExpired', undefined]])).toEqual([
      'One-step conformance: CLAIM-5: QuoteExpired never refused an event alone',
    ])
    expect(await decides([['QuoteExpired', alone]])).toEqual([
      'One-step conformance: CLAIM-5: QuoteExpired alone refused no event beside an accepted one, and none that passes in another state',
    ])
    expect(await decides([['QuoteExpired', { ...alone, acrossStates: true }]])).toEqual([])
  })

  test('a check of which a finding says that it never decides must not', async () => {
    expect(await decides([['ClaimWindowClosed', alone]])).toEqual([
      'One-step conformance: CLAIM-1: ClaimWindowClosed refused an event alone, which F-16 says it never does',
    ])
  })

  test('a check of which a finding says that it has no accepted neighbour must have none', async () => {
    expect(await decides([['NothingToProve', { ...alone, acrossStates: true }]])).toEqual([
      'One-step conformance: PROOF-1: NothingToProve has an accepted neighbour, which F-20 says it never has',
    ])
  })

  test('sums what passed and was refused over rungs', async () => {
    const { clauses } = (await run(allUnits)).summary
    expect(clauses.find(({ id }) => id === 'CLAIM-1')).toMatchObject({ passed: 4, refused: 4 })
    expect(clauses.find(({ id }) => id === 'CLAIM-10')).toMatchObject({ passed: 4, refused: 0 })
    const quoteExpired = clauses.find(({ id }) => id === 'CLAIM-5')
    expect(quoteExpired).toMatchObject({ decided: { pairs: 12, fields: ['caller'], alone: 16 } })
  })

  test('a clause says of which run its counts are, and of which rungs; without one they say nothing', async () => {
    const breaks = unit('oneStep', async () => {
      throw new Error('the engine died')
    })
    const ofClauses = async (units: readonly RungUnit[]) => {
      const { clauses, date } = (await run(units)).summary
      const lastRun = (id: string) => clauses.find((clause) => clause.id === id)!.lastRun
      return { date, check: lastRun('CLAIM-5'), effect: lastRun('CLAIM-10'), nothing: lastRun('PRUNE-6') }
    }
    const whole = await ofClauses(allUnits)
    const { date } = whole
    expect(whole.check).toEqual({ date, rungs: ['oneStep', 'replay'] })
    expect(whole.effect).toEqual({ date, rungs: ['oneStep'] })
    expect(whole.nothing).toBeUndefined()
    const part = await ofClauses(withUnit(breaks))
    expect(part.check).toEqual({ date: part.date, rungs: ['replay'] })
    expect(part.effect).toBeUndefined()
  })

  test('numbers that are off because a rung found something are one failure', async () => {
    const moved = profiles.map((row) => ({ ...row, numbers: { distinctStates: 1, states: 2, steps: 1 } }))
    const found = [{ clauses: ['CLAIM-1'], text: 'only the bytecode refuses' }]
    const failing = (failures: RungFailure[]) =>
      withUnit(
        unit('oneStep', async () => ({ ...outcomeOf('oneStep', failures), profiles: moved }) as RungOutcome),
      )
    const texts = async (failures: RungFailure[]) =>
      (await run(failing(failures))).summary.failures.map((failure) => failureText(failure).split('\n')[0])
    expect(await texts([])).toEqual([
      `One-step conformance: numbers of ${profiles.length} profiles moved; if that is meant, npm run record`,
    ])
    expect(await texts(found)).toEqual([
      'One-step conformance: only the bytecode refuses',
      expect.stringMatching(/^numbers that follow from this are off: chain 2 states instead of 1, /),
    ])
  })
})

describe('an interrupted check', () => {
  test('tells its rungs, keeps what was finished, and is not complete', async () => {
    const interrupt = new AbortController()
    const waiting: RunRung = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        interrupt.abort(new Error('interrupted'))
      })
    const units = [
      unit('modelChecking'),
      unit('graphParity', waiting, 2),
      unit('oneStep', undefined, 3),
      unit('replay', undefined, 3),
    ]
    const { summary } = await run(units, {}, interrupt.signal)
    expect(Object.keys(summary.rungs)).toEqual(['modelChecking'])
    expect(summary.complete).toBe(false)
    expect(summary.failures.map(failureText)).toEqual([
      'Graph parity: interrupted before its end',
      'One-step conformance: did not run',
      'Replay on real blocks: did not run',
    ])
    expect(exitCodeOf(summary, true)).toBe(130)
  })

  test('gives up a rung that does not listen', async () => {
    const controller = new AbortController()
    const deaf: RunRung = () => {
      controller.abort(new Error('interrupted'))
      return new Promise(() => {})
    }
    const { summary } = await run([unit('graphParity', deaf)], { rungs: ['graphParity'] }, controller.signal)
    expect(summary.failures.map(failureText)).toEqual(['Graph parity: interrupted before its end'])
  })
})

describe('where it comes from', () => {
  test('outside of a checkout the commit is unknown', async () => {
    expect(await readCommit(out)).toBe('unknown')
    expect(await readCommit(join(out, 'nowhere'))).toBe('unknown')
  })

  test('a folder inside of a checkout is not that checkout', async () => {
    expect(await readCommit(import.meta.dirname)).toBe('unknown')
  })

  test.each([
    ['https://somebody:secret@github.com/a/b.git', 'https://github.com/a/b'],
    ['git@github.com:a/b.git', 'https://github.com/a/b'],
    ['ssh://git@gitlab.example.org:2222/a/b/c.git', 'https://gitlab.example.org/a/b/c'],
    ['git+https://github.com/a/b.git', 'https://github.com/a/b'],
    ['github:a/b', 'https://github.com/a/b'],
    ['/somewhere/on/this/machine', undefined],
    ['file:///somewhere/on/this/machine', undefined],
    ['../beside', undefined],
    ['', undefined],
  ])('the remote %s is read on the web at %s', (remote, address) => {
    expect(webAddress(remote)).toBe(address)
  })

  test('sources are at the commit where the remote is on the web, what package.json says comes first', async () => {
    const tree = join(out, 'cloned')
    const commit = 'a'.repeat(40)
    await mkdir(tree)
    await writeFile(join(tree, 'package.json'), '{}')
    const git = (...args: string[]) => promisify(execFile)('git', ['-C', tree, ...args])
    await git('init', '--quiet')
    expect(await readSources(tree, commit)).toBeUndefined()
    await git('remote', 'add', 'origin', 'git@gitlab.com:a/b.git')
    expect(await readSources(tree, `${commit}-dirty`)).toBe(`https://gitlab.com/a/b/-/blob/${commit}`)
    expect(await readSources(tree, 'unknown')).toBeUndefined()
    await writeFile(join(tree, 'package.json'), '{"repository":{"url":"git+https://github.com/c/d.git"}}')
    expect(await readSources(tree, commit)).toBe(`https://github.com/c/d/blob/${commit}`)
  })

  test('bytecode is what is deployed, with hashes of each contract', async () => {
    const { optimizerRuns, evmVersion, contracts } = (await readBytecode())!
    expect({ optimizerRuns, evmVersion }).toEqual({ optimizerRuns: 300, evmVersion: 'prague' })
    expect(contracts.map(({ file, name }) => `${file} ${name}`)).toEqual([
      'impl/contracts/src/Rollup.sol Rollup',
      'impl/contracts/src/ProofEscrow.sol ProofEscrow',
      'impl/contracts/src/mock/MockEpochProofVerifier.sol MockEpochProofVerifier',
      'impl/contracts/src/mock/MockTxProofVerifier.sol MockTxProofVerifier',
      'impl/contracts/src/mock/TestToken.sol TestToken',
    ])
    const compilation = await compileContracts()
    for (const { name, bytes, deployed } of contracts) {
      const code = Buffer.from(artifactOf(compilation, name).deployedBytecode.slice(2), 'hex')
      expect(bytes).toBe(code.length)
      expect(deployed).toBe(`0x${Buffer.from(keccak_256(code)).toString('hex')}`)
    }
  })

  test('versions that cannot be read say so', async () => {
    const versions = await readVersions(join(out, 'nowhere'))
    expect(versions.lockstep).toBe('unknown')
    expect(versions.node).toBe(process.versions.node)
    expect(versions.xstate).toMatch(/^5\.\d+\.\d+$/)
  })
})

test('an error is told with its causes, each once, in one line', () => {
  const cause = new Error('connection refused')
  expect(describeError(new Error('anvil died\n  exit code 1', { cause }))).toBe(
    'anvil died exit code 1: connection refused',
  )
  expect(describeError(new Error('x: connection refused', { cause }))).toBe('x: connection refused')
  expect(describeError('text')).toBe('text')
})
