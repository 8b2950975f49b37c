import { describe, expect, test } from 'vitest'
import { artifactOf, UnknownContract } from './artifact.ts'
import { CompileError, compileContracts, compileSources, recompileSources } from './compile.ts'

const source = (body: string) => new Map([['a/Box.sol', `pragma solidity 0.8.37;\n${body}`]])

describe('compiler', () => {
  test('an error names file, line and column, counted in characters after a non-ASCII comment', async () => {
    const failing = compileSources(source('// é è\ncontract Box { uint x = unknownName; }'))
    const error = await failing.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(CompileError)
    expect((error as CompileError).diagnostics).toMatchObject([{ file: 'a/Box.sol', line: 3, column: 25 }])
    expect((error as CompileError).message).toContain('a/Box.sol:3:25: ')
  })

  test('an error in code generation has its place too', async () => {
    const names = Array.from({ length: 17 }, (_, index) => `x${index}`)
    const parameters = names.map((name) => `uint ${name}`).join(', ')
    // Assembly that does not say it leaves memory alone keeps the compiler from moving variables there.
    const tooDeep = `contract Box { function f(${parameters}) external pure returns (uint) { assembly { mstore(0, 1) } return ${names.join(' + ')}; } }`
    await expect(compileSources(source(tooDeep))).rejects.toThrow(
      /a\/Box\.sol:2:\d+: .*too deep in the stack/,
    )
  })

  test('an import of a file that was not given is an error with its place', async () => {
    await expect(compileSources(source('import "./Absent.sol";'))).rejects.toThrow(
      /a\/Box\.sol:2:1: .*Absent\.sol/,
    )
  })

  test('a comment changes the key and leaves the bytecode alone', async () => {
    const [plain, commented] = await Promise.all([
      compileSources(source('contract Box { uint public x; }')),
      compileSources(source('contract Box { uint public x; /* nothing */ }')),
    ])
    expect(commented.key).not.toBe(plain.key)
    expect(artifactOf(commented, 'Box').deployedBytecode).toBe(artifactOf(plain, 'Box').deployedBytecode)
  })

  test('what comes from the cache equals what the compiler gave', async () => {
    const fresh = source(
      `contract Box { uint immutable at = ${Date.now()}; function get() external view returns (uint) { return at; } }`,
    )
    const compiled = await compileSources(fresh)
    const cached = await compileSources(fresh)
    expect(cached).toEqual(compiled)
    const immutables = Object.values(artifactOf(cached, 'Box').immutableReferences)
    expect(immutables).toEqual([[{ start: expect.any(Number), length: 32 }]])
  })

  test('what is compiled again after a change is what the compiler gives for all of it, and what an error says too', async () => {
    const text = (body: string) => `pragma solidity 0.8.37;\n${body}`
    const sources = (unit: string) =>
      new Map([
        ['a/Apart.sol', text('contract Apart { function f() external pure returns (uint) { return 1; } }')],
        [
          'a/Box.sol',
          text(
            'import "./Middle.sol"; contract Box { function f() external pure returns (uint) { return g(); } }',
          ),
        ],
        ['a/Middle.sol', text('import "./Unit.sol"; function g() pure returns (uint) { return UNIT; }')],
        ['a/Unit.sol', text(`uint constant UNIT = ${unit};`)],
      ])
    const unit = String(Date.now())
    const before = { sources: sources('7'), compilation: await compileSources(sources('7')) }
    // Were it compiled again, it would lose this.
    const marked = before.compilation.artifacts.map((it) =>
      it.name === 'Apart' ? { ...it, sourceMap: 'kept' } : it,
    )
    const again = await recompileSources(
      { ...before, compilation: { ...before.compilation, artifacts: marked } },
      sources(unit),
    )
    expect(artifactOf(again, 'Apart').sourceMap).toBe('kept')
    expect(await compileSources(sources(unit))).toEqual(again)
    const whole = await compileSources(new Map([...sources(unit), ['a/Z.sol', text('contract Z {}')]]))
    expect(artifactOf(again, 'Box').bytecode).toBe(artifactOf(whole, 'Box').bytecode)
    expect(artifactOf(again, 'Box').bytecode).not.toBe(artifactOf(before.compilation, 'Box').bytecode)
    await expect(recompileSources(before, sources('x'))).rejects.toThrow(
      'a/Unit.sol:2:22: Undeclared identifier.',
    )
  })

  test('selectors, layout and syntax tree are those of the source', async () => {
    const compilation = await compileContracts(['conformance/evm/fixtures'])
    const weight = artifactOf(compilation, 'Weight')
    expect(weight.selectors['count()']).toBe('0x06661abd')
    expect(weight.storageLayout.storage.map((it) => [it.label, it.slot, it.offset]).slice(0, 3)).toEqual([
      ['count', 0n, 0],
      ['earliest', 0n, 8],
      ['total', 0n, 16],
    ])
    expect(compilation.sources.find((it) => it.file === weight.file)?.ast).toMatchObject({
      nodeType: 'SourceUnit',
    })
  })

  test('an unknown contract is refused with the names that exist', async () => {
    const compilation = await compileSources(source('contract Box { }'))
    expect(() => artifactOf(compilation, 'Bix')).toThrow(UnknownContract)
    expect(() => artifactOf(compilation, 'Bix')).toThrow('known: a/Box.sol:Box')
  })
})
