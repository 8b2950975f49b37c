/** The claimant in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { ClaimantProfile } from '../../spec/claimantParameters.ts'
import { integer, record, sequence, string, strings } from '../tlc/text.ts'
import type { Twin } from '../tlc/twin.ts'

type Quote = ClaimantProfile['quotes'][number]
type View = ClaimantProfile['views'][number]

const names = (texts: readonly string[]): string => sequence(strings(texts))
const boolean = (value: boolean): string => (value ? 'TRUE' : 'FALSE')

const quote = ({ prover, epoch, validUntilSlot, bond, fee }: Quote): string =>
  record(
    [
      ['prover', string(prover)],
      ['epoch', integer(epoch, 'epoch')],
      ['validUntilSlot', integer(validUntilSlot, 'validUntilSlot')],
      ['bond', integer(bond, 'bond')],
      ['fee', integer(fee, 'fee')],
    ],
    'quotes',
  )

const covered = ({ prover, amount }: View['coverage'][number]): string =>
  record(
    [
      ['prover', string(prover)],
      ['amount', integer(amount, 'amount')],
    ],
    'coverage',
  )

const view = ({ follows, alarm, fallback, epoch, claim, coverage, failed }: View): string =>
  record(
    [
      ['follows', string(follows)],
      ['alarm', boolean(alarm)],
      ['fallback', boolean(fallback)],
      ['epoch', integer(epoch, 'epoch')],
      ['claim', string(claim)],
      ['coverage', sequence(coverage.map(covered))],
      ['failed', names(failed)],
    ],
    'views',
  )

/** Every prover that a quote or a view of the profile can name, and the stranger of its instances, ascending by name. */
const knownProvers = ({ parameters, quotes, views }: ClaimantProfile): string[] => {
  const all = [
    parameters.self,
    'stranger',
    ...[...quotes, ...views.flatMap(({ coverage }) => coverage)].map(({ prover }) => prover),
    ...views.flatMap(({ failed }) => failed),
  ]
  return [...new Set(all)].sort()
}

export const claimantTwin: Twin<ClaimantProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'ClaimantReach',
    pointwise: 'PointwiseClaimant',
    properties: 'ClaimantProperties',
    consequences: 'ClaimantConsequences',
    reach: 'ClaimantReach',
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
      structured: [
        ['Proposers', names(p.proposers)],
        ['KnownProvers', names(knownProvers(profile))],
      ],
    }
  },
  bounds: (profile) => ({
    plain: [['Horizon', integer(profile.horizon, 'horizon')]],
    structured: [
      ['Quotes', sequence(profile.quotes.map(quote))],
      ['Views', sequence(profile.views.map(view))],
      ['Crashes', names(profile.crashes)],
    ],
  }),
  tables: () => [],
}
