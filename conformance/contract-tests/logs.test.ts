import { describe, expect, test } from 'vitest'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import type { Log } from '../evm/trace.ts'
import { type Address, wordHex } from '../evm/word.ts'
import { logSignatures, NotAnnounced, requireLogs } from '../translation/logs.ts'

describe('LOG-1: the logs that are expected', () => {
  test.each([
    ['rollup', 'Rollup'],
    ['escrow', 'ProofEscrow'],
    ['token', 'TestToken'],
  ] as const)('are those that %s declares, topics included', async (emitter, contract) => {
    const { abi } = artifactOf(await compileContracts(), contract)
    const compiled = abi
      .filter(({ type }) => type === 'event')
      // Only a holder's own call approves.
      .filter((item) => !('name' in item && item.name === 'Approval'))
      .map((item) => {
        const { name, inputs } = item as unknown as {
          name: string
          inputs: { name: string; type: string; indexed: boolean }[]
        }
        const parameters = inputs.map((it) => `${it.type}${it.indexed ? ' indexed' : ''} ${it.name}`)
        return `event ${name}(${parameters.join(', ')})`
      })
    expect([...logSignatures[emitter]].sort()).toEqual([...new Set(compiled)].sort())
  })

  const address: Address = '0x00000000000000000000000000000000000000aa'
  const log = (word: bigint): Log => ({ address, topics: [wordHex(word)], data: '0x' })

  test.each<[string, Log[], Log[], string]>([
    ['another topic', [log(1n)], [log(2n)], 'log 1: expected'],
    ['one too many', [log(1n)], [log(1n), log(1n)], 'log 2: expected no more'],
    ['one too few', [log(1n), log(2n)], [log(1n)], 'found no more (2 expected, 1 found)'],
    ['another order', [log(1n), log(2n)], [log(2n), log(1n)], 'log 1: expected'],
    [
      'another emitter',
      [log(1n)],
      [{ ...log(1n), address: '0x00000000000000000000000000000000000000bb' }],
      'bb',
    ],
    ['other data', [log(1n)], [{ ...log(1n), data: '0x00' }], '0x00'],
  ])('are not met by %s', (_, expected, found, message) => {
    expect(() => requireLogs(expected, found)).toThrow(NotAnnounced)
    expect(() => requireLogs(expected, found)).toThrow(message)
  })
})
