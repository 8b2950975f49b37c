import { describe, expect, test } from 'vitest'
import { profileNamed } from '../../spec/parameters.ts'
import type { Story } from '../evidence.ts'
import { phasesOf } from '../rungs/phases.ts'
import { l1RollupSubject } from '../rungs/subjects.ts'
import { sampleStories } from './fixtures/evidence.ts'
import { storyOf } from './fixtures/story.ts'
import { elementsOf, parseXml } from './fixtures/xml.ts'
import { mermaidText, storiesMarkdown } from './mermaid.ts'
import { sequenceHtml } from './sequence.ts'
import { changesBetween, describeValue, parseCanonical } from './stateChanges.ts'
import { loopText, storyRows } from './storyRows.ts'

const slash = sampleStories()[0]!
const arrows = (story: Story) =>
  storyRows(story).flatMap((row) =>
    row.arrows.map(({ from, to, label, kind }) => `${row.number} ${from} ${kind} ${to}: ${label}`),
  )

const bands = (story: Story) =>
  storyRows(story)
    .filter(({ kind }) => kind !== 'event')
    .map(({ time }) => time)

describe('changes of state', () => {
  test('amounts beyond the numbers of JSON are not rounded', () => {
    const change = changesBetween('{"slashed":0}', '{"slashed":340282366920938463463374607431768211455}')
    expect(change).toEqual([{ path: 'slashed', from: '0', to: '340282366920938463463374607431768211455' }])
  })

  test('digits in a string stay a string', () => {
    expect(parseCanonical('{"content":"12345678901234567890"}')).toEqual({ content: '12345678901234567890' })
  })

  test('values inside records are told by their path, blocks, claims and samples as one', () => {
    const before = '{"accounts":{"p1":{"available":3,"staked":0}},"claim":null,"pending":[]}'
    const after =
      '{"accounts":{"p1":{"available":1,"staked":2}},"claim":{"basisPointFee":9,"bondAmount":2,"claimant":"v1","epochToProve":0,"proverAddress":"p1"},"pending":[{"beneficiary":"none","content":"a","forced":0,"slot":4}]}'
    expect(changesBetween(before, after).map(({ path, from, to }) => `${path}: ${from} → ${to}`)).toEqual([
      'accounts.p1.available: 3 → 1',
      'accounts.p1.staked: 0 → 2',
      'claim: none → p1 for epoch 0, bond 2, fee 9, by v1',
      'pending: empty → a@4',
    ])
  })

  test.each([
    [{ slot: -1, content: 'genesis', beneficiary: 'none', forced: 0 }, 'genesis'],
    [{ slot: 2, content: 'b', beneficiary: 'v1', forced: 0 }, 'b@2 for v1'],
    [{ slot: 2, content: 'none', beneficiary: 'none', forced: 3 }, 'none@2 with 3 forced'],
    [{ transaction: 't1', includedByEpoch: 4 }, 't1 by epoch 4'],
    [{ committee: ['v1', 'v2'], attestations: ['v1', 'none'] }, 'v1, v2 signed by v1, none'],
    [{ epochToProve: -1, proverAddress: 'none', bondAmount: 0, basisPointFee: 0, claimant: 'none' }, 'none'],
    [{ epoch: 3, randao: 'r1', members: ['v2', 'v1'] }, 'epoch 3 by r1: v2, v1'],
    [{ epoch: 3, randao: 'r1', members: [] }, 'epoch 3 by r1: nobody'],
    [{ other: [true, 1] }, '{other: true, 1}'],
  ])('%j reads as %s', (value, words) => {
    expect(describeValue(value)).toBe(words)
  })
})

