import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explore } from '../../../model/core/explorer.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { eventTypes } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPreset } from '../../../spec/parameters.ts'
import { everyNth } from '../../../spec/tier.ts'
import { main } from '../../cli/main.ts'
import { sampleFolder } from '../sample.ts'
import { writeVectors } from '../write.ts'
import { adapterOf, contractsOf } from './load.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const example = join(root, 'conformance/kit/examples/adapter')
const { profiles } = loadPreset('tiny')
/** Ten of each profile: those that show most. */
const FIRST_CASES = '/case_0000'
const horizons = { chain: 5, escrow: 5, slashes: 5, forced: 3, based: 6 }

let folder: string
let vectors: string
/** Vectors as the default ones, of fewer slots. */
beforeAll(async () => {
  await mkdir(join(root, 'build'), { recursive: true })
  // Below the root, where a module finds what is installed.
  folder = await mkdtemp(join(root, 'build', 'adapter-'))
  vectors = join(folder, 'vectors')
  for (const [name, horizon] of Object.entries(horizons)) {
    const profile = { ...profiles.find((one) => one.name === name)!, horizon }
    await writeVectors(profile, explore(l1Rollup, profile, { engine: 'flat' }), vectors)
  }
})
afterAll(() => rm(folder, { recursive: true }))

const run = async (...args: string[]) => {
  const written = { out: '', err: '' }
  const code = await main(args, {
    out: (text) => {
      written.out += `${text}\n`
    },
    err: { write: (text: string) => (written.err += text) },
    folder,
  })
  return { code, ...written }
}
const put = (adapter: string, ...options: string[]) =>
  run('run-vectors', vectors, '--on', `adapter:${adapter}`, ...options)

/** Files by name in a folder of their own. @returns path of its adapter */
async function place(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(join(folder, name))
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text)
  return join(name, 'adapter.ts')
}

/** The example with one text in one of its files replaced. */
async function altered(name: string, file: string, from: string, to: string): Promise<string> {
  const files: Record<string, string> = {}
  for (const each of ['adapter.ts', 'PackedRollup.sol'])
    files[each] = await readFile(join(example, each), 'utf8')
  expect(files[file]!.split(from)).toHaveLength(2)
  return place(name, { ...files, [file]: files[file]!.replace(from, () => to) })
}

