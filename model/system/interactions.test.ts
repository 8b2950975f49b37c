/** Every pair of rules that share a variable acts in some cut, or in an actor alone where it is about one. */
import { describe, expect, test } from 'vitest'
import { epochProfiles } from '../../spec/system/epoch.ts'
import { fallbackProfiles } from '../../spec/system/fallback.ts'
import { slotProfiles } from '../../spec/system/slot.ts'
import type { Composed, ComposedTypes } from '../core/composed.ts'
import { composedInteractionsOf } from '../core/composedInteractions.ts'
import type { Interaction } from '../core/interactions.ts'
import { interactionsOf } from '../core/interactions.ts'
import { roles } from '../node/roles.ts'
import { epoch } from './epoch/epoch.ts'
import { fallback } from './fallback/fallback.ts'
import { slot } from './slot/slot.ts'
import { unshown } from './unshown.ts'

interface Searched {
  readonly name: string
  readonly composed: Composed<ComposedTypes>
  readonly profiles: readonly ComposedTypes['profile'][]
  /** By what the cut calls it, each role. */
  readonly actors: Readonly<Record<string, Played>>
}

/** A role as an actor of its own. */
interface Played {
  readonly actor: string
  /** Profiles of it that show what the cut does not, all if none are named. */
  readonly shownIn?: readonly string[]
  /** What its events are called there where the cut has another name for them. */
  readonly renamed?: Readonly<Record<string, string>>
}

const searched = <T extends ComposedTypes>(
  of: Omit<Searched, 'name' | 'composed'> & { composed: Composed<T> },
) => ({ ...of, name: of.composed.name }) as unknown as Searched

const named = <P extends { readonly name: string }>(profiles: readonly P[], names: readonly string[]) =>
  profiles.filter(({ name }) => names.includes(name))

const cuts: readonly Searched[] = [
  searched({
    composed: slot,
    profiles: named(slotProfiles, ['honest', 'overrun', 'forced', 'restored', 'second']),
    actors: {
      attester: { actor: 'attester', shownIn: ['tiny'], renamed: { attest: 'executed' } },
      proposer: { actor: 'proposer', renamed: { propose: 'executed' } },
    },
  }),
  searched({
    composed: epoch,
    profiles: epochProfiles.filter(({ name }) => !['window', 'outbid', 'cycle'].includes(name)),
    actors: { claimant: { actor: 'claimant' }, prover: { actor: 'prover' } },
  }),
  searched({
    composed: fallback,
    profiles: named(fallbackProfiles, ['racing', 'standing', 'late', 'reorganised', 'censoring']),
    actors: {
      follower: { actor: 'follower', shownIn: ['grow'], renamed: { follow: 'readView' } },
      builder: { actor: 'fallback-proposer', renamed: { submit: 'submitBlock' } },
      proposer: {
        actor: 'proposer',
        renamed: {
          buildAsSeat: 'build',
          proposeAsSeat: 'executed',
          attestAsSeat: 'receiveAttestation',
          publishAsSeat: 'publish',
        },
      },
    },
  }),
]

/** Time is about everything, and who has read L1 is kept for the properties alone. */
const everywhere = ({ composed }: Searched): string[] => [
  'slot',
  'phase',
  'fresh',
  ...composed.roles.flatMap((role) => [`${role}.slot`, `${role}.phase`]),
]

const textOf = ({ writer, reader, check }: Interaction): string => `${writer} ${reader} ${check}`

/** What an actor shows alone, by its name: pairs of its events with a refusal. */
const shownAlone = new Map<string, ReadonlySet<string>>()
function shownBy({ actor: name, shownIn }: Played): ReadonlySet<string> {
  const known = shownAlone.get(name)
  if (known) return known
  const { actor, profiles } = roles.find(({ actor: it }) => it.name === name)!
  const asked = profiles().filter((it) => shownIn?.includes(it.name) ?? true)
  const shown = interactionsOf(actor, asked, ['slot', 'phase'])
    .filter(({ passed, failed }) => passed && failed)
    .map((it) => textOf({ ...it, check: actor.refusals[it.check]!.refusal }))
  shownAlone.set(name, new Set(shown))
  return shownAlone.get(name)!
}

/** Whether it is about one actor, which shows it. */
function isShownAlone({ actors }: Searched, { writer, reader, check, variables }: Interaction): boolean {
  return Object.entries(actors).some(([role, played]) => {
    const { renamed = {} } = played
    const isItsOwn = variables.every((name) => name.startsWith(`${role}.`))
    const pair = `${renamed[writer] ?? writer} ${renamed[reader] ?? reader} ${check}`
    return isItsOwn && shownBy(played).has(pair)
  })
}

describe.each(cuts)('$name: for every event that writes what a check depends on, of whatever actor', (of) => {
  test('some profile reaches the check after it, passing and failing, or it is listed why none does', () => {
    const found = composedInteractionsOf(of.composed, of.profiles, everywhere(of))
    const unseen = found
      .filter(({ passed, failed }) => !passed || !failed)
      .filter((it) => !isShownAlone(of, it))
      .map(textOf)
    const listed = unshown[of.name]!.flatMap(({ pairs }) => pairs)
    expect(unseen.sort()).toEqual([...listed].sort())
    expect(found.length).toBeGreaterThan(2 * listed.length)
  })
})
