import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keccakWords, seedOf, shuffledIndex } from '../../../model/shared/hash.ts'
import type { TlcResult } from '../../../tla/tlc/result.ts'
import { runTlc } from '../../../tla/tlc/tlc.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-shuffle-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (word: bigint): string =>
  `<<${[...Buffer.from(word.toString(16).padStart(64, '0'), 'hex')].join(', ')}>>`

/** Has TLC check equations between constants: `[left, right]` as TLA+ text. */
function check(rounds: number, equations: readonly (readonly [string, string])[]): Promise<TlcResult> {
  const module = path.join(folder, 'Equations.tla')
  const lines = equations.map(([left, right]) => `    <<${left}, ${right}>>`)
  writeFileSync(
    module,
    [
      '---- MODULE Equations ----',
      'EXTENDS SwapOrNot, TLC',
      'VARIABLE still',
      'Init == still = TRUE',
      'Next == UNCHANGED still',
      `Equations == <<\n${lines.join(',\n')}>>`,
      'ASSUME \\A i \\in DOMAIN Equations : Assert(Equations[i][1] = Equations[i][2], <<i, Equations[i]>>)',
      '====',
    ].join('\n'),
  )
  const config = path.join(folder, 'Equations.cfg')
  writeFileSync(config, `INIT Init\nNEXT Next\nCONSTANTS\n    ShuffleRounds = ${rounds}\n`)
  return runTlc({ module, config, brief: true })
}

/** Deterministic and spread over its range. */
const drawn = (counter: number, below: number): number => Number(keccakWords(BigInt(counter)) % BigInt(below))

test('EPOCH-8, EPOCH-9: TLA+ has the examples of the clauses', async () => {
  const seed = `Seed(1, ${bytes(1n)})`
  const result = await check(90, [
    [seed, bytes(0xcc69885fda6bcc1a4ace058b4a62bf5e179ea78fd58a1ccd71c22cc9b688792fn)],
    ...[25, 21, 0, 34, 32, 29].map((at, i) => [`Shuffled(${i}, 49, ${seed})`, String(at)] as const),
    ...[368, 755, 288, 721, 281, 474].map((at, i) => [`Shuffled(${i}, 1000, ${seed})`, String(at)] as const),
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
    7,
    [...small, ...large].map(([index, n]) => {
      const prevrandao = keccakWords(BigInt(n))
      const expected = shuffledIndex(index, n, seedOf(n, prevrandao), 7)
      return [`Shuffled(${index}, ${n}, Seed(${n}, ${bytes(prevrandao)}))`, String(expected)]
    }),
  )
  expect(result).toMatchObject({ outcome: 'pass', errors: [] })
})

test('EPOCH-9: a wrong position is reported', async () => {
  const wrong = shuffledIndex(0, 5, seedOf(1, 1n), 7) + 1
  const result = await check(7, [[`Shuffled(0, 5, Seed(1, ${bytes(1n)}))`, String(wrong)]])
  expect(result.outcome).toBe('error')
})
