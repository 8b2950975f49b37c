import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileSources } from '../../../impl/contracts/compile.ts'
import { numberedBody } from '../../evm/blobs.ts'
import { recover } from '../../evm/ecdsa.ts'
import { wordHex } from '../../evm/word.ts'
import { AdapterChain, FIRST_MOMENT } from './chain.ts'

const source = `
pragma solidity 0.8.37;
contract Notes {
  uint256 public drawn;
  uint256 public paid;
  uint256 public when;
  bytes32 public blob;
  error TooEarly(uint256 now_);
  function note() external payable {
    (drawn, paid, when, blob) = (block.prevrandao, msg.value, block.timestamp, blobhash(0));
  }
  function refuse(bool custom) external view {
    if (custom) revert TooEarly(block.timestamp);
    revert("not yet");
  }
  function overflow(uint8 by) external pure returns (uint8) { return 255 + by; }
}`

let chain: AdapterChain
beforeAll(async () => {
  const { artifacts } = await compileSources(new Map([['Notes.sol', source]]))
  chain = await AdapterChain.start(new Map(artifacts.map((it) => [it.name, it])))
})
afterAll(() => chain.stop())

test('time, value, prevrandao and blobs are those that were asked for; a cleared chain begins anew', async () => {
  const notes = await chain.deploy('Notes')
  chain.setTime(FIRST_MOMENT + 50n)
  expect(() => chain.setTime(FIRST_MOMENT)).toThrow('time does not go back')
  const drawn = await chain.prevrandao((value) => value % 16n === 3n)
  expect(drawn % 16n).toBe(3n)
  const blob = await chain.blob(numberedBody(0))
  expect(await notes.send('v1', 'note', [], { valueWei: 7n, blobs: [blob] })).toMatchObject({
    accepted: true,
  })
  expect(await notes.readAll([['drawn'], ['paid'], ['when'], ['blob']])).toEqual([
    drawn,
    7n,
    FIRST_MOMENT + 50n,
    blob.versionedHash,
  ])
  expect(await chain.storage(notes.address, 1n)).toBe(wordHex(7n))
  await chain.clear()
  expect(chain.time).toBe(FIRST_MOMENT)
  await expect(notes.read('paid')).rejects.toThrow()
})

test('errors by their texts and names; a panic and nothing at all are no refusals', async () => {
  await chain.clear()
  const notes = await chain.deploy('Notes')
  const errorOf = async (functionName: string, ...args: unknown[]) => {
    const sent = await notes.send('p1', functionName, args)
    return sent.accepted ? 'accepted' : notes.errorOf(sent.data)
  }
  expect(await errorOf('refuse', false)).toBe('not yet')
  expect(await errorOf('refuse', true)).toBe('TooEarly')
  expect(await errorOf('overflow', 1)).toBeUndefined()
  expect(notes.errorOf('0x')).toBeUndefined()
  await expect(chain.deploy('Rollup')).rejects.toThrow('no contract is called Rollup; known: Notes')
  await expect(notes.send('none', 'note')).rejects.toThrow('nobody has the key of "none"')
})

test('names sign with the keys of their accounts', () => {
  const digest = wordHex(5n)
  expect(recover(digest, chain.sign('p1', digest))).toBe(chain.address('p1'))
})
