import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readMarkdown, splitFrontMatter } from '../../../../platform/markup/read-markdown.ts'
import { readYaml } from '../../../../platform/markup/read-yaml.ts'
import { type ItemDraft, parseItemFile, placeOfItemFile } from '../../../item-bank/contract.ts'
import { type LessonFault, type LessonSurroundings, judgeLesson } from '../../core/lesson/judge-lesson.ts'
import { type Lesson, LessonHead } from '../../core/lesson/lesson.ts'
import { lessonBlocks } from './lesson-blocks.ts'

export type WrittenLesson = {
  readonly lesson: Lesson
  readonly items: ReadonlyMap<string, ItemDraft>
  /** Folder of its files. */
  readonly folder: string
}
export type LessonFileFault = LessonFault & { readonly file: string }
export type LessonFolder = { readonly lessons: readonly WrittenLesson[]; readonly faults: readonly LessonFileFault[] }

type Known = Pick<LessonSurroundings, 'tasks'> & { readonly pointsOf: (level: string) => ReadonlySet<string> }

/** Every lesson of a folder with its items, in the order of levels and lessons, and whatever is wrong with the files. */
export function readLessons(folder: string, known: Known): LessonFolder {
  const lessons: WrittenLesson[] = []
  const faults: LessonFileFault[] = []
  for (const level of foldersIn(folder))
    for (const name of foldersIn(join(folder, level))) {
      const read = readLesson(join(folder, level, name), known)
      faults.push(...read.faults.map(fault => ({ ...fault, file: `${level}/${name}` })))
      if (read.written) lessons.push(read.written)
    }
  return { lessons: lessons.toSorted((a, b) => order(a.lesson, b.lesson)), faults }
}

function order(a: Lesson, b: Lesson): number {
  return a.level === b.level ? a.order - b.order : a.level < b.level ? 1 : -1
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
}

type Read = { readonly written: WrittenLesson | null; readonly faults: readonly LessonFault[] }
const broken = (code: string, zh: string): Read => ({ written: null, faults: [{ code, zh }] })

function readLesson(folder: string, known: Known): Read {
  const { head, body } = splitFrontMatter(readFileSync(join(folder, 'lesson.md'), 'utf8'))
  const yaml = head === null ? null : readYaml(head)
  if (yaml === null) return broken('head', '缺少文件头')
  if (!yaml.ok) return broken('head', yaml.faults.map(fault => fault.zh).join('；'))
  const facts = LessonHead.safeParse(yaml.value)
  if (!facts.success) return broken('head', facts.error.issues.map(issue => `${issue.path.join('.')}：${issue.message}`).join('；'))
  const text = readFileSync(join(folder, 'items.json'), 'utf8')
  const place = placeOfItemFile(text)
  // letters are kept: an item of a lesson is answered openly, and its key is shown after each answer
  const parsed = parseItemFile({
    file: 'items.json',
    text,
    knowsArea: () => true,
    optionId: (_code, letter) => letter.replaceAll(/[^\w-]/g, '-'),
  })
  if (!parsed.ok || !place)
    return { written: null, faults: (parsed.ok ? [] : parsed.refusal).map(({ code, zh }) => ({ code: 'items', zh: `${code}：${zh}` })) }
  const { blocks, faults } = lessonBlocks(readMarkdown(body))
  const lesson: Lesson = { ...facts.data, editionId: place.editionId, blocks }
  const items = new Map(parsed.value.map(item => [item.code, item]))
  const figures = new Set(existsSync(join(folder, 'figures')) ? readdirSync(join(folder, 'figures')) : [])
  const around = { itemIds: new Set(items.keys()), figures, tasks: known.tasks, points: known.pointsOf(lesson.level) }
  return {
    written: { lesson, items, folder },
    faults: [...faults.map(({ line, zh }) => ({ code: 'block', zh: `第${line}行：${zh}` })), ...judgeLesson(lesson, around)],
  }
}
