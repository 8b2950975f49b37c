import { epochOf, offsetOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { Story, StoryPhase, StoryStep } from '../evidence.ts'
import {
  type Change,
  changesBetween,
  describeValue,
  isRecord,
  type Json,
  parseCanonical,
} from './stateChanges.ts'

/** Who takes part where there is one actor, from left to right. */
const lifelines = ['anyone', 'proposer', 'prover', 'rollup', 'escrow'] as const

/** One of these, or the name of a node, or L1. */
export type Lifeline = string

/** What stands above a lifeline. */
export const titleOf = (line: Lifeline): string => (line === 'anyone' ? 'admin, anyone' : line)

export interface Arrow {
  readonly from: Lifeline
  readonly to: Lifeline
  readonly label: string
  /** `call`: the event; `refused`: the event, without effect; `effect`: what it makes a contract do. */
  readonly kind: 'call' | 'refused' | 'effect'
}

/** A step of a story as it is drawn. */
export interface StoryRow {
  /** Of the state that it leads to, from 0. */
  readonly number: number
  readonly kind: 'initial' | 'time' | 'event'
  /** Name of the event; empty for the initial state. */
  readonly event: string
  /** The event's parameters in words. */
  readonly parameters: string
  /** When the step happens; for `time`, when it leads to. */
  readonly time: string
  readonly arrows: readonly Arrow[]
  readonly refusals: readonly string[]
  readonly changes: readonly Change[]
  /** Happens again and again. What leads to a state that lasts for ever does not. */
  readonly inLoop: boolean
}

export function storyRows(story: Story): StoryRow[] {
  return story.steps.map((step, number) => {
    const before = story.steps[number - 1]
    const event = step.event === undefined ? undefined : readEvent(step.event)
    const refusals = step.refusals ?? []
    const changes = before === undefined ? [] : changesBetween(before.state, step.state)
    const isTime = event?.name === 'advanceSlot' || event?.parameters.node === 'time'
    return {
      number,
      kind: event === undefined ? 'initial' : isTime ? 'time' : 'event',
      event: event?.name ?? '',
      parameters: event === undefined || isTime ? '' : describeParameters(ownParameters(event)),
      time: timeOf(step, story),
      arrows: event === undefined || isTime ? [] : arrowsOf(event, refusals.length > 0, changes, step.state),
      refusals,
      changes: isTime ? changes.filter(({ path }) => path !== 'slot') : changes,
      inLoop: story.loop !== undefined && !lasts(story) && number >= story.loop,
    }
  })
}

/** Those between whom something passes, or the rollup alone; of nodes, which come by name, L1 is the last. */
export function takingPart(rows: readonly StoryRow[]): readonly Lifeline[] {
  const named = new Set(rows.flatMap(({ arrows }) => arrows.flatMap(({ from, to }) => [from, to])))
  if (named.size === 0) return ['rollup']
  const place = (line: Lifeline): number =>
    line === 'L1' ? lifelines.length : (lifelines as readonly string[]).indexOf(line)
  return [...named].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** The last state lasts for ever. */
const lasts = ({ loop, steps }: Story): boolean => loop === steps.length - 1

/** How a lasso goes on, in words; undefined for a finite story. */
export function loopText(story: Story): string | undefined {
  if (story.loop === undefined) return undefined
  return lasts(story) ? 'from here on nothing happens, for ever' : `goes on at step ${story.loop}, for ever`
}

interface ReadEvent {
  readonly name: string
  readonly parameters: { readonly [name: string]: Json }
}

function readEvent(text: string): ReadEvent {
  const value = parseCanonical(text)
  if (!isRecord(value)) return { name: String(value), parameters: {} }
  const key = typeof value.type === 'string' ? 'type' : 'name'
  const { [key]: name, ...parameters } = value
  return { name: typeof name === 'string' ? name : 'event', parameters }
}

/** Who it is between is drawn. */
const ownParameters = ({ parameters }: ReadEvent): ReadEvent['parameters'] =>
  'node' in parameters
    ? Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'node'))
    : parameters

