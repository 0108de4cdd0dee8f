import { Segmented } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { AnswerOf } from '../../../../ui/client.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { type LessonCard, listLessons } from '../../contract.ts'
import { LessonSearch } from './lesson-search.tsx'
import { lessonToResume, shareRead } from './share.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './lesson.css'

const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const
type Level = (typeof LEVELS)[number]
type Programme = AnswerOf<typeof listLessons>['programmes'][number]
const MINUTES_PER_HOUR = 45

/** The lessons of a level by function, with how far one is, and a way to find a place in them. */
export function LessonsPage() {
  const words = useWords(zh, en).list
  const [address, setAddress] = useSearchParams()
  const [asked, setAsked] = useState('')
  const read = useRead(listLessons, {})
  const programmes = read.data?.programmes ?? []
  const own = programmes.flatMap(programme => lessonsOf(programme))
  const last = lessonToResume(own)
  const level = LEVELS.find(one => one === address.get('level')) ?? levelOf(programmes, last) ?? 'L4'
  const programme = programmes.find(one => one.level === level)
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} action={last && <Resume lesson={last} />} />
      <div className="course-bar">
        <Segmented<Level>
          aria-label={words.level}
          value={level}
          onChange={next => setAddress({ level: next })}
          options={LEVELS.map(value => ({ value, label: words.levels[value] }))}
        />
        <LessonSearch asked={asked} onAsk={setAsked} />
      </div>
      {read.isPending && <WaitingSkeleton lines={10} />}
      {read.isError && <RefusalNote refusal={read.error.told} />}
      {asked === '' && read.data && (programme ? <Programme programme={programme} /> : <EmptyState {...words.none} />)}
    </>
  )
}

function lessonsOf(programme: Programme): readonly LessonCard[] {
  return programme.functions.flatMap(one => one.lessons)
}

function levelOf(programmes: readonly Programme[], last: LessonCard | undefined): Level | undefined {
  const found = programmes.find(programme => lessonsOf(programme).some(one => one.lessonId === last?.lessonId))
  return LEVELS.find(one => one === found?.level)
}

function Resume({ lesson }: { readonly lesson: LessonCard }) {
  const words = useWords(zh, en).list
  return (
    <Link
      className="z-button z-button-primary"
      to={`/lessons/${lesson.lessonId}`}
      title={fill(words.resumeText, { title: lesson.title, share: shareRead(lesson) })}
    >
      {words.resume}
    </Link>
  )
}

function Programme({ programme }: { readonly programme: Programme }) {
  const words = useWords(zh, en).list
  const count = lessonsOf(programme).length
  return (
    <>
      <p className="course-total">{fill(words.total, { lessons: count, hours: Math.round(programme.minutes / MINUTES_PER_HOUR) })}</p>
      {programme.functions.map(({ name, lessons }) => (
        <section key={name} className="course-function">
          <h2>{name}</h2>
          <ul>
            {lessons.map(lesson => (
              <Card key={lesson.lessonId} lesson={lesson} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Card({ lesson }: { readonly lesson: LessonCard }) {
  const words = useWords(zh, en).list
  const share = shareRead(lesson)
  const state = lesson.progress === null ? 'new' : lesson.progress.finishedAt === null ? 'reading' : 'finished'
  const facts = [
    fill(words.minutes, { n: lesson.minutes }),
    fill(words.exercises, { done: lesson.progress?.answered ?? 0, of: lesson.items }),
    ...(lesson.labs.length > 0 ? [fill(words.labs, { n: lesson.labs.length })] : []),
  ]
  return (
    <li className={`course-card course-card-${state}`}>
      <Link to={`/lessons/${lesson.lessonId}`}>
        <span className="course-number z-number">{lesson.lessonId.slice(3)}</span>
        <span className="course-card-words">
          <strong>{lesson.title}</strong>
          <span>{lesson.summary}</span>
        </span>
        <span className="course-card-facts">
          {facts.map(fact => (
            <span key={fact} className="z-number">
              {fact}
            </span>
          ))}
        </span>
        <span className="course-card-state">
          <span className="course-share" aria-hidden>
            <i style={{ inlineSize: `${String(share)}%` }} />
          </span>
          {fill(words.state[state], { share })}
        </span>
      </Link>
    </li>
  )
}
