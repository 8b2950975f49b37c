/** The prover in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { ProverProfile } from '../../spec/proverParameters.ts'
import { block, boolean, heldRules, names } from '../node/constants.ts'
import { integer, record, sequence, string } from '../tlc/text.ts'
import type { Twin } from '../tlc/twin.ts'

const view = (it: ProverProfile['views'][number]): string =>
  record(
    [
      ['follows', string(it.follows)],
      ['alarm', boolean(it.alarm)],
      ['fallback', boolean(it.fallback)],
      ['epoch', integer(it.epoch, 'epoch')],
      ['tip', block(it.tip)],
      ['transactions', names(it.transactions)],
      ['claim', string(it.claim)],
      ['available', integer(it.available, 'available')],
      ['withdrawing', integer(it.withdrawing, 'withdrawing')],
      ['unlockSlot', integer(it.unlockSlot, 'unlockSlot')],
    ],
    'views',
  )

const offer = ({ validUntilSlot, bond, fee }: ProverProfile['offers'][number]): string =>
  record(
    [
      ['validUntilSlot', integer(validUntilSlot, 'validUntilSlot')],
      ['bond', integer(bond, 'bond')],
      ['fee', integer(fee, 'fee')],
    ],
    'offers',
  )

export const proverTwin: Twin<ProverProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'ProverReach',
    pointwise: 'PointwiseProver',
    properties: 'ProverProperties',
    consequences: 'ProverConsequences',
    reach: 'ProverReach',
  },
  live: {},
  rules: (profile) => {
    const p = profile.parameters
    return {
      plain: [
        ['Self', string(p.self)],
        ['SlotsPerEpoch', integer(p.slotsPerEpoch, 'slotsPerEpoch')],
        ['ClaimWindow', integer(p.claimWindow, 'claimWindow')],
        ['MinimumBond', integer(p.minimumBond, 'minimumBond')],
        ['FeeMaximum', integer(p.feeMaximum, 'feeMaximum')],
      ],
      structured: heldRules(profile),
    }
  },
  bounds: (profile) => ({
    plain: [['Horizon', integer(profile.horizon, 'horizon')]],
    structured: [
      ['Transactions', names(profile.transactions)],
      ['Offers', sequence(profile.offers.map(offer))],
      ['Amounts', sequence(profile.amounts.map((amount) => integer(amount, 'amounts')))],
      ['Views', sequence(profile.views.map(view))],
      ['Crashes', names(profile.crashes)],
    ],
  }),
  tables: () => [],
}
