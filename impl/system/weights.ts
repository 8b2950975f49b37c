import type { Random } from './random.ts'

/** How often something happens, each against the sum of all. */
export interface Weights {
  readonly deliver: number
  /** Delivered, and left there for another time. */
  readonly duplicate: number
  readonly drop: number
  readonly tick: number
  /** A tick that the clock of one node misses. */
  readonly late: number
  readonly wake: number
  readonly read: number
  readonly submit: number
  readonly leave: number
  readonly setUp: number
  readonly build: number
  readonly publish: number
  readonly crash: number
  readonly resend: number
  readonly force: number
  readonly reorg: number
  /** Of the Byzantine members, if there are any. */
  readonly lie: number
  readonly post: number
  /** Whole slots pass. */
  readonly pass: number
  readonly calm: number
  readonly work: number
  /** All is delivered, every honest node works, and all is delivered again. */
  readonly round: number
  /** Something of claimants, provers and fallback proposers, be it the time for it or not. */
  readonly deal: number
  /** Of the Byzantine ones, to L1. */
  readonly seize: number
  readonly finish: number
  readonly advance: number
  readonly move: number
  /** What was done last is done again. */
  readonly again: number
  /** A node loses its store, starts again and reads L1. */
  readonly restart: number
  /** As a round, but that nobody quotes, claims or proves. */
  readonly blocks: number
  /** Who is claimed for proves, and provers quote. */
  readonly offer: number
  /** A block takes less of what is forced than it has to. */
  readonly short: number
  /** Something of fallback proposers. */
  readonly alone: number
  /** Of the Byzantine ones: what others signed or should have, proposals of the next slot, and quotes to whoever may claim. */
  readonly passOn: number
  readonly early: number
  readonly bid: number
}
export type Kind = keyof Weights

/** What some runs alone have. */
const none = { again: 0, restart: 0, blocks: 0, offer: 0, short: 0, early: 0, alone: 0, passOn: 0, bid: 0 }

/** A network and members that do what they can in a few slots, and still let a block through now and then. */
export const hostile: Weights = {
  deliver: 40,
  duplicate: 6,
  drop: 2,
  tick: 1,
  late: 0.3,
  wake: 4,
  read: 10,
  submit: 8,
  leave: 1,
  setUp: 0.5,
  build: 6,
  publish: 5,
  crash: 2,
  resend: 3,
  force: 1,
  reorg: 1,
  lie: 14,
  post: 3,
  pass: 0,
  calm: 0,
  work: 0,
  round: 0,
  deal: 0,
  seize: 0,
  finish: 0,
  advance: 0,
  move: 0,
  ...none,
}

/** The same over epochs: much goes well at once, so that a hundred choices come to some ten slots. */
export const lasting: Weights = {
  deliver: 4,
  duplicate: 1,
  drop: 1,
  tick: 4,
  late: 0.5,
  wake: 2,
  read: 2,
  submit: 5,
  leave: 0.3,
  setUp: 0.5,
  build: 1,
  publish: 1,
  crash: 1,
  resend: 1,
  force: 2,
  reorg: 1.5,
  lie: 5,
  post: 4,
  pass: 9,
  calm: 5,
  work: 5,
  round: 18,
  deal: 5,
  seize: 3,
  finish: 1,
  advance: 1.5,
  move: 1,
  ...none,
}

/** The same where claimants, provers and fallback proposers try whatever comes to their minds, and nodes start again. */
export const dealing: Weights = {
  ...lasting,
  deliver: 0,
  duplicate: 0,
  drop: 0,
  late: 0,
  wake: 0,
  submit: 3,
  setUp: 1,
  build: 2,
  publish: 2,
  crash: 3,
  deal: 45,
  seize: 2,
  read: 1,
  work: 2,
  round: 18,
  calm: 20,
  lie: 14,
  post: 3,
}

/** Slots in which a network and nodes do things again, and liars send on what others signed. */
export const insistent: Weights = {
  ...hostile,
  drop: 0.5,
  crash: 0.5,
  late: 0.1,
  tick: 4,
  force: 2.5,
  lie: 6,
  again: 6,
  short: 4,
  passOn: 12,
  early: 3,
}

/** Epochs in which nodes lose their stores and do things again, and liars quote what nobody may claim with. */
export const restless: Weights = {
  ...dealing,
  crash: 1,
  deal: 35,
  lie: 4,
  tick: 4,
  read: 5,
  pass: 5,
  round: 4,
  calm: 14,
  work: 3,
  again: 10,
  restart: 5,
  blocks: 16,
  offer: 14,
  passOn: 4,
  bid: 14,
}

/** Epochs of fallback. */
export const solitary: Weights = {
  ...lasting,
  deliver: 10,
  submit: 6,
  force: 5,
  read: 5,
  round: 6,
  calm: 4,
  pass: 6,
  deal: 0,
  lie: 12,
  post: 0.5,
  advance: 1,
  crash: 0.5,
  reorg: 0.5,
  again: 8,
  restart: 0.5,
  alone: 25,
}

/** What a network or a node may be spared in one run: where everything fails all the time, few things happen. */
const sparable: readonly Kind[] = [
  'duplicate',
  'drop',
  'late',
  'crash',
  'resend',
  'force',
  'reorg',
  'post',
  'leave',
]
/** Over epochs, these as well. */
const sparedOverEpochs: readonly Kind[] = [
  ...sparable,
  'deliver',
  'lie',
  'seize',
  'finish',
  'advance',
  'move',
  'deal',
  'setUp',
]

/** Weights of one run: each kind of fault is there at all in some runs only. */
export function drawnWeights(random: Random, lasts = false): Weights {
  const spared = (lasts ? sparedOverEpochs : sparable).filter(() => random.chance(0.4))
  return { ...(lasts ? lasting : hostile), ...Object.fromEntries(spared.map((kind) => [kind, 0])) }
}
