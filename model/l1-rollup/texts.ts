import { codecsOf } from '../core/codecs.ts'
import { l1Rollup } from './actor.ts'

/**
 * States and events of the rollup as text: the form in which they are compared with those of the model checker, and the
 * key under which the explorer knows them.
 */
const { state, event, effects } = codecsOf(l1Rollup)

export const stateText = state.text
export const stateOfText = state.parse
export const eventText = event.text
export const eventOfText = event.parse
export const logsText = effects.text
export const logsOfText = effects.parse
