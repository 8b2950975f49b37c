/** What `lockstep new-check` writes: a check that refuses nothing yet, in every place that one needs. */

import { machineOf } from '../../../model/core/deployed.ts'
import { readMachine } from '../../../model/core/reading.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { type CheckName, refusals } from '../../../model/l1-rollup/refusals.ts'
import { eventTypes } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPreset } from '../../../spec/parameters.ts'
import { UsageError } from '../usage.ts'
import { type Fact, factsIn, passing } from './facts.ts'

/** What a new check is called. */
export interface NewCheck {
  readonly event: (typeof eventTypes)[number]
  /** Name of the rule, `bondIsEven`. */
  readonly check: string
  /** Name of what it refuses with, `BondOdd`. */
  readonly refusal: string
  /** Id of the clause, the next one of its area. */
  readonly clause: string
  /** The checks of the event so far, the last one being where the new one comes after. */
  readonly after: CheckName
  /** The stage that it joins, the last; empty where the event has one only. */
  readonly stage: string
  readonly facts: readonly Fact[]
}

/** Tree files by path from its root, `undefined` for one that does not exist. */
export type ReadFile = (file: string) => string | undefined

/** A change of one file, and the line to go on with. */
export interface Edit {
  readonly file: string
  readonly text: string
  /** 1-based. */
  readonly line: number
  /** What is left to be written there. */
  readonly todo: string
}

/**
 * @param named as typed
 * @throws UsageError for an event that is none, and for names that are taken or not of the usual shape
 */
export function newCheckOf(
  named: { event: string; check: string; refusal: string; facts: readonly string[] },
  read: ReadFile,
): NewCheck {
  const { check, refusal } = named
  const event = eventTypes.find((type) => type === named.event)
  if (!event) throw new UsageError(`event ${named.event}: expected one of ${eventTypes.join(', ')}`)
  if (!/^[a-z][A-Za-z0-9]*$/.test(check))
    throw new UsageError(`check ${check}: expected a name such as bondIsEnough`)
  if (!/^[A-Z][A-Za-z0-9]*$/.test(refusal))
    throw new UsageError(`refusal ${refusal}: expected a name such as BondBelowMinimum`)
  if (check in refusals) throw new UsageError(`check ${check} exists already; expected a new name`)
  if (Object.values(refusals).some((it) => it.refusal === refusal))
    throw new UsageError(`refusal ${refusal} exists already; expected a new name`)
  const [profile] = loadPreset('tiny').profiles
  const reading = readMachine(l1Rollup, machineOf(l1Rollup, profile!))
  const stage = reading.stages[event].at(-1)
  const after = stage?.checks.at(-1)
  if (!stage || !after)
    throw new UsageError(`event ${event} has no checks; write the first one by hand, see README`)
  const area = refusals[after].clause.replace(/-\d+$/, '')
  const headings = read(`spec/clauses/${area}.md`)?.matchAll(/^## [A-Z]+-(\d+)$/gm) ?? []
  const numbers = [...headings].map(([, number]) => Number(number))
  const known = factsIn(read)
  const facts = named.facts.map((name) => {
    const fact = known.get(name)
    if (fact && passing(fact)) return fact
    const names = [...known.values()].flatMap((it) => (passing(it) ? [it.name] : [])).sort()
    throw new UsageError(`fact ${name}: expected what some rule asks for: ${names.join(', ')}`)
  })
  return {
    event,
    check,
    refusal,
    clause: `${area}-${Math.max(0, ...numbers) + 1}`,
    after,
    stage: stage.name,
    facts,
  }
}
