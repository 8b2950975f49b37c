import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { sampleFolder } from '../kit/sample.ts'
import { sampleEvidence } from '../report/fixtures/evidence.ts'
import type { RungUnit } from '../rungs/list.ts'
import { runCheck } from './check.ts'
import { explainExamples } from './explain.ts'
import { main } from './main.ts'
import { TerminalProgress } from './progress.ts'
import { runReplay } from './replay.ts'
import { ReportFolder } from './reportFolder.ts'
import type { Terminal } from './usage.ts'

const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url))
const lockstep = fileURLToPath(new URL('./lockstep.mjs', import.meta.url))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

const recorded = () => {
  const written = { out: '', err: '' }
  const terminal: Terminal = {
    out: (text) => {
      written.out += `${text}\n`
    },
    err: { write: (text: string) => (written.err += text) },
    folder,
  }
  return { terminal, written }
}
const run = async (...args: string[]) => {
  const { terminal, written } = recorded()
  const code = await main(args, terminal)
  return { code, ...written }
}

test('generated code that is not current ends a check before it begins, in words', async () => {
  const { terminal, written } = recorded()
  const out = join(folder, 'stale')
  const options = { preset: 'tiny', out, seed: '1' }
  const stale = async () => ['Checks.sol is not what the models generate']
  expect(await runCheck(options, terminal, { stale, units: [] })).toBe(1)
  expect(written.err).toBe(
    'Checks.sol is not what the models generate\nnothing was checked: run npm run generate\n',
  )
  expect(existsSync(out)).toBe(false)
})

test('rungs that look at no generated code do not wait for it', async () => {
  const { terminal } = recorded()
  const options = { preset: 'tiny', out: join(folder, 'models'), seed: '1', rung: ['1', '2'] }
  let wasAsked = false
  const stale = async () => {
    wasAsked = true
    return ['Checks.sol is not what the models generate']
  }
  await runCheck(options, terminal, { stale, units: [] })
  expect(wasAsked).toBe(false)
  expect(existsSync(join(folder, 'models', 'summary.json'))).toBe(true)
})

