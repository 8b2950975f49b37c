import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GraphError, readGraph } from './graph.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-graph-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const dump = [
  '["S",0,{"slot":0}]',
  '["I",0]',
  '["E",0,{"name":"Tick"}]',
  '["F",0,[]]',
  '["R",0,0,0]',
  '["S",1,{"slot":1}]',
  '["T",0,0,1]',
  '["T",0,0,1]',
  '["F",1,["Late","Poor"]]',
  '["R",1,0,1]',
  '["S",2,{"slot":2}]',
  '["R",2,0,1]',
  '["S",3,{"slot":3}]',
  '["E",1,{"name":"Jump"}]',
  '["T",1,1,3]',
  '["T",0,1,3]',
  '["R",0,1,0]',
  '["R",3,1,1]',
  '["L",0,[{"type":"Ticked"}]]',
  '["X",0,0,0]',
  '["X",0,0,0]',
  '["A",0,[["Late"],0,0]]',
  '["P",3,0,0]',
  '["END",4,2,2,1,1,1,4,5,2,1]',
]

async function file(lines: string[] | string): Promise<string> {
  const name = path.join(folder, `${Math.random().toString(36).slice(2)}.ndjson`)
  await writeFile(name, typeof lines === 'string' ? lines : lines.map((line) => `${line}\n`).join(''))
  return name
}

const replaced = (line: number, by: string) => dump.map((text, i) => (i === line - 1 ? by : text))

describe('the graph of a model', () => {
  test('is read without repetitions, in order, and without the states outside', async () => {
    expect(await readGraph(await file(dump))).toEqual({
      states: ['{"slot":0}', '{"slot":1}', '{"slot":3}'],
      events: ['{"name":"Tick"}', '{"name":"Jump"}'],
      refusalSets: [[], ['Late', 'Poor']],
      effectLists: ['[{"type":"Ticked"}]'],
      initial: [0],
      transitions: Int32Array.of(0, 0, 1, 0, 1, 2, 1, 1, 2),
      refusals: Int32Array.of(0, 0, 0, 0, 1, 0, 1, 0, 1, 2, 1, 1),
      effects: Int32Array.of(0, 0, 0),
      answers: ['[["Late"],0,0]'],
      probes: Int32Array.of(2, 0, 0),
      statesOutside: 1,
    })
  })

  test('is the same wherever the file is cut into pieces', async () => {
    // Longer than one piece of the file that is read at a time.
    const states = Array.from(
      { length: 40_000 },
      (_, id) => `["S",${id},{"filler":"${'x'.repeat(40)}","slot":${id}}]`,
    )
    const transitions = Array.from({ length: 39_999 }, (_, id) => `["T",${id},0,${id + 1}]`)
    const lines = [
      ...states,
      '["E",0,{"name":"Tick"}]',
      '["I",0]',
      ...transitions,
      '["END",40000,1,0,0,0,1,39999,0,0,0]',
    ]
    const graph = await readGraph(await file(lines))
    expect(graph.states[31_415]).toBe(`{"filler":"${'x'.repeat(40)}","slot":31415}`)
    expect(graph.transitions).toHaveLength(39_999 * 3)
    expect(graph.transitions.slice(-3)).toEqual(Int32Array.of(39_998, 0, 39_999))
  })
})

describe('a file that is no graph', () => {
  test('that is not there is an error', async () => {
    await expect(readGraph(path.join(folder, 'none.ndjson'))).rejects.toThrow(GraphError)
  })

  test('that is truncated anywhere is an error', async () => {
    const whole = dump.map((line) => `${line}\n`).join('')
    for (let length = 0; length < whole.length; length += 7) {
      await expect(readGraph(await file(whole.slice(0, length)))).rejects.toThrow(GraphError)
    }
    await expect(readGraph(await file(whole.slice(0, -1)))).rejects.toThrow(/truncated/)
  })

  test.each<[string, string[], number, RegExp]>([
    ['with a line that is missing', dump.filter((_, i) => i !== 7), 23, /numbers of lines/],
    ['with something after its end', [...dump, '["I",0]'], 25, /nothing after/],
    ['with an id that was not introduced', replaced(7, '["T",0,0,2]'), 7, /introduced/],
    ['with two ids instead of three', replaced(7, '["T",0,0]'), 7, /three ids/],
    ['with four ids instead of three', replaced(7, '["T",0,0,1,1]'), 7, /three ids/],
    ['with effects that were not introduced', replaced(20, '["X",0,0,1]'), 20, /introduced/],
    ['with an answer that was not introduced', replaced(23, '["P",3,0,1]'), 23, /introduced/],
    ['with a negative id', replaced(7, '["T",0,-1,1]'), 7, /three ids/],
    ['with a state out of turn', replaced(6, '["S",2,{"slot":1}]'), 6, /the id 1/],
    ['with a refusal that is no name', replaced(9, '["F",1,[1]]'), 9, /names of refusals/],
    ['with an unknown kind of line', replaced(2, '["Q",0]'), 2, /a line/],
    ['with text that is no JSON', replaced(1, '["S",0,{]'), 1, /a JSON array/],
    ['with an initial state that does not exist', replaced(2, '["I",9]'), 2, /the id of a state/],
    [
      'without an initial state',
      [...dump.filter((_, i) => i !== 1).slice(0, -1), '["END",4,2,2,1,1,0,4,5,2,1]'],
      23,
      /initial/,
    ],
    ['with two refusal sets for one event', replaced(17, '["R",0,0,1]'), 24, /one refusal set/],
    ['with a transition from nowhere', replaced(16, '["T",2,1,3]'), 24, /initial or reached/],
  ])('%s is refused at its line', async (_, lines, line, expected) => {
    const name = await file(lines)
    let error: unknown
    try {
      await readGraph(name)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({ file: name, line, expected: expect.stringMatching(expected) })
  })
})
