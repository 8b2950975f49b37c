import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Artifact, artifactOf, type Compilation } from '../../impl/contracts/artifact.ts'
import { PRODUCTION_SOURCES, readSources, recompileSources } from '../../impl/contracts/compile.ts'
import { planDeployment } from '../../impl/contracts/deploy.ts'
import { deployOn } from '../contract-tests/deployed.ts'
import {
  executionOf,
  namedValidators,
  newDeployer,
  type Success,
  smallParameters,
  World,
} from '../contract-tests/world.ts'
import { startAnvil } from '../evm/anvil.ts'
import { Injector, type Step } from '../evm/inject.ts'
import { type Address, type Hex, wordHex } from '../evm/word.ts'
import { attribute, type Spent } from './attribution.ts'
import { costOfCalldata, TRANSACTION } from './calldata.ts'

/** @returns from 1 */
const lineOf = (text: string, words: string): number =>
  text.split('\n').findIndex((line) => line.includes(words)) + 1
const sumOf = (spent: readonly Spent[]): number => spent.reduce((sum, { gas }) => sum + gas, 0)

describe('a trace of a few instructions', () => {
  // Bytes 0 to 9 are the first line, 10 to 19 the second, 20 to 29 the third; both functions are of one line.
  const text = 'contract {\n f() { } \n g() { } \n}\n'
  const functionAt = (name: string, start: number) => ({
    nodeType: 'FunctionDefinition',
    name,
    kind: 'function',
    src: `${start}:8:0`,
  })
  const [f, g] = [text.indexOf('f()'), text.indexOf('g()')]
  const compilation = {
    sources: [{ id: 0, file: 'Tiny.sol', ast: { nodes: [functionAt('f', f), functionAt('g', g)] } }],
  } as unknown as Compilation
  /** PUSH1 and one instruction of f, one of g, one that the compiler made, one of no function. */
  const artifact = {
    name: 'Tiny',
    deployedBytecode: '0x600054f15600',
    sourceMap: `${f}:4:0;;${g}:4:0;0:3:-1;0:34:0`,
  } as unknown as Artifact
  const tiny: Address = `0x${'11'.repeat(20)}`
  const other: Address = `0x${'22'.repeat(20)}`
  const step = (pc: number, op: string, gas: number, depth = 1, stack: Hex[] | null = null): Step => ({
    pc,
    op,
    gas,
    gasCost: 3,
    depth,
    stack,
  })
  const attributed = (steps: readonly Step[]): string[] =>
    attribute(steps, tiny, new Map([[tiny, artifact]]), compilation, new Map([['Tiny.sol', text]])).map(
      (it) => `${it.contract} ${it.function}:${it.line} ${it.kind} ${it.gas}`,
    )

  test('is counted to lines and functions by what is left before the next instruction', () => {
    const steps = [
      step(0, 'PUSH1', 1_000),
      step(2, 'SLOAD', 997),
      step(2, 'SSTORE', 897),
      step(3, 'LOG1', 800),
    ]
    expect(attributed(steps)).toEqual([
      'Tiny f:2 compute 3',
      'Tiny f:2 storage read 100',
      'Tiny f:2 storage write 97',
      // Of the last one the trace says itself what it takes.
      'Tiny g:3 log 3',
    ])
  })

  test('of the compiler belongs to the line that came to it; before any line it is the dispatch', () => {
    const steps = [
      step(5, 'PUSH1', 100),
      step(3, 'PUSH1', 90),
      step(4, 'KECCAK256', 80),
      step(4, 'PUSH1', 44),
    ]
    expect(attributed(steps)).toEqual(['Tiny :0 compute 10', 'Tiny g:3 compute 13', 'Tiny g:3 hash 36'])
  })

  test('leaves to a call what the call itself takes, and gives the rest to what was called', () => {
    const callStack = (to: Address): Hex[] => ['0x0', to, '0xffff']
    const steps = [
      step(3, 'STATICCALL', 1_000, 1, callStack(other)),
      step(0, 'SLOAD', 800, 2),
      step(1, 'STOP', 700, 2),
      step(0, 'PUSH1', 750),
    ]
    // The call took 250; 103 of it in the other contract, whose last instruction says 3.
    expect(attributed(steps)).toEqual([
      'Tiny g:3 call 147',
      `${other} :0 storage read 100`,
      `${other} :0 compute 3`,
      'Tiny f:2 compute 3',
    ])
  })

  test('knows ecrecover by its address', () => {
    const stack: Hex[] = ['0x0', wordHex(1n), '0xffff']
    expect(attributed([step(3, 'STATICCALL', 5_000, 1, stack), step(0, 'PUSH1', 1_900)])).toEqual([
      'Tiny g:3 ecrecover 3100',
      'Tiny f:2 compute 3',
    ])
  })
})

