import { chmod, copyFile, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pinnedJar, resolveTools, type Tools } from './jar.ts'

let real: Tools
let folder: string
let bin: string
let buildFolder: string

beforeAll(async () => {
  real = await resolveTools({ env: { ...process.env, TLA2TOOLS_JAR: '' } })
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-jar-'))
})
beforeEach(async () => {
  buildFolder = await mkdtemp(path.join(folder, 'build-'))
  bin = await mkdtemp(path.join(folder, 'bin-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A PATH with these programs and the stand-ins only. */
async function pathOf(...programs: string[]): Promise<string> {
  for (const program of programs) await symlink(await located(program), path.join(bin, program))
  return bin
}

async function located(program: string): Promise<string> {
  for (const place of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = await realpath(path.join(place, program)).catch(() => undefined)
    if (file !== undefined) return file
  }
  throw new Error(`${program} is needed for this test`)
}

/** A stand-in for mvn. `out` is the folder that it was told to copy to. */
async function mvn(script: string): Promise<void> {
  const file = path.join(bin, 'mvn')
  const findOut =
    'for a in "$@"; do case "$a" in -DoutputDirectory=*) out=$(/usr/bin/expr "$a" : "[^=]*=\\(.*\\)");; esac; done'
  await writeFile(file, `#!/bin/sh\n${findOut}\n${script}\n`)
  await chmod(file, 0o755)
}

/** Copies both jars, whichever is asked for. */
const copies = (jar: string) =>
  `/bin/cp ${jar} "$out/${pinnedJar.fileName}"; /bin/cp ${real.keccakJar} "$out/${path.basename(real.keccakJar)}"`

describe('the pinned jar', () => {
  test('is downloaded once by Maven and compiled against', async () => {
    await mvn(copies(real.jar))
    const env = { PATH: await pathOf('java', 'javac') }
    const first = await resolveTools({ env, buildFolder })
    expect(first.jarSha256).toBe(pinnedJar.sha256)
    expect(await readdir(first.classes, { recursive: true })).toContain('tlc2/overrides/TLCOverrides.class')
    await mvn('exit 1')
    expect(await resolveTools({ env, buildFolder })).toEqual(first)
  })

  test('comes out whole when several ask at a time', async () => {
    await mvn(`/bin/sleep 0.2; ${copies(real.jar)}`)
    const env = { PATH: await pathOf('java', 'javac') }
    const all = await Promise.all([1, 2, 3].map(() => resolveTools({ env, buildFolder })))
    expect(new Set(all.map(({ classes }) => classes)).size).toBe(1)
    expect(await readdir(path.join(buildFolder, 'tools'))).toEqual(
      [path.basename(real.keccakJar), pinnedJar.fileName].sort(),
    )
    expect(await readdir(path.join(buildFolder, 'tla-classes'))).toHaveLength(1)
  })

  test('with a wrong hash from Maven is refused and not kept', async () => {
    await mvn(`echo other > "$out/${pinnedJar.fileName}"`)
    await expect(resolveTools({ env: { PATH: bin }, buildFolder })).rejects.toMatchObject({
      code: 'WrongHash',
      expected: expect.stringContaining(`SHA-256 ${pinnedJar.sha256}, found `),
    })
    expect(await readdir(path.join(buildFolder, 'tools'))).toEqual([])
  })

  test('that was changed on disk is refused', async () => {
    const jar = path.join(buildFolder, 'tools', pinnedJar.fileName)
    await mkdir(path.dirname(jar))
    await writeFile(jar, 'PK changed')
    await expect(resolveTools({ env: { PATH: bin }, buildFolder })).rejects.toMatchObject({
      code: 'WrongHash',
      place: jar,
      remedy: expect.stringContaining(`Delete ${jar}`),
    })
  })

  test('without Maven: the error offers both ways out', async () => {
    await expect(resolveTools({ env: { PATH: bin }, buildFolder })).rejects.toMatchObject({
      code: 'MavenMissing',
      remedy: expect.stringMatching(/Install Maven 3, or .* TLA2TOOLS_JAR/),
    })
  })

  test('when Maven fails: the error has what Maven said', async () => {
    await mvn('echo "Could not transfer artifact"; exit 3')
    await expect(resolveTools({ env: { PATH: bin }, buildFolder })).rejects.toMatchObject({
      code: 'MavenFailed',
      expected: expect.stringMatching(/exit 3\):\nCould not transfer artifact/),
    })
  })

  test('when Maven copies nothing: that is a failure as well', async () => {
    await mvn('exit 0')
    await expect(resolveTools({ env: { PATH: bin }, buildFolder })).rejects.toMatchObject({
      code: 'MavenFailed',
    })
  })

  test('without javac: the error says that a runtime is not enough', async () => {
    await mvn(copies(real.jar))
    await expect(resolveTools({ env: { PATH: bin }, buildFolder })).rejects.toMatchObject({
      code: 'JavacMissing',
      remedy: expect.stringContaining('JDK'),
    })
  })
})

describe('a jar of the user', () => {
  test('is used without a pinned hash', async () => {
    await mvn(copies(real.jar))
    const jar = path.join(buildFolder, 'tla2tools.jar')
    await copyFile(real.jar, jar)
    const env = { PATH: await pathOf('java', 'javac'), TLA2TOOLS_JAR: jar }
    expect(await resolveTools({ env, buildFolder })).toMatchObject({ jar, jarSha256: pinnedJar.sha256 })
  })

  test.each([
    ['is not there', undefined, 'a readable file'],
    ['is no jar', 'hello', 'a jar, which begins with PK'],
    ['is a jar of something else', 'PK\u0003\u0004 com/example/Main.class', 'a jar with the class tlc2.TLC'],
  ])('that %s is refused by name', async (_, content, expected) => {
    const jar = path.join(buildFolder, 'tla2tools.jar')
    if (content !== undefined) await writeFile(jar, content)
    await expect(resolveTools({ env: { PATH: bin, TLA2TOOLS_JAR: jar }, buildFolder })).rejects.toMatchObject(
      {
        code: 'NotATlcJar',
        place: jar,
        expected: expect.stringContaining(expected),
      },
    )
  })

  test('that the operators cannot be compiled against is refused with what javac said', async () => {
    await mvn(copies(real.jar))
    const jar = path.join(buildFolder, 'tla2tools.jar')
    // An empty archive whose comment names the class.
    const end = Buffer.alloc(22)
    end.write('PK\u0005\u0006', 'latin1')
    end.writeUInt16LE('tlc2/TLC.class'.length, 20)
    await writeFile(jar, Buffer.concat([end, Buffer.from('tlc2/TLC.class')]))
    const env = { PATH: await pathOf('java', 'javac'), TLA2TOOLS_JAR: jar }
    await expect(resolveTools({ env, buildFolder })).rejects.toMatchObject({
      code: 'JavacFailed',
      expected: expect.stringContaining('package tlc2.value.impl does not exist'),
    })
    expect(await readdir(path.join(buildFolder, 'tla-classes'))).toEqual([])
  })
})