describe('a rollup with another ABI, other errors and another storage', () => {
  test('agrees with the vectors wherever it declares support, and what is not judged is counted', async () => {
    const { out, code } = await put(join(example, 'adapter.ts'), '--case', FIRST_CASES)
    expect(out).toMatch(/^\d+ cases, \d+ steps on PackedRollup: none failed$/m)
    expect(out).toMatch(
      /^ {2}7 kinds of events are declared as unsupported: \d+ steps not judged, \d+ propose(WithProof)? with blobs fewer or more or other or missing/m,
    )
    expect(out).toMatch(/^ {2}4 variables are declared as not told: .*credits in 0, validators in 0/m)
    expect(code).toBe(0)
  })

  /** Each is compiled, which takes most of the time. */
  const mistakes: readonly [clause: string, what: string, from: string, to: string, profile: string][] = [
    ['CLAIM-1', 'a slot more', 'offset >= terms.windowSlots)', 'offset > terms.windowSlots)', 'escrow'],
    ['CLAIM-6', 'a wei less', 'offer.bond < terms.leastBond', 'offer.bond + 1 < terms.leastBond', 'escrow'],
    ['PROPOSE-11', 'half of them', '3 * signed > 2 * crew.length', '2 * signed >= crew.length', 'chain'],
    [
      'ESCROW-12',
      'a slot less',
      'slotNow() + terms.delaySlots',
      'slotNow() + terms.delaySlots - 1',
      'escrow',
    ],
    [
      'PRUNE-5',
      'a slot late',
      'epochSlots >= terms.windowSlots',
      'epochSlots > terms.windowSlots',
      'slashes',
    ],
    ['QUEUE-6', 'before the due ones', 'require(b.content == 0, "queue goes first");', '', 'forced'],
    ['QUEUE-7', 'nothing', 'b.takes >= terms.leastTaken', 'b.takes >= 0', 'forced'],
    ['FALLBACK-9', 'at any time', 'require(gate.opened != 0, "gate is shut");', '', 'based'],
    ['FALLBACK-12', 'the current slot only', 'b.slot <= slotNow()', 'b.slot == slotNow()', 'based'],
  ]
  test.each(everyNth(mistakes, 3))(
    '%s: %s is found, and the clause is named',
    async (clause, _, from, to, profile) => {
      const adapter = await altered(clause, 'PackedRollup.sol', from, to)
      const { out, code } = await put(adapter, '--profile', profile, '--case', FIRST_CASES)
      expect(out).toMatch(new RegExp(`^ {2}(expected|found|by).*\\b${clause}\\b`, 'm'))
      expect(out).toMatch(/^\d+ cases, \d+ steps on PackedRollup: \d+ failed$/m)
      expect(code).toBe(1)
    },
  )

  test('is fuzzed, with the events that it has', async () => {
    const { out, code } = await run(
      'fuzz',
      '--on',
      `adapter:${join(example, 'adapter.ts')}`,
      '--runs',
      '4',
      '--profile',
      'escrow',
      'joint',
    )
    expect(out).toMatch(
      /^2 profiles, 8 runs, \d+ steps on PackedRollup, seed 1: none of the profiles differ$/m,
    )
    expect(out).toContain('7 kinds of events are declared as unsupported, no run has them: setupEpoch')
    expect(out).toContain('4 variables are declared as not told: credits, validators, samples, posted')
    expect(code).toBe(0)
  })

  test('without fallback leaves its profiles out, and says so', async () => {
    const adapter = await altered(
      'committee',
      'adapter.ts',
      "    variants: ['challenges'],",
      "    variants: ['fallback', 'challenges'],",
    )
    const judged = await put(adapter, '--profile', 'based', 'forced', '--case', 'case_00000')
    expect(judged.out).toMatch(
      /^1 cases, \d+ steps on PackedRollup: none failed; fallback is declared as unsupported: left out 1 cases of based$/m,
    )
    expect(judged.out).toMatch(/^ {2}5 variables are declared as not told: .*fallback in 0/m)
    expect(judged.code).toBe(0)
    const fuzzed = await run(
      'fuzz',
      '--on',
      `adapter:${adapter}`,
      '--runs',
      '2',
      '--profile',
      'based',
      'forced',
    )
    expect(fuzzed.out).toMatch(/^1 profiles, 2 runs, /m)
    expect(fuzzed.out).toContain('fallback is declared as unsupported: profiles left out based')
    const none = await put(adapter, '--profile', 'based', '--case', 'case_00000')
    expect(none.code).toBe(1)
  })

  test('an error that it does not know is a failure, with the data', async () => {
    const adapter = await altered('unknown', 'adapter.ts', "  'nothing to drop': 'NothingToPrune',\n", '')
    const { out, code } = await put(
      adapter,
      '--profile',
      'chain',
      '--clause',
      'PRUNE-5',
      '--case',
      'case_00000',
    )
    expect(out).toMatch(
      /found: apply: reverted with 0x08c379a0[0-9a-f]+, which the adapter has no refusal for/,
    )
    expect(code).toBe(1)
  })

  test('that declares everything as unsupported has not passed', async () => {
    const all = eventTypes.filter((type) => type !== 'advanceSlot').map((type) => `'${type}',`)
    const adapter = await altered('nothing', 'adapter.ts', "      'setupEpoch',\n", all.join('\n'))
    const judged = await put(adapter, '--profile', 'slashes', '--case', 'case_00000')
    expect(judged.out).toMatch(/^nothing was judged but the passing of time: not passed$/m)
    expect(judged.code).toBe(1)
    const fuzzed = await run('fuzz', '--on', `adapter:${adapter}`, '--runs', '2', '--profile', 'slashes')
    expect(fuzzed.out).toMatch(/^nothing was judged but the passing of time: not passed$/m)
    expect(fuzzed.code).toBe(1)
  })
})

const whole = (changed: string): string => `
  const never = new Promise(() => {})
  let resets = 0
  export const adapter = {
    name: 'nobody',
    async reset() {},
    async apply() { return { accepted: true } },
    async observe() { return {} },
    ${changed}
  }
`

