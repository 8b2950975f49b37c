import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { main } from '../cli/main.ts'
import { answers } from './foreign/protocol.ts'
import { functionNames, functions } from './functions/table.ts'

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const commands = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block]) =>
  block!.split('\n').flatMap((line) => /^npx lockstep ([^#]+)/.exec(line)?.[1]?.trim() ?? []),
)
const python = spawnSync('python3', ['--version']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'lockstep-readme-'))
// What commands name is there.
symlinkSync(join(treeRoot, 'conformance'), join(folder, 'conformance'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Words, those in quotation marks as one. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)

describe('every command of kit/README.md, of one profile and with few runs', () => {
  test('is found', () => {
    const kinds = new Set(commands.map((command) => wordsOf(command)[0]))
    expect([...kinds].sort()).toEqual(['fuzz', 'run-vectors', 'vectors'])
    expect(commands.length).toBeGreaterThan(5)
    for (const option of ['--archive', '--since', '--clause', '--on'])
      expect(
        commands.some((command) => command.includes(option)),
        option,
      ).toBe(true)
  })

  // One test: a command reads what one before it has written.
  test('runs, in their order', async () => {
    for (const command of commands) {
      if (command.includes('python3') && !python) continue
      let out = ''
      let err = ''
      const terminal = {
        out: (text: string) => {
          out += `${text}\n`
        },
        err: {
          write: (text: string) => {
            err += text
          },
        },
        folder,
      }
      const words = wordsOf(command)
      const shorter = words[0] === 'fuzz' ? ['--runs', '2'] : []
      const code = await main([...words, '--profile', 'provers', ...shorter], terminal)
      expect({ command, code, err: code === 0 ? '' : err }).toEqual({ command, code: 0, err: '' })
      if (command.includes('--since')) expect(out).toContain('clauses: none changed; vectors: none changed')
    }
  })
})

describe('the tables of kit/README.md', () => {
  test('of functions: each with what it takes and gives, and its clauses', () => {
    for (const name of functionNames) {
      const { says, input, clauses } = functions[name]
      const fields = Object.keys(input.shape).map((field) => `\`${field}\``)
      expect(readme).toContain(`| \`${name}\` | ${fields.join(', ')} | ${says} | ${clauses.join(', ')} |\n`)
    }
  })

  test('of the protocol: every question', () => {
    const asked = [...readme.matchAll(/^\| `\{"ask":"(\w+)"\}` \|/gm)].map(([, ask]) => ask)
    expect(asked).toEqual(Object.keys(answers))
  })
})
