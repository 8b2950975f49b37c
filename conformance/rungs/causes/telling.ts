import path from 'node:path'
import type { RungFailure, Story } from '../../evidence.ts'
import type { AnySubject } from '../subjects.ts'
import type { Cause } from './causes.ts'
import type { CauseFinder } from './finder.ts'
import { storyOfCause, type Telling } from './story.ts'

/** How many causes are told as stories too. */
const STORIES = 5

/** The causes as failures and stories, with what to replay. @param instead a file that shows a cause already */
export function tellingOf(
  subject: AnySubject,
  finder: CauseFinder,
  { out, ...where }: Pick<Telling, 'out' | 'folder'>,
  instead: (cause: Cause) => string | undefined = () => undefined,
): { failures: RungFailure[]; stories: Story[] } {
  const stories: Story[] = []
  const { sides, keepsRefused } = finder.comparison
  const failures = finder.failures((cause, index) => {
    const telling = { out, ...where, sides, keepsRefused }
    const story = index < STORIES ? storyOfCause(subject, cause, index + 1, telling) : undefined
    if (story) stories.push(story)
    const file = instead(cause) ?? story?.itf
    return file === undefined ? [] : [`lockstep replay ${path.join(path.relative(process.cwd(), out), file)}`]
  })
  return { failures, stories }
}
