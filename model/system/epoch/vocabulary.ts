import { z } from 'zod'
import {
  effectSchema as claimantEffect,
  stateSchema as claimantState,
  type Quote,
} from '../../claimant/vocabulary.ts'
import { type Codec, codecOf } from '../../core/codec.ts'
import {
  type Block,
  blockSchema,
  count,
  member,
  NOBODY,
  slot,
  slotOrNone,
  store,
  transaction,
} from '../../node/vocabulary.ts'
import {
  effectSchema as proverEffect,
  stateSchema as proverState,
  quoteSchema,
} from '../../prover/vocabulary.ts'
import { wei } from '../../shared/wei.ts'

/** The words of a few epochs: state, events, effects. Shapes and meanings: spec/system/epoch.md. */
export const l1BlockSchema = z.strictObject({
  slot: slotOrNone,
  content: z.string(),
  beneficiary: z.literal('none'),
  forced: count,
})
export type L1Block = z.infer<typeof l1BlockSchema>
export const L1_GENESIS: L1Block = { slot: -1, content: 'none', beneficiary: 'none', forced: 0 }

const claimSchema = z.strictObject({
  epochToProve: z.number().int().min(-1),
  proverAddress: member,
  bondAmount: wei,
  basisPointFee: count,
  claimant: member,
})
export type Claim = z.infer<typeof claimSchema>
export const NO_CLAIM: Claim = {
  epochToProve: -1,
  proverAddress: NOBODY,
  bondAmount: '0',
  basisPointFee: 0,
  claimant: NOBODY,
}

const accountSchema = z.strictObject({
  available: wei,
  withdrawing: wei,
  unlockSlot: slotOrNone,
  staked: wei,
  slashed: wei,
  failed: z.boolean(),
})
export type Account = z.infer<typeof accountSchema>

const l1Shape = {
  slot,
  proven: l1BlockSchema,
  pending: z.array(l1BlockSchema),
  claim: claimSchema,
  escrow: z.record(member, accountSchema),
}
const l1Schema = z.strictObject(l1Shape)
export type L1State = z.infer<typeof l1Schema>

const handedClaimSchema = z.strictObject({ caller: member, quote: quoteSchema })
export type HandedClaim = z.infer<typeof handedClaimSchema>

const callShape = { prover: member, call: z.enum(['startWithdrawal', 'executeWithdrawal']), amount: wei }
const callSchema = z.strictObject(callShape)
export type Call = z.infer<typeof callSchema>

/** Of an unattested slot `{-2, []}`. */
const attestedSchema = z.strictObject({
  slot: z.number().int().min(-2),
  root: blockSchema.shape.root,
})
export const UNATTESTED: Block = { slot: -2, root: [] }

export const stateSchema = z.strictObject({
  ...l1Shape,
  /** Per slot. */
  attested: z.array(attestedSchema),
  past: z.array(l1Schema),
  reorganised: count,
  claimant: z.record(member, claimantState),
  prover: z.record(member, proverState),
  /** Sets: ascending by text, none twice. */
  offered: z.array(quoteSchema),
  claims: z.array(handedClaimSchema),
  proofs: z.array(blockSchema),
  calls: z.array(callSchema),
  crashed: z.strictObject({ node: member, store }),
})
export type State = z.infer<typeof stateSchema>

/** How the elements of each set are told apart. */
export const setCodecs = {
  offered: codecOf(quoteSchema),
  claims: codecOf(handedClaimSchema),
  proofs: codecOf(blockSchema),
  calls: codecOf(callSchema),
}

type Sets = typeof setCodecs
type Element<Name extends keyof Sets> = State[Name][number]

/** Whether a set has it. */
export function hasElement<Name extends keyof Sets>(
  name: Name,
  set: readonly Element<Name>[],
  element: Element<Name>,
): boolean {
  const { text } = setCodecs[name] as Codec<Element<Name>>
  return set.some((known) => text(known) === text(element))
}

const node = { node: member }
const ofNode = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), ...node })

export const eventSchema = z.discriminatedUnion('type', [
  ofNode('follow'),
  z.strictObject({ type: z.literal('crash'), ...node, store }),
  z.strictObject({ type: z.literal('receiveQuote'), ...node, signer: member, quote: quoteSchema }),
  ofNode('claim'),
  z.strictObject({ type: z.literal('transactionVerified'), ...node, transaction }),
  z.strictObject({ type: z.literal('quote'), ...node, validUntilSlot: slot, bond: wei, fee: count }),
  ofNode('prove'),
  ofNode('proved'),
  ofNode('submitProof'),
  z.strictObject({ type: z.literal('startWithdrawal'), ...node, amount: wei }),
  ofNode('executeWithdrawal'),
  ofNode('block'),
  ofNode('miss'),
  ofNode('land'),
  z.strictObject({ type: z.literal('takeClaim'), ...node, ...handedClaimSchema.shape }),
  z.strictObject({ type: z.literal('takeProof'), ...node, tip: blockSchema }),
  z.strictObject({ type: z.literal('takeCall'), ...node, ...callShape }),
  z.strictObject({ type: z.literal('reorganise'), ...node, depth: count, landed: z.boolean() }),
  ofNode('tick'),
])
export type Event = z.infer<typeof eventSchema>
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>

export type ClaimantEffect = z.infer<typeof claimantEffect>
export type ProverEffect = z.infer<typeof proverEffect>
export type Effect = ClaimantEffect | ProverEffect
export { proverEffect as effectSchema }

const codecs = { claimant: codecOf(claimantEffect), prover: codecOf(proverEffect) }
/** What either role sends; both submit, and only a claimant a quote. */
export const effectText: Codec<Effect>['text'] = (effect) =>
  effect.kind === 'submit' && 'quote' in effect.body
    ? codecs.claimant.text(effect as ClaimantEffect)
    : codecs.prover.text(effect as ProverEffect)

export type { Quote }
