import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { main } from './main.ts'
import type { Terminal } from './usage.ts'

async function run(folder: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const terminal: Terminal = {
    out: (text) => {
      said.out += `${text}\n`
    },
    err: {
      write: (text) => {
        said.err += text
      },
    },
    folder,
  }
  return { code: await main(args, terminal), ...said }
}

test('two blocks of one slot are told step by step in every form, and what L1 answers to either', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-forms-test-'))
  try {
    const { code, out, err } = await run(folder, 'forms', '--out', 'forms.md')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('# reach/TwoQuorums in profile overrun')
    expect(out).toMatch(/\| 3 \| attest m1 \| m1 attester executed \|/)
    const answers = out.split('\n').filter((line) => line.startsWith('- ['))
    expect(answers.map((line) => /(first|after it): (taken|refused with \w+)/.exec(line)?.slice(1))).toEqual([
      ['first', 'taken'],
      ['after it', 'refused with ParentNotTip'],
      ['first', 'taken'],
      ['after it', 'refused with ParentNotTip'],
    ])
    expect(await readFile(path.join(folder, 'forms.md'), 'utf8')).toContain('sequenceDiagram')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a model that there is not is refused with those that there are', async () => {
  const { code, out, err } = await run(tmpdir(), 'forms', 'Nothing')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/forms Nothing: expected one of Taken, .*TwoQuorums/)
})
