/** Values and modules as TLA+ text. */

/** A profile holds a value that TLA+ or TLC cannot express. */
export class ProfileModuleError extends Error {
  override name = 'ProfileModuleError'
}

/** TLC computes with 32-bit integers. */
const largestInteger = 2n ** 31n - 1n

/** @param place what the value is called in an error */
export function integer(value: number | string, place: string): string {
  if (BigInt(value) > largestInteger)
    throw new ProfileModuleError(
      `${place} is ${value}: expected at most ${largestInteger}, TLC's greatest integer`,
    )
  return String(value)
}

export const string = (text: string): string => JSON.stringify(text)
export const set = (elements: readonly string[]): string => `{${elements.join(', ')}}`
export const sequence = (elements: readonly string[]): string => `<<${elements.join(', ')}>>`
export const strings = (texts: readonly string[]): string[] => texts.map(string)

export function record(fields: [name: string, value: string][], place: string): string {
  for (const [name] of fields)
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
      throw new ProfileModuleError(
        `${place}: expected a name that TLA+ allows for a field, found ${string(name)}`,
      )
  return `[${fields.map(([name, value]) => `${name} |-> ${value}`).join(', ')}]`
}

/** Such files are written when they are needed, from the preset: an edit of one would be lost. */
const notice = '\\* Written from a profile of spec/presets. Do not edit.'

export function moduleText(name: string, lines: readonly string[]): string {
  const title = ` MODULE ${name} `
  const dashes = '-'.repeat(Math.floor((77 - title.length) / 2))
  const heading = `${dashes}${title}${'-'.repeat(77 - title.length - dashes.length)}`
  return [heading, notice, ...lines, '='.repeat(77), ''].join('\n')
}
