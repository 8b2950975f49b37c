import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { profileNamed } from '../../spec/parameters.ts'
import { Injector } from '../evm/inject.ts'
import { applyChanges } from '../evm/trace.ts'
import type { Address, Storage } from '../evm/word.ts'
import type { Administration } from './administration.ts'
import { Chain } from './blocks.ts'
import { namedBodies } from './bodies.ts'
import { addressOf } from './cast.ts'
import { type Deployment, deployProfile, genesisTimestamp } from './deployment.ts'
import { StorageMap } from './storage.ts'

const profile = profileNamed('sets')
const [admin, stranger, nobody] = ['admin', 'stranger', 'none'].map(addressOf) as [Address, Address, Address]
const newcomer = profile.addable[0]!
const newcomerAddress = addressOf(newcomer)

let deployment: Deployment
let injector: Injector
/** The storage of the first state of the profile. */
let initial: Storage

beforeAll(async () => {
  deployment = await deployProfile(profile, namedBodies)
  injector = await Injector.start({ contracts: deployment.code, engines: 1 })
  initial = deployment.storageMap.storageOf(initialState(profile), Chain.empty(deployment.blocks))
})
afterAll(() => injector?.stop())

type Call = readonly [from: Address, functionName: string, ...args: Address[]]

/** Calls of the rollup in slot 0, one after the other, on the bytecode. */
async function afterCalls(...calls: Call[]): Promise<Storage> {
  const { addresses, abis } = deployment
  let storage = initial
  for (const [from, functionName, ...args] of calls) {
    const data = encodeFunctionData({ abi: abis.rollup, functionName, args })
    const call = { from, to: addresses.rollup, data, expected: 'success' as const }
    const block = { timestamp: genesisTimestamp, prevrandao: 0n }
    const [outcome] = await injector.inject({ storage, block, calls: [call] })
    if (outcome?.status !== 'success') throw new Error(`${functionName} was refused`)
    storage = applyChanges(storage, outcome.changes)
  }
  return storage
}

/** The state that storage is of, where these administer. */
function stateUnder(administration: Administration, storage: Storage) {
  const { contracts, blocks, randaoOf } = deployment.storageMap
  const map = new StorageMap(profile, contracts, blocks, randaoOf, administration)
  for (const { members } of initialState(profile).samples) map.know(members)
  return map.stateOf(storage, 0)
}

const offered: Call[] = [[admin, 'transferAdministration', stranger]]
const handedOver: Call[] = [...offered, [stranger, 'acceptAdministration']]
const offeredBack: Call[] = [...handedOver, [stranger, 'transferAdministration', admin]]

test.each<[string, Call[], Address, Address]>([
  ['the administration is offered', offered, admin, stranger],
  ['it was handed over', handedOver, stranger, nobody],
  ['it was handed over and is offered again', offeredBack, stranger, admin],
])(
  'VALIDATOR-6, VALIDATOR-7: where %s every word is explained by who administers, and the state is the same',
  async (_, calls, administrator, pendingAdministrator) => {
    const storage = await afterCalls(...calls)
    const administration = { administrator, pendingAdministrator }
    expect(stateUnder(administration, storage)).toEqual(deployment.storageMap.stateOf(initial, 0))
    expect(() => deployment.storageMap.stateOf(storage, 0)).toThrow(/^storage of rollup .* slot /)
    for (const wrong of [
      { ...administration, administrator: newcomerAddress },
      { ...administration, pendingAdministrator: newcomerAddress },
    ])
      expect(() => stateUnder(wrong, storage)).toThrow(/^storage of rollup .* slot /)
  },
)

test('VALIDATOR-1, VALIDATOR-7: what the new administrator changes is the same in the model as what the role changes', async () => {
  const byAdmin = await afterCalls([admin, 'addValidator', newcomerAddress])
  const byStranger = await afterCalls(...handedOver, [stranger, 'addValidator', newcomerAddress])
  const state = stateUnder({ administrator: stranger, pendingAdministrator: nobody }, byStranger)
  expect(state).toEqual(deployment.storageMap.stateOf(byAdmin, 0))
  expect(state.validators.current).toContain(newcomer)
})
