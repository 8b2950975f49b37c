/** Plays pieces of schedules in a side process, and says at once what each came to. */
import { serve } from '../rungs/sideProcess.ts'
import { type Piece, playSchedules, type ScheduleTask } from './schedules.ts'

serve<ScheduleTask, Piece, Piece>(async (task, { found, ...context }) => {
  const piece = { task, answer: await playSchedules(task, context) }
  found(piece)
  return piece
})
