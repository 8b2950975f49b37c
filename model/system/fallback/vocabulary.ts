import { z } from 'zod'
import { type Codec, codecOf } from '../../core/codec.ts'
import {
  effectSchema as builderEffect,
  stateSchema as builderState,
} from '../../fallback-proposer/vocabulary.ts'
import { stateSchema as followerState, headerSchema } from '../../follower/vocabulary.ts'
import {
  count,
  member,
  proposalSchema,
  slot,
  slotOrNone,
  store,
  transaction,
  transactions,
} from '../../node/vocabulary.ts'
import {
  buildingSchema,
  effectSchema as proposerEffect,
  stateSchema as proposerState,
} from '../../proposer/vocabulary.ts'

/** The words of the chain with and without a committee: state, events, effects. Shapes and meanings: spec/system/fallback.md. */
const l1BlockSchema = z.strictObject({
  slot: slotOrNone,
  content: z.string(),
  beneficiary: z.literal('none'),
  forced: count,
})
export type L1Block = z.infer<typeof l1BlockSchema>
export const L1_GENESIS: L1Block = { slot: -1, content: 'none', beneficiary: 'none', forced: 0 }

/** No epoch. */
export const NO_CLAIM = -1

const members = z.array(member)
const ledgerBlockSchema = z.strictObject({ header: headerSchema, signers: members, isProven: z.boolean() })
export type LedgerBlock = z.infer<typeof ledgerBlockSchema>

const chainShape = {
  proven: l1BlockSchema,
  pending: z.array(l1BlockSchema),
  claim: z.number().int().min(NO_CLAIM),
  queue: z.array(z.strictObject({ transaction, includedByEpoch: count })),
  taken: count,
  mode: z.strictObject({ countedFrom: slotOrNone, entered: slotOrNone, advanced: slotOrNone }),
  ledger: z.array(ledgerBlockSchema),
}
const chainSchema = z.strictObject(chainShape)
/** What L1 can go back to. */
export type Chain = z.infer<typeof chainSchema>

const handedShape = { caller: member, block: buildingSchema, isProven: z.boolean() }
const handedSchema = z.strictObject(handedShape)
export type Handed = z.infer<typeof handedSchema>

export const stateSchema = z.strictObject({
  slot,
  ...chainShape,
  former: chainSchema,
  reorganised: z.boolean(),
  follower: z.record(member, followerState),
  builder: z.record(member, builderState),
  proposer: z.record(member, proposerState),
  /** Sets: ascending by text, none twice. */
  fresh: members,
  handed: z.array(handedSchema),
  published: z.array(z.strictObject({ caller: member, proposal: proposalSchema, signers: members })),
  crashed: z.strictObject({ node: member, store }),
})
export type State = z.infer<typeof stateSchema>

const node = { node: member }
const ofNode = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), ...node })
const ofList = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...node, transactions, forced: count })

export const eventSchema = z.discriminatedUnion('type', [
  ofNode('follow'),
  z.strictObject({ type: z.literal('crash'), ...node, store }),
  ofList('build'),
  ofNode('proved'),
  ofNode('submit'),
  ofNode('giveUp'),
  ofList('buildAsSeat'),
  ofNode('proposeAsSeat'),
  ofNode('attestAsSeat'),
  ofNode('publishAsSeat'),
  z.strictObject({ type: z.literal('takeProven'), ...node, ...handedShape }),
  z.strictObject({
    type: z.literal('takeAttested'),
    ...node,
    caller: member,
    block: buildingSchema,
    signers: members,
  }),
  ofNode('claimEpoch'),
  ofNode('proveEpoch'),
  z.strictObject({ type: z.literal('force'), ...node, transaction }),
  ofNode('reorganise'),
  ofNode('pass'),
])
export type Event = z.infer<typeof eventSchema>
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>

export type BuilderEffect = z.infer<typeof builderEffect>
export type ProposerEffect = z.infer<typeof proposerEffect>
export type Effect = BuilderEffect | ProposerEffect
export { builderEffect as effectSchema }

const codecs = { builder: codecOf(builderEffect), proposer: codecOf(proposerEffect) }
const isOfProposer = (effect: Effect): effect is ProposerEffect =>
  effect.kind === 'send' || (effect.kind === 'submit' && 'proposal' in effect.body)
/** What either role sends; both submit, and only a proposer a proposal. */
export const effectText: Codec<Effect>['text'] = (effect) =>
  isOfProposer(effect) ? codecs.proposer.text(effect) : codecs.builder.text(effect)
