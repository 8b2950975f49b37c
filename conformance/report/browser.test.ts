import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { pictureFile } from '../gas/picture.ts'
import { writeReport } from './files.ts'
import { launchBrowser } from './fixtures/browser.ts'
import { failure, sampleEvidence } from './fixtures/evidence.ts'

/** What the page is looked at with. Screenshots of the last run are for people; what must hold is asked of the boxes. */
const screens = fileURLToPath(new URL('../../build/screens', import.meta.url))
const widths = [360, 768, 1400] as const
const schemes = ['light', 'dark'] as const

interface Facts {
  openAll(): void
  tooWide(): string[]
  overlapping(): string[]
  crowded(): string[]
  columns(): Record<string, number>
  boxes(): string[]
}

let folder: string
let address: string
let browser: Browser
let axe: string
let facts: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-browser-'))
  const long = failure(`expected ${'a'.repeat(400)}\n  found <b>nothing</b>`, {
    rung: 'oneStep',
    clauses: ['CLAIM-1'],
  })
  const preset = loadPreset('tiny')
  const { page } = await writeReport(
    sampleEvidence(preset, { complete: false, failures: [long] }),
    preset,
    folder,
  )
  address = pathToFileURL(page).href
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  facts = await readFile(new URL('./fixtures/pageFacts.js', import.meta.url), 'utf8')
  await mkdir(screens, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

/** The page in a window of its own, which is closed afterwards. */
async function withPage<T>(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
  hash = '',
): Promise<T> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    await page.goto(`${address}${hash}`)
    return await use(page)
  } finally {
    await context.close()
  }
}

const at = (width: number) => ({ viewport: { width, height: 900 } })

/** What the page says of itself. */
const ask = <Name extends keyof Facts>(page: Page, name: Name): Promise<ReturnType<Facts[Name]>> =>
  page.evaluate(`${facts}.${name}()`)

/** Violations of every rule of axe, one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    'axe.run().then(({ violations }) => violations)',
  )
  return found.map(({ id, nodes }) => `${id}, ${nodes.length}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** Fonts differ between machines: letters that stand wider apart are all of them. */
const widerLetters = '* { letter-spacing: 0.05em }'

describe.each(widths)('at %d px', (width) => {
  test('nothing is wider than the screen, with everything open and wide letters too', () =>
    withPage(at(width), async (page) => {
      expect(await ask(page, 'tooWide')).toEqual([])
      await ask(page, 'openAll')
      expect(await ask(page, 'tooWide')).toEqual([])
      expect(await ask(page, 'overlapping')).toEqual([])
      await page.addStyleTag({ content: widerLetters })
      expect(await ask(page, 'tooWide')).toEqual([])
      expect(await ask(page, 'overlapping')).toEqual([])
    }))

  test('stands in the columns that this width is for', () =>
    withPage(at(width), async (page) => {
      await ask(page, 'openAll')
      const expected = {
        360: { rungs: 1, heads: 0, cells: 2, places: 1, besideTheStep: 1 },
        768: { rungs: 2, heads: 0, cells: 4, places: 2, besideTheStep: 2 },
        1400: { rungs: 4, heads: 10, cells: 9, places: 3, besideTheStep: 2 },
      }
      expect(await ask(page, 'columns')).toEqual(expected[width])
    }))

  test('is the same in light and dark but for its colours', async () => {
    const looks = await Promise.all(
      schemes.map((colorScheme) =>
        withPage({ ...at(width), colorScheme }, async (page) => {
          await page.locator('#CLAIM-1 > summary').click()
          const shot = await page.screenshot({ path: join(screens, `${width}-${colorScheme}.png`) })
          return { boxes: await ask(page, 'boxes'), shot }
        }),
      ),
    )
    expect(looks[0]!.boxes.length).toBeGreaterThan(1_000)
    expect(looks[1]!.boxes).toEqual(looks[0]!.boxes)
    expect(looks[1]!.shot.equals(looks[0]!.shot)).toBe(false)
  })
})

describe.each(schemes)('axe, %s', (colorScheme) => {
  test.each([360, 1400])('finds nothing at %d px, with everything open', (width) =>
    withPage({ ...at(width), colorScheme }, async (page) => {
      await ask(page, 'openAll')
      expect(await violations(page)).toEqual([])
    }),
  )
})

