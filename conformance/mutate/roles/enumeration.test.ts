import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { roles } from '../../../model/node/roles.ts'
import { mutated } from '../mutant.ts'
import { definitionsOf, withoutComments } from '../tlaMutants.ts'
import { firstOfClauses } from './firstOfClauses.ts'
import { LinkedModel } from './linkedModel.ts'
import { orderedRoles, roleMutants, textOfFile } from './roleMutants.ts'
import { statechartMistakes } from './roleStatechartMutants.ts'
import { tryRoleStatechart } from './roleStatechartSide.ts'
import { tlaMistakes } from './roleTlaMutants.ts'
import { operatorsOf } from './tlaOperators.ts'

const tla = (text: string) => {
  const code = withoutComments(text)
  const [definition] = definitionsOf(code)
  return tlaMistakes({ ...definition!, file: 'A.tla', text, code, events: new Set() })
}
const changed = (text: string) =>
  tla(text).map(
    ({ start, original, replacement }) =>
      text.slice(0, start) + replacement + text.slice(start + original.length),
  )

describe('mistakes in an operator of a role', () => {
  it('leave out a member of the refusals, be it a check or a set of them', () => {
    const text =
      'AskRefusals(s, e) == UNION {\n    Form(e.form),\n    Require(Held(s, e), "NotHeld") } \\* TX-18\n===='
    expect(changed(text)).toEqual([
      text.replace('Form(e.form)', '{}'),
      text.replace('Require(Held(s, e), "NotHeld")', '{}'),
    ])
    expect(tla(text).map(({ clause }) => clause)).toEqual(['', 'TX-18'])
  })

  it('drop an operand, in a list to the end of its item and in a line to the next connective', () => {
    const text = 'Fits(s) ==\n    /\\ A(s)\n       \\/ B(s)\n    /\\ C(s) /\\ D(s) => E(s)\n===='
    expect(new Set(changed(text))).toEqual(
      new Set([
        text.replace('A(s)\n       \\/ B(s)', 'TRUE'),
        text.replace('A(s)', 'FALSE'),
        text.replace('B(s)', 'FALSE'),
        text.replace('C(s) /\\ D(s) => E(s)', 'TRUE'),
        text.replace('C(s) /\\', 'TRUE /\\'),
        text.replace('D(s)', 'TRUE'),
        text.replace('C(s) /\\ D(s)', 'TRUE'),
      ]),
    )
  })

  it('are of the clause that stands beside the end of a check of several lines', () => {
    const text =
      '\\* TX-10\nAskRefusals(s) ==\n    Require(Held(s)\n        /\\ Live(s), "NotHeld")  \\* TX-18\n===='
    expect(tla(text).map(({ clause }) => clause)).toEqual(['TX-18', 'TX-18', 'TX-18'])
  })

  it('drop each update, and the last one with all of them', () => {
    const two = 'Lost(s) == [s EXCEPT !.held = <<>>, !.from = s.slot + 1]\n===='
    expect(changed(two).slice(0, 2)).toEqual([
      two.replace('!.held = <<>>,', ''),
      two.replace(', !.from = s.slot + 1', ''),
    ])
    const one = 'Lost(s) == [s EXCEPT !.held = <<>>]\n===='
    expect(changed(one)).toEqual([one.replace('[s EXCEPT !.held = <<>>]', 's')])
  })

  it('move a range at both ends, let a filter pass all, and leave what binds a name alone', () => {
    const text = 'Some(q, n) == {i \\in n..Len(q) : q[i] # Nobody}\n===='
    expect(new Set(changed(text))).toEqual(
      new Set([
        text.replace('n..', 'n+ 1..'),
        text.replace('Len(q)', 'Len(q) - 1'),
        text.replace('q[i] # Nobody', 'TRUE'),
        text.replace('#', '='),
      ]),
    )
  })

  it('do not send what is sent', () => {
    const text = 'AskEffects(s) == IF Held(s) THEN <<Tell(s)>> ELSE <<>>\n===='
    expect(changed(text)).toContain(text.replace('<<Tell(s)>>', '<<>>'))
    expect(changed(text)).toContain(text.replace('Held(s)', 'TRUE'))
  })
})

