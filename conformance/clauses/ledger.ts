import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { roles } from '../../model/node/roles.ts'
import { type FallbackProfile, loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import type { Preset } from '../../spec/parameters.ts'
import type { LedgerEntry } from '../evidence.ts'
import { treeRoot } from './clauseIndex.ts'

/** An entry whose place is found by a text in a file, so that it stays right when lines move. */
interface Written {
  readonly kind: LedgerEntry['kind']
  readonly what: string
  readonly why: string
  readonly file: string
  readonly text: string
}

const written: readonly Written[] = [
  {
    kind: 'mock',
    what: 'The proof verifier accepts the hash of its public inputs, which anyone can compute.',
    why: 'There is no circuit yet. A real verifier takes its place behind IEpochProofVerifier; what the rollup asks it, and what it does with every kind of answer, is tested.',
    file: 'impl/contracts/src/mock/MockEpochProofVerifier.sol',
    text: 'contract MockEpochProofVerifier',
  },
  {
    kind: 'mock',
    what: 'The verifier of forced transactions accepts the hash of the hash of the transaction, which anyone can compute.',
    why: 'There is no circuit yet, and no transaction that it could be about. A real verifier takes its place behind ITxProofVerifier.',
    file: 'impl/contracts/src/mock/MockTxProofVerifier.sol',
    text: 'contract MockTxProofVerifier',
  },
  {
    kind: 'mock',
    what: 'The bond token is a plain ERC-20 of which anyone may make any amount.',
    why: 'It takes the place of the asset that the RFC leaves open. Tokens that misbehave are tried one by one in contract tests, not in every state.',
    file: 'impl/contracts/src/mock/TestToken.sol',
    text: 'contract TestToken',
  },
  {
    kind: 'mock',
    what: 'State root and transactions hash of a header are hashes of labels; no block is executed.',
    why: 'The L1 rollup never looks behind them, only proofs do.',
    file: 'conformance/translation/blocks.ts',
    text: 'stateRoot: labelHash',
  },
  {
    kind: 'mock',
    what: 'Rung 3 carries versioned hashes of no blob.',
    why: 'The simulated call takes any hashes, and the bytecode sees no more of a blob. Rung 4 sends real blobs with real proofs.',
    file: 'conformance/translation/bodies.ts',
    text: 'namedBodies',
  },
  {
    kind: 'mock',
    what: 'Everybody signs with a test key that is made from the name.',
    why: 'Signatures are real, who holds a key is not the subject.',
    file: 'conformance/translation/cast.ts',
    text: 'export const addressOf',
  },
  {
    kind: 'assumption',
    what: 'keccak256 is right in three libraries: that of TLA+ (Bouncy Castle), that of the statechart (noble) and that of the EVM.',
    why: 'Shuffle and draw are written in each form by itself (EPOCH-8, EPOCH-9) and compared in rungs 2 and 3; only the hash underneath is taken from libraries, one for each.',
    file: 'tla/dump/Keccak256.tla',
    text: 'Keccak256(bytes) ==',
  },
  {
    kind: 'abstraction',
    what: 'Profiles with bonds of 0 are deployed by constructors that let them pass; the bytecode that then runs is that of production.',
    why: 'No deployment may have a minimum bond of 0 (F-22). A test compares the runtime bytecode of all contracts, their immutables and storage layouts.',
    file: 'conformance/translation/deployment.ts',
    text: 'export function withoutBondBound',
  },
  {
    kind: 'abstraction',
    what: 'A block of the models is its slot, content, beneficiary and number of forced transactions; on L1 it is the hash of a header that commits to the parent and to the queue.',
    why: 'Slots never repeat in a chain; where a fallback block takes the slot of a dropped one, nobody can name that any more. α finds the block through a table of the headers that γ made, and a hash that is not in it is a failure.',
    file: 'conformance/translation/blocks.ts',
    text: 'export class Blocks',
  },
  {
    kind: 'abstraction',
    what: 'The data of a forced transaction are the bytes of its name; data that fit, are empty or too long by a byte stand for all others.',
    why: 'L1 looks at their length and their hash alone (QUEUE-1, QUEUE-12). Other lengths are tried in contract tests.',
    file: 'conformance/translation/queue.ts',
    text: 'export function forcedData',
  },
  {
    kind: 'abstraction',
    what: 'Whether others than forced transactions are in a block, and which of the queue, is what its header says.',
    why: 'L1 does not see bodies. Proofs bind header and body, and a proof that they do not fit is none.',
    file: 'conformance/translation/blocks.ts',
    text: 'hasOthers: block.content',
  },
  {
    kind: 'abstraction',
    what: 'In a state that is injected the proven tip stands on genesis, whatever it was proven on.',
    why: 'The models forget what lies below the proven tip, and so do the contracts. Replay keeps one chain throughout.',
    file: 'conformance/translation/blocks.ts',
    text: 'static of(',
  },
  {
    kind: 'abstraction',
    what: 'Words of the validator set that can never matter again are left out when storage is compared.',
    why: 'Two histories of the set leave different remains for the same state of the model; which words these are is computed from the storage itself.',
    file: 'conformance/translation/validatorSet.ts',
    text: 'export function normalisedValidators(',
  },
  {
    kind: 'abstraction',
    what: 'Storage counts the same whatever the token supply of the profile is, and provers have given the escrow an unlimited allowance.',
    why: 'Allowances are the business of the token. A missing one is a refusal of the token, tried in contract tests.',
    file: 'conformance/translation/storage.ts',
    text: '#tokenImage({ tokens }: State)',
  },
  {
    kind: 'abstraction',
    what: 'The models count slots, and know a time only as the slot that it starts, the time before genesis as one slot; rung 3 calls at the first, the last or the middle second of the slot.',
    why: 'No rule depends on the second within a slot (TIME-1).',
    file: 'conformance/rungs/one-step/preparation.ts',
    text: 'The first, the last or some second of the slot',
  },
  {
    kind: 'abstraction',
    what: 'The passing of a slot is not executed: no contract runs then.',
    why: 'What time makes due is computed when somebody acts (TIME-3), which every other event then shows.',
    file: 'conformance/rungs/one-step/preparation.ts',
    text: "event.type === 'advanceSlot'",
  },
  {
    kind: 'abstraction',
    what: 'An event says who signed. Signatures of wrong length, with high s, for another chain or rollup, and malformed calldata are no events.',
    why: 'They have no counterpart in the models and are tried in contract tests.',
    file: 'model/l1-rollup/vocabulary.ts',
    text: 'One signer per seat of the given committee',
  },
  {
    kind: 'abstraction',
    what: 'A message between nodes is its fields and its form: fitting, or wrong in one way.',
    why: 'Its bytes are read into forms by a reader that tests alone use until a node sends them.',
    file: 'conformance/translation/messages.ts',
    text: 'export function readMessage',
  },
  {
    kind: 'abstraction',
    what: 'What roles know of L1 comes as one report, and a transaction as the result of its verification.',
    why: 'Each role is right for whatever is reported to it, and what the follower reports is checked of the follower. Attester and proposer are composed with their follower and their pool in impl/system, where runs are judged; no model explores all four.',
    file: 'spec/clauses/FOLLOW.md',
    text: 'The roles of the node are told',
  },
  {
    kind: 'abstraction',
    what: 'Of a system of nodes there is no network: what a node has sent can be delivered at any time, in any order, again or never.',
    why: 'A real network delivers less. That messages arrive in time is an assumption of liveness, not of safety.',
    file: 'spec/system/slot.md',
    text: 'There is no network.',
  },
  {
    kind: 'bound',
    what: 'A slot is composed with one crash, without alarm, fallback, nodes that are behind, messages that do not fit and reorganisations of L1.',
    why: 'One graph with everything moving would be too large. Each actor has these in its own models.',
    file: 'tla/system/slot/Slot.tla',
    text: 'Frozen: the alarm',
  },
  {
    kind: 'bound',
    what: 'A slot of four seats with every crash is explored by npm run check:deep, in TLA+ alone; a censoring committee while a second transaction is forced later as well.',
    why: 'They are the largest graphs. What they combine is in those of every check: a crash, a loss, a lie, a list that not all hold; a claim that is let go, two forced transactions.',
    file: 'spec/system/slot.ts',
    text: 'Those of preset `deep`',
  },
  {
    kind: 'bound',
    what: 'A few epochs are composed of claimants, provers and L1 without alarm, fallback, challenges and proofs that are wrong; blocks come from an oracle.',
    why: 'Each actor has these in its own models, and fallback has a cut of its own. That blocks are as the oracle says is checked in the cut of a slot.',
    file: 'tla/system/epoch/Epoch.tla',
    text: 'Frozen: the alarm',
  },
  {
    kind: 'bound',
    what: 'The chain with and without a committee is composed with followers that have all bodies at once, a committee of one seat, and an L1 that goes back by one transaction, once.',
    why: 'Followers that lack bodies, and committees of several seats, have models of their own.',
    file: 'tla/system/fallback/Fallback.tla',
    text: 'Frozen: a follower reads L1',
  },
  {
    kind: 'abstraction',
    what: 'Gas and transaction fees are in neither model.',
    why: 'They have a table of their own, compared exactly by a test (PRUNE-6).',
    file: 'impl/contracts/gas.json',
    text: '{',
  },
  {
    kind: 'abstraction',
    what: 'Amounts of the models are a few wei; the arithmetic near 2^128 and 2^256 is not in any graph.',
    why: 'TLC has 32-bit integers. The generated rules are compared with the TypeScript ones at the extremes of their types.',
    file: 'impl/contracts/src/generated/Rules.sol',
    text: 'library Rules',
  },
  {
    kind: 'bound',
    what: 'Whole domains of every field are asked about in every so-manieth state of a profile, one field at a time; two at a time in fewer states, of few profiles.',
    why: 'In every state they would take ten times as long; npm run check:deep takes it for one field. Drawn pairs vary several fields, in states that nobody has to reach.',
    file: 'model/l1-rollup/probes.ts',
    text: 'Events that are asked about and not followed',
  },
  {
    kind: 'bound',
    what: 'Event instances are finite: each reaches just outside of a rule, in one field at a time with few exceptions.',
    why: 'What lies farther outside is refused by the same comparison. The list is in spec/actors/l1-rollup.md.',
    file: 'model/l1-rollup/instances.ts',
    text: 'export function eventInstances',
  },
  {
    kind: 'bound',
    what: 'The contracts implement one reading of seedLookaheadEpochs, proposerSelection, rewardRemainder, proofSubmission and rewardBasis; the others are checked in the models only.',
    why: 'The readings of the RFC are to be compared before one of them is built twice.',
    file: 'spec/parameters.ts',
    text: 'export const implementedReadings',
  },
  {
    kind: 'bound',
    what: 'Liveness is checked in a smaller model: bonds of 0, no rewards, no sampling, no change of validators, and slots relative to the oldest epoch, so that the draws of proposers repeat.',
    why: 'Time that never ends needs a finite graph without a cut. Safety is checked in the whole model; the lassos are replayed with slots that go on.',
    file: 'tla/l1-rollup/live/LiveL1Rollup.tla',
    text: 'Left out: escrow accounts',
  },
  {
    kind: 'assumption',
    what: 'Epochs are proven if time passes, somebody prunes what is due, an honest proposer has a slot of the claim window and claims, and its prover is prompt.',
    why: 'Without each of these a lasso shows how an epoch stays unproven.',
    file: 'tla/l1-rollup/live/LiveL1Rollup.tla',
    text: 'Who behaves is what',
  },
  {
    kind: 'bound',
    what: 'Liveness of slots is checked with slots that are relative: what was signed and sent in one is forgotten in the next, and a transaction that is spent gives its name to another.',
    why: 'Rules compare records of slots that are over with the current slot alone. What slots that are not good leave is any store and any crash; what is said in them is not explored there.',
    file: 'tla/system/slot/live/LiveSlot.tla',
    text: 'When a slot ends',
  },
  {
    kind: 'assumption',
    what: 'Transactions are included if good slots come again and again: an honest proposer that takes all that it holds, an honest quorum that is up and gets what it asks for, and no phase that is over before they are done.',
    why: 'Without each of these a lasso shows how a transaction waits for ever.',
    file: 'tla/system/slot/live/LiveSlot.tla',
    text: 'Who behaves is what',
  },
  {
    kind: 'assumption',
    what: 'Mutants that nothing caught are called equivalent by an argument, one by one.',
    why: 'That two programs never differ cannot be tested. The arguments are there to be read.',
    file: 'conformance/mutate/equivalent.json',
    text: '{',
  },
  {
    kind: 'assumption',
    what: 'L1 does not reorganise, includes transactions in time and does not censor.',
    why: 'Deadlines are in slots. A reorganisation takes the rollup back with it.',
    file: 'spec/clauses/PRUNE.md',
    text: 'without an L1 reorg',
  },
  {
    kind: 'assumption',
    what: 'The token is a standard ERC-20 whose balances change by transfers alone.',
    why: 'The escrow refuses a deposit that arrives short, but cannot see a balance that shrinks by itself: its solvency would be gone (ESCROW-10). Such a token stops no proof and no prune (REWARD-7).',
    file: 'impl/contracts/src/Token.sol',
    text: 'function pull',
  },
  {
    kind: 'assumption',
    what: 'keccak256 has no collisions, and secp256k1 signatures cannot be forged.',
    why: 'Blocks, committees and quotes are bound by them.',
    file: 'impl/contracts/src/TypedData.sol',
    text: 'library TypedData',
  },
  {
    kind: 'assumption',
    what: 'block.prevrandao cannot be foreseen; whoever calls setupEpoch may still choose among the values that it sees.',
    why: 'How much this grinding gains is derived, not prevented (EPOCH-1, EPOCH-2).',
    file: 'spec/derivations/grinding.ts',
    text: 'export const grinding',
  },
  {
    kind: 'assumption',
    what: 'TLC explores what it says: states are told apart by 64-bit fingerprints.',
    why: 'A collision would hide a state from rung 1. Rung 2 explores the same graph without fingerprints and compares.',
    file: 'tla/tlc/jar.ts',
    text: 'export const pinnedJar',
  },
  {
    kind: 'assumption',
    what: 'What Effective comes to in a state is worked out once while TLC is asked about it, and kept in Java.',
    why: 'It would be evaluated for every event and every property. In TLA+ the operator that keeps is the one that it is given; a test compares both, with operators that a configuration replaces too.',
    file: 'tla/dump/Kept.tla',
    text: 'Kept(Operator(_), of) ==',
  },
  {
    kind: 'assumption',
    what: 'anvil executes bytecode as mainnet does, with storage, time, prevrandao and blob hashes put in from outside.',
    why: 'Both rungs run on it. Accepted calls of rung 3 are traced, and on a sample executed a second way that must agree; a mistake of its interpreter would show in neither.',
    file: 'conformance/evm/inject.ts',
    text: 'eth_simulateV1',
  },
  {
    kind: 'power',
    what: 'The administrator, one address, adds and removes any validator at any time, and hands that power over to whom it likes.',
    why: 'Registration is outside of the RFC. A change takes effect by the freeze rule only (VALIDATOR-1, VALIDATOR-5); who takes over accepts it (VALIDATOR-7).',
    file: 'impl/contracts/src/Rollup.sol',
    text: 'function addValidator',
  },
  {
    kind: 'power',
    what: 'The sink, one address, receives every slashed bond.',
    why: 'The RFC does not say where slashed bonds go (ESCROW-9).',
    file: 'impl/contracts/src/ProofEscrow.sol',
    text: 'function collectSlashed',
  },
  {
    kind: 'power',
    what: 'The deployer chooses parameters, initial validators and the randomness of epoch 0.',
    why: 'There is no earlier epoch to take it from (EPOCH-7). Constructors refuse what cannot work (DEPLOY-1 to DEPLOY-10) and nothing else; nothing can be changed or upgraded afterwards.',
    file: 'impl/contracts/src/Rollup.sol',
    text: 'randomness of the sample of epoch 0',
  },
  {
    kind: 'power',
    what: 'The proposer of a slot alone may propose and claim in it, and may do neither.',
    why: 'That is the protocol. What stalling costs is derived (F-14).',
    file: 'spec/derivations/stalling.ts',
    text: 'export const stalling',
  },
]

/**
 * What a reader has to believe without a check in this run. Bounds by profile come from the presets themselves.
 * @param root absolute path of the tree
 */
export function readLedger(preset: Preset, root: string = treeRoot): LedgerEntry[] {
  const entries = [...written, ...(preset.name === 'rfc' ? [walks] : [])].map(({ file, text, ...entry }) => ({
    ...entry,
    place: placeOf(root, file, text),
  }))
  return [...entries, ...boundsOf(preset), ...boundsOfFallback(), ...boundsOfNode()]
}

const walks: Written = {
  kind: 'bound',
  what: 'Of this preset rung 3 sees the states of seeded walks, not all that can be reached.',
  why: 'Its graph is too large. Every state is seen with the small numbers of tiny.',
  file: 'conformance/rungs/one-step/rung.ts',
  text: 'const walkLength',
}

/** `file:line`; the file alone if the text has gone, which a test of the real tree does not allow. */
function placeOf(root: string, file: string, text: string): string {
  const path = join(root, file)
  const index = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(text))
    : -1
  return index === -1 ? file : `${file}:${index + 1}`
}

