import type { Dice } from '../../../../kernel/dice.ts'
import { chanceOfRight } from '../answering/answers.ts'
import type { KnownTask, KnownWay } from './task-book.ts'

const MIDDLE = 3

/**
 * What somebody of an ability does with a task: its solution, one of its mistakes, or nothing (null). Whoever would not get it right makes a
 * mistake, the greater the less they can, or leaves the task alone.
 */
export function chooseWay(task: KnownTask, ability: number, dice: Dice): KnownWay | null {
  const [solution, ...mistakes] = task.ways
  if (solution === undefined || dice() < chanceOfRight(ability, MIDDLE)) return solution ?? null
  // somebody who is near to it begins at least; whoever is far from it often does not know where
  if (dice() > chanceOfRight(ability + 0.5, MIDDLE)) return null
  const at = Math.floor((1 - chanceOfRight(ability, MIDDLE) + dice() * 0.5) * mistakes.length)
  return mistakes[Math.min(mistakes.length - 1, at)] ?? solution
}
