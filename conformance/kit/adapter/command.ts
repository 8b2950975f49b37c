import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const host = fileURLToPath(new URL('./host.ts', import.meta.url))

/** The command that speaks the protocol for the adapter in a file. @param file absolute */
export const hostCommand = (file: string): string =>
  [process.execPath, '--import', loader, host, file].map(quoted).join(' ')

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