describe('rows of a story', () => {
  test('events go from who calls to whom, effects follow from the state', () => {
    expect(arrows(slash)).toEqual([
      '1 proposer call rollup: propose a',
      '4 proposer call rollup: claimEpochProofRight p1, bond 2',
      '4 rollup effect escrow: stake 2 of p1',
      '5 proposer refused rollup: claimEpochProofRight p1, bond 2',
      '6 prover call escrow: deposit 1',
      '7 prover call escrow: startWithdrawal 1',
      '10 prover refused escrow: executeWithdrawal',
      '11 anyone call rollup: prune',
      '11 rollup effect escrow: slash 2 of p1',
      '12 anyone call escrow: collectSlashed',
      '12 escrow effect anyone: pays 2 to sink',
      '14 prover call escrow: executeWithdrawal',
      '14 escrow effect prover: pays 1 to p1',
    ])
  })

  test.each([
    ['stranger', 'anyone'],
    ['rollup', 'rollup'],
  ])('a withdrawal for %s is paid to %s', (receiver, lifeline) => {
    const tokens = (escrow: number, received: number) => ({ tokens: { escrow, [receiver]: received } })
    const event = { type: 'executeWithdrawal', caller: 'p1', receiver }
    const story: Story = {
      ...slash,
      steps: [
        { event: undefined, state: JSON.stringify(tokens(5, 1)) },
        { event: JSON.stringify(event), state: JSON.stringify(tokens(0, 6)) },
      ],
    }
    expect(arrows(story)).toEqual([
      `1 prover call escrow: executeWithdrawal to ${receiver}`,
      `1 escrow effect ${lifeline}: pays 5 to ${receiver}`,
    ])
  })

  test('a proof releases the bond', () => {
    const story = storyOf('escrow', [
      'propose',
      'advanceSlot',
      'advanceSlot',
      'claimEpochProofRight',
      'submitEpochProof',
    ])
    expect(arrows(story).at(-1)).toBe('5 rollup effect escrow: release 2 to p1')
  })

  test('time is told as slot, epoch and offset, and as the slot alone where the epoch is not known', () => {
    const story = storyOf('chain', ['advanceSlot', 'advanceSlot', 'advanceSlot'])
    expect(storyRows(story).map(({ kind, time }) => `${kind} ${time}`)).toEqual([
      'initial slot 0 · epoch 0, offset 0 · claim window open',
      'time slot 1 · epoch 0, offset 1 · claim window open',
      'time slot 2 · epoch 0, offset 2',
      'time slot 3 · epoch 1, offset 0 · claim window open',
    ])
    const { time: _, ...timeless } = story
    expect(storyRows(timeless)[3]!.time).toBe('slot 3')
  })

  test('where there is fallback its bands say whose time it is, as time has made it and nobody has settled', () => {
    const time = ['advanceSlot', 'advanceSlot']
    const story = storyOf('fallback', [
      'propose',
      ...time,
      ...time,
      '!propose',
      'proposeWithProof',
      'advanceSlot',
      'advanceSlot',
    ])
    expect(bands(story)).toEqual([
      'slot 0 · epoch 0, offset 0 · claim window open · committee’s time',
      'slot 1 · epoch 0, offset 1 · committee’s time',
      'slot 2 · epoch 1, offset 0 · claim window open · committee’s time',
      'slot 3 · epoch 1, offset 1 · committee’s time',
      'slot 4 · epoch 2, offset 0 · fallback since slot 4',
      'slot 5 · epoch 2, offset 1 · committee’s time',
      'slot 6 · epoch 3, offset 0 · claim window open · committee’s time',
    ])
  })

  test('where signatures are posted its bands say which blocks can be challenged, and until when', () => {
    const story = storyOf('challenged', ['propose', 'advanceSlot', 'propose', 'advanceSlot', 'advanceSlot'])
    expect(bands(story)).toEqual([
      'slot 0 · epoch 0, offset 0 · claim window open',
      'slot 1 · epoch 0, offset 1 · challenge of the block of slot 0 until 1',
      'slot 2 · epoch 1, offset 0 · claim window open · challenge of the block of slot 1 until 2',
      'slot 3 · epoch 1, offset 1',
    ])
  })

  test('the phase of a state that a mistake has led out of the vocabulary is not told', () => {
    const phaseOf = phasesOf(l1RollupSubject, profileNamed('based'))
    const { state } = storyOf('fallback', []).steps[0]!
    expect(phaseOf(state)).toEqual({ session: null })
    expect(phaseOf(state.replace('"slot":0', '"other":1,"slot":0'))).toEqual({ session: null })
    expect(phaseOf(state.replace('"taken":0', '"taken":-1'))).toBeUndefined()
  })

  test('a challenge shows which signature it is about, what is announced, and a bond that returns', () => {
    const forged = { type: 'propose' as const, attestations: ['stranger'] }
    const claimed = ['advanceSlot', forged, 'advanceSlot', 'claimEpochProofRight']
    const story = storyOf('challenged', [...claimed, '!challenge', 'challenge'])
    expect(arrows(story).slice(-4)).toEqual([
      '5 anyone refused rollup: challenge of slot 1, seat 0, another block',
      '6 anyone call rollup: challenge of slot 1, seat 0',
      '6 rollup effect anyone: PendingChainCut, tip genesis',
      '6 rollup effect escrow: release 2 to p1',
    ])
    const changes = storyRows(story)
      .at(-1)!
      .changes.map(({ path, from, to }) => `${path}: ${from} → ${to}`)
    expect(changes).toContain('pending: a@1 → empty')
    expect(changes).toContain('posted: v1 signed by stranger → empty')
  })

  test('a refused event keeps the names of its refusals and changes nothing', () => {
    const [row] = storyRows(slash).filter(({ number }) => number === 10)
    expect(row).toMatchObject({ refusals: ['WithdrawalLocked'], changes: [] })
  })

  test('an event that nobody foresaw is shown with its parameters', () => {
    const step = { event: '{"type":"forceInclude","caller":"stranger","tx":7}', state: '{"slot":1}' }
    const story: Story = { ...slash, steps: [{ event: undefined, state: '{"slot":1}' }, step] }
    expect(arrows(story)).toEqual(['1 anyone call rollup: forceInclude'])
    expect(storyRows(story)[1]!.parameters).toBe('caller stranger · tx 7')
  })

  test('a loop is marked from the step that it goes back to', () => {
    const lasso = storyOf('chain', ['propose', 'advanceSlot'], { loop: 1 })
    expect(storyRows(lasso).map(({ inLoop }) => inLoop)).toEqual([false, true, true])
    expect(loopText(lasso)).toBe('goes on at step 1, for ever')
    const stuttering = { ...lasso, loop: 2 }
    expect(loopText(stuttering)).toBe('from here on nothing happens, for ever')
    expect(storyRows(stuttering).map(({ inLoop }) => inLoop)).toEqual([false, false, false])
    expect(loopText({ ...lasso, loop: undefined })).toBeUndefined()
  })
})

