import { z } from 'zod'
import type { Marks } from '../core/codec.ts'

const marks: Marks = { unit: 'wei' }
/** An amount in wei: a decimal string in plain JSON, an integer wherever values are compared or written. */
export const wei = z
  .string()
  .regex(/^(0|[1-9][0-9]*)$/, 'expected a decimal string of wei')
  .meta(marks)
