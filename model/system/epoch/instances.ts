/** What can happen in a few epochs: spec/system/epoch.md, Instances. */
import type { EpochOffer, EpochProfile } from '../../../spec/system/epoch.ts'
import { canonicalText } from '../../core/codec.ts'
import { epochOf } from '../../l1-rollup/rules/arithmetic.ts'
import type { Quote } from '../../prover/vocabulary.ts'
import { claimViewOf, namedBlock, proveViewOf, sameBlock, tipOf } from './l1.ts'
import { claimantsOf, honestProversOf, nodesOf } from './members.ts'
import { type Call, type Event, type State, UNATTESTED } from './vocabulary.ts'

export function instancesOf(state: State, profile: EpochProfile): Event[] {
  const lies = liesOf(state, profile)
  return [
    ...nodeInstances(state, profile),
    ...claimantInstances(state, profile, lies),
    ...honestProversOf(profile).flatMap((node) => proverInstances(node, state, profile)),
    ...blockInstances(state, profile),
    ...landingInstances(state, profile, lies),
    ...reorganisations(state, profile),
    ...(state.slot < profile.proposers.length - 1 ? [{ type: 'tick' as const, node: 'time' }] : []),
  ]
}

const firstSlot = ({ slot }: State, { slotsPerEpoch }: EpochProfile): number =>
  epochOf({ slot, slotsPerEpoch }) * slotsPerEpoch

function nodeInstances(state: State, profile: EpochProfile): Event[] {
  const claimView = canonicalText(claimViewOf(state, profile))
  const isNews = (node: string): boolean => {
    const [claimant, prover] = [state.claimant[node], state.prover[node]]
    return (
      (claimant !== undefined && canonicalText(claimant.view) !== claimView) ||
      (prover !== undefined &&
        canonicalText(prover.view) !== canonicalText(proveViewOf(node, state, profile)))
    )
  }
  return nodesOf(profile).flatMap((node): Event[] => [
    ...(isNews(node) ? [{ type: 'follow' as const, node }] : []),
    ...(state.crashed.node === 'nobody'
      ? profile.crashes.map((store): Event => ({ type: 'crash', node, store }))
      : []),
  ])
}

function claimantInstances(state: State, profile: EpochProfile, lies: readonly Quote[]): Event[] {
  const quotes = [
    ...state.offered.map((quote) => ({ signer: quote.prover, quote })),
    ...byzantineProversOf(profile).flatMap((signer) => lies.map((quote) => ({ signer, quote }))),
  ]
  return claimantsOf(profile).flatMap((node): Event[] => [
    ...quotes.map((it): Event => ({ type: 'receiveQuote', node, ...it })),
    { type: 'claim', node },
  ])
}

function proverInstances(node: string, state: State, profile: EpochProfile): Event[] {
  const { reached, offers, withdrawals } = profile
  return [
    ...Object.entries(reached)
      .filter(([, nodes]) => nodes.includes(node))
      .map(([transaction]): Event => ({ type: 'transactionVerified', node, transaction })),
    ...offers.map(
      ({ lastOffset, bond, fee }): Event => ({
        type: 'quote',
        node,
        validUntilSlot: firstSlot(state, profile) + lastOffset,
        bond: String(bond),
        fee,
      }),
    ),
    { type: 'prove', node },
    { type: 'proved', node },
    { type: 'submitProof', node },
    ...withdrawals.map((wei): Event => ({ type: 'startWithdrawal', node, amount: String(wei) })),
    ...(withdrawals.length > 0 ? [{ type: 'executeWithdrawal' as const, node }] : []),
  ]
}

const node = 'L1'

function blockInstances(state: State, profile: EpochProfile): Event[] {
  const attested = state.attested[state.slot]!
  const tip = namedBlock(tipOf(state).slot, state, profile)
  const hasNew = profile.lists[state.slot]!.some((transaction) => !tip.root.includes(transaction))
  const canAttest = attested.slot === UNATTESTED.slot && hasNew
  return [
    ...(canAttest ? [{ type: 'block' as const, node }] : []),
    ...(canAttest && state.past.length > 0 ? [{ type: 'miss' as const, node }] : []),
    ...(attested.slot === UNATTESTED.slot ? [] : [{ type: 'land' as const, node }]),
  ]
}

function landingInstances(state: State, profile: EpochProfile, lies: readonly Quote[]): Event[] {
  const { proposers, byzantine, liars } = profile
  const liarsClaiming = [...new Set(proposers)].filter((caller) => byzantine.includes(caller))
  const claims = [
    ...state.claims,
    ...liarsClaiming.flatMap((caller) => [...state.offered, ...lies].map((quote) => ({ caller, quote }))),
  ]
  const tips = [
    ...state.proofs,
    ...(liars.includes('prove') ? state.pending.map(({ slot }) => namedBlock(slot, state, profile)) : []),
  ]
  const calls = [...state.calls, ...(liars.includes('withdraw') ? byzantineCalls(profile) : [])]
  return [
    ...claims.map((claim): Event => ({ type: 'takeClaim', node, ...claim })),
    ...tips.map((tip): Event => ({ type: 'takeProof', node, tip })),
    ...calls.map((call): Event => ({ type: 'takeCall', node, ...call })),
  ]
}

const byzantineProversOf = ({ deposits, byzantine }: EpochProfile): string[] =>
  Object.keys(deposits).filter((prover) => byzantine.includes(prover))

const byzantineCalls = (profile: EpochProfile): Call[] =>
  byzantineProversOf(profile).flatMap((prover) => [
    ...profile.withdrawals.map((wei): Call => ({ prover, call: 'startWithdrawal', amount: String(wei) })),
    { prover, call: 'executeWithdrawal', amount: '0' },
  ])

function reorganisations(state: State, profile: EpochProfile): Event[] {
  if (state.reorganised !== 0) return []
  return state.past.flatMap((l1, index): Event[] => {
    const depth = index + 1
    const before = state.attested[state.slot - 1]
    const lands = depth === 2 && before && sameBlock(before, namedBlock(tipOf(l1).slot, state, profile))
    return [
      { type: 'reorganise', node, depth, landed: false },
      ...(lands ? [{ type: 'reorganise' as const, node, depth, landed: true }] : []),
    ]
  })
}

/** In the name of every prover, signed by whoever is Byzantine. */
function liesOf(state: State, profile: EpochProfile): Quote[] {
  const { deposits, lies, slotsPerEpoch } = profile
  const ended = epochOf({ slot: state.slot, slotsPerEpoch }) - 1
  const quoteOf = (
    prover: string,
    { back, lastOffset, bond, fee }: EpochOffer & { back: number },
  ): Quote => ({
    prover,
    epoch: ended - back,
    validUntilSlot: firstSlot(state, profile) + lastOffset,
    bond: String(bond),
    fee,
  })
  return Object.keys(deposits)
    .flatMap((prover) => lies.map((lie) => quoteOf(prover, lie)))
    .filter(({ epoch }) => epoch >= 0)
}
