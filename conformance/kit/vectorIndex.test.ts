import { createHash } from 'node:crypto'
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { create, list } from 'tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadClauses } from '../../spec/clause.ts'
import { changelogText, changesBetween } from './changelog.ts'
import { sampleFolder } from './sample.ts'
import { openVectors, writeArchive } from './source.ts'
import {
  filesOf,
  hashesOfClauses,
  INDEX_FILE,
  indexOf,
  readVectorIndex,
  type VectorIndex,
  writeIndex,
} from './vectorIndex.ts'

let folder: string
let vectors: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-index-'))
  vectors = join(folder, 'vectors')
  await cp(sampleFolder, vectors, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const QUORUM = 'tests/rfc/v1/functions/quorum/rfc/sizes_0_to_128'
const JOINT = 'tests/tiny/v1/l1_rollup/transitions/joint'

describe('the index', () => {
  test('names every case with its clauses, and every clause', async () => {
    const index = await writeIndex(vectors)
    expect(Object.keys(index.clauses)).toEqual(loadClauses().map(({ id }) => id))
    expect(Object.keys(index.cases)).toHaveLength(12)
    expect(index.cases[QUORUM]!.clauses).toEqual(['PROPOSE-11'])
    expect(index.cases[`${JOINT}/case_00000`]!.clauses).toContain('PRUNE-1')
    expect(await readVectorIndex(vectors)).toEqual(index)
    expect(await readVectorIndex(join(vectors, INDEX_FILE))).toEqual(index)
  })

  test('hashes what a case asks and expects, as kit/README.md says', async () => {
    const hash = createHash('sha256')
    for (const file of ['calls.yaml', 'meta.yaml']) {
      const bytes = await readFile(join(vectors, QUORUM, file))
      hash.update(Buffer.concat([Buffer.from(`${file}\0${bytes.length}\0`), bytes]))
    }
    expect((await indexOf(vectors)).cases[QUORUM]!.hash).toBe(hash.digest('hex'))
  })

  test('a clause is hashed from its heading to the next, whatever stands around it', () => {
    const clause = (id: string, line: number) => ({ ...loadClauses()[0]!, id, file: 'A.md', line })
    const hashes = (text: string, ...lines: number[]) =>
      hashesOfClauses(
        lines.map((line, at) => clause(`A-${at + 1}`, line)),
        () => text,
      )
    const before = hashes('# A\n\n## A-1\none\n\n## A-2\ntwo\n', 3, 6)
    const after = hashes('# A\n\nMore.\n\n## A-1\none\n\n## A-2\nthree\n', 5, 8)
    expect(after['A-1']).toBe(before['A-1'])
    expect(after['A-2']).not.toBe(before['A-2'])
  })

  test('an empty or a spoilt index, and a folder without one, are told with the place and what was expected', async () => {
    await expect(readVectorIndex(vectors)).rejects.toThrow(
      /vectors.index\.json: expected the index of vectors/,
    )
    const file = join(vectors, INDEX_FILE)
    await writeFile(file, '{"format":')
    await expect(readVectorIndex(file)).rejects.toThrow(/index\.json: expected JSON/)
    await writeFile(file, '{"format":2,"version":"v1","clauses":{},"cases":{}}')
    await expect(readVectorIndex(file)).rejects.toThrow(
      /index\.json: expected an index of vectors of format 1: format: Invalid input: expected 1$/,
    )
    await expect(readVectorIndex(join(folder, 'none.json'))).rejects.toThrow(
      /none\.json: expected a folder of vectors, or an archive of one/,
    )
  })
})

describe('an archive', () => {
  const archive = async (from: string, name: string): Promise<Buffer> => {
    const file = join(folder, name)
    await writeArchive(from, await filesOf(from, await writeIndex(from)), file)
    return readFile(file)
  }

  test('has the same bytes for the same vectors, whenever and by whom they were written', async () => {
    const first = await archive(vectors, 'first.tar.gz')
    const other = join(folder, 'other')
    await cp(vectors, other, { recursive: true })
    for (const name of await readdir(other, { recursive: true })) {
      const path = join(other, name)
      await utimes(path, 1e9, 1e9)
      if ((await stat(path)).isFile()) await chmod(path, 0o600)
    }
    expect((await archive(other, 'second.tar.gz')).equals(first)).toBe(true)
    await writeFile(join(other, QUORUM, 'calls.yaml'), '[]')
    expect((await archive(other, 'third.tar.gz')).equals(first)).toBe(false)
  })

  test('holds the files that the index names, sorted, and nothing else', async () => {
    await writeFile(join(vectors, 'notes.txt'), 'mine')
    await archive(vectors, 'vectors.tar.gz')
    const names: string[] = []
    const times = new Set<number | undefined>()
    await list({
      file: join(folder, 'vectors.tar.gz'),
      onReadEntry: ({ path, mtime }) => {
        names.push(path)
        times.add(mtime?.getTime())
      },
    })
    expect(names).toEqual([...names].sort())
    expect(names).toContain(INDEX_FILE)
    expect(names).toHaveLength(1 + 3 * 4 + 9 * 3)
    expect(names).not.toContain('notes.txt')
    expect([...times]).toEqual([0])
  })

  test('is opened as a folder of the same files, which is gone afterwards', async () => {
    await archive(vectors, 'vectors.tar.gz')
    const source = await openVectors(join(folder, 'vectors.tar.gz'))
    expect(await indexOf(source.folder)).toEqual(await indexOf(vectors))
    await source.close()
    await expect(stat(source.folder)).rejects.toThrow('ENOENT')
  })

  test('that is none, is cut off, or would write elsewhere is refused in one line', async () => {
    const whole = await archive(vectors, 'whole.tar.gz')
    const spoilt: [string, Buffer][] = [
      ['text.tar.gz', Buffer.from('not an archive, though it is called one')],
      ['empty.tar.gz', Buffer.alloc(0)],
      ['cut.tar.gz', whole.subarray(0, whole.length / 2)],
      ['cut.tar', gunzipSync(whole).subarray(0, 5_000)],
      ['flipped.tar.gz', Buffer.concat([whole.subarray(0, 200), Buffer.from('spoilt'), whole.subarray(206)])],
    ]
    for (const [name, bytes] of spoilt) {
      await writeFile(join(folder, name), bytes)
      await expect(openVectors(join(folder, name)), name).rejects.toThrow(
        /^[^\n]*: expected a folder of vectors, or an archive of one \(\.tar\.gz\): [^\n]+$/,
      )
    }
    await create({ cwd: vectors, file: join(folder, 'out.tar.gz'), gzip: true, prefix: '../out' }, ['tests'])
    await expect(openVectors(join(folder, 'out.tar.gz'))).rejects.toThrow(/contains '\.\.'/)
    await expect(stat(join(folder, '..', 'out'))).rejects.toThrow('ENOENT')
  })
})

describe('the changelog', () => {
  const index = (
    clauses: Record<string, string>,
    cases: Record<string, [string, ...string[]]>,
  ): VectorIndex => ({
    format: 1,
    version: 'v1',
    clauses,
    cases: Object.fromEntries(
      Object.entries(cases).map(([name, [hash, ...on]]) => [name, { hash, clauses: on }]),
    ),
  })
  const before = index(
    { 'A-1': 'a', 'A-2': 'b', 'A-3': 'c', 'B-1': 'd' },
    {
      's/1': ['1', 'A-1', 'A-2'],
      's/2': ['2', 'A-1'],
      's/3': ['3', 'A-3'],
      't/1': ['4', 'B-1'],
      't/2': ['5', 'B-1'],
    },
  )
  const after = index(
    { 'A-1': 'a!', 'A-2': 'b', 'A-4': 'e', 'B-1': 'd' },
    {
      's/1': ['1!', 'A-1', 'A-2'],
      's/2': ['2', 'A-1'],
      's/4': ['6', 'A-4', 'B-1'],
      't/1': ['4!', 'B-1'],
      't/2': ['5', 'B-1', 'A-1'],
    },
  )

  test('names clauses that changed, came and went, each with its vectors, and vectors that no clause explains', () => {
    expect(changelogText(changesBetween(before, after), 'old.json', new Map([['A-1', 'The first']]))).toBe(
      [
        'since old.json: clauses: 1 changed, 1 added, 1 removed; vectors: 2 changed, 1 added, 1 removed',
        'A-1 changed · The first\n  s: changed 1',
        'A-3 removed\n  s: removed 3',
        'A-4 added\n  s: added 4',
        'though no clause that they rest on has changed:\n  t: changed 1',
      ].join('\n\n'),
    )
  })

  test('takes the same case of an older version as the same', () => {
    const cases = (version: string, hash: string) => ({
      ...index({ 'A-1': 'a' }, { [`tests/tiny/${version}/s/1`]: [hash, 'A-1'] }),
      version,
    })
    const since = (hash: string) =>
      changelogText(changesBetween(cases('v0', '1'), cases('v1', hash)), 'old.json', new Map())
    expect(since('1')).toBe('since old.json, of version v0: clauses: none changed; vectors: none changed')
    expect(since('2')).toBe(
      [
        'since old.json, of version v0: clauses: none changed; vectors: 1 changed',
        'though no clause that they rest on has changed:\n  tests/tiny/v1/s: changed 1',
      ].join('\n\n'),
    )
  })

  test('says of a clause with the same vectors that they are the same, and of equal vectors nothing', () => {
    const reworded = { ...before, clauses: { ...before.clauses, 'B-1': 'd!' } }
    expect(changelogText(changesBetween(before, reworded), 'x', new Map())).toBe(
      'since x: clauses: 1 changed; vectors: none changed\n\nB-1 changed\n  no vector has changed with it',
    )
    expect(changelogText(changesBetween(before, before), 'x', new Map())).toBe(
      'since x: clauses: none changed; vectors: none changed',
    )
  })
})
