import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ClauseError } from '../../../spec/clause.ts'
import { rungKeys } from '../../evidence.ts'
import { changesBetween, committedTexts, readTexts } from './texts.ts'
import { type Part, type Watched, watch } from './watch.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lockstep-watch-'))
  for (const folder of ['spec', 'tla', 'model', 'impl']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'model', 'rule.ts'), 'right')
})
afterEach(() => rmSync(root, { recursive: true }))

const save = (text: string): void => writeFileSync(join(root, 'model', 'rule.ts'), text)

/** A watch over one file: its text is what was changed, and a run of a `wrong` one differs. */
function watching(run: Watched['run'] = async () => 1) {
  const read = () => readFileSync(join(root, 'model', 'rule.ts'), 'utf8')
  let [agreed, looked] = ['right', 'right']
  const [said, runs]: [string[], Part[]] = [[], []]
  const ended = new AbortController()
  const watched: Watched = {
    root,
    rungs: rungKeys,
    profileCount: 2,
    look() {
      looked = read()
      if (looked === 'unreadable') throw new ClauseError('CLAIM.md:3: expected a rule')
      if (looked === agreed) return undefined
      const reach = {
        rungs: ['oneStep', 'graphParity'] as const,
        events: 'all' as const,
        says: [`rule.ts: ${looked}`],
      }
      return { reach, profiles: ['chain'] }
    },
    agreed: () => {
      agreed = looked
    },
    run: (part, signal) => {
      runs.push(part)
      return run(part, signal)
    },
    say: (text) => said.push(text),
  }
  const done = watch(watched, ended.signal)
  const end = async () => {
    ended.abort()
    await done
  }
  return {
    said,
    runs,
    end,
    until: (text: string) => vi.waitFor(() => expect(said.at(-1)).toContain(text), 5_000),
  }
}

test('nothing runs while nothing differs; a save runs graphs first, then bytecode', async () => {
  const { said, runs, end, until } = watching()
  await until('nothing to check: waiting for a save')
  expect(runs).toEqual([])
  save('also right')
  await until('differs: waiting for a save')
  expect(said.slice(-3)).toEqual([
    'rule.ts: also right',
    '→ Graph parity, One-step conformance in 1 of 2 profiles: chain',
    'differs: waiting for a save',
  ])
  // What differs in graphs differs on bytecode too: it is not run.
  expect(runs).toEqual([{ rungs: ['graphParity'], profiles: ['chain'] }])
  save('right')
  await until('nothing to check: waiting for a save')
  await end()
})

test('what differed is run again until it agrees, and then no more', async () => {
  let code = 1
  const { said, runs, end, until } = watching(async () => code)
  await until('waiting for a save')
  save('wrong')
  await until('differs: waiting for a save')
  code = 0
  save('still wrong')
  await until('agrees: waiting for a save')
  expect(runs.map(({ rungs }) => rungs)).toEqual([['graphParity'], ['graphParity'], ['oneStep']])
  save('still wrong')
  await until('nothing to check: waiting for a save')
  expect(said.filter((line) => line.startsWith('rule.ts'))).toHaveLength(2)
  await end()
})

test('a save ends what is running and begins anew', async () => {
  const aborted: boolean[] = []
  const { said, runs, end, until } = watching(
    (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted.push(true)
          resolve(130)
        })
      }),
  )
  await until('waiting for a save')
  save('wrong')
  await vi.waitFor(() => expect(runs).toHaveLength(1), 5_000)
  save('wrong again')
  await vi.waitFor(() => expect(runs).toHaveLength(2), 5_000)
  expect(said).toContain('saved: beginning anew')
  expect(aborted).toEqual([true])
  await end()
  expect(aborted).toEqual([true, true])
})

test('a clause in the middle of being written is told, and the next save tried', async () => {
  const { end, until } = watching()
  await until('waiting for a save')
  save('unreadable')
  await until('CLAIM.md')
  save('right')
  await until('nothing to check: waiting for a save')
  await end()
})

test('what differs from the last commit: changed, added, taken away; nothing without a commit', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args])
  writeFileSync(join(root, 'tla', 'Old.tla'), 'old')
  const alone = readTexts(root)
  expect(await committedTexts(root, alone)).toEqual(alone)
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'x')
  save('wrong')
  rmSync(join(root, 'tla', 'Old.tla'))
  writeFileSync(join(root, 'impl', 'New.sol'), 'new')
  writeFileSync(join(root, 'impl', 'picture.png'), 'no text')
  const now = readTexts(root)
  expect(changesBetween(await committedTexts(root, now), now)).toEqual([
    { file: 'model/rule.ts', before: 'right', after: 'wrong' },
    { file: 'tla/Old.tla', before: 'old', after: undefined },
    { file: 'impl/New.sol', before: undefined, after: 'new' },
  ])
})