describe('a call of the contracts', () => {
  const deployer = newDeployer()
  const file = 'impl/contracts/src/ProofEscrow.sol'
  let world: World
  let texts: ReadonlyMap<string, string>

  beforeAll(async () => {
    texts = await readSources([PRODUCTION_SOURCES])
    world = await World.start(namedValidators(4), { parameters: smallParameters, deployer })
    await world.deposit(20n)
  })
  afterAll(() => world.stop())

  /** @param code what stands at the addresses, instead of the world's */
  const spentBy = async (
    outcome: Success,
    code: ReadonlyMap<Address, Hex> = world.code,
    compilation = world.compilation,
    sources = texts,
  ): Promise<Spent[]> => {
    const { job } = executionOf(outcome)
    const injector = await Injector.start({ contracts: code, engines: 1 })
    const steps = await injector.steps(job).finally(() => injector.stop())
    const artifacts = new Map(
      (['rollup', 'escrow', 'token'] as const).map((name, index) => [
        world.addresses[name],
        artifactOf(compilation, ['Rollup', 'ProofEscrow', 'TestToken'][index]!),
      ]),
    )
    return attribute(steps, job.calls[0]!.to, artifacts, compilation, sources)
  }
  /** From the same state each time: a second withdrawal would be refused. */
  const withdraw = async (): Promise<Success> => {
    const { storage } = world
    const outcome = await world.accepted('escrow', 'startWithdrawal', [1n], { from: world.prover.address })
    world.storage = storage
    return outcome
  }

  test('is accounted for to the last gas, through calls of other contracts', async () => {
    const outcome = await world.proposeHeader(await world.header())
    const spent = await spentBy(outcome)
    const { data } = executionOf(outcome).job.calls[0]!
    expect(sumOf(spent)).toBe(Number(outcome.gasUsed) - TRANSACTION - costOfCalldata(data))
    // A quorum of 3 of 4 is recovered at 3,000 gas each and a call of a precompile at 100.
    expect(sumOf(spent.filter(({ kind }) => kind === 'ecrecover'))).toBe(3 * 3_100)

    await world.accepted('token', 'mint', [world.prover.address, 5n])
    await world.accepted('token', 'approve', [world.addresses.escrow, 5n], { from: world.prover.address })
    const deposited = await world.accepted('escrow', 'deposit', [5n], { from: world.prover.address })
    const contracts = new Set((await spentBy(deposited)).map(({ contract }) => contract))
    expect(contracts).toEqual(new Set(['ProofEscrow', 'Rollup', 'TestToken']))
  })

  test('is of the right kind and contract everywhere; what has no line of its own, on the line that ran before', async () => {
    const spent = await spentBy(await withdraw())
    const written = spent.filter(({ kind }) => kind === 'storage write')
    // Both words of an account: one that was written before, one that was not.
    expect(sumOf(written)).toBe(2_900 + 20_000)
    // Through Yul an assignment to storage is a routine of the compiler: the sum for it is the last that has a line.
    expect(written.map((it) => [it.contract, it.function])).toEqual([['ProofEscrow', 'unlockSlotOf']])
  })

  test('shows a plant: one more word that a line reads is 2,100 gas more on that line, and on no other', async () => {
    const line = 'uint256 unlockSlot = Rules.unlockSlotOf('
    // As an instruction, which has a place of its own.
    const plant = 'assembly { if sload(0x99) { invalid() } }'
    const planted = new Map(texts).set(file, texts.get(file)!.replace(line, `${plant} ${line}`))
    const compilation = await recompileSources({ sources: texts, compilation: world.compilation }, planted)
    const plan = planDeployment(compilation, world.deployment, deployer)
    expect(plan.addresses).toEqual(world.addresses)
    const engine = await startAnvil({ chainId: world.chainId, blockGasLimit: 1n << 41n })
    const deployed = await deployOn(engine, deployer, plan.creations).finally(() => engine.stop())

    const outcome = await withdraw()
    const readsBy = (spent: readonly Spent[]) =>
      new Map(
        spent.filter(({ kind }) => kind === 'storage read').map((it) => [`${it.file}:${it.line}`, it.gas]),
      )
    const before = readsBy(await spentBy(outcome))
    const after = readsBy(await spentBy(outcome, deployed.code, compilation, planted))
    const place = `${file}:${lineOf(texts.get(file)!, line)}`
    expect(after).toEqual(new Map([...before, [place, (before.get(place) ?? 0) + 2_100]]))
  })
})
