import type { Profile } from '../../spec/parameters.ts'
import { idle } from '../fallback-controller/timing.ts'
import { drawsOf } from './draws.ts'
import { GENESIS, type State } from './vocabulary.ts'

/** Accounts that a profile gives tokens or credits to, beside its provers and validators. */
const ROLES = ['sink', 'escrow', 'rollup']

/** The state after deployment: spec/actors/l1-rollup.md, EPOCH-7. */
export function initialState(profile: Profile): State {
  const { parameters, provers } = profile
  const [randao] = profile.randaos
  const validators = [...new Set([...profile.validators, ...profile.addable])]
  const positions = drawsOf(parameters).committee(randao!, 0, profile.validators.length)
  const deposited = Object.values(profile.deposits).reduce((sum, amount) => sum + BigInt(amount), 0n)
  const zeros = (holders: string[]) => Object.fromEntries(holders.map((holder) => [holder, '0']))
  return {
    slot: profile.firstSlot,
    proven: GENESIS,
    pending: [],
    claim: null,
    accounts: Object.fromEntries(
      provers.map((prover) => [
        prover,
        { available: profile.deposits[prover] ?? '0', withdrawing: '0', unlockSlot: 0, staked: '0' },
      ]),
    ),
    slashed: '0',
    tokens: {
      ...zeros([...provers, ...validators, ...ROLES]),
      escrow: deposited.toString(),
      ...profile.tokens,
    },
    credits: zeros([...provers, ...validators]),
    validators: {
      current: profile.validators,
      previous: profile.validators,
      earlier: profile.validators,
      changedEpoch: 0,
    },
    queue: [],
    taken: 0,
    posted: [],
    fallback: idle,
    samples: [{ epoch: 0, randao: randao!, members: positions.map((at) => profile.validators[at]!) }],
  }
}
