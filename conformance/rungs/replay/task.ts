/** Replay of one profile, as a task for a side process. */
import { serve } from '../sideProcess.ts'
import { replayProfile } from './profile.ts'

serve(replayProfile)