describe('what is no adapter ends the command before it begins, in one line', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['no export', { 'adapter.ts': 'export const adaptor = 1' }, /hello: expected an export named adapter$/],
    ['it throws', { 'adapter.ts': "throw new Error('no\\nnode')" }, /hello: cannot be loaded: no node$/],
    ['no TypeScript', { 'adapter.ts': 'export const = 1' }, /hello: cannot be loaded: .*adapter\.ts:1:13/],
    [
      'Solidity that does not compile',
      {
        'adapter.ts': whole("solidity: [new URL('./B.sol', import.meta.url)],"),
        'B.sol': 'contract B {\n  uint x\n}\n',
      },
      /hello: .*B\.sol:3:1: Expected ';'/,
    ],
  ])('%s', async (name, files, message) => {
    const adapter = await place(name.replaceAll(' ', '-'), files)
    const { code, out, err } = await put(adapter)
    expect(err).toMatch(/^lockstep: --on adapter:[^\n]*\n$/)
    expect(err.trimEnd()).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('a file that is not there', async () => {
    const { code, err } = await put('absent.ts')
    expect(err).toBe('lockstep: --on adapter:absent.ts: expected a TypeScript module that exports adapter\n')
    expect(code).toBe(2)
  })

  test('one that never finishes loading', async () => {
    const adapter = await place('endless', { 'adapter.ts': 'for (;;);' })
    const { code, err } = await put(adapter, '--timeout', '0.3')
    expect(err).toMatch(/^lockstep: --on adapter:.*did not answer within 3 s, asked for hello\n$/)
    expect(code).toBe(2)
  })

  const some = { name: 'some', reset() {}, apply() {}, observe() {} }
  test.each<[string, object, RegExp]>([
    ['apply', { apply: 3 }, /^adapter\.apply: expected a function$/],
    ['name', { name: undefined }, /^adapter\.name: .*expected string/],
    ['an event', { unsupported: { events: ['halt'] } }, /^adapter\.unsupported\.events\.0: /],
    ['a variable', { unsupported: { variables: ['gas'] } }, /^adapter\.unsupported\.variables\.0: /],
    ['a file', { solidity: ['A.sol'] }, /^adapter\.solidity\.0: expected a URL of a file$/],
    [
      'bytecode',
      { compiled: { A: { abi: [], bytecode: '60' } } },
      /^adapter\.compiled\.A\.bytecode: expected linked/,
    ],
  ])('another shape of %s', (_, changed, message) => {
    expect(adapterOf({ adapter: some })).toBe(some)
    expect(() => adapterOf({ adapter: { ...some, ...changed } })).toThrow(message)
  })

  test('Solidity that is not there', async () => {
    const solidity = [new URL('./A.sol', import.meta.url)]
    await expect(contractsOf({ solidity })).rejects.toThrow(/A\.sol: expected a file of Solidity$/)
  })
})

describe('what an adapter does wrong later is a failure of the case', () => {
  const putSample = async (name: string, changed: string, ...options: string[]) => {
    const adapter = await place(name, { 'adapter.ts': whole(changed) })
    // It may start for ten times as long, on a machine that has other things to do as well.
    return run('run-vectors', sampleFolder, '--on', `adapter:${adapter}`, '--timeout', '3', ...options)
  }

  test.each([
    ['hangs', 'reset: () => never,'],
    ['loops', 'async reset() { for (;;); },'],
  ])('it %s', async (name, changed) => {
    const { code, out } = await putSample(name, changed, '--case', 'case_00000')
    expect(out).toContain('found: the command did not answer within 3 s, asked for reset')
    expect(code).toBe(1)
  })

  test('it throws, deploys what nobody compiled, says a refusal that is none: each case by itself', async () => {
    const { code, out } = await putSample(
      'several',
      `async reset(meta, pre, chain) {
         this.pre = pre
         resets++
         if (resets === 1) throw new Error('out of\\ngas')
         if (resets === 2) await chain.deploy('Rollup')
       },
       async observe() { return this.pre },
       async apply() { return { refused: ['TooLate'] } },`,
    )
    expect(out.match(/^ {2}found: .*$/gm)).toEqual([
      '  found: reset: out of gas',
      '  found: reset: no contract is called Rollup; known: ',
      '  found: apply: the adapter says TooLate, which is no refusal',
    ])
    expect(code).toBe(1)
  })

  test('it tells half of the state', async () => {
    const { code, out } = await putSample('half', '', '--case', 'case_00000')
    expect(out).toMatch(/answered observe with .*state\.slot: /)
    expect(code).toBe(1)
  })
})