function boundsOf({ name, profiles }: Preset): LedgerEntry[] {
  const place = `spec/presets/${name}.json`
  return profiles.flatMap((profile): LedgerEntry[] => {
    const reduced = Object.entries(profile.families).filter(([, instances]) => instances !== 'full')
    const instances = reduced.map(([family, extent]) => `${family} (${extent})`).join(', ')
    const [first, ...others] = boundsOfProfile(profile, profile.name, place)
    return [
      first!,
      ...(reduced.length > 0
        ? [
            bound(
              `Profile ${profile.name}: not all instances of ${instances}`,
              'They are explored in full in another profile, or the graph would be too large.',
              place,
            ),
          ]
        : []),
      ...others,
    ]
  })
}

/** The fallback controller is explored with a preset of its own, whatever that of the rollup is. */
const boundsOfFallback = (): LedgerEntry[] =>
  loadFallbackPreset().profiles.flatMap((profile) =>
    boundsOfProfile(profile, `fallback-controller/${profile.name}`, 'spec/presets/fallback-controller.json'),
  )

/** The actors of a node are explored with presets of their own too. */
const boundsOfNode = (): LedgerEntry[] =>
  roles.flatMap(({ actor, profiles }) =>
    profiles().flatMap(({ name, horizon, freezes }) =>
      boundsOfTime(
        { name: `${actor.name}/${name}`, ends: `after slot ${horizon}`, freezes },
        `spec/presets/${actor.name}.json`,
      ),
    ),
  )

/** Where the time of a profile ends, and what it keeps still. */
function boundsOfProfile(
  {
    horizon,
    parameters,
    freezes,
  }: Pick<FallbackProfile, 'horizon' | 'freezes'> & {
    readonly parameters: Pick<FallbackProfile['parameters'], 'slotsPerEpoch'>
  },
  name: string,
  place: string,
): LedgerEntry[] {
  const epoch = epochOf({ slot: horizon, slotsPerEpoch: parameters.slotsPerEpoch })
  return boundsOfTime({ name, ends: `at slot ${horizon}, in epoch ${epoch}`, freezes }, place)
}

function boundsOfTime(
  {
    name,
    ends,
    freezes,
  }: { readonly name: string; readonly ends: string; readonly freezes: readonly string[] },
  place: string,
): LedgerEntry[] {
  return [
    bound(
      `Profile ${name}: time ends ${ends}`,
      'A graph must be finite to be compared in every state.',
      place,
    ),
    ...freezes.map((what) =>
      bound(`Profile ${name}: ${what}`, 'One graph with everything moving would be too large.', place),
    ),
  ]
}

const bound = (what: string, why: string, place: string): LedgerEntry => ({ kind: 'bound', what, why, place })