describe('mistakes in a statechart of a role', () => {
  const mistakes = (file: string, text: string) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
    const node = source.statements[0]!
    return statechartMistakes(
      { file, name: 'it', source, node },
      {
        refusals: { fits: { refusal: 'Unfit', clause: 'TX-1' } },
        clausesOfAction: new Map([['it', ['TX-10']]]),
      },
    ).map(({ start, original, replacement, clause }) => [
      text.slice(0, start) + replacement + text.slice(start + original.length),
      clause,
    ])
  }

  it('leave out a check, an action or a target, and exchange two actions', () => {
    const text =
      "const it = { ask: { guard: and(['fits', 'chosen']), target: 'asked', actions: ['a', 'b'], meta: { clauses: ['TX-2'] } } }"
    expect(mistakes('x.machine.ts', text)).toEqual([
      [text.replace("'fits', ", ''), 'TX-1'],
      [text.replace(", 'chosen'", ''), 'TX-2'],
      [text.replace("target: 'asked', ", ''), 'TX-2'],
      [text.replace("'a', 'b'", "'b'"), 'TX-2'],
      [text.replace("'a', 'b'", "'b', 'a'"), 'TX-2'],
      [text.replace(", 'b'", ''), 'TX-2'],
    ])
  })

  it('drop an update, and name the clauses of the transitions that it is of', () => {
    const text = 'const it = (state) => ({ ...state, held: [], slot: state.slot + 1 })'
    const found = mistakes('updates.ts', text)
    expect(found).toContainEqual([text.replace('held: [], ', ''), 'TX-10'])
    expect(found).toContainEqual([text.replace('state.slot + 1 }', '1 }'), 'TX-10'])
  })
})

describe('the mutants of the roles', () => {
  const mutants = roleMutants()

  it('are of every role, in both of its forms, each with a name of its own', () => {
    expect([...orderedRoles].sort()).toEqual(roles.map(({ actor }) => actor.name).sort())
    for (const role of orderedRoles)
      for (const side of ['tla', 'statechart'] as const)
        expect(
          mutants.filter((mutant) => mutant.role === role && mutant.side === side).length,
        ).toBeGreaterThan(50)
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
  })

  it('change their file, each at the place that it names', () => {
    for (const mutant of mutants)
      expect(mutated(mutant, textOfFile(mutant.file))).not.toBe(textOfFile(mutant.file))
  })

  it('are in nothing that no event of the role rests on', () => {
    expect(operatorsOf('attester').map(({ operator }) => operator)).not.toContain('Coherent')
    expect(
      mutants.map(({ file }) => file).filter((file) => /Properties|Consequences|Reach|Instances/.test(file)),
    ).toEqual([])
  })

  it('a model that is linked with a mistake has it, and that without one has none', async () => {
    const model = await LinkedModel.of('claimant')
    const file = 'model/claimant/claimant.machine.ts'
    expect(model.actor().name).toBe('claimant')
    expect(() => model.actor({ file, text: 'throw new Error("planted")' })).toThrow('planted')
    expect(model.actor({ file, text: textOfFile(file) }).name).toBe('claimant')
  })

  it('a check that is left out is seen, and a text that only looks otherwise is not', async () => {
    const removed = mutants.find(
      ({ name }) => name.startsWith('claimant/statechart/') && name.endsWith('noAlarm removed'),
    )!
    expect(await tryRoleStatechart(removed, 'claimant', 'some')).toMatchObject({ caughtBy: 'rung 2' })
    const same = { ...removed, start: 0, original: 'import', replacement: '/* */ import' }
    expect(await tryRoleStatechart(same, 'claimant', 'some')).toBeUndefined()
  })
})

describe('of every clause in every form of a role one', () => {
  const one = (name: string, clause: string, side: 'tla' | 'statechart' = 'tla') => {
    const mutant = roleMutants()[0]!
    return { ...mutant, name, clause, side }
  }
  const first = one('first', 'TX-1')
  const second = one('second', 'TX-1 TX-2')
  const other = one('other', 'TX-1', 'statechart')
  const verdict = { detail: '', ran: [], seconds: 0 }

  it('is the first that is not known, in each form', () => {
    expect(firstOfClauses([first, second, other], () => undefined)).toEqual([first, second, other])
    const three = [first, one('third', 'TX-1'), other]
    expect(firstOfClauses(three, () => undefined)).toEqual([first, other])
  })

  it('is the next where the first survives, and none where it is caught', () => {
    const [third, fourth] = [one('third', 'TX-1'), one('fourth', 'TX-1')]
    const known = (caughtBy?: 'rung 2') => (mutant: { name: string }) =>
      mutant.name === 'first' ? { ...verdict, caughtBy } : undefined
    expect(firstOfClauses([first, third, fourth], known())).toEqual([third])
    expect(firstOfClauses([first, third, fourth], known('rung 2'))).toEqual([])
  })
})
