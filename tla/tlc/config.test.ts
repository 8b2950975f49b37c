import { describe, expect, test } from 'vitest'
import { parseConfig, printConfig, unsoundForLiveness, withConstants } from './config.ts'

const text = `
SPECIFICATION Spec \\* the fair one
CONSTANTS
    Limit = 4  (* slots
                  of the horizon *)
    Nobody = Nobody
    People = {"alice", "bob"}
    Rule <- TheOtherReading
INVARIANTS TypeOK Sound
PROPERTY Settled
CHECK_DEADLOCK FALSE
`

describe('configurations of TLC', () => {
  test('are read section by section', () => {
    expect(parseConfig(text, 'a.cfg')).toEqual({
      constants: new Map([
        ['Limit', { operator: '=', value: '4' }],
        ['Nobody', { operator: '=', value: 'Nobody' }],
        ['People', { operator: '=', value: '{ "alice" , "bob" }' }],
        ['Rule', { operator: '<-', value: 'TheOtherReading' }],
      ]),
      invariants: ['TypeOK', 'Sound'],
      properties: ['Settled'],
      constraints: [],
      actionConstraints: [],
      symmetry: [],
      view: [],
      specification: ['Spec'],
      init: [],
      next: [],
      checkDeadlock: false,
    })
  })

  test('mean the same when printed', () => {
    const config = parseConfig(text, 'a.cfg')
    expect(parseConfig(printConfig(config), 'a.cfg')).toEqual(config)
  })

  test('a constant can be given another value', () => {
    const config = withConstants(parseConfig(text, 'a.cfg'), { Limit: '5', Rule: 'TRUE' }, 'a.cfg')
    expect(config.constants.get('Limit')).toEqual({ operator: '=', value: '5' })
    expect(config.constants.get('Rule')).toEqual({ operator: '=', value: 'TRUE' })
  })

  test('a constant that is not assigned is refused by name', () => {
    const config = parseConfig(text, 'a.cfg')
    expect(() => withConstants(config, { Limt: '5' }, 'a.cfg')).toThrow(
      /BadConfiguration: a\.cfg: expected a constant that it assigns \(Limit, Nobody, People, Rule\), found "Limt"/,
    )
  })

  test.each([
    ['Limit = 4', 'Limit'],
    ['INVARIANT TypeOK ALIAS Short', 'ALIAS'],
    ['CONSTANT Limit 4', '4'],
    ['CONSTANT People = {1, 2', '{'],
  ])('%s is refused at %s', (bad, found) => {
    expect(() => parseConfig(bad, 'a.cfg')).toThrow(`found "${found}"`)
  })

  test('constraints, symmetry and view are what makes temporal checking unsound', () => {
    const bad = 'INIT I NEXT N VIEW V SYMMETRY S CONSTRAINT C ACTION_CONSTRAINT A PROPERTY P INVARIANT J'
    expect(unsoundForLiveness(parseConfig(bad, 'a.cfg'))).toEqual([
      'CONSTRAINT',
      'ACTION_CONSTRAINT',
      'SYMMETRY',
      'VIEW',
    ])
    expect(unsoundForLiveness(parseConfig(text, 'a.cfg'))).toEqual([])
  })
})
