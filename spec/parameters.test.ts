import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePreset } from './parameters.ts'

const preset = JSON.parse(readFileSync(new URL('./presets/tiny.json', import.meta.url), 'utf8'))
const withProfile = (change: object): unknown => ({
  ...preset,
  profiles: [{ ...preset.profiles[0], ...change }],
})

test('the escrow holds the deposits and no tokens beside', () => {
  expect(() => parsePreset(withProfile({ tokens: { rollup: '3' } }), 'own.json')).not.toThrow()
  expect(() => parsePreset(withProfile({ tokens: { escrow: '3' } }), 'own.json')).toThrow(
    /own\.json: [\s\S]*beside the deposits[\s\S]*profiles\[0\]\.tokens\.escrow/,
  )
})