describe('bad arguments: one line that names what was expected, exit code 2', () => {
  test.each([
    [
      [],
      'expected a command: check, explain, replay, derive, forms, vectors, run-vectors, fuzz, schedules, new-check',
    ],
    [['chek'], "unknown command 'chek'"],
    [['check', '--rung', '5'], '--rung 5: expected 1 to 4, or modelChecking, graphParity, oneStep, replay'],
    [['check', '--rung'], "option '--rung <rung...>' argument missing"],
    [['check', '--rung', '1', '2', 'x'], '--rung x: expected'],
    [['check', '--preset', 'huge'], 'preset huge: expected one of tiny, deep, rfc'],
    [['check', '--constant', 'claimWindowSlots'], '--constant claimWindowSlots: expected NAME=VALUE'],
    [['check', '--constant', 'slots=2'], 'constant slots: expected one of slotDurationSeconds'],
    [['check', '--constant', 'slotsPerEpoch=1'], 'claimWindowSlots'],
    [
      ['check', '--constant', 'slotsPerEpoch=3', 'slotsPerEpoch=4'],
      '--constant slotsPerEpoch: expected one value, found two',
    ],
    [
      ['check', '--rung', '3', '--constant', 'seedLookaheadEpochs=2'],
      'the contracts implement seedLookaheadEpochs=1 only',
    ],
    [['check', '--profile', 'nobody'], '--profile nobody: preset tiny has chain'],
    [
      ['check', '--actor', 'nobody'],
      '--actor nobody: expected some of l1-rollup, fallback-controller, follower, transaction-pool, attester, proposer, claimant, prover, fallback-proposer',
    ],
    [
      ['check', '--actor', 'attester', '--rung', '2', '3'],
      '--rung 3: attester has no contracts; expected rungs 1 and 2, or --actor l1-rollup',
    ],
    [
      ['check', '--actor', 'attester', 'proposer', '--rung', '4'],
      '--rung 4: attester, proposer have no contracts; expected rungs 1 and 2',
    ],
    [
      ['check', '--actor', 'attester', '--profile', 'chain'],
      '--profile: expected --actor l1-rollup, found attester',
    ],
    [['check', '--actor', 'attester', '--constant', 'claimWindowSlots=2'], '--constant: expected --actor l1'],
    [['check', '--preset', 'deep', '--actor', 'lazy'], '--preset: expected --actor l1-rollup, found lazy'],
    [['check', '--actor', 'attester', '--record', '--rung', '1'], '--record: expected the whole preset tiny'],
    [['check', '--actor', 'attester', '--watch'], '--actor: expected one run, found --watch'],
    [['check', '--seed', '-1'], '--seed -1: expected a number from 0 to 4294967295'],
    [['check', '--probe-every', '0'], '--probe-every 0: expected a whole number from 1 to 1000000'],
    [['check', '--probe-every', '1.5'], '--probe-every 1.5: expected a whole number from 1'],
    [['check', '--probe-every', '1000001'], '--probe-every 1000001: expected a whole number'],
    [['check', '--probe-every'], "option '--probe-every <n>' argument missing"],
    [['check', '--record', '--rung', '1'], '--record: expected the whole preset tiny'],
    [['check', '--record', '--watch'], '--record: expected one whole run, found --watch'],
    [['check', '--watch', '--profile', 'nobody'], '--profile nobody: preset tiny has chain'],
    [['check', '--watch', '--rung', '5'], '--rung 5: expected 1 to 4'],
    [['check', '--record', '--probe-every', '1'], 'all rungs, no other constants and no --probe-every'],
    [['check', '--verbose'], "unknown option '--verbose'; expected one of --rung"],
    [['check', 'tiny'], 'expected: lockstep check [--rung'],
    [['explain'], 'expected: lockstep explain CLAUSE | NAME | FILE | FILE:LINE'],
    [['explain', 'CLAIM-99'], 'there is no clause CLAIM-99: expected an id as CLAIM-9'],
    [['explain', 'nowhere.ts:3'], 'nowhere.ts: expected a file'],
    [['explain', 'nowhere.ts'], 'nowhere.ts: expected a file'],
    [['explain', 'ClaimWindowShut'], 'the nearest names are claimWindowOpen, claimWindow, ClaimWindowClosed'],
    [['derive', 'pi'], 'derive pi: expected one of committee-size'],
    [['vectors', '--profile', 'nobody'], '--profile nobody: preset tiny has chain'],
    [['vectors', '--transitions', '3000'], "unknown option '--transitions'; expected one of --profile"],
    [['vectors', '--archive', 'x.zip'], '--archive x.zip: expected a name that ends with .tar.gz'],
    [['vectors', '--archive'], "option '--archive <file>' argument missing"],
    [['vectors', '--since', 'absent'], 'absent: expected a folder of vectors, or an archive of one'],
    [
      ['vectors', '--since', sampleFolder],
      'index.json: expected the index of vectors; lockstep vectors writes',
    ],
    [
      ['vectors', '--since', fileURLToPath(import.meta.url)],
      'cli.test.ts: expected a folder of vectors, or an',
    ],
    [['vectors', '--since', packageFile], 'package.json: '],
    [['run-vectors'], 'expected: lockstep run-vectors FOLDER|ARCHIVE'],
    [['run-vectors', 'absent'], 'absent: expected a folder of vectors, or an archive of one'],
    [
      ['run-vectors', packageFile],
      'package.json: expected a folder of vectors, or an archive of one (.tar.gz): ',
    ],
    [['run-vectors', 'absent', '--on', 'paper'], 'absent: expected a folder of vectors'],
    [['run-vectors', sampleFolder, '--on', 'paper'], '--on paper: the command ended with code 127'],
    [
      ['run-vectors', sampleFolder, '--on', ' '],
      '--on: expected contracts, blocks, model, adapter:PATH, or a command',
    ],
    [
      ['run-vectors', sampleFolder, '--clause', 'PRUNE-99'],
      '--clause PRUNE-99: expected the id of a clause, as CHALLENGE-1',
    ],
    [['run-vectors', sampleFolder, '--on', 'model', '--case', 'nowhere'], 'none of its cases is asked for'],
    [['run-vectors', sampleFolder, '--timeout', '0'], '--timeout 0: expected a number of seconds'],
    [['fuzz'], 'fuzz: expected --on "COMMAND" or --on adapter:PATH'],
    [['fuzz', '--on', 'paper'], '--on paper: the command ended with code 127, asked for hello'],
    [['fuzz', '--on', 'paper', '--runs', '0'], '--runs 0: expected a whole number from 1'],
    [['fuzz', '--on', 'paper', '--profile', 'nobody'], '--profile nobody: preset tiny has chain'],
    [['new-check', 'prune'], 'expected: lockstep new-check EVENT CHECK REFUSAL'],
    [['new-check', 'burn', 'a', 'B', '--facts', 'slot'], 'event burn: expected one of advanceSlot, propose'],
    [['new-check', 'prune', 'quoteIsValid', 'B', '--facts', 'slot'], 'check quoteIsValid exists already'],
    [['new-check', 'prune', 'Odd', 'B', '--facts', 'slot'], 'check Odd: expected a name such as'],
    [['new-check', 'prune', 'odd', 'QuoteExpired', '--facts', 'slot'], 'refusal QuoteExpired exists already'],
    [
      ['new-check', 'prune', 'odd', 'Odd', '--facts', 'everybody'],
      'fact everybody: expected what some rule asks for: ',
    ],
    [['new-check', 'advanceSlot', 'odd', 'Odd', '--facts', 'slot'], 'event advanceSlot has no checks'],
    [['replay'], 'expected: lockstep replay TRACE.itf.json'],
    [['replay', 'absent.itf.json'], 'absent.itf.json: expected a readable trace file (ENOENT)'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err.startsWith('lockstep: ')).toBe(true)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a truncated trace is told with its place', async () => {
    await writeFile(join(folder, 'cut.itf.json'), '{"vars":["slot"],"states":[{"slot"')
    const { code, err } = await run('replay', 'cut.itf.json')
    expect(code).toBe(2)
    expect(err).toMatch(/^lockstep: cut\.itf\.json: at \$: expected JSON .*\n$/)
  })

  test('a trace needs a profile that exists', async () => {
    const trace = '{"vars":["slot"],"states":[{"slot":{"#bigint":"0"}}]}'
    await writeFile(join(folder, 'whole.itf.json'), trace)
    expect((await run('replay', 'whole.itf.json')).err).toContain(
      'names no profile in #meta: expected one of chain',
    )
    expect((await run('replay', 'whole.itf.json', '--profile', 'x')).err).toContain(
      'profile x: expected one of chain',
    )
  })
})

