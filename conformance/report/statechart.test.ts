import { describe, expect, test } from 'vitest'
import { and, not, setup } from 'xstate'
import { elementsOf, parseXml } from './fixtures/xml.ts'
import type { Links } from './links.ts'
import { type MachineState, machineTree, statesOf } from './machineTree.ts'
import { statechartDot, statechartSvg } from './statechart.ts'
import { transitionTable } from './transitionTable.ts'

const links: Links = { source: (place) => place, clause: (id) => `#${id}` }

/** A statechart with everything that a picture must tell apart. */
const machine = setup({
  types: { meta: {} as { clauses?: string[]; stages?: string[] } },
  guards: {
    claimWindowOpen: () => true,
    escrowCovers: () => true,
    quoteIsSigned: () => true,
    isLate: () => true,
  },
  actions: { stake: () => {}, drop: () => {} },
}).createMachine({
  id: 'door',
  initial: 'mode',
  states: {
    mode: {
      initial: 'open',
      on: { tick: {} },
      states: {
        open: {
          on: {
            claim: {
              guard: and([and(['claimWindowOpen', 'escrowCovers']), and(['quoteIsSigned'])]),
              target: 'closed',
              actions: ['stake'],
              meta: { clauses: ['CLAIM-10'], stages: ['Window', 'Signature'] },
            },
            knock: {},
          },
        },
        closed: {
          on: {
            leave: [{ guard: and(['isLate', 'claimWindowOpen']), target: 'open' }, { target: '#door.gone' }],
            wait: { guard: not('isLate') },
          },
        },
      },
    },
    gone: { type: 'final' },
  },
})
const refusals = {
  claimWindowOpen: { refusal: 'ClaimWindowClosed', clause: 'CLAIM-1' },
  escrowCovers: { refusal: 'EscrowInsufficient', clause: 'CLAIM-8' },
  quoteIsSigned: { refusal: 'QuoteSignatureInvalid', clause: 'CLAIM-9' },
}
const tree = machineTree(machine, refusals)
const stateNamed = (key: string): MachineState => statesOf(tree).find((state) => state.key === key)!

describe('the machine as read', () => {
  test('states with their kinds and initial children', () => {
    expect(statesOf(tree).map(({ key, type, initial }) => `${key} ${type} ${initial ?? ''}`.trim())).toEqual([
      'door compound door.mode',
      'mode compound door.mode.open',
      'open atomic',
      'closed atomic',
      'gone final',
    ])
  })

  test('checks are told by stage, with refusal and clause', () => {
    const [claim] = stateNamed('open').transitions
    expect(claim).toMatchObject({
      event: 'claim',
      targets: ['door.mode.closed'],
      actions: ['stake'],
      clauses: ['CLAIM-10'],
      conditions: [],
    })
    const stages = claim!.stages.map(({ title, checks }) => [title, ...checks.map(({ name }) => name)])
    expect(stages).toEqual([
      ['Window', 'claimWindowOpen', 'escrowCovers'],
      ['Signature', 'quoteIsSigned'],
    ])
    expect(claim!.stages[0]!.checks[0]).toEqual({
      name: 'claimWindowOpen',
      refusal: 'ClaimWindowClosed',
      clause: 'CLAIM-1',
    })
  })

  test('a guard that is no check is a condition, a negated one included', () => {
    const [late, , wait] = stateNamed('closed').transitions
    expect(late!.conditions.map(({ name }) => name)).toEqual(['isLate'])
    expect(late!.stages.map(({ checks }) => checks.map(({ name }) => name))).toEqual([['claimWindowOpen']])
    expect(wait!.conditions.map(({ name }) => name)).toEqual(['not(isLate)'])
  })
})

describe('the picture', () => {
  const dot = statechartDot(tree)

  test('what leaves a state is an edge, what keeps it stands in its box', () => {
    expect(dot).toContain('"door.mode.open" -> "door.mode.closed" [label=" claim · 3 checks "]')
    expect(dot).toContain('"door.mode.closed" -> "door.mode.open" [label=" leave [isLate] · 1 check "]')
    expect(dot).toContain('"door.mode.closed" -> "door.gone" [label=" leave "]')
    const box = dot.split('\n').find((line) => line.includes('"door.mode.open" [label=<'))
    expect(box).toContain('knock')
    expect(box).not.toContain('claim')
  })

  test('states with children are clusters with their own transitions and initial state', () => {
    expect(dot).toContain('subgraph "cluster_door.mode" {')
    expect(dot).toMatch(/"door\.mode always" \[label=<.*in every state.*tick/)
    expect(dot).toContain('"door.mode initial" -> "door.mode.open"')
    expect(dot).toMatch(/"door initial" -> .*lhead="cluster_door\.mode"/)
    expect(dot).toMatch(/"door\.gone" \[shape=doublecircle/)
  })

  test('Graphviz draws it as one element that scales and has a name', async () => {
    const svg = parseXml(await statechartSvg(tree, 'A <door>'))
    expect(svg.attributes).toMatchObject({ class: 'chart', role: 'img', 'aria-label': 'A <door>' })
    expect(svg.attributes.viewBox).toMatch(/^[\d. ]+$/)
    const texts = elementsOf(svg).flatMap(({ name, text }) => (name === 'text' ? [text.trim()] : []))
    for (const expected of ['open', 'closed', 'gone', 'mode', 'door', 'knock', 'tick'])
      expect(texts).toContain(expected)
  })

  test('the table has a row for every transition, with its checks', () => {
    const rows = elementsOf(parseXml(transitionTable('Transitions', tree, links))).filter(
      ({ name }) => name === 'tr',
    )
    expect(rows).toHaveLength(1 + 6)
    expect(transitionTable('Transitions', tree, links)).toContain(
      '<code>quoteIsSigned</code> <span class="none"><a href="#CLAIM-9">CLAIM-9</a></span>',
    )
  })
})
