import { Link, useParams } from 'react-router'
import { call, type AnswerOf } from '../../../../ui/client.ts'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { keepLessonPlace, readLesson } from '../../contract.ts'
import type { LessonItemViews } from './item-slot.ts'
import { LessonBlocks } from './lesson-blocks.tsx'
import { usePlace } from './use-place.ts'
import { useState } from 'react'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './lesson.css'

type Lesson = AnswerOf<typeof readLesson>

/** One lesson: its text with exercises in it, beside it what it is for and where one is. */
export function LessonPage({ views }: { readonly views: LessonItemViews }) {
  const { lessonId = '' } = useParams()
  const words = useWords(zh, en).page
  const read = useRead(readLesson, { params: { lessonId } }, { once: true })
  usePlace(read.data?.lessonId ?? null, read.data?.place ?? 0)
  if (read.isPending) return <WaitingSkeleton lines={12} />
  if (read.isError) return <RefusalNote refusal={read.error.told} />
  const lesson = read.data
  return (
    <div className="course-lesson" key={lesson.lessonId}>
      <PageHead
        title={lesson.title}
        purpose={lesson.summary}
        trail={
          <>
            <Link to="/lessons">{words.trail}</Link>
            <span>{lesson.function}</span>
            <span>{fill(words.lesson, { n: Number(lesson.lessonId.slice(3)) })}</span>
          </>
        }
      />
      <div className="course-columns">
        <article className="course-text">
          <LessonBlocks lesson={lesson} views={views} />
          <LessonEnd lesson={lesson} />
        </article>
        <LessonAside lesson={lesson} />
      </div>
    </div>
  )
}

function LessonAside({ lesson }: { readonly lesson: Lesson }) {
  const words = useWords(zh, en).page
  return (
    <aside className="course-aside">
      <p className="course-minutes z-number">{fill(words.minutes, { n: lesson.minutes })}</p>
      <h2>{words.goals}</h2>
      <ul className="course-goals">
        {lesson.goals.map(goal => (
          <li key={goal}>{goal}</li>
        ))}
      </ul>
      <nav aria-label={words.contents}>
        <h2>{words.contents}</h2>
        <ol className="course-contents">
          {lesson.blocks.map(block =>
            block.kind === 'heading' && block.depth === 2 ? (
              <li key={block.anchor}>
                <a href={`#${block.anchor}`}>{block.text}</a>
              </li>
            ) : null,
          )}
        </ol>
      </nav>
      <h2>{words.points}</h2>
      <ul className="course-points">
        {lesson.points.map(({ code, name }) => (
          <li key={code}>
            <span className="z-number">{code}</span> {name}
          </li>
        ))}
      </ul>
    </aside>
  )
}

function LessonEnd({ lesson }: { readonly lesson: Lesson }) {
  const words = useWords(zh, en).page
  const [isFinished, setFinished] = useState(false)
  const finish = async () => {
    const body = { place: Math.max(0, lesson.blocks.length - 1), finished: true }
    const reply = await call(keepLessonPlace, { params: { lessonId: lesson.lessonId }, body })
    if (reply.ok) setFinished(true)
  }
  return (
    <footer className="course-end">
      <p>
        {isFinished ? (
          <strong role="status">{words.finished}</strong>
        ) : (
          <button type="button" className="z-button z-button-primary" onClick={() => void finish()}>
            {words.finish}
          </button>
        )}
      </p>
      <nav className="course-neighbours">
        {lesson.before && (
          <Link to={`/lessons/${lesson.before.lessonId}`}>
            <small>{words.before}</small>
            {lesson.before.title}
          </Link>
        )}
        {lesson.next && (
          <Link to={`/lessons/${lesson.next.lessonId}`} className="course-next">
            <small>{words.next}</small>
            {lesson.next.title}
          </Link>
        )}
      </nav>
    </footer>
  )
}