const describeParameters = (parameters: ReadEvent['parameters']): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} ${describeValue(value)}`)
    .join(' · ')

function timeOf({ state, phase }: StoryStep, { time }: Story): string {
  const parsed = parseCanonical(state)
  const slot = isRecord(parsed) ? Number(parsed.slot) : Number.NaN
  if (!Number.isInteger(slot)) return ''
  if (slot < 0) return 'before genesis'
  const inPhase = isRecord(parsed) && typeof parsed.phase === 'string' ? ` · ${parsed.phase}` : ''
  if (time === undefined) return `slot ${slot}${inPhase}`
  const { slotsPerEpoch } = time
  const offset = offsetOf({ slot, slotsPerEpoch })
  // FALLBACK-5: a session has no claims.
  const isOpen = offset < time.claimWindowSlots && !isSession(phase)
  return [
    `slot ${slot} · epoch ${epochOf({ slot, slotsPerEpoch })}, offset ${offset}`,
    ...(isOpen ? ['claim window open'] : []),
    ...phaseTexts(phase),
  ].join(' · ')
}

const isSession = (phase: StoryPhase | undefined): boolean => typeof phase?.session === 'number'

function phaseTexts({ session, challenges = [] }: StoryPhase = {}): string[] {
  const open = challenges.map(({ slot, until }) => `of slot ${slot} until ${until}`)
  return [
    ...(session === undefined
      ? []
      : [session === null ? 'committee’s time' : `fallback since slot ${session}`]),
    ...(open.length === 0 ? [] : [`challenge of the block ${open.join(', ')}`]),
  ]
}

const ownLifeline: Readonly<Record<string, { readonly from: Lifeline; readonly to: Lifeline }>> = {
  propose: { from: 'proposer', to: 'rollup' },
  claimEpochProofRight: { from: 'proposer', to: 'rollup' },
  submitEpochProof: { from: 'prover', to: 'rollup' },
  proposeWithProof: { from: 'anyone', to: 'rollup' },
  forceInclusion: { from: 'anyone', to: 'rollup' },
  challenge: { from: 'anyone', to: 'rollup' },
  deposit: { from: 'prover', to: 'escrow' },
  startWithdrawal: { from: 'prover', to: 'escrow' },
  executeWithdrawal: { from: 'prover', to: 'escrow' },
  collectSlashed: { from: 'anyone', to: 'escrow' },
}

/** The caller decides the lifeline of an event that has one. */
function callerOf({ name, parameters: { caller } }: ReadEvent): Lifeline {
  return typeof caller === 'string' ? lifelineOf(caller) : (ownLifeline[name]?.from ?? 'anyone')
}

/** A name says who it is: v… a validator, p… a prover. */
function lifelineOf(name: string): Lifeline {
  if (/^v\d+$/.test(name)) return 'proposer'
  if (/^p\d+$/.test(name)) return 'prover'
  return name === 'rollup' || name === 'escrow' ? name : 'anyone'
}

/** Of a system: whose step it is, told by whom; on its own, by nobody. */
function arrowOfSystem(event: ReadEvent, refused: boolean): Arrow {
  const { node, signer, caller } = event.parameters
  const to = String(node)
  const from = String(signer ?? caller ?? node)
  return { from, to, label: labelOf(event), kind: refused ? 'refused' : 'call' }
}

function arrowsOf(event: ReadEvent, refused: boolean, changes: readonly Change[], state: string): Arrow[] {
  if ('node' in event.parameters) return [arrowOfSystem(event, refused)]
  const from = callerOf(event)
  const to = ownLifeline[event.name]?.to ?? 'rollup'
  const call: Arrow = { from, to, label: labelOf(event), kind: refused ? 'refused' : 'call' }
  if (refused) return [call]
  const cut = event.name === 'challenge' ? [cutArrow(from, state)] : []
  return [call, ...cut, ...effects(event, to, changes)]
}

/** The event in few words: what tells it from others of its kind. */
function labelOf({ name, parameters }: ReadEvent): string {
  const word = (value: Json | undefined): string => (value === undefined ? '' : describeValue(value))
  const quote = isRecord(parameters.quote) ? parameters.quote : {}
  const about: Readonly<Record<string, string>> = {
    propose: word(parameters.content),
    claimEpochProofRight: `${word(quote.proverAddress)}, bond ${word(quote.bondAmount)}`,
    proposeWithProof: `${word(parameters.content)}${parameters.valid === false ? ', invalid' : ''}`,
    forceInclusion: word(parameters.transaction),
    challenge: challengeText(parameters),
    submitEpochProof: `to ${word(parameters.to)}${parameters.valid === false ? ', invalid' : ''}`,
    setupEpoch: word(parameters.randao),
    addValidator: word(parameters.validator),
    removeValidator: word(parameters.validator),
    deposit: word(parameters.amount),
    startWithdrawal: word(parameters.amount),
    executeWithdrawal: parameters.receiver === parameters.caller ? '' : `to ${word(parameters.receiver)}`,
    transactionVerified: `${word(parameters.transaction)}${parameters.valid === false ? ', invalid' : ''}`,
    crash: word(parameters.store),
    receiveProposal: word(parameters.proposal),
    receiveAttestation: word(parameters.proposal),
    take: word(parameters.proposal),
    build: word(parameters.transactions),
  }
  return [name, about[name]].filter(Boolean).join(' ')
}

/** CHALLENGE-4: which signature of which block, and what of the posting that is shown is another. */
function challengeText({ slot = null, seat = null, preimage = null }: ReadEvent['parameters']): string {
  const other = preimage === 'match' ? '' : `, another ${preimage}`
  return `of slot ${slot}, seat ${seat}${other}`
}

/** LOG-13. What a challenge announces, with the tip that it leaves. */
function cutArrow(to: Lifeline, state: string): Arrow {
  const { pending, proven } = parseCanonical(state) as { pending: readonly Json[]; proven: Json }
  const tip = describeValue(pending.at(-1) ?? proven)
  return { from: 'rollup', to, label: `PendingChainCut, tip ${tip}`, kind: 'effect' }
}

/** What the contracts do to each other and to people, read off the change of the state. */
function effects(event: ReadEvent, to: Lifeline, changes: readonly Change[]): Arrow[] {
  const change = (path: string): bigint => {
    const found = changes.find((candidate) => candidate.path === path)
    return found === undefined ? 0n : amount(found.to) - amount(found.from)
  }
  const slashed = change('slashed')
  const found: Arrow[] = []
  for (const { path } of changes) {
    const prover = /^accounts\.(.+)\.staked$/.exec(path)?.[1]
    if (prover === undefined) continue
    const staked = change(path)
    if (staked > 0n)
      found.push({ from: to, to: 'escrow', label: `stake ${staked} of ${prover}`, kind: 'effect' })
    else if (slashed > 0n)
      found.push({ from: to, to: 'escrow', label: `slash ${-staked} of ${prover}`, kind: 'effect' })
    else found.push({ from: to, to: 'escrow', label: `release ${-staked} to ${prover}`, kind: 'effect' })
  }
  const paid = /^(executeWithdrawal|collectSlashed|collectReward)$/.test(event.name)
    ? changes.find(({ path }) => /^tokens\./.test(path) && change(path) > 0n)
    : undefined
  if (paid) {
    const holder = paid.path.slice('tokens.'.length)
    const label = `pays ${change(paid.path)} to ${holder}`
    found.push({ from: to, to: lifelineOf(holder), label, kind: 'effect' })
  }
  return found
}

const amount = (text: string): bigint => (/^-?\d+$/.test(text) ? BigInt(text) : 0n)
