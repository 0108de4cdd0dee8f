import { type InteractionType, interactionOf } from '../../../contract.ts'
import type { EditorDraft, Loose } from './loose.ts'

const OPTIONS = 4
const GRID = {
  head: ['', ''],
  rows: [
    ['', ''],
    ['', ''],
  ],
}

/** What a writer starts from: the places of the type, empty. */
export function emptyDraft(type: InteractionType, newId: () => string): EditorDraft {
  const many = (n: number, more: Loose = {}) => Array.from({ length: n }, () => ({ id: newId(), text: '', ...more }))
  const { content, key } = partsOf(type, many)
  return {
    content: { version: interactionOf(type).version, ...content },
    key: { version: 1, ...key, explanation: null },
    rubric: { version: 1 },
  }
}

type Many = (n: number, more?: Loose) => readonly Loose[]

function partsOf(type: InteractionType, many: Many): { readonly content: Loose; readonly key: Loose } {
  const stem: readonly unknown[] = []
  switch (type) {
    case 'single-choice':
      return { content: { stem, options: many(OPTIONS, { pinned: false }) }, key: {} }
    case 'multiple-choice':
      return { content: { stem, options: many(OPTIONS, { pinned: false }) }, key: { optionIds: [] } }
    case 'true-false':
      return { content: { stem }, key: {} }
    case 'blank':
    case 'inline-choice':
      return { content: { stem, gaps: [] }, key: { gaps: [] } }
    case 'table-fill':
      return { content: { stem, table: GRID, gaps: [] }, key: { gaps: [] } }
    case 'matching':
      return { content: { stem, left: many(OPTIONS), right: many(OPTIONS), reuse: false }, key: { pairs: [] } }
    case 'ordering': {
      const entries = many(OPTIONS, { pinned: false })
      return { content: { stem, entries }, key: { entryIds: entries.map(entry => entry['id']) } }
    }
    case 'hot-area':
      return { content: { stem, areas: [], most: 1 }, key: { areaIds: [] } }
    case 'short-answer':
      return { content: { stem, words: { least: null, most: 300 } }, key: criteriaKey(many) }
    case 'essay':
      return { content: { stem, words: { least: 400, most: 1000 } }, key: criteriaKey(many) }
    case 'file-answer':
      return { content: { stem, accept: ['application/pdf'], mostBytes: 5 * 1024 * 1024, mostFiles: 1 }, key: criteriaKey(many) }
    case 'lab-task':
      return { content: { brief: [], scenario: '', scenarioVersion: 1, seed: null, task: '' }, key: { checks: many(1, { share: 1 }) } }
    case 'case':
      return { content: { stimulus: [], parts: [] }, key: { parts: [] } }
  }
}

function criteriaKey(many: Many): Loose {
  return { reference: [], criteria: many(1, { marks: 100, levels: [] }) }
}
