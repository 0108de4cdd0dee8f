import { useState } from 'react'
import { Link } from 'react-router'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { searchLessonTexts } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly asked: string; readonly onAsk: (asked: string) => void }

/** A field and what it found; the list of lessons steps back while something is searched. */
export function LessonSearch({ asked, onAsk }: Props) {
  const words = useWords(zh, en).list
  const [typed, setTyped] = useState(asked)
  return (
    <>
      <form
        role="search"
        className="course-search"
        onSubmit={event => {
          event.preventDefault()
          onAsk(typed.trim())
        }}
      >
        <input
          type="search"
          className="z-input"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={typed}
          maxLength={60}
          onChange={event => {
            setTyped(event.currentTarget.value)
            if (event.currentTarget.value === '') onAsk('')
          }}
        />
        <button type="submit" className="z-button">
          {words.search}
        </button>
      </form>
      {asked !== '' && <Hits asked={asked} />}
    </>
  )
}

function Hits({ asked }: { readonly asked: string }) {
  const words = useWords(zh, en).list
  const read = useRead(searchLessonTexts, { query: { q: asked } })
  if (read.isPending) return <WaitingSkeleton head={false} lines={4} />
  if (read.isError) return <RefusalNote refusal={read.error.told} />
  const { hits } = read.data
  if (hits.length === 0) return <p className="course-total">{fill(words.noHits, { q: asked })}</p>
  return (
    <section className="course-hits">
      <p className="course-total">{fill(words.hits, { q: asked, n: hits.length })}</p>
      <ul>
        {hits.map(hit => (
          <li key={hit.lessonId}>
            <Link to={`/lessons/${hit.lessonId}${hit.anchor === null ? '' : `#${hit.anchor}`}`}>
              <strong>
                <span className="z-number">{hit.lessonId}</span> {hit.title}
              </strong>
              <span>{hit.excerpt}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