describe('the sequence diagram', () => {
  const tree = (story: Story) => elementsOf(parseXml(sequenceHtml(story)))

  test.each(sampleStories())(
    '$title is well-formed: heads, then a drawing or a band for every step',
    (story) => {
      const drawn = tree(story).filter(({ attributes }) => attributes.class === 'drawn')
      const kinds = drawn.map(({ children: [only] }) => only!.attributes.class)
      expect(kinds).toEqual([
        'strip',
        ...storyRows(story).map(({ kind }) => (kind === 'event' ? 'strip' : 'band')),
      ])
    },
  )

  test('time is told on its band', () => {
    const bands = tree(storyOf('chain', ['propose', 'advanceSlot'])).filter(
      ({ attributes }) => attributes.class === 'band',
    )
    expect(bands.map(({ text }) => text)).toEqual([
      'starts in slot 0 · epoch 0, offset 0 · claim window open',
      'slot 1 · epoch 0, offset 1 · claim window open',
    ])
  })

  test('all variables of the initial state are there as JSON', () => {
    const [state] = storyOf('chain', ['propose']).steps
    const codes = tree(storyOf('chain', ['propose'])).filter(({ name }) => name === 'code')
    expect(codes.map(({ text }) => text)).toContain(state!.state)
  })

  test('every arrow is drawn with its kind, refused ones with the answer', () => {
    const lines = tree(slash).filter(({ attributes }) => attributes.class?.startsWith('arrow '))
    const kinds = lines.map(({ attributes }) => attributes.class!.slice('arrow '.length))
    const count = (kind: string) => kinds.filter((found) => found === kind).length
    expect({ call: count('call'), effect: count('effect'), refused: count('refused') }).toEqual({
      call: 7,
      effect: 4,
      refused: 4,
    })
  })

  test('lifelines are those of who takes part, and arrows go from one to the other', () => {
    const heads = (story: Story) =>
      tree(story).filter(({ name, attributes }) => name === 'rect' && attributes.class === undefined).length
    const story = storyOf('chain', ['propose', 'advanceSlot'])
    expect([heads(slash), heads(story), heads(storyOf('chain', ['advanceSlot']))]).toEqual([5, 2, 1])
    expect(tree(story)[0]!.attributes.style).toBe('--lifelines:2')
    const [arrow] = tree(story).filter(({ attributes }) => attributes.class?.startsWith('arrow '))
    expect(arrow!.attributes).toMatchObject({ x1: '25%', x2: '74.4%' })
  })

  test('text of a story cannot leave its place', () => {
    const step = { event: '{"type":"<script>","caller":"</li>"}', state: '{"slot":1}' }
    const story: Story = { ...slash, steps: [{ event: undefined, state: '{"slot":1}' }, step] }
    expect(tree(story).some(({ name }) => name === 'script')).toBe(false)
  })

  test('a lasso says where its loop starts and how it goes on', () => {
    const html = sequenceHtml(storyOf('chain', ['propose', 'advanceSlot'], { loop: 1 }))
    expect(html).toContain('the loop starts here')
    expect(html).toContain('goes on at step 1, for ever')
  })

  test('no event is drawn into a loop in which nothing happens', () => {
    const html = sequenceHtml(storyOf('chain', ['propose', 'advanceSlot'], { loop: 2 }))
    expect(html).toContain('from here on nothing happens, for ever')
    expect(html).not.toContain('the loop starts here')
    expect(html).not.toContain('in-loop')
  })
})

