/** The system's cut of a few epochs in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { EpochOffer, EpochProfile } from '../../../spec/system/epoch.ts'
import { integer, record, sequence, set, strings } from '../../tlc/text.ts'
import type { Twin } from '../../tlc/twin.ts'

const names = (texts: readonly string[]): string => sequence(strings(texts))
const nameSet = (texts: readonly string[]): string => set(strings(texts))
const counts = (numbers: readonly number[]): string =>
  sequence(numbers.map((number) => integer(number, 'withdrawals')))

const offer = (it: EpochOffer & { readonly back?: number }): string =>
  record(
    Object.entries(it).map(([name, value]) => [name, integer(value, name)]),
    'offers',
  )

export const epochTwin: Twin<EpochProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'EpochReach',
    // Its rules are those of its nodes, which are asked pointwise themselves.
    pointwise: 'MCEpoch',
    properties: 'EpochProperties',
    consequences: 'EpochConsequences',
    reach: 'EpochReach',
  },
  live: { LiveSpec: { module: 'LiveEpoch', profile: 'cycle' } },
  rules: (profile) => ({
    plain: [
      ['SlotsPerEpoch', integer(profile.slotsPerEpoch, 'slotsPerEpoch')],
      ['ClaimWindow', integer(profile.claimWindow, 'claimWindow')],
      ['MinimumBond', integer(2, 'minimumBond')],
      ['FeeMaximum', integer(10_000, 'feeMaximum')],
      ['WithdrawalDelay', integer(profile.slotsPerEpoch + profile.claimWindow, 'withdrawalDelay')],
      ['Byzantine', nameSet(profile.byzantine)],
      ['Memory', integer(profile.memory, 'memory')],
      ['ViewsExpire', profile.viewsExpire ? 'TRUE' : 'FALSE'],
    ],
    structured: [
      ['Proposers', names(profile.proposers)],
      ['KnownProvers', names(Object.keys(profile.deposits))],
      ['KnownTransactions', names(Object.keys(profile.reached))],
      ['InitialHeld', names(profile.initialHeld)],
      ['Lists', sequence(profile.lists.map(names))],
      [
        'Reached',
        record(
          Object.entries(profile.reached).map(([transaction, nodes]) => [transaction, nameSet(nodes)]),
          'reached',
        ),
      ],
      [
        'Deposits',
        record(
          Object.entries(profile.deposits).map(([prover, wei]) => [prover, integer(wei, 'deposits')]),
          'deposits',
        ),
      ],
    ],
  }),
  bounds: (profile) => ({
    plain: [
      ['Horizon', integer(profile.proposers.length - 1, 'the last slot')],
      ['Liars', nameSet(profile.liars)],
    ],
    structured: [
      ['Offers', sequence(profile.offers.map(offer))],
      ['Lies', sequence(profile.lies.map(offer))],
      ['Withdrawals', counts(profile.withdrawals)],
      ['Crashes', names(profile.crashes)],
    ],
  }),
  tables: () => [],
}