describe('commands', () => {
  test('--help and --version go to standard output', async () => {
    expect(await run('--version')).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    })
    const { code, out } = await run('check', '--help')
    expect(code).toBe(0)
    expect(out).toContain('--constant <name=value...>')
    expect(out).toContain('--probe-every <n>')
  })

  test('check --probe-every asks rungs for every n-th state, and leaves pairs of fields where they were', async () => {
    const { terminal, written } = recorded()
    const probed: Profile['probes'][] = []
    const unit: RungUnit = {
      publishes: ['graphParity'],
      stage: 1,
      load: async () => async (context) => {
        probed.push(...context.preset.profiles.map(({ probes }) => probes))
        throw new Error('seen')
      },
    }
    const options = {
      preset: 'tiny',
      out: join(folder, 'probing'),
      seed: '1',
      rung: ['2'],
      profile: ['provers', 'forks'],
      probeEvery: '3',
    }
    const parts = { units: [unit], stale: async () => [] }
    expect(await runCheck(options, terminal, parts)).toBe(1)
    const own = loadPreset('tiny').profiles.filter(({ name }) => options.profile.includes(name))
    expect(probed).toEqual(own.map(({ probes }) => ({ ...probes, everyState: 3 })))
    expect(new Set(probed.map(({ pairsEveryState }) => pairsEveryState)).size).toBe(2)
    expect(written.out).toContain('probe-every=3')
    const summary = JSON.parse(await readFile(join(options.out, 'summary.json'), 'utf8'))
    expect(summary).toMatchObject({ probeEvery: 3, complete: false })
  })

  test('explain prints a clause', async () => {
    const { code, out } = await run('explain', 'time-2')
    expect(code).toBe(0)
    expect(out).toMatch(/^TIME-2 · /)
    expect(out).toContain('model/l1-rollup/rules/arithmetic.ts:')
  })

  describe('every example of explain, in its help and in README.md', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
    const { out: help } = await run('explain', '--help')
    const examples = [readme, help.split('Examples:')[1]!].map((text) =>
      [...text.matchAll(/lockstep explain ([^\s`]+)/g)].map(([, about]) => about!),
    )
    test('is found', () => {
      expect(examples[0]!.length).toBeGreaterThan(2)
      expect(examples[1]).toEqual(explainExamples.map(([about]) => about))
    })
    test.each([...new Set(examples.flat())])('%s', async (about) => {
      const { code, out } = await run('explain', about)
      expect(code).toBe(0)
      expect(out.startsWith(about)).toBe(true)
      expect(out).toMatch(/^ *[A-Z]+-\d+ /m)
    })
  })

  test('explain tells the numbers of the last run, and says when a report is of another version', async () => {
    const report = join(folder, 'told')
    await mkdir(report)
    const summary = sampleEvidence(loadPreset('tiny')).summary
    await writeFile(join(report, 'summary.json'), JSON.stringify(summary))
    const told = (await run('explain', 'CLAIM-1', '--report', report)).out
    expect(told).toContain('2026-02-03 04:05 UTC, commit 0123456789ab, preset tiny, complete')
    const { passed, refused } = summary.clauses.find(({ id }) => id === 'CLAIM-1')!
    expect(passed * refused).toBeGreaterThan(0)
    const [accepted, stopped] = [passed, refused].map((count) => count.toLocaleString('en-US'))
    expect(told).toContain(
      `  bytecode accepted ${accepted} events that its check guards and refused ${stopped}\n`,
    )
    expect((await run('explain', 'CLAIM-1')).out).toContain('No run is known')
    await writeFile(join(report, 'summary.json'), '{"preset":"tiny"}')
    const { code, err } = await run('explain', 'CLAIM-1', '--report', report)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('expected the summary of a run') })
  })

  describe('vectors', () => {
    /** The smallest profile. */
    const profile = ['--profile', 'provers']

    test('an archive is run as the folder is, and has the same bytes the next time', async () => {
      const { code, out } = await run('vectors', 'once', ...profile, '--archive', 'packed/once.tar.gz')
      expect(code).toBe(0)
      expect(out).toMatch(/^\d+ cases, 0\.\d MB in packed\/once\.tar\.gz$/m)
      await run('vectors', 'twice', ...profile, '--archive', 'twice.tar.gz')
      const [once, twice] = await Promise.all(
        ['packed/once.tar.gz', 'twice.tar.gz'].map((file) => readFile(join(folder, file))),
      )
      expect(twice!.equals(once!)).toBe(true)
      const onFolder = await run('run-vectors', 'once', '--on', 'model')
      expect(onFolder.out).toMatch(/^\d+ cases, \d+ steps on the statechart: none failed\n$/)
      expect((await run('run-vectors', 'packed/once.tar.gz', '--on', 'model')).out).toBe(onFolder.out)
    })

    test('an archive is named in errors, and not where it was unpacked', async () => {
      const args = ['run-vectors', 'twice.tar.gz', '--on', 'model', '--case', 'nowhere']
      const { code, err } = await run(...args)
      expect({ code, err }).toEqual({
        code: 2,
        err: `lockstep: ${join(folder, 'twice.tar.gz')}: none of its cases is asked for\n`,
      })
    })

    test('what has changed since the vectors that the folder held is told by clause', async () => {
      const index = join(folder, 'once', 'index.json')
      const before = JSON.parse(await readFile(index, 'utf8'))
      before.clauses['TIME-2'] = '0'.repeat(64)
      const [first] = Object.keys(before.cases)
      before.cases[first!].hash = '0'.repeat(64)
      before.cases[first!].clauses = ['TIME-3']
      await writeFile(index, JSON.stringify(before))
      const { code, out } = await run('vectors', 'once', ...profile, '--since', 'once')
      expect(code).toBe(0)
      expect(out).toContain('\n\nsince once: clauses: 1 changed; vectors: 1 changed\n\nTIME-2 changed · ')
      expect((await run('vectors', 'once', ...profile, '--since', 'twice.tar.gz')).out).toContain(
        'since twice.tar.gz: clauses: none changed; vectors: none changed\n',
      )
    })

    test('functions that are not declared are told, and where nothing ran nothing has passed', async () => {
      const shown = await run('run-vectors', sampleFolder, '--on', 'model', '--case', 'quorum')
      expect(shown).toMatchObject({ code: 0, out: '2 cases, 130 steps on the statechart: none failed\n' })
      const runner = fileURLToPath(new URL('../kit/foreign/fixtures/rollup.mjs', import.meta.url))
      const only = ['--on', `'${process.execPath}' '${runner}'`, '--case', 'quorum']
      const { code, out } = await run('run-vectors', sampleFolder, ...only)
      expect(code).toBe(1)
      expect(out).toMatch(
        /^0 cases, 0 steps on .*: none failed; not declared, and not run: 2 cases of quorum \(2\)\n$/,
      )
    })

    test('a call that differs is shown with what was asked', async () => {
      const runner = fileURLToPath(new URL('../kit/foreign/fixtures/rollup.mjs', import.meta.url))
      const hello = '{"protocol":2,"functions":["quorum"]}'
      const on = `'${process.execPath}' '${runner}' '${hello}' '' '' '' '{"output":1}'`
      const { code, out } = await run('run-vectors', sampleFolder, '--on', on, '--case', 'sizes_0_to_128')
      expect(code).toBe(1)
      expect(out).toContain(
        'functions/quorum/rfc/sizes_0_to_128, call 3\n  call: quorum({"seats":2})\n  expected: 2\n  found: 1\n',
      )
    })
  })

  test('derive prints one derivation, or all', async () => {
    const one = await run('derive', 'quorum')
    expect(one.code).toBe(0)
    expect(one.out).toMatch(/^quorum · /)
    expect((await run('derive')).out.split('─'.repeat(78)).length).toBeGreaterThan(3)
  })

  test('replay shows the first difference and exits with 1', async () => {
    const { terminal, written } = recorded()
    const options = { profile: 'chain', preset: 'tiny' }
    const agree = async () => ({ steps: 4, difference: undefined, departure: undefined, isBug: false })
    expect(await runReplay('whole.itf.json', options, terminal, agree)).toBe(0)
    expect(written.out).toContain('whole.itf.json, profile chain: model and contracts agree in 4 steps\n')
    const differ = async () => ({ ...(await agree()), difference: 'step 2: expected a, found b' })
    expect(await runReplay('whole.itf.json', options, terminal, differ)).toBe(1)
    expect(written.out).toContain('step 2: expected a, found b')
  })

  test('a trace that the statechart does not follow exits with 1, unless it is that of a Bug model', async () => {
    const { terminal, written } = recorded()
    const options = { profile: 'chain', preset: 'tiny' }
    const part = (isBug: boolean) => async () => ({
      steps: 4,
      difference: undefined,
      departure: 'state 3 of the trace: elsewhere',
      isBug,
    })
    expect(await runReplay('whole.itf.json', options, terminal, part(false))).toBe(1)
    expect(written.out).toMatch(/Trace and statechart part/)
    expect(await runReplay('whole.itf.json', options, terminal, part(true))).toBe(0)
    expect(written.out).toMatch(/of a Bug model .* as it must/)
  })
})

describe('the folder of a report', () => {
  const unit: RungUnit = {
    publishes: ['graphParity'],
    stage: 1,
    load: async () => async () => {
      throw new Error('broken')
    },
  }
  const check = async (out: string) => {
    const { terminal, written } = recorded()
    const options = { preset: 'tiny', out, seed: '1', rung: ['2'] }
    const code = await runCheck(options, terminal, { units: [unit], stale: async () => [] })
    return { code, ...written }
  }
  const read = async (file: string) => JSON.parse(await readFile(file, 'utf8'))

  test('that cannot be written is found before anything runs', async () => {
    await writeFile(join(folder, 'file'), 'mine')
    await expect(check('file/report')).rejects.toThrow(
      /^--out file\/report: expected a folder that can be written \(ENOTDIR at /,
    )
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('mine')
  })

  test('with a complete report keeps it when a run fails, and everything else that is in it', async () => {
    const out = join(folder, 'kept')
    await mkdir(join(out, 'traces'), { recursive: true })
    await writeFile(join(out, 'summary.json'), '{"complete":true,"seconds":7}')
    await writeFile(join(out, 'notes.txt'), 'mine')
    const { code, out: told } = await check('kept')
    expect(code).toBe(1)
    expect(told).toContain(join(out, 'incomplete', 'index.html'))
    expect(told).toContain('The complete report in kept stays.')
    expect(await read(join(out, 'summary.json'))).toEqual({ complete: true, seconds: 7 })
    expect(await read(join(out, 'incomplete', 'summary.json'))).toMatchObject({ complete: false })

    const next = new ReportFolder(out, 'kept')
    await writeFile(join(next.path, 'summary.json'), '{"complete":true,"seconds":8}')
    next.take()
    expect(await read(join(out, 'summary.json'))).toEqual({ complete: true, seconds: 8 })
    expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('mine')
    expect(existsSync(join(out, 'incomplete'))).toBe(false)
  })

  test('with the report of a failed run takes the next one', async () => {
    await check('failed')
    const { out: told } = await check('failed')
    expect(told).toContain(join(folder, 'failed', 'index.html'))
    expect(existsSync(join(folder, 'failed', 'incomplete'))).toBe(false)
  })
})

describe('progress', () => {
  const lines = (isTTY: boolean, now = () => 0) => {
    const written: string[] = []
    const err = { isTTY, columns: 40, write: (text: string) => written.push(text) }
    return { progress: new TerminalProgress(err, now), written }
  }

  test('a terminal has one line that is written over, cut to its width, and gone at the end', () => {
    const { progress, written } = lines(true)
    progress.update('Model checking', 'chain')
    progress.update('Replay', 'a long text that does not fit into the line')
    progress.stop()
    expect(written[0]).toBe('\r\x1b[KModel checking: chain')
    expect(written[1]).toMatch(/^\r.\[KModel checking: chain {2}· {2}Replay: /)
    expect([...written[1]!].length).toBeLessThanOrEqual(39 + 4)
    expect(written.at(-1)).toBe('\r\x1b[K')
    expect(written.join('')).not.toContain('\n')
  })

  test('elsewhere lines are plain, and a rung speaks at most every ten seconds', () => {
    let time = 0
    const { progress, written } = lines(false, () => time)
    for (time = 0; time < 25_000; time += 1_000) progress.update('Replay', `${time}`)
    progress.end('Replay', 'done')
    expect(written).toEqual(['Replay: 0\n', 'Replay: 10000\n', 'Replay: 20000\n', 'Replay: done\n'])
  })
})

describe('how far a check is', () => {
  const lines = (isTTY: boolean) => {
    const written: string[] = []
    const err = { isTTY, columns: 80, write: (text: string) => written.push(text) }
    return { progress: new TerminalProgress(err, () => 0), written }
  }

  test.each([
    [true, '\r\x1b[K42 %, about 4 min left  ·  Replay: chain'],
    [false, 'Replay: chain (42 %, about 4 min left)\n'],
  ])('stands beside what it does, on a terminal: %s', (isTTY, line) => {
    const { progress, written } = lines(isTTY)
    progress.overall('42 %, about 4 min left')
    progress.update('Replay', 'chain')
    expect(written).toEqual([line])
  })
})

/** A check that waits in a child of its own. */
async function slowCheck(out: string) {
  const script = fileURLToPath(new URL('./fixtures/slow-check.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, out], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const pid = await new Promise<number>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /sleeps as (\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
    child.once('exit', () => reject(new Error(`ended before it slept: ${said}`)))
  })
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, pid, ended }
}

describe('the program', () => {
  test('runs from any folder', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [lockstep, 'explain', 'CLAIM-1'], {
      cwd: folder,
    })
    expect(stdout).toMatch(/^CLAIM-1 · /)
  })

  test('bad arguments end it with exit code 2', async () => {
    const failed = promisify(execFile)(process.execPath, [lockstep, 'check', '--rung', '0'], { cwd: folder })
    await expect(failed).rejects.toMatchObject({ code: 2, stdout: '' })
  })

  test('Ctrl-C ends the child processes, writes what there is, and exits with 130', async () => {
    const out = join(folder, 'interrupted')
    const { child, pid, ended } = await slowCheck(out)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    const summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8'))
    expect(summary).toMatchObject({
      complete: false,
      failures: [{ rung: 'graphParity', clauses: [], text: 'interrupted before its end' }],
    })
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('interrupted before its end')
  })

  test('when whoever asked has gone, child processes end and nothing is written', async () => {
    const out = join(folder, 'unwanted')
    const { child, pid, ended } = await slowCheck(out)
    child.kill('SIGHUP')
    expect(await ended).toBe(129)
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect(existsSync(join(out, 'summary.json'))).toBe(false)
  })
})