describe('Mermaid', () => {
  test('participants that take part, time as notes, refusals as crosses', () => {
    const story = storyOf('escrow', ['propose', 'advanceSlot', '!prune'])
    expect(mermaidText(story).split('\n')).toEqual([
      'sequenceDiagram',
      '  participant anyone as admin, anyone',
      '  participant proposer as proposer',
      '  participant rollup as rollup',
      '  Note over anyone,rollup: starts in slot 0 · epoch 0, offset 0 · claim window open',
      '  proposer->>rollup: propose a',
      '  Note right of rollup: pending: empty → a@0',
      '  Note over anyone,rollup: slot 1 · epoch 0, offset 1',
      '  anyone--xrollup: prune',
      '  rollup--xanyone: NothingToPrune',
    ])
  })

  test('a loop is closed; stuttering is a note', () => {
    const lasso = storyOf('chain', ['propose', 'advanceSlot'], { loop: 1 })
    const lines = mermaidText(lasso).split('\n')
    expect(lines.filter((line) => line.trim() === 'loop for ever')).toHaveLength(1)
    expect(lines.at(-1)).toBe('  end')
    expect(mermaidText({ ...lasso, loop: 2 })).toContain('from here on nothing happens')
  })

  test('what Mermaid reads as syntax is replaced', () => {
    const step = { event: '{"type":"propose","content":"a;#<b>"}', state: '{"slot":1}' }
    const story: Story = { ...slash, steps: [{ event: undefined, state: '{"slot":1}' }, step] }
    expect(mermaidText(story)).toContain('propose a,№‹b›')
  })

  test('all stories as one Markdown file', () => {
    const text = storiesMarkdown(sampleStories())
    expect(text.match(/^```mermaid$/gm)).toHaveLength(3)
    expect(text).toContain('Trace: [traces/slashed.itf.json](traces/slashed.itf.json)')
    expect(storiesMarkdown([])).toContain('This run told none.')
  })
})
