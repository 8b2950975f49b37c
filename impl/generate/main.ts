import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { staleContracts, stalePassages, staleSteps } from './current.ts'
import { GENERATED_CONTRACTS, generate } from './generate.ts'
import { GENERATED_PASSAGES, generatePassages } from './passages.ts'
import { GENERATED_STEPS, generateSteps } from './steps.ts'
import { repositoryRoot } from './subset.ts'

/** `npm run generate` writes the generated files; with `--check` it only compares. */
async function main(options: readonly string[]): Promise<number> {
  if (!options.includes('--check')) {
    const generated = [
      [GENERATED_CONTRACTS, generate()],
      [GENERATED_STEPS, await generateSteps()],
    ] as const
    for (const [name, files] of generated) {
      const folder = join(repositoryRoot, name)
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const [file, text] of files) writeFileSync(join(folder, file), text)
      console.log(`generated ${files.size} files into ${name}`)
    }
    for (const [file, text] of generatePassages())
      writeFileSync(join(repositoryRoot, GENERATED_PASSAGES, file), text)
    return 0
  }
  const stale = [...staleContracts(), ...(await staleSteps()), ...stalePassages()]
  for (const difference of stale) console.error(difference)
  if (stale.length > 0) console.error('run npm run generate, and commit what it writes')
  else console.log(`${GENERATED_CONTRACTS}, ${GENERATED_STEPS} and ${GENERATED_PASSAGES} are current`)
  return stale.length === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
