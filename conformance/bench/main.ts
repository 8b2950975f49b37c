/**
 * What the EVM engines do per second with calls of production weight (three signatures, 900 bytes of calldata, 17
 * storage slots). Besides the wall clock it prints processor time per call, which says more on a busy machine. Last come
 * vectors, put to the contracts in both ways, the generated steps against their statecharts, where ratios say more than
 * either side, and nodes and L1 composed of them.
 *
 *     npm run bench
 */
import { readFile } from 'node:fs/promises'
import { encodeFunctionData, keccak256 } from 'viem'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { numberedBlob } from '../evm/blobs.ts'
import { Chain } from '../evm/blocks.ts'
import { compactVs, keyOf, sign } from '../evm/ecdsa.ts'
import { type InjectedCall, Injector, type Job } from '../evm/inject.ts'
import { writeVariable } from '../evm/storage.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { benchSteps } from './steps.ts'
import { benchSystem } from './system.ts'
import { benchVectors } from './vectors.ts'

const STATES = 400
const CALLS_PER_STATE = 20
const SUCCESSES_PER_STATE = 3
const weightAt: Hex = `0x${'c3'.repeat(20)}`
const blobHash: Hex = `0x01${'ab'.repeat(31)}`
const signers = ['alice', 'bob', 'carol'].map(keyOf)

const compilation = await compileContracts(['conformance/evm/fixtures'])
const weight = artifactOf(compilation, 'Weight')
const ledger = artifactOf(compilation, 'Ledger')

const recordData = (seed: number, lastSigner: string): Hex => {
  const digest = wordHex(BigInt(seed))
  const signatures = [signers[0]!, signers[1]!, keyOf(lastSigner)].map((key) => {
    const signature = sign(digest, key)
    return { r: signature.r, vs: compactVs(signature) }
  })
  const body = Array.from({ length: 20 }, (_, index) => keccak256(wordHex(BigInt(seed * 20 + index))))
  return encodeFunctionData({
    abi: weight.abi,
    functionName: 'record',
    args: [digest, blobHash, signatures, body],
  })
}

const accepted = Array.from({ length: 40 }, (_, seed) => recordData(seed, 'carol'))
const forged = Array.from({ length: 40 }, (_, seed) => recordData(seed, 'mallory'))

const storageOf = (state: number) => {
  const slots = new Map<bigint, bigint>()
  const write = (path: Parameters<typeof writeVariable>[2], value: bigint | number | Hex) =>
    writeVariable(weight.storageLayout, slots, path, value)
  write(['count'], state + 1)
  write(['earliest'], 1_000)
  write(['total'], state)
  for (const [index, key] of signers.entries()) write(['signers', index], key.address)
  for (let index = 0; index < 12; index++)
    write(['words', index], keccak256(wordHex(BigInt(state * 12 + index))))
  write(['credits', signers[0]!.address], state + 1)
  return new Map([[weightAt, slots]])
}

const early = { timestamp: 999n }
type Kind = 'success' | 'forged' | 'blob' | 'early'
const callOf = (kind: Kind, seed: number): InjectedCall => ({
  from: signers[0]!.address,
  to: weightAt,
  data: (kind === 'forged' ? forged : accepted)[seed % 40]!,
  blobVersionedHashes: [kind === 'blob' ? wordHex(1n << 248n) : blobHash],
  expected: kind === 'success' ? 'success' : 'refusal',
  ...(kind === 'early' ? { block: early } : {}),
})

const jobs = (kinds: (index: number) => Kind): Job[] =>
  Array.from({ length: STATES }, (_, state) => ({
    storage: storageOf(state),
    block: { timestamp: 2_000n, prevrandao: BigInt(state) },
    calls: Array.from({ length: CALLS_PER_STATE }, (_, index) => callOf(kinds(index), state + index)),
  }))

/** Processor seconds that a process has used; Linux only, elsewhere 0. */
const processorSeconds = async (pid: number): Promise<number> => {
  const fields = await readFile(`/proc/${pid}/stat`, 'utf8').then(
    (text) => text.slice(text.lastIndexOf(')') + 2).split(' '),
    () => [],
  )
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

const measure = async (
  name: string,
  pids: readonly number[],
  count: number,
  work: () => Promise<unknown>,
) => {
  const engines = async () => (await Promise.all(pids.map(processorSeconds))).reduce((sum, it) => sum + it, 0)
  const [own, theirs, started] = [process.cpuUsage(), await engines(), performance.now()]
  await work()
  const seconds = (performance.now() - started) / 1_000
  const { user, system } = process.cpuUsage(own)
  const microseconds = (total: number) => Math.round((total / count) * 1e6)
  console.log(
    `${name.padEnd(38)} ${String(Math.round(count / seconds)).padStart(7)}/s, per call ` +
      `${microseconds((await engines()) - theirs)} µs in the engine, ${microseconds((user + system) / 1e6)} µs here`,
  )
}

const mixes: [string, (index: number) => Kind][] = [
  [
    '15% accepted, 28% forged, rest cheap',
    (index) => (index < SUCCESSES_PER_STATE ? 'success' : refusals[index % 3]!),
  ],
  ['all refused at the third signature', () => 'forged'],
  ['all refused before any signature', () => 'blob'],
  ['all accepted', () => 'success'],
]
const refusals: Kind[] = ['forged', 'blob', 'early']

const injector = await Injector.start({ contracts: new Map([[weightAt, weight.deployedBytecode]]) })
for (const [name, kinds] of mixes) {
  const states = jobs(kinds)
  await measure(`inject: ${name}`, injector.pids, STATES * CALLS_PER_STATE, () =>
    injector.run(states, (job, outcomes) => {
      for (const [index, { expected }] of job.calls.entries()) {
        if ((outcomes[index]!.status === 'success') !== (expected === 'success'))
          throw new Error('unexpected outcome')
      }
    }),
  )
}
await injector.stop()

const chain = await Chain.start({ genesisTimestamp: 2_000_000_000 })
const [alice] = signers as [(typeof signers)[number]]
const at = await chain.deploy(ledger, [1_000_000n], alice)
const blobs = [await numberedBlob(0)]
const enter = { from: alice, to: at, data: encodeFunctionData({ abi: ledger.abi, functionName: 'enter' }) }
const start = await chain.snapshot()
let time = 2_000_000_000n
const nextTime = () => {
  time += 12n
  return time
}
// The engine loads its own trusted setup with the first blob it sees.
await chain.mine([{ ...enter, blobs }], nextTime())
for (const [name, transactions] of [
  ['blocks: one transaction each', [enter]],
  ['blocks: four transactions each', [enter, enter, enter, enter]],
  ['blocks: one blob transaction each', [{ ...enter, blobs }]],
] as const) {
  await chain.revert(start)
  const rounds = 50
  await measure(name, [chain.pid], rounds * transactions.length, async () => {
    for (let round = 0; round < rounds; round++) await chain.mine(transactions, nextTime())
  })
}
await chain.stop()

await benchVectors()
benchSteps()
benchSystem()
