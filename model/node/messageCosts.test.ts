import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deploy } from '../core/deployed.ts'
import { checksOf } from '../core/reading.ts'
import { roles } from './roles.ts'

const page = readFileSync(new URL('../../spec/messages.md', import.meta.url), 'utf8')

/** The only check of a message that does more than compare (MESSAGE-7, MESSAGE-8, MESSAGE-17). */
const isSignature = (refusal: string): boolean => refusal === 'SignatureInvalid'

/** Of an event that is a message, as it has a length (MESSAGE-1). */
interface Cost {
  readonly role: string
  readonly message: string
  /** In the order in which they are made. */
  readonly refusals: readonly string[]
  /** Names of what acceptance sends out. */
  readonly begun: readonly string[]
}

const costs: readonly Cost[] = roles.flatMap(({ actor, profiles }) => {
  const { reading } = deploy(actor, profiles()[0]!)
  return reading.eventTypes.flatMap((message): Cost[] => {
    const refusals = checksOf(reading, message).map((check) => actor.refusals[check]!.refusal)
    if (!refusals.includes('MessageOversized')) return []
    const actions = reading.transitions
      .filter(({ event }) => event === message)
      .flatMap(({ actions }) => actions)
    const begun = [...new Set(actions)].filter((name) => name in actor.effects)
    return [{ role: actor.name, message, refusals, begun }]
  })
})

const names = (texts: readonly string[]): string => (texts.length === 0 ? 'none' : texts.join(', '))

function row({ role, message, refusals, begun }: Cost): string {
  const at = refusals.findIndex(isSignature)
  const before = at < 0 ? refusals : refusals.slice(0, at)
  const after = at < 0 ? [] : refusals.slice(at)
  return `| ${role} | ${message} | ${names(before)} | ${names(after)} | ${names(begun)} |`
}

describe('what a message costs before it is refused', () => {
  test('is told as the statecharts have it', () => {
    expect(page.split('\n').filter((line) => /^\| [a-z-]+ \| receive/.test(line))).toEqual(costs.map(row))
  })

  test('is one check of a signature at the most, and none of what is too long', () => {
    expect(costs.length).toBeGreaterThan(0)
    for (const { refusals } of costs) {
      expect(refusals.filter(isSignature).length).toBeLessThanOrEqual(1)
      expect(refusals[0]).toBe('MessageOversized')
    }
  })
})
