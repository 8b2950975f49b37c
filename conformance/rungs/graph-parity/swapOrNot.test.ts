import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keccakWords, seedOf, shuffledIndex, shuffleRoundsFor } from '../../../model/shared/hash.ts'
import { loadPreset } from '../../../spec/parameters.ts'
import type { TlcResult } from '../../../tla/tlc/result.ts'
import { runTlc } from '../../../tla/tlc/tlc.ts'

const rfc = loadPreset('rfc').profiles[0]!.parameters
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-shuffle-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (word: bigint): string =>
  `<<${[...Buffer.from(word.toString(16).padStart(64, '0'), 'hex')].join(', ')}>>`

/** Has TLC check equations between constants: `[left, right]` as TLA+ text. */
function check(
  rounds: readonly number[],
  equations: readonly (readonly [string, string])[],
): Promise<TlcResult> {
  const module = path.join(folder, 'Equations.tla')
  const lines = equations.map(([left, right]) => `    <<${left}, ${right}>>`)
  writeFileSync(
    module,
    [
      '---- MODULE Equations ----',
      'EXTENDS SwapOrNot, TLC',
      'VARIABLE still',
      `Rounds == <<${rounds.join(', ')}>>`,
      'Init == still = TRUE',
      'Next == UNCHANGED still',
      `Equations == <<\n${lines.join(',\n')}>>`,
      'ASSUME \\A i \\in DOMAIN Equations : Assert(Equations[i][1] = Equations[i][2], <<i, Equations[i]>>)',
      '====',
    ].join('\n'),
  )
  const config = path.join(folder, 'Equations.cfg')
  writeFileSync(config, `INIT Init\nNEXT Next\nCONSTANTS\n    ShuffleRounds <- Rounds\n`)
  return runTlc({ module, config, brief: true })
}

/** Deterministic and spread over its range. */
const drawn = (counter: number, below: number): number => Number(keccakWords(BigInt(counter)) % BigInt(below))

test('EPOCH-8, EPOCH-9: TLA+ has the examples of the clauses', async () => {
  const seed = `Seed(1, ${bytes(1n)})`
  const result = await check(rfc.shuffleRounds, [
    [seed, bytes(0xcc69885fda6bcc1a4ace058b4a62bf5e179ea78fd58a1ccd71c22cc9b688792fn)],
    ...[48, 11, 47, 45, 18, 41].map((at, i) => [`Shuffled(${i}, 49, 48, ${seed})`, String(at)] as const),
    ...[590, 797, 187, 404, 195, 338].map(
      (at, i) => [`Shuffled(${i}, 1000, 48, ${seed})`, String(at)] as const,
    ),
    ...[45, 37, 36].map((seat, i) => [`DrawnSeat(1, ${32 + i}, ${seed}, 48)`, String(seat)] as const),
  ])
  expect(result).toMatchObject({ outcome: 'pass', errors: [] })
})

test('EPOCH-9: TLA+ and the statechart shuffle alike, in all sizes to 40 and some to 3,000', async () => {
  const sizes = Array.from({ length: 40 }, (_, index) => index + 1)
  const small = sizes.flatMap((n) => Array.from({ length: n }, (_, index) => [index, n] as const))
  const large = Array.from({ length: 200 }, (_, index) => {
    const n = 41 + drawn(index, 2_960)
    return [drawn(1_000 + index, n), n] as const
  })
  const result = await check(
    [7],
    [...small, ...large].map(([index, n]) => {
      const prevrandao = keccakWords(BigInt(n))
      const expected = shuffledIndex(index, n, seedOf(n, prevrandao), 7)
      return [`Shuffled(${index}, ${n}, 3, Seed(${n}, ${bytes(prevrandao)}))`, String(expected)]
    }),
  )
  expect(result).toMatchObject({ outcome: 'pass', errors: [] })
})

test('EPOCH-12: TLA+ and the statechart take as many rounds, at and around every doubling', async () => {
  for (const [seats, shuffleRounds] of [
    [48, rfc.shuffleRounds],
    [1, [5]],
    [3, [9, 8, 7]],
  ] as const) {
    const doublings = Array.from({ length: shuffleRounds.length + 2 }, (_, i) => seats * 2 ** i)
    const sizes = new Set(doublings.flatMap((n) => [n - 1, n, n + 1]).filter((n) => n > seats))
    const equations = [...sizes].map((n): [string, string] => {
      const rounds = shuffleRoundsFor(n, { targetCommitteeSize: seats, shuffleRounds: [...shuffleRounds] })
      return [`RoundsFor(${n}, ${seats})`, String(rounds)]
    })
    expect(await check(shuffleRounds, equations)).toMatchObject({ outcome: 'pass', errors: [] })
  }
})

test('EPOCH-9: a wrong position is reported', async () => {
  const wrong = shuffledIndex(0, 5, seedOf(1, 1n), 7) + 1
  const result = await check([7], [[`Shuffled(0, 5, 3, Seed(1, ${bytes(1n)}))`, String(wrong)]])
  expect(result.outcome).toBe('error')
})
