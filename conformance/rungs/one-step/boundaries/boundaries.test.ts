import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadClauses } from '../../../../spec/clause.ts'
import { isOfNode, treeRoot } from '../../../clauses/clauseIndex.ts'
import { namedBodies } from '../../../translation/bodies.ts'
import { deployProfile } from '../../../translation/deployment.ts'
import { runOneStep } from '../run.ts'
import { allBoundaries, elsewhere } from './all.ts'
import { boundaryProfiles, casesOfBoundaries, contradiction, contradictions } from './answers.ts'

const { cases, lines } = allBoundaries()
/** As the formatter quotes it. */
const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`)

describe('the Boundary line of every clause', () => {
  it.each(loadClauses().map(({ id, boundary }) => [id, boundary] as const))('%s: %s', (id, boundary) => {
    const other = elsewhere[id]
    const own = cases.filter(({ clause }) => clause === id)
    expect(own.length > 0 || other !== undefined, 'nothing executes it').toBe(true)
    // Whoever changes a clause reads the cases again.
    if (own.length > 0) expect(boundary).toBe(lines.get(id))
    const text = other && readFileSync(`${treeRoot}/${other.file}`, 'utf8')
    if (isOfNode(id)) expect(text).toContain(`test(${quoted(`${id}: ${boundary}`)}, `)
    else if (other) expect(text).toMatch(new RegExp(`'${id}\\b.*:`))
  })

  it('belongs to a clause that exists', () => {
    const known = loadClauses().map(({ id }) => id)
    expect([...lines.keys(), ...Object.keys(elsewhere)].filter((id) => !known.includes(id))).toEqual([])
  })

  it('is what the statechart says', () => {
    expect(boundaryProfiles().flatMap(contradictions)).toEqual([])
  })
})

describe('a clause that says otherwise', () => {
  const opposite = cases.map((one) => {
    const { refusal, ...accepted } = one
    return refusal ? accepted : { ...accepted, refusal: 'NothingToPrune' as const }
  })
  it('is contradicted by the answer, whichever it is', () => {
    expect(opposite.filter((one) => contradiction(one)?.clauses[0] !== one.clause)).toEqual([])
  })

  it('is contradicted by the state and the logs after the call', () => {
    const showing = cases.filter(({ shows }) => shows)
    expect(showing.length).toBeGreaterThan(30)
    const others = showing.map((one) => ({ ...one, shows: { ...one.shows!, expected: 'something else' } }))
    expect(others.filter((one) => !contradiction(one)?.text.includes('something else'))).toEqual([])
  })
})

it('is what the bytecode does, at every moment of a slot', async () => {
  const profile = boundaryProfiles().find(({ name }) => name === 'rfcone')!
  const states = casesOfBoundaries(profile)
  const result = await runOneStep(await deployProfile(profile, namedBodies), states)
  expect(result.mismatches).toEqual([])
  expect([result.states, result.enabled + result.disabled]).toEqual([3, 3])
})
