import { type Lesson, wordsOf } from './lesson.ts'

export type LessonHit = { readonly lessonId: string; readonly title: string; readonly anchor: string | null; readonly excerpt: string }

const EXCERPT = 60
const MOST_HITS = 30
const WEIGHTS = { title: 40, keyword: 20, summary: 10, heading: 6, text: 1 } as const

/** Lessons that hold every word asked for, the most telling first. Words are parted by spaces; Latin letters are compared without case. */
export function searchLessons(lessons: readonly Lesson[], asked: string): LessonHit[] {
  const words = asked.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8)
  if (words.length === 0) return []
  return lessons
    .flatMap(lesson => {
      const weights = words.map(word => weightOf(lesson, word))
      const weight = weights.some(one => one === 0) ? 0 : weights.reduce((sum, one) => sum + one, 0)
      return weight === 0 ? [] : [{ lesson, weight }]
    })
    .toSorted((a, b) => b.weight - a.weight || (a.lesson.id < b.lesson.id ? -1 : 1))
    .slice(0, MOST_HITS)
    .map(({ lesson }) => hitOf(lesson, words))
}

function weightOf(lesson: Lesson, word: string): number {
  const has = (text: string) => text.toLowerCase().includes(word)
  return (
    (has(lesson.title) ? WEIGHTS.title : 0) +
    (lesson.keywords.some(has) ? WEIGHTS.keyword : 0) +
    (has(lesson.summary) ? WEIGHTS.summary : 0) +
    lesson.blocks.reduce((sum, block) => sum + (has(wordsOf(block)) ? (block.kind === 'heading' ? WEIGHTS.heading : WEIGHTS.text) : 0), 0)
  )
}

/** The first place where one of the words stands, with the heading above it. */
function hitOf(lesson: Lesson, words: readonly string[]): LessonHit {
  let anchor: string | null = null
  for (const block of lesson.blocks) {
    if (block.kind === 'heading') anchor = block.anchor
    const text = wordsOf(block)
    const at = Math.min(...words.map(word => text.toLowerCase().indexOf(word)).filter(place => place >= 0))
    if (Number.isFinite(at)) return { lessonId: lesson.id, title: lesson.title, anchor, excerpt: around(text, at) }
  }
  return { lessonId: lesson.id, title: lesson.title, anchor: null, excerpt: lesson.summary }
}

function around(text: string, at: number): string {
  const from = Math.max(0, at - EXCERPT / 3)
  const cut = text.slice(from, from + EXCERPT).replaceAll(/\s+/gu, ' ')
  return `${from > 0 ? '…' : ''}${cut}${from + EXCERPT < text.length ? '…' : ''}`
}
