import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'

/** The words in backquotes of a table row's second column: `a.b`, or `.b` for another member of the one before. */
const namesIn = (cell: string): string[] => {
  let parent = ''
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => {
    if (name!.startsWith('.')) return `${parent}${name}`
    parent = name!.split('.').slice(0, -1).join('.')
    return name!
  })
}

const documented = (contract: string): string[] => {
  const readme = readFileSync(new URL('../../impl/contracts/README.md', import.meta.url), 'utf8')
  return readme
    .split('\n')
    .filter((line) => line.startsWith(`| ${contract} |`))
    .flatMap((line) => namesIn(line.split('|')[2]!))
    .sort()
}

const declared = async (contract: string): Promise<string[]> => {
  const { storage, types } = artifactOf(await compileContracts(), contract).storageLayout
  const below = (path: string, id: string): string[] => {
    const type = types[id]!
    if (type.members) return type.members.flatMap((member) => below(`${path}.${member.label}`, member.type))
    if (type.encoding !== 'mapping') return [path]
    const key = {
      entries: 'index',
      positions: 'validator',
      credits: 'receiver',
      accounts: 'prover',
      queue: 'place',
      postings: 'place',
      published: 'committee',
    }[path.split('.').at(-1)!]
    return below(`${path}[${key}]`, type.value!)
  }
  return storage.flatMap(({ label, type }) => below(label, type)).sort()
}

test.each(['Rollup', 'ProofEscrow'])(
  'the README names every storage variable of %s, and no other',
  async (contract) => {
    expect(documented(contract)).toEqual(await declared(contract))
  },
)