describe('the charts', () => {
  test.each(widths)('have no words over each other at %d px, with wide letters too', (width) =>
    withPage(at(width), async (page) => {
      expect(await page.locator('svg.curves').count()).toBe(4)
      expect(await ask(page, 'crowded')).toEqual([])
      await page.addStyleTag({ content: widerLetters })
      expect(await ask(page, 'crowded')).toEqual([])
    }),
  )

  test.each(schemes)('stand alone as the picture of the README, %s', (colorScheme) =>
    withPage({ ...at(1400), colorScheme }, async (page) => {
      await page.goto(pictureFile.href)
      expect(await ask(page, 'crowded')).toEqual([])
      const fill = (selector: string) =>
        page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).fill`)
      const [paper, ink] = [await fill('.paper'), await fill('.head')]
      expect([paper, ink]).toEqual(
        { light: ['rgb(255, 255, 255)', 'rgb(26, 29, 35)'], dark: ['rgb(24, 27, 33)', 'rgb(230, 231, 234)'] }[
          colorScheme
        ],
      )
      await page.screenshot({ path: join(screens, `growth-${colorScheme}.png`) })
    }),
  )
})

describe('the page of a clause', () => {
  const clause = 'clauses/CLAIM-1.html'

  test.each(schemes)('has its style, and axe finds nothing, %s', (colorScheme) =>
    withPage({ ...at(768), colorScheme }, async (page) => {
      await page.goto(new URL(clause, address).href)
      expect(await page.evaluate("getComputedStyle(document.querySelector('.forms')).display")).toBe('grid')
      expect(await violations(page)).toEqual([])
    }),
  )

  test.each(widths)('is no wider than %d px', (width) =>
    withPage(at(width), async (page) => {
      await page.goto(new URL(clause, address).href)
      await page.addStyleTag({ content: widerLetters })
      expect(await ask(page, 'tooWide')).toEqual([])
    }),
  )

  test('prints on few pages, two forms beside each other', () =>
    // A4 between margins, in CSS pixels.
    withPage(at(718), async (page) => {
      await page.goto(new URL(clause, address).href)
      await page.emulateMedia({ media: 'print' })
      expect(await ask(page, 'tooWide')).toEqual([])
      const lefts = await page.evaluate(
        "new Set([...document.querySelectorAll('.forms > section')].map((form) => form.getBoundingClientRect().left)).size",
      )
      expect(lefts).toBe(2)
      const pdf = await page.pdf({ format: 'A4', path: join(screens, 'CLAIM-1.pdf') })
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length
      expect(sheets).toBeGreaterThan(0)
      expect(sheets).toBeLessThan(6)
    }))

  test('is reached from the row, and leads back to it', () =>
    withPage(
      at(1400),
      async (page) => {
        await page.locator('#CLAIM-1 a[href="clauses/CLAIM-1.html"]').click()
        await expect.poll(() => page.title()).toContain('CLAIM-1 · ')
        await page.locator('.brand a').click()
        await expect.poll(() => page.locator('#CLAIM-1').getAttribute('open')).toBe('')
      },
      '#CLAIM-1',
    ))
})

describe('by keyboard', () => {
  test('a row is reached and opened, and closed again', () =>
    withPage(at(1400), async (page) => {
      const row = page.locator('.clause').first()
      await page.locator('.filters button').focus()
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.parentElement.id')).toBe(
        await row.getAttribute('id'),
      )
      await page.keyboard.press('Enter')
      expect(await row.getAttribute('open')).toBe('')
      await page.keyboard.press('Space')
      expect(await row.getAttribute('open')).toBeNull()
    }))

  test('clauses are found by words, status and refusal, and how many is said', () =>
    withPage(at(360), async (page) => {
      const shown = () => page.locator('.clause:visible').evaluateAll((rows) => rows.map(({ id }) => id))
      const said = page.locator('.filters [role=status]')
      const all = await shown()
      await page.locator('.filters input').focus()
      await page.keyboard.type('quoteexpired inclusive')
      expect(await shown()).toEqual(['CLAIM-5'])
      expect(await said.textContent()).toBe(`1 of ${all.length} clauses`)
      expect(await page.locator('.area:visible h3').allTextContents()).toEqual(['CLAIM'])
      await page.locator('.filters button').press('Enter')
      await expect.poll(shown).toEqual(all)
      await page.locator('.filters select[name=refusal]').selectOption('QuoteExpired')
      expect(await shown()).toEqual(['CLAIM-5'])
      await page.locator('.filters select[name=status]').selectOption('normative')
      expect(await shown()).toEqual([])
      expect(await said.textContent()).toBe(`0 of ${all.length} clauses`)
    }))
})

test('a link to a clause opens its row, below the navigation, even if a filter hid it', () =>
  withPage(
    at(768),
    async (page) => {
      expect(await page.locator('#PRUNE-1').getAttribute('open')).toBe('')
      await page.locator('.filters input').fill('QuoteExpired')
      await page.evaluate("location.hash = '#PRUNE-2'")
      await expect.poll(() => page.locator('#PRUNE-2').getAttribute('open')).toBe('')
      const [row, nav] = await Promise.all([
        page.locator('#PRUNE-2').boundingBox(),
        page.locator('nav').boundingBox(),
      ])
      expect(row!.y).toBeGreaterThanOrEqual(nav!.y + nav!.height)
    },
    '#PRUNE-1',
  ))

test.each(widths)('the navigation stays in view at %d px and takes one line', (width) =>
  withPage(at(width), async (page) => {
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    const box = await page.locator('nav').boundingBox()
    expect(box!.y).toBe(0)
    expect(box!.height).toBeLessThan(60)
  }),
)

test('without a script every clause is there and opens, and nothing that needs one is shown', () =>
  withPage({ ...at(768), javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.clause:visible').count()).toBeGreaterThan(80)
    expect(await page.locator('.filters').isVisible()).toBe(false)
    await page.locator('#CLAIM-1 > summary').click()
    expect(await page.locator('#CLAIM-1 blockquote').isVisible()).toBe(true)
  }))

test('the page asks for nothing but itself, and no script but its own would run', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address)
  expect({ asked, complaints }).toEqual({ asked: [address], complaints: [] })
  await page.evaluate(
    "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')",
  )
  await expect.poll(() => complaints.join()).toContain('Content Security Policy')
  expect(await page.evaluate('window.ran')).toBeUndefined()
  await context.close()
})

describe('what these tests would notice', () => {
  const spoiled = (width: number, css: string, found: (page: Page) => Promise<unknown>) =>
    withPage(at(width), async (page) => {
      await page.addStyleTag({ content: `${css}\n` })
      await ask(page, 'openAll')
      return found(page)
    })

  test('a citation that does not wrap', async () => {
    const css = '.places code { white-space: nowrap; font-size: 2rem }'
    const found = await spoiled(360, css, (page) => ask(page, 'tooWide'))
    expect(found).toContainEqual(expect.stringContaining('.test.ts'))
  })

  test('columns that lie over each other', async () => {
    const css = '.cell { grid-area: 1 / 1 }'
    expect(await spoiled(1400, css, (page) => ask(page, 'overlapping'))).not.toEqual([])
  })

  test('labels of a chart that are too large for their places', async () => {
    const css = '.curves .label { font-size: 30px }'
    expect(await spoiled(1400, css, (page) => ask(page, 'crowded'))).not.toEqual([])
  })

  test('grey that cannot be read, and a control without a name', async () => {
    const faint = await spoiled(1400, ':root { --muted: #b5b5b5 }', violations)
    expect(faint).toContainEqual(expect.stringContaining('color-contrast'))
    const nameless = await spoiled(1400, '', async (page) => {
      await page.evaluate(
        "document.querySelector('.filters label').replaceWith(document.querySelector('.filters input'))",
      )
      return violations(page)
    })
    expect(nameless).toContainEqual(expect.stringContaining('label'))
  })

  test('text without a font', () =>
    withPage(at(1400), async (page) => {
      const { width } = (await page.locator('.brand').boundingBox())!
      expect(width).toBeGreaterThan(0)
      const letters = await page.evaluate<number>(
        "(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('h1')); return range.getBoundingClientRect().width })()",
      )
      expect(letters).toBeGreaterThan(100)
    }))
})
