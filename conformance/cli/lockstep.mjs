#!/usr/bin/env -S node --max-semi-space-size=128
// Much of what a check makes is soon forgotten: with the usual 16 MB, collecting it takes a tenth of the time.
// Plain JavaScript, so that Node can start it: TypeScript is read through tsx from here on, from any working folder.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
const { main } = await import('./main.ts')
process.exit(await main(process.argv.slice(2)))
