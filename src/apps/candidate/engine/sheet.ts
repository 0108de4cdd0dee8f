import {
  type AttemptStateView,
  type Change,
  type Pace,
  type PaperView,
  type PlacedEvent,
  isLater,
} from '../../../modules/delivery/contract.ts'
import { type ItemDocument, interactionOf } from '../../../modules/interactions/contract.ts'

export type SheetItem = PaperView['sections'][number]['items'][number] & {
  /** Place on the whole paper, from 1. */
  readonly number: number
  readonly sectionId: string
}

/** What the candidate has before them: the items, what was given, what was marked, and where they are. */
export type Sheet = {
  readonly title: string
  readonly sections: PaperView['sections']
  /** Material that items name, by its id. */
  readonly stimuli: ReadonlyMap<string, PaperView['stimuli'][number]>
  /** Pictures of the paper by their SHA-256, as addresses that need no server. */
  readonly pictures: ReadonlyMap<string, string>
  readonly items: readonly SheetItem[]
  readonly responses: ReadonlyMap<string, ItemDocument>
  readonly marks: ReadonlySet<string>
  /** Index of the current item. */
  readonly at: number
}

/** The sheet as server and local log together know it: for each item the later of the two. */
export function openSheet(paper: PaperView, state: AttemptStateView, unsent: readonly PlacedEvent[], at: string | null): Sheet {
  let number = 0
  const items = paper.sections.flatMap(section => section.items.map(item => ({ ...item, sectionId: section.sectionId, number: ++number })))
  const place = items.findIndex(item => item.itemId === (at ?? state.lastItemId))
  return {
    title: paper.title,
    sections: paper.sections,
    stimuli: new Map(paper.stimuli.map(one => [one.stimulusId, one])),
    pictures: new Map(paper.media.map(one => [one.media, `data:${one.mediaType};base64,${one.base64}`])),
    items,
    ...workOf(state, unsent),
    at: Math.max(0, place),
  }
}

/** The responses and marks as server and local log together know them. */
export function workOf(
  state: Pick<AttemptStateView, 'responses' | 'marks'>,
  unsent: readonly PlacedEvent[],
): Pick<Sheet, 'responses' | 'marks'> {
  const responses = new Map<string, ItemDocument>()
  const marks = new Set<string>()
  for (const [itemId, value] of latest(state.responses, unsent, 'respond')) if (value !== null) responses.set(itemId, value as ItemDocument)
  for (const [itemId, value] of latest(state.marks, unsent, 'mark')) if (value === true) marks.add(itemId)
  return { responses, marks }
}

type Known = { readonly itemId: string; readonly value: unknown; readonly epoch: number; readonly seq: number }

function latest(server: readonly Known[], unsent: readonly PlacedEvent[], kind: PlacedEvent['kind']): Map<string, unknown> {
  const best = new Map<string, Known>()
  for (const one of [...server, ...unsent.filter(event => event.kind === kind)]) {
    const known = best.get(one.itemId)
    if (!known || isLater(one, known)) best.set(one.itemId, one)
  }
  return new Map([...best].map(([itemId, one]) => [itemId, one.value]))
}

/** Items that are written rather than chosen: a change of them goes on for a while. */
const WRITTEN: ReadonlySet<string> = new Set(['blank', 'table-fill', 'short-answer', 'essay', 'case'])

export function paceOf(sheet: Sheet, made: Change): Pace {
  const type = sheet.items.find(item => item.itemId === made.itemId)?.type
  return made.kind === 'respond' && type !== undefined && WRITTEN.has(type) ? 'text' : 'choice'
}

export function change(sheet: Sheet, made: Change): Sheet {
  if (made.kind === 'mark') {
    const marks = new Set(sheet.marks)
    if (made.value) marks.add(made.itemId)
    else marks.delete(made.itemId)
    return { ...sheet, marks }
  }
  if (made.kind === 'command') return worked(sheet, made.itemId)
  const responses = new Map(sheet.responses)
  if (made.value === null) responses.delete(made.itemId)
  else responses.set(made.itemId, made.value)
  return { ...sheet, responses }
}

/** One more step was done in the world of an item. How it came out the server knows; here it counts that there is work. */
export function worked(sheet: Sheet, itemId: string): Sheet {
  const before = sheet.responses.get(itemId)?.['worldRun'] as { commands?: number } | undefined
  const worldRun = { id: itemId, commands: (before?.commands ?? 0) + 1, digest: 'open' }
  return { ...sheet, responses: new Map(sheet.responses).set(itemId, { version: 1, worldRun }) }
}

/** Moves to an item; out of range stays at the ends. */
export function goTo(sheet: Sheet, index: number): Sheet {
  return { ...sheet, at: Math.min(Math.max(0, index), sheet.items.length - 1) }
}

export type ItemStanding = { readonly answered: boolean; readonly marked: boolean }

export function standingOf(sheet: Sheet, item: SheetItem): ItemStanding {
  const response = sheet.responses.get(item.itemId)
  const answered = response !== undefined && interactionOf(item.type).answered(item.content, response).state === 'answered'
  return { answered, marked: sheet.marks.has(item.itemId) }
}

export type Progress = { readonly answered: number; readonly unanswered: readonly SheetItem[]; readonly marked: readonly SheetItem[] }

/** What a person wants to know before handing in. */
export function progressOf(sheet: Sheet): Progress {
  const unanswered = sheet.items.filter(item => !standingOf(sheet, item).answered)
  return { answered: sheet.items.length - unanswered.length, unanswered, marked: sheet.items.filter(item => sheet.marks.has(item.itemId)) }
}
