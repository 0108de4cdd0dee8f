import type { OccupationalFunction, Task } from '../../contract.ts'
import { type Only, passes } from './fact-index.ts'

/** A task with its place in the printed numbering: function 2, task 1. */
export type Found = { readonly number: string; readonly task: Task }
export type FoundFunction = { readonly number: number; readonly function: OccupationalFunction; readonly tasks: readonly Found[] }

/**
 * Functions and tasks that hold every word searched for and pass the filter.
 * Numbers are those of the whole text, so that they stay when others are hidden. A function whose name matches keeps all of its tasks.
 */
export function searchRequirements(functions: readonly OccupationalFunction[], search: string, only: Only): readonly FoundFunction[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (text: string) => words.every(word => text.toLowerCase().includes(word))
  return functions
    .map((one, at) => {
      const numbered = one.tasks.map((task, place) => ({ number: `${at + 1}.${place + 1}`, task }))
      const wanted = numbered.filter(({ task }) => passes(task.provenance, only) && (holds(one.function) || holds(textOf(one, task))))
      return { number: at + 1, function: one, tasks: wanted }
    })
    .filter(found => found.tasks.length > 0)
}

function textOf(one: OccupationalFunction, { name, skills, knowledge }: Task): string {
  return [one.function, name, ...skills, ...knowledge].join('\n')
}

export type Piece = { readonly text: string; readonly hit: boolean }

/** A text cut where the words searched for stand in it, for marking them. */
export function pieces(text: string, search: string): readonly Piece[] {
  const words = search.split(/\s+/).filter(Boolean)
  if (words.length === 0) return [{ text, hit: false }]
  const pattern = new RegExp(`(${words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi')
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, hit: at % 2 === 1 }))
    .filter(piece => piece.text !== '')
}
