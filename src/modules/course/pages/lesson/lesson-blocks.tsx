import type { ReactNode } from 'react'
import type { AnswerOf } from '../../../../ui/client.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import type { LessonBlock, PlainBlock, Span, readLesson } from '../../contract.ts'
import type { LessonItemViews } from './item-slot.ts'
import { LessonExercise } from './lesson-exercise.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Lesson = AnswerOf<typeof readLesson>
type Props = { readonly lesson: Lesson; readonly views: LessonItemViews }

/** The body of a lesson, part after part; `data-place` numbers the parts for the reading position. */
export function LessonBlocks({ lesson, views }: Props) {
  const items = lesson.blocks.flatMap(block => (block.kind === 'item' ? [block.itemId] : []))
  return (
    <>
      {lesson.blocks.map((block, place) => (
        <div key={`${block.kind}-${String(place)}`} data-place={place} className={`course-part course-part-${block.kind}`}>
          <Part {...{ block, lesson, views }} number={block.kind === 'item' ? items.indexOf(block.itemId) + 1 : 0} />
        </div>
      ))}
    </>
  )
}

function Part({ block, lesson, views, number }: Props & { readonly block: LessonBlock; readonly number: number }) {
  const words = useWords(zh, en).page
  switch (block.kind) {
    case 'heading':
      return block.depth === 2 ? <h2 id={block.anchor}>{block.text}</h2> : <h3 id={block.anchor}>{block.text}</h3>
    case 'figure':
      return (
        <figure>
          <img src={`/api/course/lessons/${lesson.lessonId}/figures/${block.file}`} alt={block.alt} loading="lazy" />
          <figcaption>{block.caption}</figcaption>
        </figure>
      )
    case 'note':
      return (
        <aside className="course-note">
          <strong>{words.note}</strong>
          <Plain blocks={block.blocks} />
        </aside>
      )
    case 'case':
      return (
        <section className="course-case">
          <h3>
            <span>{words.case}</span>
            {block.title}
          </h3>
          <Plain blocks={block.blocks} />
        </section>
      )
    case 'item': {
      const item = lesson.items.find(one => one.itemId === block.itemId)
      return item ? <LessonExercise lessonId={lesson.lessonId} {...{ item, number, views }} /> : null
    }
    case 'lab':
      return <LabCard task={block.task} mode={block.mode} />
    default:
      return <Plain blocks={[block]} />
  }
}

function LabCard({ task, mode }: { readonly task: string; readonly mode: 'guided' | 'practice' }) {
  const words = useWords(zh, en).page
  return (
    <section className="course-lab">
      <div>
        <h3>
          {fill(words.labTask, { task })}：{words.lab[mode]}
        </h3>
        <p>{words.labText[mode]}</p>
      </div>
      <a className="z-button" href={`/lab?task=${task}&mode=${mode}`}>
        {words.labOpen}
      </a>
    </section>
  )
}

function Plain({ blocks }: { readonly blocks: readonly PlainBlock[] }) {
  return <>{blocks.map((block, at) => plainBlock(block, at))}</>
}

function plainBlock(block: PlainBlock, key: number): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p key={key}>
          <Words spans={block.spans} />
        </p>
      )
    case 'quote':
      return (
        <blockquote key={key}>
          <Words spans={block.spans} />
        </blockquote>
      )
    case 'code':
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const entries = block.entries.map((entry, at) => (
        <li key={`${String(at)}`}>
          <Words spans={entry} />
        </li>
      ))
      return block.ordered ? <ol key={key}>{entries}</ol> : <ul key={key}>{entries}</ul>
    }
    case 'table':
      return <LessonTable key={key} table={block} />
  }
}

function LessonTable({ table }: { readonly table: Extract<PlainBlock, { kind: 'table' }> }) {
  return (
    <div className="course-table" role="region" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.head.map((cell, at) => (
              <th key={`${String(at)}`} scope="col">
                <Words spans={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={`${String(at)}`}>
              {row.map((cell, column) => (
                <td key={`${String(column)}`}>
                  <Words spans={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const TAGS = { strong: 'strong', emphasis: 'em', code: 'code' } as const

function Words({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, at) => {
        if (span.style === 'plain') return span.text
        const Tag = TAGS[span.style]
        return <Tag key={`${String(at)}`}>{span.text}</Tag>
      })}
    </>
  )
}
